import { describe, expect, it } from '@jest/globals'
import { refused } from '../violation-fixture.ts'
import { erasureGate } from './erasure.ts'

describe('an erasure that was asked for', () => {
  it('is confirmed by another person (SEC-3, C20)', () => {
    expect(erasureGate({ requestedBy: 'legal-1', confirmedBy: 'legal-2' })).toEqual([])
  })

  it.each(['legal-1', ' LEGAL-1', 'ｌｅｇａｌ-1', 'legal\u200b-1'])(
    'is not confirmed by the same person, however that one is written: %j (SEC-3, C39)',
    (confirmedBy) => {
      expect(refused(erasureGate({ requestedBy: 'legal-1', confirmedBy }))).toEqual([
        ['SEC-3', '', { reason: 'SAME_PERSON' }],
      ])
    },
  )
})

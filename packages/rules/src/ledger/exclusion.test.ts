import { describe, expect, it } from '@jest/globals'
import { excludedSince } from './exclusion.ts'
import { hour } from './fixtures.ts'

const excluded = (at: number) => ({ at: hour(at), isExcluded: true })
const restored = (at: number) => ({ at: hour(at), isExcluded: false })

describe('an exclusion', () => {
  it.each([
    ['is none without a mark', [], null],
    ['holds since it was marked', [excluded(1)], hour(1)],
    ['holds since the first mark', [excluded(1), excluded(2)], hour(1)],
    ['ends when it is taken back', [excluded(1), restored(2)], null],
    ['holds since the mark after it was taken back', [excluded(1), restored(2), excluded(3)], hour(3)],
    ['goes by time, not by telling', [restored(2), excluded(3), excluded(1)], hour(3)],
    ['is taken back at the same instant, told last', [excluded(1), restored(1)], null],
    ['is taken back at the same instant, told first', [restored(1), excluded(1)], null],
  ])('%s', (_, marks, since) => {
    expect(excludedSince(marks)).toBe(since)
  })
})

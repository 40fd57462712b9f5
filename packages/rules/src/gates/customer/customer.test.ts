import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { refused } from '../violation-fixture.ts'
import { creditGate, needsGate } from './customer.ts'
import type { Licence } from './licence-input.ts'

const at = parseInstant('2026-03-02T08:00:00+08:00')
const zone = parseTimeZone('Asia/Shanghai')
const verified: Licence = {
  licenceId: 'l1',
  kind: 'BUSINESS_LICENCE',
  number: 'No. 1',
  scope: ['UNREGULATED'],
  validFrom: parseLocalDate('2025-01-01'),
  validUntil: null,
  verifiedAt: parseInstant('2025-02-01T00:00:00Z'),
  revokedAt: null,
}

describe('a customer without recorded needs', () => {
  it('is offered nothing (CUS-8)', () => {
    expect(refused(needsGate({ needs: [], productClasses: ['CLASS_I'] }))).toEqual([
      ['CUS-8', '', { recordedNeeds: 0 }],
    ])
  })
})

describe('a customer with recorded needs', () => {
  const needs = [{ productClasses: ['CLASS_I', 'CLASS_II'] as const }]

  it('is offered what satisfies them (CUS-8)', () => {
    expect(needsGate({ needs, productClasses: ['CLASS_II', 'CLASS_I'] })).toEqual([])
    expect(needsGate({ needs: [{ productClasses: [] }], productClasses: ['CLASS_III'] })).toEqual([])
    const another = { productClasses: ['UNREGULATED'] as const }
    expect(needsGate({ needs: [another, ...needs], productClasses: ['CLASS_II', 'UNREGULATED'] })).toEqual([])
  })

  it('is offered nothing else: one violation per class (CUS-8)', () => {
    const productClasses = ['CLASS_I', 'CLASS_III', 'CLASS_III', 'UNREGULATED'] as const
    expect(refused(needsGate({ needs, productClasses }))).toEqual([
      ['CUS-8', 'productClasses.1', { productClass: 'CLASS_III', recordedNeeds: 1 }],
      ['CUS-8', 'productClasses.3', { productClass: 'UNREGULATED', recordedNeeds: 1 }],
    ])
  })
})

describe('a sale', () => {
  const gate = (input: Partial<Parameters<typeof creditGate>[0]>) =>
    refused(creditGate({ creditOutcome: 'GOOD', licences: [verified], at, zone, ...input }))
  const unqualified = (recordedLicences: number) => [
    'CUS-4',
    'licences',
    { reason: 'QUALIFICATION_NOT_INVESTIGATED', recordedLicences },
  ]
  const uninvestigated = ['CUS-4', 'creditOutcome', { reason: 'CREDIT_NOT_INVESTIGATED', creditOutcome: null }]

  it.each(['GOOD', 'LIMITED'] as const)(
    'passes with qualification and %s credit investigated (CUS-4)',
    (creditOutcome) => {
      expect(gate({ creditOutcome })).toEqual([])
    },
  )

  it('is refused for credit that was never investigated, or refused (CUS-4)', () => {
    expect(gate({ creditOutcome: null })).toEqual([uninvestigated])
    expect(gate({ creditOutcome: 'REFUSED' })).toEqual([
      ['CUS-4', 'creditOutcome', { reason: 'CREDIT_REFUSED', creditOutcome: 'REFUSED' }],
    ])
  })

  it.each([
    ['no licence', []],
    ['an unverified one', [{ ...verified, verifiedAt: null }]],
    ['a revoked one', [{ ...verified, revokedAt: at }]],
    ['an expired one', [{ ...verified, validUntil: parseLocalDate('2026-03-01') }]],
  ])('is refused for a qualification with %s (CUS-4)', (_, licences) => {
    expect(gate({ licences })).toEqual([unqualified(licences.length)])
  })

  it('hears of both at once (CUS-4)', () => {
    expect(gate({ licences: [], creditOutcome: null })).toEqual([unqualified(0), uninvestigated])
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { platformGate } from './platform.ts'
import {
  type PlatformAgreement,
  type PlatformAssessment,
  type PlatformGateInput,
  platformCriteria,
} from './platform-input.ts'

const at = parseInstant('2026-03-02T09:00:00+08:00')
const before = plusMillis(at, -1)
const after = plusMillis(at, 1)
const text = { revision: 1, digest: 'digest-1' }

const assessment = (given: Partial<PlatformAssessment> = {}): PlatformAssessment => ({
  criterion: 'REPUTATION',
  outcome: 'MET',
  grounds: 'what was found',
  assessedAt: at,
  ...given,
})
const all = platformCriteria.map((criterion) => assessment({ criterion }))

function agreement(given: Partial<PlatformAgreement> = {}): PlatformAgreement {
  return {
    agreementId: 'agreement-1',
    text,
    draftedBy: 'platform',
    reviews: [
      {
        reviewId: 'r1',
        text,
        reviewedBy: 'lawyer',
        reviewerRole: 'LEGAL',
        reviewedAt: plusMillis(before, -1),
        outcome: 'APPROVED',
      },
    ],
    signedAt: before,
    validFrom: at,
    validUntil: after,
    terminatedAt: null,
    ...given,
  }
}

function gate(given: Partial<PlatformGateInput> = {}) {
  return platformGate({ platformId: 'platform', assessments: all, agreement: agreement(), at, ...given })
}

describe('a platform', () => {
  it('may be sold on, once screened and under an agreement in force (CHN-3, CHN-4)', () => {
    expect(gate()).toEqual([])
    expect(gate({ agreement: agreement({ validUntil: null }) })).toEqual([])
  })

  it('is screened on what the regulations name (CHN-3)', () => {
    expect(platformCriteria).toEqual([
      'REPUTATION',
      'USER_SCALE',
      'SALES_POLICY',
      'MARKET_DEMAND',
      'CUSTOMER_GROUP',
      'STABILITY',
    ])
  })

  it.each(platformCriteria)('is refused as long as %s is not assessed (CHN-3)', (criterion) => {
    const assessments = all.filter((each) => each.criterion !== criterion)
    expect(refused(gate({ assessments }))).toEqual([
      ['CHN-3', 'assessments', { reason: 'NOT_ASSESSED', platformId: 'platform', criterion, assessedAt: null }],
    ])
  })

  it('is refused when a criterion is only assessed later (CHN-3)', () => {
    const assessments = all.map((each) => (each.criterion === 'STABILITY' ? { ...each, assessedAt: after } : each))
    expect(refused(gate({ assessments }))).toMatchObject([['CHN-3', 'assessments', { reason: 'NOT_ASSESSED' }]])
  })

  it.each([
    ['NOT_MET', 'assessments.2.outcome', { outcome: 'NOT_MET' }],
    ['NO_GROUNDS', 'assessments.2.grounds', { grounds: ' ' }],
    ['NOT_MET', 'assessments.2.outcome', { outcome: 'NOT_MET', grounds: '' }],
  ] as const)('is refused when a criterion is %s, at %s (CHN-3)', (reason, path, given) => {
    const criterion = 'SALES_POLICY'
    const assessments = all.map((each) => (each.criterion === criterion ? { ...each, ...given } : each))
    expect(refused(gate({ assessments }))).toEqual([
      ['CHN-3', path, { reason, platformId: 'platform', criterion, assessedAt: at }],
    ])
  })

  it.each([
    ['a later one that fails it', [assessment({ assessedAt: before }), assessment({ outcome: 'NOT_MET' })], ['1']],
    ['whatever the order on file', [assessment({ outcome: 'NOT_MET' }), assessment({ assessedAt: before })], ['0']],
    ['of two at once the one that fails it', [assessment(), assessment({ outcome: 'NOT_MET' })], ['1']],
    ['a later one that finds it met', [assessment({ outcome: 'NOT_MET', assessedAt: before }), assessment()], []],
    ['none that is still to come', [assessment(), assessment({ outcome: 'NOT_MET', assessedAt: after })], []],
  ] as const)('is judged by the latest assessment: %s (CHN-3)', (_, ofReputation, refusedAt) => {
    const assessments = [...ofReputation, ...all.slice(1)]
    expect(refused(gate({ assessments })).map(([rule, path]) => `${rule} ${path}`)).toEqual(
      refusedAt.map((index) => `CHN-3 assessments.${index}.outcome`),
    )
  })

  it('is refused without an agreement (CHN-4)', () => {
    expect(refused(gate({ agreement: null }))).toEqual([
      ['CHN-4', 'agreement', { reason: 'MISSING', platformId: 'platform', at }],
    ])
  })

  it.each([
    ['NOT_SIGNED', 'signedAt', { signedAt: null }],
    ['NOT_SIGNED', 'signedAt', { signedAt: at }],
    ['NOT_YET_VALID', 'validFrom', { validFrom: after }],
    ['EXPIRED', 'validUntil', { validUntil: at }],
    ['TERMINATED', 'terminatedAt', { terminatedAt: at }],
    ['TERMINATED', 'terminatedAt', { terminatedAt: before }],
  ] as const)('is refused under an agreement that is %s, at its %s: %j (CHN-4)', (reason, field, given) => {
    const { signedAt, validFrom, validUntil, terminatedAt } = agreement(given)
    expect(refused(gate({ agreement: agreement(given) }))).toEqual([
      [
        'CHN-4',
        `agreement.${field}`,
        {
          reason,
          platformId: 'platform',
          agreementId: 'agreement-1',
          signedAt,
          validFrom,
          validUntil,
          terminatedAt,
          at,
        },
      ],
    ])
  })

  it('may be sold on until an agreed end comes (CHN-4)', () => {
    expect(gate({ agreement: agreement({ terminatedAt: after }) })).toEqual([])
  })

  it('is refused when legal did not review its terms before the signature (CON-3, C38)', () => {
    expect(refused(gate({ agreement: agreement({ reviews: [] }) }))).toEqual([
      ['CON-3', 'agreement.reviews', { reason: 'MISSING', revision: 1 }],
    ])
    const [review] = agreement().reviews
    const late = agreement({ reviews: review ? [{ ...review, reviewedAt: before }] : [] })
    expect(refused(gate({ agreement: late }))).toMatchObject([
      ['CON-3', 'agreement.reviews.0.reviewedAt', { reason: 'NOT_BEFORE_SIGNATURE', signedAt: before }],
    ])
  })

  it('hears of everything at once, each in other words (CHN-3, CHN-4)', () => {
    const assessments = [assessment({ outcome: 'NOT_MET' }), assessment({ criterion: 'USER_SCALE', grounds: '' })]
    const over = { signedAt: null, validFrom: after, validUntil: at, terminatedAt: at }
    const violations = [...gate({ assessments, agreement: agreement(over) }), ...gate({ agreement: null })]
    expect(refused(violations).map(([rule, , { reason }]) => `${rule} ${reason}`)).toEqual([
      'CHN-3 NOT_MET',
      'CHN-3 NO_GROUNDS',
      'CHN-3 NOT_ASSESSED',
      'CHN-3 NOT_ASSESSED',
      'CHN-3 NOT_ASSESSED',
      'CHN-3 NOT_ASSESSED',
      'CHN-4 NOT_SIGNED',
      'CHN-4 NOT_YET_VALID',
      'CHN-4 EXPIRED',
      'CHN-4 TERMINATED',
      'CHN-4 MISSING',
    ])
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(violations.map(({ message }) => message[language])).size).toBe(11)
    }
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import {
  type ComparedFigure,
  type ImprovementToClose,
  improvementEffectiveGate,
  type OpinionToClose,
  opinionSettlementGate,
  seriousComplaintGate,
} from './improvement.ts'

const [nine, ten, eleven] = [
  parseInstant('2026-03-02T09:00:00+08:00'),
  parseInstant('2026-03-02T10:00:00+08:00'),
  parseInstant('2026-03-02T11:00:00+08:00'),
]
const afterEleven = parseInstant('2026-03-02T11:00:00.001+08:00')

describe('an opinion', () => {
  const opinion: OpinionToClose = { studiedAt: nine, settledAt: ten, formNumber: 'OP-26-001', closesAt: eleven }
  const gate = (given: Partial<OpinionToClose> = {}) =>
    refused(opinionSettlementGate({ ...opinion, ...given })).map(
      ([rule, path, { reason }]) => `${rule} ${path} ${reason}`,
    )

  it('closes when studied, then settled, on its form (IMP-3)', () => {
    expect(gate()).toEqual([])
    expect(gate({ studiedAt: eleven, settledAt: eleven })).toEqual([])
  })

  it('does not close unstudied (IMP-3)', () => {
    expect(refused(opinionSettlementGate({ ...opinion, studiedAt: null }))).toEqual([
      [
        'IMP-3',
        'studiedAt',
        { reason: 'NOT_STUDIED', studiedAt: null, settledAt: ten, formNumber: 'OP-26-001', closesAt: eleven },
      ],
    ])
    expect(gate({ studiedAt: afterEleven })).toEqual(['IMP-3 studiedAt NOT_STUDIED'])
  })

  it('does not close unsettled (IMP-3)', () => {
    expect(gate({ settledAt: null })).toEqual(['IMP-3 settledAt NOT_SETTLED'])
    expect(gate({ settledAt: afterEleven })).toEqual(['IMP-3 settledAt NOT_SETTLED'])
  })

  it('is not settled before it is studied (IMP-3)', () => {
    expect(gate({ studiedAt: ten, settledAt: nine })).toEqual(['IMP-3 settledAt SETTLED_UNSTUDIED'])
    expect(gate({ studiedAt: ten, settledAt: ten })).toEqual([])
  })

  it.each([null, '', ' '])('does not close on the form %j (IMP-3)', (formNumber) => {
    expect(gate({ formNumber })).toEqual(['IMP-3 formNumber NO_FORM'])
  })

  it('hears of everything at once (IMP-3)', () => {
    expect(gate({ studiedAt: null, settledAt: null, formNumber: null })).toHaveLength(3)
  })
})

describe('an improvement action', () => {
  const fewerReturns: ComparedFigure = { figure: 'KPI-35', before: 0.04, after: 0.01, better: 'LOWER' }
  const verification = { verifiedBy: 'li', verifiedAt: ten, figures: [fewerReturns] }
  const action: ImprovementToClose = {
    closeAs: 'EFFECTIVE',
    ownerId: 'wang',
    executedAt: nine,
    verification,
    closesAt: eleven,
  }
  const gate = (given: Partial<ImprovementToClose> = {}) =>
    refused(improvementEffectiveGate({ ...action, ...given })).map(
      ([rule, path, { reason }]) => `${rule} ${path} ${reason}`,
    )
  const withFigures = (...figures: readonly ComparedFigure[]) => gate({ verification: { ...verification, figures } })

  it('is effective once another person has verified it by figures (IMP-1)', () => {
    expect(gate()).toEqual([])
    expect(gate({ executedAt: eleven, verification: { ...verification, verifiedAt: eleven } })).toEqual([])
  })

  it('is not effective unverified, and may close as ineffective so (IMP-1)', () => {
    expect(refused(improvementEffectiveGate({ ...action, verification: null }))).toEqual([
      ['IMP-1', 'verification', { reason: 'NOT_VERIFIED', executedAt: nine, closesAt: eleven }],
    ])
    expect(gate({ verification: null, closeAs: 'INEFFECTIVE' })).toEqual([])
    expect(gate({ verification: { ...verification, verifiedAt: afterEleven } })).toEqual([
      'IMP-1 verification NOT_VERIFIED',
    ])
  })

  it('is not verified before it was carried out (IMP-1)', () => {
    expect(gate({ executedAt: null })).toEqual(['IMP-1 verification.verifiedAt VERIFIED_TOO_EARLY'])
    expect(gate({ executedAt: eleven })).toEqual(['IMP-1 verification.verifiedAt VERIFIED_TOO_EARLY'])
  })

  it('is not verified by its owner, who is not named in the facts (IMP-1)', () => {
    const violations = improvementEffectiveGate({ ...action, verification: { ...verification, verifiedBy: 'wang' } })
    expect(refused(violations)).toEqual([
      [
        'IMP-1',
        'verification.verifiedBy',
        {
          reason: 'VERIFIED_BY_OWNER',
          executedAt: nine,
          verifiedAt: ten,
          closesAt: eleven,
          figures: 'KPI-35: 0.04 -> 0.01',
        },
      ],
    ])
  })

  it('needs a figure that was counted before and after (IMP-1)', () => {
    const lacking = ['IMP-1 verification.figures NO_FIGURES']
    expect(withFigures()).toEqual(lacking)
    expect(withFigures({ ...fewerReturns, before: null })).toEqual(lacking)
    expect(withFigures({ ...fewerReturns, after: null })).toEqual(lacking)
    expect(withFigures({ ...fewerReturns, after: null }, fewerReturns)).toEqual([])
    const violations = improvementEffectiveGate({
      ...action,
      verification: {
        ...verification,
        figures: [
          { ...fewerReturns, before: null },
          { ...fewerReturns, after: null },
        ],
      },
    })
    expect(violations[0]?.facts['figures']).toBe('KPI-35: - -> 0.01, KPI-35: 0.04 -> -')
  })

  it('needs one that got better: lower or higher, as it is meant (IMP-1)', () => {
    const not = ['IMP-1 verification.figures NOT_BETTER']
    const figure = (better: ComparedFigure['better'], before: number, after: number) =>
      withFigures({ figure: 'KPI-23', before, after, better })
    expect(figure('HIGHER', 3, 4)).toEqual([])
    expect(figure('HIGHER', 3, 3)).toEqual(not)
    expect(figure('HIGHER', 4, 3)).toEqual(not)
    expect(figure('LOWER', 4, 3)).toEqual([])
    expect(figure('LOWER', 3, 3)).toEqual(not)
    expect(figure('LOWER', 3, 4)).toEqual(not)
    // A figure that was not counted does not make up for one that got no better, however it is meant.
    const worse: ComparedFigure = { figure: 'KPI-23', before: 4, after: 3, better: 'HIGHER' }
    expect(withFigures(worse, { ...fewerReturns, after: null })).toEqual(not)
    expect(withFigures(worse, { ...worse, before: null })).toEqual(not)
    expect(withFigures(worse, fewerReturns)).toEqual([])
  })

  it('hears of everything at once (IMP-1)', () => {
    const nothing = { verifiedBy: 'wang', verifiedAt: afterEleven, figures: [] }
    expect(gate({ executedAt: null, verification: nothing })).toEqual([
      'IMP-1 verification.verifiedAt VERIFIED_TOO_EARLY',
      'IMP-1 verification NOT_VERIFIED',
      'IMP-1 verification.verifiedBy VERIFIED_BY_OWNER',
      'IMP-1 verification.figures NO_FIGURES',
    ])
  })
})

describe('a complaint', () => {
  it('that is serious names its improvement action (CMP-11)', () => {
    expect(seriousComplaintGate({ isSerious: true, improvementActionId: 'ia-1' })).toEqual([])
    for (const improvementActionId of [null, '', ' ']) {
      expect(refused(seriousComplaintGate({ isSerious: true, improvementActionId }))).toEqual([
        ['CMP-11', 'improvementActionId', { reason: 'NO_MEASURE', isSerious: true, improvementActionId }],
      ])
    }
  })

  it('that is not serious needs none (CMP-11)', () => {
    expect(seriousComplaintGate({ isSerious: false, improvementActionId: null })).toEqual([])
  })
})

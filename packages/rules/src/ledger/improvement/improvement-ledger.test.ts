import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { ImprovementFactData } from './facts.ts'
import { improvementLedger } from './improvement-ledger.ts'

const reckoning = reckoningWith({})
const fact = factsOf<ImprovementFactData>()
const approved = (at: number, due = 100, productId: string | null = null) =>
  fact('ImprovementApproved', at, { ownerId: 'p', teamId: 't', productId, effectiveBy: hour(due) })
const verified = (at: number, isEffective: boolean) => fact('ImprovementVerified', at, { isEffective })

const measure = (...facts: readonly Fact[]) => outcomeOf(improvementLedger, facts, reckoning).measurements
const closure = (at: number, ...facts: readonly Fact[]) => counted(measure(...facts), at)

describe('an improvement action (KPI-28, IMP-1)', () => {
  it.each([
    ['is pending until it falls due', 100, [], [0, 0, 1]],
    ['is missed a millisecond later', 100 + MILLISECOND, [], [0, 1, 0]],
    ['succeeds when it is verified as effective at the due instant', 100, [verified(100, true)], [1, 1, 0]],
    ['is missed when it is verified a millisecond later', 120, [verified(100 + MILLISECOND, true)], [0, 1, 0]],
    ['is pending when it is verified as ineffective', 60, [verified(50, false)], [0, 0, 1]],
    ['is missed when it stays ineffective', 101, [verified(50, false)], [0, 1, 0]],
    ['succeeds with a second attempt in time', 90, [verified(50, false), verified(80, true)], [1, 1, 0]],
    ['is open again when it is found ineffective', 60, [verified(50, true), verified(60, false)], [0, 0, 1]],
    ['is missed when it is found ineffective for good', 101, [verified(50, true), verified(60, false)], [0, 1, 0]],
    ['is a success until then', 59, [verified(50, true), verified(60, false)], [1, 1, 0]],
    ['loses its success after the due instant, too', 130, [verified(50, true), verified(130, false)], [0, 1, 0]],
    [
      'succeeds when it is verified anew in time',
      101,
      [verified(50, true), verified(60, false), verified(70, true)],
      [1, 1, 0],
    ],
  ])('%s', (_, at, facts, expected) => {
    expect(closure(at, approved(0), ...facts)).toEqual(expected)
  })

  it('counts in the period in which it falls due, for owner, team and product', () => {
    const action = {
      kpi: 'KPI-28',
      part: null,
      countsAt: hour(100),
      dueAt: hour(100),
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes: ['person:p', 'team:t', 'product:x'],
    }
    expect(measure(approved(3, 100, 'x'), verified(50, true), verified(60, false))).toEqual([
      { ...action, item: '', since: hour(3), achievedAt: hour(50), until: hour(60) },
      { ...action, item: '2', since: hour(60), achievedAt: null, until: null },
    ])
    expect(measure(approved(3))[0]?.scopes).toEqual(['person:p', 'team:t'])
  })

  it('keeps the date of its first approval, and is under no limit of its own', () => {
    expect(measure(approved(5, 300), approved(0, 100), approved(9, 400))).toMatchObject([
      { since: hour(0), dueAt: hour(100) },
    ])
    const once = told(improvementLedger, [approved(0)])
    expect(improvementLedger.record(once, approved(0, 300))).toBe(once)
    expect(outcomeOf(improvementLedger, [approved(0)], reckoning).timers).toEqual([])
  })
})

describe('a scorecard of improvement actions (KPI-28, IMP-1)', () => {
  const all = [
    measure(approved(0), verified(90, true)),
    measure(approved(0), verified(101, true)),
    measure(approved(0)),
    measure(approved(0, 500), verified(90, true)),
  ].flat()

  it('shows what was effective in time of what fell due in the period', () => {
    const period = { from: 0, to: 200 }
    expect(rowOf(all, ['KPI-28', null], 150, period)).toMatchObject({ numerator: 1, denominator: 3, value: 1 / 3 })
    expect(rowOf(all, ['KPI-28', null], 95, period)).toMatchObject({ numerator: 1, denominator: 1, pending: 2 })
    expect(rowOf(all, ['KPI-28', null], 80, period)).toMatchObject({ denominator: 0, pending: 3, value: null })
  })
})

describe('the history of an improvement action', () => {
  it('says the same in whatever order it is told', () => {
    const anyFact = fc.tuple(anyHour, fc.boolean()).map(([at, isEffective]) => verified(at, isEffective))
    expectSameInAnyOrder(
      improvementLedger,
      reckoning,
      fc.tuple(anyHour, fc.array(anyFact, { maxLength: 6 })).map(([at, rest]) => [approved(at), ...rest]),
    )
  })

  it('is skipped where it is not known, and measures nothing before the approval is known', () => {
    expectOthersSkipped(improvementLedger, [approved(0), verified(1, true)])
    expect(outcomeOf(improvementLedger, [verified(1, true)], reckoning)).toEqual({ timers: [], measurements: [] })
  })
})

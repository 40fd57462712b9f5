import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { OpinionFactData } from './facts.ts'
import { opinionLedger } from './opinion-ledger.ts'

// The review is 100 hours after the receipt.
const reckoning = reckoningWith({})
const fact = factsOf<OpinionFactData>()
const received = (at: number, data: Partial<OpinionFactData['OpinionReceived']> = {}) =>
  fact('OpinionReceived', at, { customerId: 'c', productId: 'p', reviewBy: hour(at + 100), ...data })
const studied = (at: number) => fact('OpinionStudied', at, {})
const settled = (at: number) => fact('OpinionSettled', at, {})
const excluded = (at: number) => fact('OpinionExcluded', at, {})
const restored = (at: number) => fact('OpinionRestored', at, {})

const measure = (...facts: readonly Fact[]) => outcomeOf(opinionLedger, facts, reckoning).measurements

describe('an opinion (KPI-27, IMP-3)', () => {
  it.each([
    ['is pending until its review', 100, [], [0, 0, 1]],
    ['is missed a millisecond after its review', 100 + MILLISECOND, [], [0, 1, 0]],
    ['is pending when only studied', 50, [studied(20)], [0, 0, 1]],
    ['is missed after its review when only studied', 101, [studied(20)], [0, 1, 0]],
    ['is pending before it is settled', 40 - MILLISECOND, [studied(20), settled(40)], [0, 0, 1]],
    ['is closed once studied and settled', 40, [studied(20), settled(40)], [1, 1, 0]],
    ['is closed when both come at the review', 100, [studied(100), settled(100)], [1, 1, 0]],
    ['is pending before it is settled unstudied', 40 - MILLISECOND, [settled(40)], [0, 0, 1]],
    ['is a miss once settled unstudied', 40, [settled(40)], [0, 1, 0]],
    ['is a miss until it is studied after all', 60 - MILLISECOND, [settled(40), studied(60)], [0, 1, 0]],
    ['is closed when it is studied after all', 60, [settled(40), studied(60)], [1, 1, 0]],
    ['is missed before it is settled late', 149, [studied(20), settled(150)], [0, 1, 0]],
    ['is closed when it is settled late', 150, [studied(20), settled(150)], [1, 1, 0]],
    ['keeps its first study and settlement', 40, [studied(50), settled(60), studied(20), settled(40)], [1, 1, 0]],
  ])('%s', (_, at, facts, expected) => {
    expect(counted(measure(received(0), ...facts), at)).toEqual(expected)
  })

  it('counts in the period of receipt, for customer and product, where known', () => {
    expect(measure(received(3), studied(20), settled(500))).toEqual([
      {
        kpi: 'KPI-27',
        part: null,
        item: '',
        since: hour(3),
        countsAt: hour(3),
        dueAt: hour(103),
        achievedAt: hour(500),
        numerator: 1,
        denominator: 1,
        currency: null,
        countsLate: true,
        scopes: ['customer:c', 'product:p'],
      },
    ])
    expect(measure(received(0, { customerId: null, productId: null }))).toMatchObject([{ scopes: [] }])
  })

  it('is under no limit of its own', () => {
    expect(outcomeOf(opinionLedger, [received(0)], reckoning).timers).toEqual([])
  })

  it('that is a duplicate or spam counts nowhere, unless that was a mistake', () => {
    const facts = [received(0), settled(4), excluded(5)]
    expect(counted(measure(...facts), 5)).toEqual([0, 0, 0])
    expect(counted(measure(...facts), 5 - MILLISECOND)).toEqual([0, 1, 0])
    expect(counted(measure(...facts, restored(6)), 6)).toEqual([0, 1, 0])
  })

  it('keeps its earliest receipt', () => {
    expect(measure(received(5), received(0, { customerId: 'd' }), received(9))).toMatchObject([
      { since: hour(0), dueAt: hour(100), scopes: ['customer:d', 'product:p'] },
    ])
    const once = told(opinionLedger, [received(0)])
    expect(opinionLedger.record(once, received(0))).toBe(once)
  })
})

describe('a scorecard of opinions (KPI-27, IMP-3)', () => {
  // Closed, closed late, settled unstudied, forgotten, and not yet due.
  const all = [
    measure(received(0), studied(20), settled(40)),
    measure(received(0), studied(20), settled(150)),
    measure(received(0), settled(40)),
    measure(received(0)),
    measure(received(90)),
  ].flat()

  it('shows the share that was studied and settled', () => {
    expect(rowOf(all, ['KPI-27', null], 160)).toMatchObject({ numerator: 2, denominator: 4, pending: 1, value: 0.5 })
    expect(rowOf(all, ['KPI-27', null], 100)).toMatchObject({ numerator: 1, denominator: 2, pending: 3, value: 0.5 })
    expect(rowOf(all, ['KPI-27', null], 10)).toMatchObject({ denominator: 0, pending: 4, value: null })
  })
})

describe('the history of an opinion', () => {
  it('says the same in whatever order it is told', () => {
    const anyFact = fc.oneof(anyHour.map(studied), anyHour.map(settled), anyHour.map(excluded), anyHour.map(restored))
    expectSameInAnyOrder(
      opinionLedger,
      reckoning,
      fc.tuple(anyHour, fc.array(anyFact, { maxLength: 6 })).map(([at, rest]) => [received(at), ...rest]),
    )
  })

  it('is skipped where it is not known, and measures nothing before the receipt is known', () => {
    expectOthersSkipped(opinionLedger, [received(0), studied(1)])
    const headless = [studied(1), settled(2), restored(3)]
    expect(outcomeOf(opinionLedger, headless, reckoning)).toEqual({ timers: [], measurements: [] })
  })
})

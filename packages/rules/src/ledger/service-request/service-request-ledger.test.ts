import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf } from '../../kpi/durations.ts'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import {
  assigned,
  closed,
  confirmed,
  excluded,
  linked,
  measure,
  progress,
  received,
  reckoning,
  reopened,
  reported,
  restored,
  waitBegan,
  waitEnded,
} from './service-request-fixture.ts'
import { serviceRequestLedger } from './service-request-ledger.ts'

const HOUR = 3_600_000
const solved = (at: number, ...facts: readonly Fact[]) => counted(measure('KPI-21', facts), at)

describe('the resolution of a request (KPI-21, SRV-13)', () => {
  it.each([
    ['counts as unsolved from receipt', 0, [received(0)], [0, 1, 0]],
    ['counts nothing before receipt', -1, [received(0)], [0, 0, 0]],
    ['is unsolved before the confirmation', 5 - MILLISECOND, [received(0), confirmed(5)], [0, 1, 0]],
    ['is solved from the confirmation on', 5, [received(0), confirmed(5)], [1, 1, 0]],
    ['is not solved by a reported result', 9, [received(0), reported(5)], [0, 1, 0]],
    ['is not solved by closing without an answer (C32)', 9, [received(0), closed(5, 'NO_ANSWER')], [0, 1, 0]],
    [
      'is still solved a millisecond before it is reopened',
      8 - MILLISECOND,
      [received(0), confirmed(5), reopened(8)],
      [1, 1, 0],
    ],
    ['is lost when it is reopened', 8, [received(0), confirmed(5), reopened(8)], [0, 1, 0]],
    ['is solved again', 12, [received(0), confirmed(5), reopened(8), confirmed(12)], [1, 1, 0]],
    ['was solved then, seen from then', 6, [received(0), confirmed(5), reopened(8), confirmed(12)], [1, 1, 0]],
  ])('%s', (_, at, facts, expected) => {
    expect(solved(at, ...facts)).toEqual(expected)
  })

  it('counts in the period of receipt, for customer, product and lot', () => {
    expect(measure('KPI-21', [received(3, { productId: 'p', lotId: 'l' }), confirmed(500)])).toEqual([
      {
        kpi: 'KPI-21',
        part: null,
        item: '',
        since: hour(3),
        countsAt: hour(3),
        dueAt: null,
        achievedAt: hour(500),
        numerator: 1,
        denominator: 1,
        currency: null,
        until: null,
        scopes: ['customer:c', 'product:p', 'lot:l'],
      },
    ])
  })

  it('counts for whom it was assigned to when it was solved; until then, for whom it was assigned to last', () => {
    const facts = [received(0), assigned(9, 'b'), assigned(2, 'a', 't')]
    expect(measure('KPI-21', facts)[0]?.scopes).toEqual(['customer:c', 'person:b'])
    expect(measure('KPI-21', [...facts, confirmed(5)])[0]?.scopes).toEqual(['customer:c', 'person:a', 'team:t'])
  })

  it('is a share of requests received in the period', () => {
    // Received: one solved, one reopened, one closed without an answer; a fourth in a later period.
    const all = [
      [received(0), confirmed(50)],
      [received(1), confirmed(2), reopened(3)],
      [received(2), closed(9, 'NO_ANSWER')],
      [received(30), confirmed(31)],
    ].flatMap((facts) => measure('KPI-21', facts))
    const period = { from: 0, to: 24 }
    expect(rowOf(all, ['KPI-21', null], 60, period)).toMatchObject({ numerator: 1, denominator: 3, value: 1 / 3 })
    expect(rowOf(all, ['KPI-21', null], 49, period)).toMatchObject({ numerator: 0, denominator: 3, value: 0 })
  })
})

describe('the time to the solution (KPI-22, SRV-23)', () => {
  const bins = (part: 'withPauses' | 'withoutPauses', ...facts: readonly Fact[]) =>
    measure(`KPI-22 ${part}`, facts).map(({ bin }) => bin)

  it('is not measured before the customer confirmed', () => {
    expect(measure('KPI-22 withPauses', [received(0), reported(5), closed(9, 'NO_ANSWER')])).toEqual([])
  })

  it('runs from receipt to confirmation, in the period of receipt', () => {
    expect(measure('KPI-22 withPauses', [received(3), assigned(4, 'a'), confirmed(10)])).toEqual([
      {
        kpi: 'KPI-22',
        part: 'withPauses',
        item: '',
        since: hour(10),
        countsAt: hour(3),
        dueAt: null,
        achievedAt: hour(10),
        numerator: 1,
        denominator: 1,
        currency: null,
        bin: binOf(7 * HOUR),
        until: null,
        scopes: ['customer:c', 'person:a'],
      },
    ])
  })

  it('is shown with and without the waits, overlapping ones once (C40)', () => {
    // 10 hours, of which the hours 2 to 4 and 3 to 5 are waited: 3.
    const facts = [
      received(0),
      waitBegan(2, 'v'),
      waitEnded(4, 'v'),
      waitBegan(3, 'w'),
      waitEnded(5, 'w'),
      confirmed(10),
    ]
    expect(bins('withPauses', ...facts)).toEqual([binOf(10 * HOUR)])
    expect(bins('withoutPauses', ...facts)).toEqual([binOf(7 * HOUR)])
  })

  it('ends a wait that was never ended', () => {
    expect(bins('withoutPauses', received(0), waitBegan(4), confirmed(10))).toEqual([binOf(4 * HOUR)])
  })

  it('is open time under the policy of receipt, of waits, too', () => {
    // A company that is open every second hour, under v5.
    const openTimeBetween = (version: string, from: string, to: string) =>
      version === 'v5' ? (Date.parse(to) - Date.parse(from)) / 2 : Number.NaN
    const facts = [received(0, {}, 'v5'), waitBegan(2), waitEnded(6), confirmed(10)]
    const by = { ...reckoning, openTimeBetween }
    expect(measure('KPI-22 withPauses', facts, by)).toMatchObject([{ bin: binOf(5 * HOUR) }])
    expect(measure('KPI-22 withoutPauses', facts, by)).toMatchObject([{ bin: binOf(3 * HOUR) }])
  })

  it('of a reopened request runs from receipt to the confirmation that holds', () => {
    const facts = [received(0), confirmed(5), reopened(8), confirmed(12)]
    expect(measure('KPI-22 withPauses', facts)).toMatchObject([
      { item: '', bin: binOf(5 * HOUR), until: hour(8) },
      { item: '2', bin: binOf(12 * HOUR), since: hour(12), until: null },
    ])
    const at = (asOf: number) => counted(measure('KPI-22 withoutPauses', facts), asOf)
    expect([at(4), at(5), at(8), at(12)]).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
      [1, 1, 0],
    ])
  })

  it('took no time where the confirmation is dated before the receipt', () => {
    const facts = [received(5), waitBegan(1), confirmed(3)]
    expect(measure('KPI-22 withoutPauses', facts)).toMatchObject([{ since: hour(5), bin: binOf(0) }])
  })

  it('is shown as a median', () => {
    const all = [1, 2, 3].flatMap((hours) => measure('KPI-22 withPauses', [received(0), confirmed(hours)]))
    const median = rowOf(all, ['KPI-22', 'withPauses.median'], 9)?.value ?? 0
    expect(Math.abs(median / (2 * HOUR) - 1)).toBeLessThanOrEqual(0.01)
  })
})

describe('a solved request', () => {
  it('counts for the person who had it, in the period of the solution (KPI-22)', () => {
    expect(
      measure('KPI-22 solvedPerStaffDay', [received(0), assigned(1, 'a', 't'), confirmed(9), assigned(10, 'b')]),
    ).toEqual([
      {
        kpi: 'KPI-22',
        part: 'solvedPerStaffDay',
        item: '',
        since: hour(9),
        countsAt: hour(9),
        dueAt: null,
        achievedAt: hour(9),
        numerator: 1,
        denominator: 0,
        currency: null,
        until: null,
        scopes: ['person:a', 'team:t'],
      },
    ])
  })

  it('counts no longer when it is reopened, and again when it is solved again (KPI-22)', () => {
    const facts = [received(0), confirmed(5), reopened(8), confirmed(12)]
    const at = (asOf: number) => counted(measure('KPI-22 solvedPerStaffDay', facts), asOf)[0]
    expect([at(5), at(8), at(12)]).toEqual([1, 0, 1])
  })

  it.each([
    ['is not linked to a knowledge entry', [], 9, [0, 1, 0]],
    ['is linked before it was solved', [linked(2)], 5, [1, 1, 0]],
    ['is linked from the link on', [linked(7)], 6, [0, 1, 0]],
    ['is linked with the first link', [linked(9), linked(7)], 7, [1, 1, 0]],
  ])('%s (KPI-34, KBS-1)', (_, facts, asOf, expected) => {
    expect(counted(measure('KPI-34 linked', [received(0), confirmed(5), ...facts]), asOf)).toEqual(expected)
  })

  it('is asked for its link in the period of the solution, once it is solved (KPI-34)', () => {
    expect(measure('KPI-34 linked', [received(0), linked(2)])).toEqual([])
    expect(measure('KPI-34 linked', [received(0), confirmed(5), reopened(8), confirmed(12)])).toMatchObject([
      { item: '', since: hour(5), countsAt: hour(5), until: hour(8), achievedAt: null },
      { item: '2', since: hour(12), countsAt: hour(12), until: null, scopes: ['customer:c'] },
    ])
  })
})

describe('a request', () => {
  it('is under no limit of its own', () => {
    expect(outcomeOf(serviceRequestLedger, [received(0)], reckoning).timers).toEqual([])
  })

  it('that is a duplicate or spam counts nowhere, unless that was a mistake (KPI-21, KPI-22, KPI-34)', () => {
    const facts = [received(0), progress(1), confirmed(2), excluded(9)]
    const denominatorAt = (at: number, told: readonly Fact[]) =>
      counted(outcomeOf(serviceRequestLedger, told, reckoning).measurements, at)[1]
    expect(denominatorAt(9, facts)).toBe(0)
    // Resolution, two durations, a link, two gaps; solved requests are set against days of work. So it was before, too.
    expect(denominatorAt(9 - MILLISECOND, facts)).toBe(6)
    expect(denominatorAt(10, [...facts, restored(10)])).toBe(6)
    expect(denominatorAt(9, [...facts, restored(10)])).toBe(0)
  })

  it('keeps its earliest receipt, however often it is told', () => {
    expect(measure('KPI-21', [received(2), received(1, { customerId: 'd' }), received(3)])).toMatchObject([
      { since: hour(1), scopes: ['customer:d'] },
    ])
    const once = told(serviceRequestLedger, [received(1)])
    expect(serviceRequestLedger.record(once, received(1)).received).toBe(once.received)
  })

  it('says the same in whatever order its history is told', () => {
    const waitId = fc.constantFrom('v', 'w')
    const anyFact = fc.oneof(
      anyHour.map(progress),
      anyHour.map(reported),
      anyHour.map(confirmed),
      anyHour.map(reopened),
      anyHour.map((at) => closed(at, 'NO_ANSWER')),
      anyHour.map(linked),
      fc.tuple(anyHour, fc.constantFrom('a', 'b')).map(([at, person]) => assigned(at, person)),
      fc.tuple(anyHour, waitId).map(([at, id]) => waitBegan(at, id)),
      fc.tuple(anyHour, waitId).map(([at, id]) => waitEnded(at, id)),
    )
    const histories = fc.tuple(anyHour, fc.array(anyFact, { maxLength: 10 }))
    expectSameInAnyOrder(
      serviceRequestLedger,
      reckoning,
      histories.map(([at, rest]) => [received(at), ...rest]),
    )
  })

  it('skips what it does not know, and measures nothing before the receipt is known', () => {
    expectOthersSkipped(serviceRequestLedger, [received(0), confirmed(1)])
    const headless = [confirmed(1), progress(1), waitBegan(1), linked(1), restored(1)]
    expect(outcomeOf(serviceRequestLedger, headless, reckoning)).toEqual({ timers: [], measurements: [] })
  })
})

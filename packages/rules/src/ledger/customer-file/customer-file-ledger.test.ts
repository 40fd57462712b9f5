import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { customerFileLedger } from './customer-file-ledger.ts'
import type { CustomerFileFactData } from './facts.ts'

const DAY = 24
// Seven calendar days: the reckoning of the tests counts elapsed hours.
const reckoning = reckoningWith({ 'file.update': 7 * DAY })
const fact = factsOf<CustomerFileFactData>()
const opened = (at: number, salespersonId: string | null = 's', policyVersion = 'v1') =>
  fact('CustomerFileOpened', at, { customerId: 'c', salespersonId, teamId: 't' }, { policyVersion })
const updated = (at: number, policyVersion = 'v1') => fact('CustomerFileUpdated', at, {}, { policyVersion })
const confirmed = (at: number) => fact('CustomerFileConfirmed', at, {})
const active = (at: number) => fact('CustomerBecameActive', at, {})
const inactive = (at: number) => fact('CustomerBecameInactive', at, {})
const closed = (at: number) => fact('CustomerFileClosed', at, {})

const outcome = (...facts: readonly Fact[]) => outcomeOf(customerFileLedger, facts, reckoning)
const timersOf = (...facts: readonly Fact[]) =>
  outcome(...facts).timers.map(({ startedAt, stoppedAt, voidedAt }) => [startedAt, stoppedAt, voidedAt])
const countedAt = (atHour: number, ...facts: readonly Fact[]) => counted(outcome(...facts).measurements, atHour)

describe('an active file (file.update, CUS-7)', () => {
  it('has to be updated, counted from its opening, under the policy of the opening', () => {
    expect(outcome(opened(3, 's', 'v7'), active(3)).timers).toEqual([
      {
        key: 'file.update',
        item: hour(3),
        rule: 'CUS-7',
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('has one limit running: an update stops it and begins the next, under its own policy (file.update)', () => {
    const { timers } = outcome(opened(0), active(0), updated(5, 'v2'), updated(9, 'v3'))
    expect(timers.map(({ item, stoppedAt, policyVersion }) => [item, stoppedAt, policyVersion])).toEqual([
      [hour(0), hour(5), 'v1'],
      [hour(5), hour(9), 'v2'],
      [hour(9), null, 'v3'],
    ])
  })

  it('is updated as well by confirming that nothing changed (C34, CUS-7)', () => {
    expect(timersOf(opened(0), active(0), confirmed(5))).toEqual([
      [hour(0), hour(5), null],
      [hour(5), null, null],
    ])
  })

  it('is updated once at one instant, and not before or by its opening (CUS-7)', () => {
    expect(timersOf(opened(4), active(4), updated(1), updated(4), updated(6), confirmed(6))).toEqual([
      [hour(4), hour(6), null],
      [hour(6), null, null],
    ])
  })

  it('is under the policy of its opening where it is updated at that instant (CUS-7)', () => {
    expect(outcome(opened(4), active(4), updated(4, 'v9')).timers.map(({ policyVersion }) => policyVersion)).toEqual([
      'v1',
    ])
  })

  it('keeps the earliest opening, and the earliest closing (CUS-7)', () => {
    expect(timersOf(opened(8, 'other'), opened(2), active(0), closed(30), closed(20))).toEqual([
      [hour(2), null, hour(20)],
    ])
  })
})

describe('a file that is not active (C34)', () => {
  it('has no limit before its party becomes active; then it runs from the last update (file.update, CUS-7)', () => {
    expect(timersOf(opened(0))).toEqual([])
    expect(timersOf(opened(0), updated(5))).toEqual([])
    // Active from hour 7 on: the update at 5 is the last one, the opening was over by then.
    expect(timersOf(opened(0), updated(5), active(7))).toEqual([[hour(5), null, null]])
  })

  it('may have been active before it was opened (CUS-7)', () => {
    expect(timersOf(active(0), opened(3))).toEqual([[hour(3), null, null]])
    expect(timersOf(active(0), inactive(3), opened(3))).toEqual([])
  })

  it('ends its limit, neither met nor missed, when it stops being active (file.update, CUS-7)', () => {
    expect(timersOf(opened(0), active(0), inactive(5))).toEqual([[hour(0), null, hour(5)]])
    expect(timersOf(opened(0), active(0), inactive(5), updated(8))).toEqual([[hour(0), null, hour(5)]])
  })

  it('met its limit when it is updated at that very instant (CUS-7)', () => {
    expect(timersOf(opened(0), active(0), inactive(5), updated(5))).toEqual([[hour(0), hour(5), null]])
  })

  it('goes on under the same limit when it becomes active again before an update (CUS-7)', () => {
    expect(timersOf(opened(0), active(0), inactive(5), active(9))).toEqual([[hour(0), null, null]])
    expect(timersOf(opened(0), active(0), inactive(5), active(9), inactive(12))).toEqual([[hour(0), null, hour(12)]])
    // Active again at the instant of the update: the former limit had ended, the new one begins.
    expect(timersOf(opened(0), active(0), inactive(5), active(9), updated(9))).toEqual([
      [hour(0), null, hour(5)],
      [hour(9), null, null],
    ])
  })

  it('stays active in doubt: said both at one instant, or twice (CUS-7)', () => {
    expect(timersOf(opened(0), active(4), inactive(4))).toEqual([[hour(0), null, null]])
    expect(timersOf(opened(0), inactive(4), active(4))).toEqual([[hour(0), null, null]])
    expect(timersOf(opened(0), active(0), inactive(3), active(2))).toEqual([[hour(0), null, hour(3)]])
  })
})

describe('a closed file', () => {
  it('has no limit any more, whatever is told of later (file.update, CUS-7)', () => {
    expect(timersOf(opened(0), active(0), closed(5), updated(6), active(7))).toEqual([[hour(0), null, hour(5)]])
    expect(timersOf(opened(0), active(0), closed(5), updated(5))).toEqual([[hour(0), hour(5), null]])
    expect(timersOf(opened(5), active(0), closed(5))).toEqual([])
  })
})

describe('the freshness of active files (KPI-29)', () => {
  it('is a state of the file, for customer, person and team', () => {
    expect(outcome(opened(2), active(2)).measurements).toEqual([
      {
        kpi: 'KPI-29',
        part: null,
        item: hour(2),
        since: hour(2),
        countsAt: null,
        dueAt: null,
        achievedAt: hour(2),
        numerator: 1,
        denominator: 1,
        currency: null,
        // The due instant is 7 days after hour 2, the last moment at which the file is fresh.
        lostAt: hour(2 + 7 * DAY + MILLISECOND),
        until: null,
        scopes: ['customer:c', 'person:s', 'team:t'],
      },
    ])
    expect(outcome(opened(2, null), active(2)).measurements[0]?.scopes).toEqual(['customer:c', 'team:t'])
  })

  it('lasts up to the due instant of file.update and not a millisecond longer (CUS-7, KPI-29)', () => {
    const facts = [opened(0), active(0)]
    expect(countedAt(-MILLISECOND, ...facts)).toEqual([0, 0, 0])
    expect(countedAt(0, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(7 * DAY, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(7 * DAY + MILLISECOND, ...facts)).toEqual([0, 1, 0])
    expect(countedAt(1000, ...facts)).toEqual([0, 1, 0])
  })

  it('comes back with the next update; past instants are seen as they were (KPI-29)', () => {
    const facts = [opened(0), active(0), updated(200)]
    expect(countedAt(199, ...facts)).toEqual([0, 1, 0])
    expect(countedAt(200, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(200 + 7 * DAY, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(200 + 7 * DAY + MILLISECOND, ...facts)).toEqual([0, 1, 0])
  })

  it('follows the policy of each update (KPI-29)', () => {
    // v2 asks for an update each day.
    const dueAtOf: typeof reckoning.dueAtOf = ({ startedAt, policyVersion }) =>
      policyVersion === 'v2' && startedAt === hour(5) ? hour(5 + DAY) : hour(5000)
    const facts = [opened(0), active(0), updated(5, 'v2')]
    const { measurements } = outcomeOf(customerFileLedger, facts, { ...reckoning, dueAtOf })
    expect(measurements.map(({ lostAt }) => lostAt)).toEqual([hour(5000 + MILLISECOND), hour(5 + DAY + MILLISECOND)])
  })

  it('counts a file only while it is active and open (C34, KPI-29)', () => {
    const facts = [opened(0), active(10), inactive(20), active(30), closed(40)]
    const at = [9, 10, 20 - MILLISECOND, 20, 29, 30, 40 - MILLISECOND, 40]
    expect(at.map((atHour) => countedAt(atHour, ...facts)[1])).toEqual([0, 1, 1, 0, 0, 1, 1, 0])
  })

  it('does not return by becoming active: the file is as old as it is (C34, KPI-29)', () => {
    const facts = [opened(0), active(200)]
    expect(countedAt(200, ...facts)).toEqual([0, 1, 0])
    expect(countedAt(210, ...facts, updated(210))).toEqual([1, 1, 0])
  })

  it('of several files is a share of the active ones (KPI-29)', () => {
    // Seen from hour 200: updated at 100, 10 and 150; the last of them is inactive since 160.
    const files = [
      [opened(0), active(0), updated(100)],
      [opened(0), active(0), updated(10)],
      [opened(0), active(0), updated(150), inactive(160)],
    ]
    const measurements = files.flatMap((facts) => outcome(...facts).measurements)
    expect(rowOf(measurements, ['KPI-29', null], 155)).toMatchObject({ numerator: 3, denominator: 3, value: 1 })
    expect(rowOf(measurements, ['KPI-29', null], 200)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
    // A state belongs to no period.
    expect(rowOf(measurements, ['KPI-29', null], 200, { from: 5000, to: 6000 })).toMatchObject({ denominator: 2 })
    expect(rowOf(measurements, ['KPI-29', null], -1)).toBeUndefined()
  })
})

describe('the history of a file', () => {
  it('may be told in any order (KPI-29, file.update)', () => {
    const anyFact = fc.oneof(
      ...[updated, confirmed, active, inactive, closed].map((make) => anyHour.map((at) => make(at))),
    )
    const history = fc.tuple(anyHour, fc.array(anyFact, { maxLength: 8 }))
    expectSameInAnyOrder(
      customerFileLedger,
      reckoning,
      history.map(([at, rest]) => [opened(at), ...rest]),
    )
    expectSameToldAnyhow(customerFileLedger, [opened(0), active(1), updated(2), inactive(5), active(9)], reckoning)
  })

  it('never has two limits running at once (file.update)', () => {
    const facts = fc.array(fc.oneof(...[updated, active, inactive].map((make) => anyHour.map((at) => make(at)))))
    fc.assert(
      fc.property(facts, (rest) => {
        const running = outcome(opened(0), ...rest).timers.filter(
          ({ stoppedAt, voidedAt }) => stoppedAt === null && voidedAt === null,
        )
        expect(running.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is skipped where it is not known, and measures nothing before the opening is known', () => {
    expectOthersSkipped(customerFileLedger, [opened(0), active(0), updated(1)])
    expect(outcome(active(0), updated(1), inactive(3), closed(5))).toEqual({ timers: [], measurements: [] })
    const once = told(customerFileLedger, [opened(0), updated(3)])
    expect(told(customerFileLedger, [opened(0), updated(3), updated(3), confirmed(3), opened(0)])).toEqual(once)
  })
})

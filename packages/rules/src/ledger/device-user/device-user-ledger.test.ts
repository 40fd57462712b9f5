import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { deviceUserLedger } from './device-user-ledger.ts'
import type { DeviceUserFactData } from './facts.ts'

// An interval of 100 hours.
const reckoning = reckoningWith({})
const fact = factsOf<DeviceUserFactData>()
const registered = (at: number, customerId = 'c') =>
  fact('DeviceUserRegistered', at, { customerId, salespersonId: 'p', teamId: 't', askBy: hour(at + 100) })
const asked = (at: number, interval = 100) => fact('UserAskedAboutUse', at, { askAgainBy: hour(at + interval) })
const removed = (at: number) => fact('DeviceUserRemoved', at, {})

const measure = (...facts: readonly Fact[]) => outcomeOf(deviceUserLedger, facts, reckoning).measurements
const state = (at: number, ...facts: readonly Fact[]) => counted(measure(...facts), at)

describe('a user of our products (KPI-25, CUS-13)', () => {
  it.each([
    ['counts nothing before the registration', -1, [], [0, 0, 0]],
    ['is pending while the first interval lasts', 0, [], [0, 0, 1]],
    ['is pending at the last moment of the first interval', 100, [], [0, 0, 1]],
    ['is missed a millisecond later', 100 + MILLISECOND, [], [0, 1, 0]],
    ['is pending before being asked', 39, [asked(40)], [0, 0, 1]],
    ['counts as asked from the asking', 40, [asked(40)], [1, 1, 0]],
    ['counts as asked at the last moment of the interval', 140, [asked(40)], [1, 1, 0]],
    ['is missed a millisecond after the interval', 140 + MILLISECOND, [asked(40)], [0, 1, 0]],
    ['counts as asked when asked late', 150, [asked(150)], [1, 1, 0]],
    ['counts as asked when asked again', 141, [asked(40), asked(120)], [1, 1, 0]],
    ['is missed between two askings', 145, [asked(40), asked(150)], [0, 1, 0]],
    ['goes by the latest asking, whatever was told last', 141, [asked(120), asked(40)], [1, 1, 0]],
    ['was missed then, seen from then', 110, [asked(150)], [0, 1, 0]],
    ['begins an interval with the registration, whatever was asked before', 50, [asked(-90)], [0, 0, 1]],
    ['counts as asked when registered', 0, [asked(0)], [1, 1, 0]],
    ['counts no more when removed', 60, [asked(40), removed(60)], [0, 0, 0]],
    ['counts until removed', 60 - MILLISECOND, [asked(40), removed(60)], [1, 1, 0]],
    ['counts no more when removed unasked', 60, [removed(60)], [0, 0, 0]],
    ['counts no more when asked after the removal', 80, [removed(60), asked(70)], [0, 0, 0]],
    ['is removed once', 60, [removed(90), removed(60)], [0, 0, 0]],
  ])('%s', (_, at, facts, expected) => {
    expect(state(at, registered(0), ...facts)).toEqual(expected)
  })

  it('is measured as a state, one for each asking', () => {
    const common = {
      kpi: 'KPI-25',
      part: 'userNetwork',
      countsAt: null,
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes: ['customer:c', 'person:p', 'team:t'],
    }
    const asking = (at: number) => ({ since: hour(at), dueAt: null, achievedAt: hour(at) })
    const after = (at: number) => hour(at + 100 + MILLISECOND)
    expect(measure(registered(0), asked(40), asked(90))).toEqual([
      { ...common, item: 'unasked', since: hour(0), dueAt: hour(100), achievedAt: null, until: hour(40) },
      { ...common, item: 'asked', ...asking(40), lostAt: after(40), until: hour(90) },
      { ...common, item: 'asked2', ...asking(90), lostAt: after(90), until: null },
    ])
  })

  it('has the longer of two intervals that are told of one asking', () => {
    expect(state(60, registered(0), asked(40, 10), asked(40, 100))).toEqual([1, 1, 0])
    expect(state(60, registered(0), asked(40, 100), asked(40, 10))).toEqual([1, 1, 0])
  })

  it('keeps the earliest registration', () => {
    expect(measure(registered(5, 'x'), registered(0), registered(9, 'y'))).toMatchObject([
      { since: hour(0), dueAt: hour(100), scopes: ['customer:c', 'person:p', 'team:t'] },
    ])
    const once = told(deviceUserLedger, [registered(0)])
    expect(deviceUserLedger.record(once, registered(0))).toBe(once)
  })
})

describe('the user network (KPI-25, CUS-13)', () => {
  // One asked in time, one not asked any more, one too new.
  const all = [measure(registered(0), asked(90)), measure(registered(0), asked(10)), measure(registered(100))].flat()

  it('is seen as of the instant, in every period', () => {
    for (const period of [
      { from: 0, to: 24 },
      { from: 500, to: 600 },
    ]) {
      expect(rowOf(all, ['KPI-25', 'userNetwork'], 150, period)).toMatchObject({
        numerator: 1,
        denominator: 2,
        pending: 1,
        value: 0.5,
      })
    }
  })

  it('is no part of the monthly coverage', () => {
    expect(rowOf(all, ['KPI-25', null], 150)).toBeUndefined()
  })

  it('has no value while everybody is new', () => {
    expect(rowOf(measure(registered(0)), ['KPI-25', 'userNetwork'], 1)).toMatchObject({ denominator: 0, value: null })
  })
})

describe('the history of a user', () => {
  it('says the same in whatever order it is told', () => {
    const anyFact = fc.oneof(
      fc.tuple(anyHour, fc.constantFrom(10, 20)).map(([at, interval]) => asked(at, interval)),
      anyHour.map(removed),
    )
    expectSameInAnyOrder(
      deviceUserLedger,
      reckoning,
      fc.tuple(anyHour, fc.array(anyFact, { maxLength: 6 })).map(([at, rest]) => [registered(at), ...rest]),
    )
  })

  it('is skipped where it is not known, and measures nothing before the registration is known', () => {
    expectOthersSkipped(deviceUserLedger, [registered(0), asked(1)])
    expect(outcomeOf(deviceUserLedger, [asked(1), removed(2)], reckoning)).toEqual({ timers: [], measurements: [] })
    expect(outcomeOf(deviceUserLedger, [registered(1)], reckoning).timers).toEqual([])
  })
})

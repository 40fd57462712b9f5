import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Role } from '../../catalogue/index.ts'
import { millisOf, parseInstant } from '../../primitives/instant.ts'
import { type LocalDate, parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, rowOf } from '../after-sales-fixture.ts'
import { elapsedReckoning, hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  factsOf,
  outcomeOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import type { RequiredTopic, StaffTrainingFactData } from './facts.ts'
import { staffTrainingLedger } from './staff-training-ledger.ts'

const zone = parseTimeZone('Asia/Shanghai')
const fact = factsOf<StaffTrainingFactData>()
const law: RequiredTopic = { topic: 'MEDICAL_LAW', intervalMonths: 6 }
const manners: RequiredTopic = { topic: 'SERVICE_ATTITUDE', intervalMonths: 12 }

const taken = (
  at: number,
  required: readonly RequiredTopic[],
  role: Role = 'SALESPERSON',
  teamId: string | null = 't',
) => fact('RoleTaken', at, { personId: 'p', teamId, role, required })
const changed = (at: number, required: readonly RequiredTopic[], role: Role = 'SALESPERSON') =>
  fact('RequiredTopicsChanged', at, { role, required })
const left = (at: number, role: Role = 'SALESPERSON') => fact('RoleLeft', at, { role })
const passed = (at: number, topic = 'MEDICAL_LAW', validUntil: LocalDate | null = null) =>
  fact('TrainingPassed', at, { topic, validUntil, zone })
const failed = (at: number, topic = 'MEDICAL_LAW') => fact('TrainingFailed', at, { topic, zone })

/** The hour at which a day begins in Shanghai. */
const beginOf = (day: string) => (millisOf(parseInstant(`${day}T00:00:00+08:00`)) - millisOf(hour(0))) / 3_600_000

const measured = (...facts: readonly Fact[]) => outcomeOf(staffTrainingLedger, facts).measurements
const countedAt = (atHour: number, ...facts: readonly Fact[]) => counted(measured(...facts), atHour)

describe('a salesperson with a required topic (TRN-1, KPI-33)', () => {
  it('counts as one of the role and as not trained before the first training, for person and team', () => {
    expect(measured(taken(2, [law]))).toEqual([
      {
        kpi: 'KPI-33',
        part: null,
        item: `SALESPERSON/${hour(2)}`,
        since: hour(2),
        countsAt: null,
        dueAt: null,
        achievedAt: null,
        numerator: 1,
        denominator: 1,
        currency: null,
        lostAt: null,
        until: null,
        scopes: ['person:p', 'team:t'],
      },
    ])
  })

  it('counts as trained from passing on, until the interval is over (TRN-1, C24, KPI-33)', () => {
    // Passed on 2 March, six months: 2 September is the last day.
    const facts = [taken(-24, [law]), passed(0)]
    expect(measured(...facts)).toMatchObject([
      { since: hour(-24), achievedAt: null, lostAt: null, until: hour(0) },
      { since: hour(0), achievedAt: hour(0), lostAt: hour(beginOf('2026-09-03')), until: null },
    ])
    expect(countedAt(-24 - MILLISECOND, ...facts)).toEqual([0, 0, 0])
    expect(countedAt(-MILLISECOND, ...facts)).toEqual([0, 1, 0])
    expect(countedAt(0, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(beginOf('2026-09-03') - MILLISECOND, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(beginOf('2026-09-03'), ...facts)).toEqual([0, 1, 0])
  })

  it('counts as trained at once with a training from before the role was taken (TRN-1, KPI-33)', () => {
    const facts = [passed(-48), taken(0, [law])]
    expect(countedAt(-1, ...facts)).toEqual([0, 0, 0])
    expect(countedAt(0, ...facts)).toEqual([1, 1, 0])
    // Six months after 28 February at 08:00.
    expect(measured(...facts)[0]?.lostAt).toBe(hour(beginOf('2026-08-29')))
  })

  it('counts no more once the role is left, and again when it is taken anew (KPI-33)', () => {
    const facts = [taken(0, [law]), passed(0), left(10), taken(20, [law], 'SALESPERSON', null)]
    expect([9, 10, 19, 20].map((at) => countedAt(at, ...facts))).toEqual([
      [1, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
      [1, 1, 0],
    ])
    expect(measured(...facts).map(({ scopes }) => scopes)).toEqual([['person:p', 'team:t'], ['person:p']])
  })
})

describe('a member of the service staff (TRN-2, KPI-33)', () => {
  const facts = [taken(0, [law, manners], 'AFTER_SALES'), passed(1), passed(2, 'SERVICE_ATTITUDE')]

  it('is trained with all required topics and not with some (TRN-2, TRN-3, KPI-33)', () => {
    expect([0, 1, 2].map((at) => countedAt(at, ...facts))).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [1, 1, 0],
    ])
  })

  it('is trained no longer when the first of them runs out (TRN-2, C24, KPI-33)', () => {
    expect(measured(...facts).at(-1)?.lostAt).toBe(hour(beginOf('2026-09-03')))
  })

  it('becomes trained again by repeating it (TRN-2, KPI-33)', () => {
    const again = beginOf('2026-09-10') + 9
    const history = [...facts, passed(again)]
    expect(countedAt(again - MILLISECOND, ...history)).toEqual([0, 1, 0])
    expect(countedAt(again, ...history)).toEqual([1, 1, 0])
    // The topic of 12 months ends first now: passed on 2 March 2026.
    expect(measured(...history).at(-1)?.lostAt).toBe(hour(beginOf('2027-03-03')))
  })
})

describe('a failed test (TRN-3, KPI-33)', () => {
  it('undoes an earlier pass, and may be repeated on the same day (TRN-3, KPI-33)', () => {
    // Hours 48 to 63 lie within 4 March in Shanghai.
    const facts = [taken(0, [law]), passed(0), failed(48), passed(52)]
    expect([47, 48, 51, 52].map((at) => countedAt(at, ...facts)[0])).toEqual([1, 0, 0, 1])
  })
})

describe('the required topics of a role (C24)', () => {
  it('may change: a new version of a product asks for its own training at once (TRN-2, KPI-33)', () => {
    const version2 = { topic: 'PRODUCT pump 2', intervalMonths: 12 }
    const facts = [taken(0, [law]), passed(0), changed(10, [law, version2]), passed(15, 'PRODUCT pump 2')]
    expect([9, 10, 14, 15].map((at) => countedAt(at, ...facts)[0])).toEqual([1, 0, 0, 1])
  })

  it('change nothing where the role is not held; who takes it brings its own (KPI-33)', () => {
    expect(measured(changed(0, [law]))).toEqual([])
    expect(countedAt(5, changed(0, [law]), taken(1, [manners]), passed(2, 'SERVICE_ATTITUDE'))).toEqual([1, 1, 0])
    expect(measured(taken(0, [law]), left(1), changed(2, [law])).map(({ until }) => until)).toEqual([hour(1)])
  })

  it('are of one role only (KPI-33)', () => {
    const facts = [taken(0, [law]), passed(0), changed(5, [manners], 'AFTER_SALES'), left(6, 'AFTER_SALES')]
    expect(countedAt(9, ...facts)).toEqual([1, 1, 0])
  })

  it('may be none: then the role is in neither number, rather than fully trained (KPI-33)', () => {
    expect(measured(taken(0, []), passed(0))).toEqual([])
    expect(countedAt(5, taken(0, [law]), changed(1, []))).toEqual([0, 0, 0])
    expect(rowOf(measured(taken(0, [])), ['KPI-33', null], 5)).toBeUndefined()
  })
})

describe('what happens to a role at one instant', () => {
  it('is leaving it before taking it, and taking it before its topics change (KPI-33)', () => {
    const facts = [changed(3, [manners]), taken(3, [law], 'SALESPERSON', 'u'), left(3), passed(0, 'SERVICE_ATTITUDE')]
    expect(measured(taken(0, [law]), ...facts).at(-1)).toMatchObject({
      since: hour(3),
      achievedAt: hour(3),
      scopes: ['person:p', 'team:u'],
    })
  })
})

describe('staff', () => {
  it('counts in each role that somebody holds, as a share of all (TRN-1, TRN-2, KPI-33)', () => {
    // p sells, trained; p serves as well, not trained; another person sells, not trained.
    const both = measured(taken(0, [law]), taken(0, [manners], 'AFTER_SALES'), passed(0))
    const other = measured(taken(0, [law]), failed(3))
    expect(rowOf([...both, ...other], ['KPI-33', null], 5)).toMatchObject({
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
    })
    // It is a state, whatever the period.
    expect(rowOf(both, ['KPI-33', null], 5, { from: 900, to: 901 })).toMatchObject({ numerator: 1, denominator: 2 })
    expect(rowOf(both, ['KPI-33', null], -1)).toBeUndefined()
  })
})

describe('the history of trainings', () => {
  const topics = fc.constantFrom('MEDICAL_LAW', 'SERVICE_ATTITUDE')
  const ends = fc.constantFrom(null, parseLocalDate('2026-03-04'))

  it('may be told in any order (KPI-33)', () => {
    const anyFact = fc.oneof(
      fc.tuple(anyHour, topics, ends).map(([at, topic, end]) => passed(at, topic, end)),
      fc.tuple(anyHour, topics).map(([at, topic]) => failed(at, topic)),
      anyHour.map((at) => left(at)),
      anyHour.map((at) => taken(at, [law, manners])),
      anyHour.map((at) => changed(at, [manners])),
      anyHour.map((at) => taken(at, [law], 'SALESPERSON', 'u')),
      anyHour.map((at) => taken(at, [law], 'AFTER_SALES')),
    )
    expectSameInAnyOrder(staffTrainingLedger, elapsedReckoning, fc.array(anyFact, { maxLength: 8 }))
    expectSameToldAnyhow(staffTrainingLedger, [taken(0, [law]), passed(1), failed(30), left(50), passed(31)])
  })

  it('gives the same figures from storage, also when a training runs out later (KPI-33)', () => {
    const shortly = parseLocalDate('2026-03-04')
    expectSameFromStorage(staffTrainingLedger, [taken(0, [law]), passed(1, 'MEDICAL_LAW', shortly)])
  })

  it('is skipped where it is not known, and measures nothing before a role is known', () => {
    expectOthersSkipped(staffTrainingLedger, [taken(0, [law]), passed(1)])
    expect(outcomeOf(staffTrainingLedger, [passed(0), failed(1), left(2)])).toEqual({ timers: [], measurements: [] })
    expect(outcomeOf(staffTrainingLedger, [taken(0, [law])]).timers).toEqual([])
  })
})

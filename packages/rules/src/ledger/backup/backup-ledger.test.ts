import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf, RELATIVE_ERROR } from '../../kpi/durations.ts'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, rowOf } from '../after-sales-fixture.ts'
import { elapsedReckoning, hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { backupDays } from './backup-days.ts'
import { backupLedger } from './backup-ledger.ts'
import type { BackupFactData } from './facts.ts'

const HOUR = 3_600_000
const zone = parseTimeZone('Asia/Shanghai')
const fact = factsOf<BackupFactData>()

/** Hour 0 is 2 March, 08:00 in Shanghai: that day lasts from hour -8 to 16, each following one 24 hours later. */
const startOf = (dayOfMarch: number) => -8 + (dayOfMarch - 2) * 24
const expected = (dayOfMarch: number, policyVersion = 'v1') =>
  fact(
    'BackupExpected',
    startOf(dayOfMarch),
    { dayOn: parseLocalDate(`2026-03-0${dayOfMarch}`), zone },
    { policyVersion },
  )
const goodOf = (archiveId: string, backedUpAt: number) => {
  const instant = hour(backedUpAt)
  return { archiveId, isRestorable: true, completedAt: instant, databases: [{ snapshotAt: instant }] }
}
/** Of a backup that was taken and restored at once. */
const verified = (at: number, archiveId = `at ${at}`, policyVersion = 'v1') =>
  fact('BackupVerified', at, goodOf(archiveId, at), { policyVersion })
const broken = (at: number, archiveId = `at ${at}`) =>
  fact('BackupVerified', at, { ...goodOf(archiveId, at), isRestorable: false })
/** Of a backup that was taken before. */
const verifiedLater = (at: number, backedUpAt: number) =>
  fact('BackupVerified', at, goodOf(`of ${backedUpAt}, at ${at}`, backedUpAt))

const outcome = (...facts: readonly Fact[]) => outcomeOf(backupLedger, facts)
const measured = (part: string | null, ...facts: readonly Fact[]) =>
  outcome(...facts).measurements.filter((measurement) => measurement.part === part)
const timersOf = (...facts: readonly Fact[]) =>
  outcome(...facts).timers.map(({ item, startedAt, stoppedAt }) => [item, startedAt, stoppedAt])

describe('a good backup (backup.daily, OPS-1)', () => {
  it('asks for the next one, under the policy of its verification (backup.daily, OPS-1)', () => {
    expect(outcome(verified(3, 'a', 'v7')).timers).toEqual([
      {
        key: 'backup.daily',
        item: 'a',
        rule: 'OPS-1',
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('ends the limit of the one before and begins another (backup.daily, OPS-1)', () => {
    expect(timersOf(verified(27, 'b'), verified(3, 'a'), verified(60, 'c'))).toEqual([
      ['a', hour(3), hour(27)],
      ['b', hour(27), hour(60)],
      ['c', hour(60), null],
    ])
  })

  it('is one that was restored: another ends nothing (backup.daily, OPS-1)', () => {
    expect(timersOf(verified(3, 'a'), broken(20, 'b'))).toEqual([['a', hour(3), null]])
    expect(timersOf(broken(20, 'b'), verified(21, 'b'))).toEqual([['b', hour(21), null]])
  })

  it('is no new backup when it is restored again (backup.daily, OPS-1)', () => {
    expect(timersOf(verified(3, 'a'), verified(20, 'a'))).toEqual([['a', hour(3), null]])
    expect(measured('gap', verified(3, 'a'), verified(20, 'a'))).toEqual([])
  })
})

describe('a good backup that is restored some time after it was taken', () => {
  it('asks for the next one from when it was taken, and ends a limit when it is restored (backup.daily, OPS-1)', () => {
    expect(timersOf(verifiedLater(5, 3), verifiedLater(20, 15))).toEqual([
      ['of 3, at 5', hour(3), hour(20)],
      ['of 15, at 20', hour(15), null],
    ])
  })

  it('is as old as the oldest of its databases, else as it was complete, else as it was restored (OPS-1)', () => {
    const databases = [{ snapshotAt: hour(4) }, { snapshotAt: hour(3) }, { snapshotAt: hour(5) }]
    const startOf = (data: object) => timersOf(fact('BackupVerified', 9, { ...goodOf('a', 8), ...data }))[0]?.[1]
    expect(startOf({ databases })).toBe(hour(3))
    expect(startOf({ databases: [] })).toBe(hour(8))
    expect(startOf({ databases: [], completedAt: null })).toBe(hour(9))
    expect(startOf({ databases: [], completedAt: hour(5000) })).toBe(hour(9))
  })

  it('moves no limit when a newer one was restored before (backup.daily, OPS-1)', () => {
    expect(timersOf(verified(30, 'newer'), verifiedLater(31, 3))).toEqual([['newer', hour(30), null]])
  })

  it('covers the day on which it was taken, and no other (KPI-30)', () => {
    const days = measured(null, expected(2), expected(3), verifiedLater(20, 15))
    expect(days.map(({ item, achievedAt }) => [item, achievedAt])).toEqual([
      ['2026-03-02', hour(15)],
      ['2026-03-03', null],
    ])
  })

  it('shortens the gap within which it was taken (KPI-30)', () => {
    const gaps = measured('gap', verified(0), verified(40), verifiedLater(50, 10))
    expect(gaps.map(({ countsAt, achievedAt }) => [countsAt, achievedAt])).toEqual([
      [hour(0), hour(10)],
      [hour(10), hour(40)],
    ])
  })
})

describe('a company without any backup yet (backup.daily, OPS-1)', () => {
  it('is under the limit from the first day that expects one, under the policy of that day', () => {
    expect(outcome(expected(3), expected(2, 'v7')).timers).toMatchObject([
      { item: '', startedAt: hour(-8), stoppedAt: null, policyVersion: 'v7' },
    ])
  })

  it('meets it by the first good one; without delay there is no such limit (backup.daily, OPS-1)', () => {
    expect(timersOf(expected(2), expected(3), verified(5, 'a'))).toEqual([
      ['', hour(-8), hour(5)],
      ['a', hour(5), null],
    ])
    expect(timersOf(expected(3), verified(5, 'a'))).toEqual([['a', hour(5), null]])
    expect(timersOf(expected(2), verified(-8, 'a'))).toEqual([['a', hour(-8), null]])
  })
})

describe('a day that expects a backup (KPI-30, OPS-1)', () => {
  it('counts in its own period, for the company', () => {
    expect(measured(null, expected(2), verified(5))).toEqual([
      {
        kpi: 'KPI-30',
        part: null,
        item: '2026-03-02',
        since: hour(-8),
        countsAt: hour(-8),
        // The day's last moment.
        dueAt: hour(16 - MILLISECOND),
        achievedAt: hour(5),
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: [],
      },
    ])
  })

  it('is pending until it is over, then missed (KPI-30)', () => {
    const days = measured(null, expected(2))
    expect(counted(days, -8 - MILLISECOND)).toEqual([0, 0, 0])
    expect(counted(days, -8)).toEqual([0, 0, 1])
    expect(counted(days, 16 - MILLISECOND)).toEqual([0, 0, 1])
    expect(counted(days, 16)).toEqual([0, 1, 0])
  })

  it.each([
    ['its first instant', -8, 1],
    ['its last moment', 16 - MILLISECOND, 1],
    ['the moment before it', -8 - MILLISECOND, 0],
    ["the next day's first instant", 16, 0],
  ])('with a good backup at %s is covered or not (KPI-30)', (_, at, covered) => {
    const days = measured(null, expected(2), verified(at))
    expect(counted(days, 500)).toEqual([covered, 1, 0])
    expect(days.map(({ achievedAt }) => achievedAt)).toEqual([covered === 1 ? hour(at) : null])
  })

  it('is covered from its first good backup on (KPI-30)', () => {
    const days = measured(null, expected(2), broken(1), verified(9), verified(4))
    expect(days.map(({ achievedAt }) => achievedAt)).toEqual([hour(4)])
    expect(counted(days, 4 - MILLISECOND)).toEqual([0, 0, 1])
    expect(counted(days, 4)).toEqual([1, 1, 0])
  })

  it('counts once, however often it is told (KPI-30)', () => {
    expect(measured(null, expected(2), expected(2), expected(3))).toHaveLength(2)
  })

  it('is one of the days of a period (KPI-30)', () => {
    // 2 to 5 March: covered are the 2nd and the 4th; at hour 70 the 5th is not over.
    const { measurements } = outcome(...[2, 3, 4, 5].map((day) => expected(day)), verified(5), verified(50))
    const row = (asOf: number) => rowOf(measurements, ['KPI-30', null], asOf)
    expect(row(70)).toMatchObject({ numerator: 2, denominator: 3, pending: 1, value: 2 / 3 })
    expect(row(startOf(6))).toMatchObject({ numerator: 2, denominator: 4, pending: 0, value: 0.5 })
    expect(row(-9)).toBeUndefined()
  })
})

describe('the gap between two good backups (KPI-30, C13)', () => {
  it('is as long as from one to the next, in the period in which it began', () => {
    expect(measured('gap', verified(30, 'b'), verified(3, 'a'))).toEqual([
      {
        kpi: 'KPI-30',
        part: 'gap',
        item: 'b',
        since: hour(30),
        countsAt: hour(3),
        dueAt: null,
        achievedAt: hour(30),
        numerator: 1,
        denominator: 1,
        currency: null,
        bin: binOf(27 * HOUR),
        scopes: [],
      },
    ])
  })

  it('is shown by the longest one, and no part of the days (KPI-30)', () => {
    // 24, 30 and 20 hours.
    const { measurements } = outcome(...[0, 24, 54, 74].map((at) => verified(at)))
    const value = rowOf(measurements, ['KPI-30', 'gap.longest'], 100)?.value ?? 0
    expect(Math.abs(value / (30 * HOUR) - 1)).toBeLessThanOrEqual(RELATIVE_ERROR)
    expect(rowOf(measurements, ['KPI-30', null], 100)).toBeUndefined()
    // At 53 hours the second gap is still open.
    expect(rowOf(measurements, ['KPI-30', 'gap.longest'], 53)).toMatchObject({ denominator: 1 })
  })

  it('is none with a single backup (KPI-30)', () => {
    expect(measured('gap', verified(0))).toEqual([])
  })
})

describe('the days to be backed up', () => {
  it('are all, by holiday or weekend, each once (OPS-1, C13)', () => {
    // 1 March is a Sunday; midnight in Shanghai is 16:00 UTC.
    expect(backupDays(parseInstant('2026-02-27T16:00:00Z'), parseInstant('2026-03-01T16:00:00Z'), zone)).toEqual([
      { dayOn: '2026-03-01', startsAt: '2026-02-28T16:00:00.000Z' },
      { dayOn: '2026-03-02', startsAt: '2026-03-01T16:00:00.000Z' },
    ])
  })
})

describe('the history of backups', () => {
  it('may be told in any order (KPI-30, backup.daily)', () => {
    const anyFact = fc.oneof(
      anyHour.map((at) => verified(at)),
      anyHour.map((at) => broken(at)),
      fc.tuple(anyHour, fc.integer({ min: 0, max: 60 })).map(([at, age]) => verifiedLater(at, at - age)),
      fc.integer({ min: 1, max: 9 }).map((day) => expected(day)),
    )
    expectSameInAnyOrder(backupLedger, elapsedReckoning, fc.array(anyFact, { maxLength: 10 }))
    expectSameToldAnyhow(backupLedger, [expected(2), verified(5), expected(3), broken(20), verified(45)])
  })

  it('is skipped where it is not known, and says nothing before a day or a good backup is known', () => {
    expectOthersSkipped(backupLedger, [expected(2), verified(3)])
    expect(outcome(broken(3))).toEqual({ timers: [], measurements: [] })
  })
})

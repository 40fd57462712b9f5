import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact, Reckoning } from '../ledger.ts'
import type { ProjectFactData } from './facts.ts'
import { projectLedger } from './project-ledger.ts'

/** Two contacts by policy `v1`, three by `v3`. */
const reckoning: Reckoning = {
  ...reckoningWith({}),
  stoppedAtOf: ({ occurrences, policyVersion }) => occurrences?.[policyVersion === 'v3' ? 2 : 1] ?? null,
}
const fact = factsOf<ProjectFactData>()
const started = (at: number, policyVersion = 'v1') =>
  fact('ProjectStarted', at, { customerId: 'c', leadId: 'p', teamId: 't' }, { policyVersion })
const contact = (at: number, contactId: string, tells: Partial<ProjectFactData['ProjectContactRecorded']> = {}) =>
  fact('ProjectContactRecorded', at, { contactId, tellsSiteProgress: true, tellsOpinion: true, ...tells })
const closed = (at: number) => fact('ProjectClosed', at, {})

const measure = (...facts: readonly Fact[]) => outcomeOf(projectLedger, facts, reckoning).measurements
const timersOf = (...facts: readonly Fact[]) =>
  outcomeOf(projectLedger, facts, reckoning).timers.map((timer) => ({
    ...timer,
    stoppedAt: reckoning.stoppedAtOf(timer),
  }))
const covered = (at: number, ...facts: readonly Fact[]) => counted(measure(...facts), at)

describe('a started project (project.contacts, CUS-11)', () => {
  it('needs contacts by its close, which is not known yet', () => {
    expect(timersOf(started(3))).toEqual([
      {
        key: 'project.contacts',
        item: '',
        rule: 'CUS-11',
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v1',
        occurrences: [],
      },
    ])
    expect(measure(started(3), contact(4, 'a'), contact(5, 'b'))).toEqual([])
  })

  it('has enough of them with the last that policy asks for', () => {
    const facts = [contact(9, 'b'), contact(4, 'a')]
    expect(timersOf(started(3), ...facts.slice(0, 1))).toMatchObject([{ stoppedAt: null, occurrences: [hour(9)] }])
    expect(timersOf(started(3), ...facts)).toMatchObject([{ stoppedAt: hour(9), occurrences: [hour(4), hour(9)] }])
    expect(timersOf(started(3), ...facts, contact(12, 'c'))).toMatchObject([{ stoppedAt: hour(9) }])
    expect(timersOf(started(3, 'v3'), ...facts)).toMatchObject([{ stoppedAt: null, policyVersion: 'v3' }])
    expect(timersOf(started(3, 'v3'), ...facts, contact(12, 'c'))).toMatchObject([{ stoppedAt: hour(12) }])
  })

  it.each([
    ['that tells no site progress', contact(5, 'b', { tellsSiteProgress: false })],
    ['that tells no opinion', contact(5, 'b', { tellsOpinion: false })],
    ['that tells neither', contact(5, 'b', { tellsSiteProgress: false, tellsOpinion: false })],
    ['that was counted already', contact(5, 'a')],
    ['before the start', contact(3 - MILLISECOND, 'b')],
  ])('does not count a contact %s', (_, second) => {
    expect(timersOf(started(3), contact(4, 'a'), second)).toMatchObject([{ stoppedAt: null, occurrences: [hour(4)] }])
  })

  it('counts a contact at the start, and one told twice when it first took place', () => {
    expect(timersOf(started(3), contact(3, 'a'), contact(9, 'b'), contact(7, 'b'))).toMatchObject([
      { stoppedAt: hour(7), occurrences: [hour(3), hour(7)] },
    ])
  })

  it('keeps its earliest start and close', () => {
    const facts = [started(4), started(3), started(5), closed(20), closed(10)]
    expect(timersOf(...facts)).toMatchObject([{ startedAt: hour(3), dueAt: hour(10) }])
    const once = told(projectLedger, [started(3)])
    expect(projectLedger.record(once, started(3))).toBe(once)
  })
})

describe('a closed project (KPI-26, CUS-11)', () => {
  const two = [contact(4, 'a'), contact(9, 'b')]

  it('is due at the close', () => {
    expect(timersOf(started(0), ...two, closed(10))).toMatchObject([{ dueAt: hour(10), stoppedAt: hour(9) }])
  })

  it.each([
    ['counts nothing before the close', 10 - MILLISECOND, [...two, closed(10)], [0, 0, 0]],
    ['is covered with two contacts', 10, [...two, closed(10)], [1, 1, 0]],
    ['is covered with a contact at the close', 10, [...two, closed(9)], [1, 1, 0]],
    ['is missed with a contact after the close', 20, [...two, closed(9 - MILLISECOND)], [0, 1, 0]],
    ['is missed with one contact', 10, [contact(4, 'a'), closed(10)], [0, 1, 0]],
    ['is missed without any', 10, [closed(10)], [0, 1, 0]],
  ])('%s', (_, at, facts, expected) => {
    expect(covered(at, started(0), ...facts)).toEqual(expected)
  })

  it('counts in the period of closing, for customer, lead and team', () => {
    expect(measure(started(0), ...two, closed(10))).toEqual([
      {
        kpi: 'KPI-26',
        part: null,
        item: '',
        since: hour(10),
        countsAt: hour(10),
        dueAt: null,
        achievedAt: hour(9),
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['customer:c', 'person:p', 'team:t'],
      },
    ])
  })

  it('goes by when policy says that the number was reached', () => {
    const late = { ...reckoning, stoppedAtOf: () => hour(11) }
    expect(outcomeOf(projectLedger, [started(0), ...two, closed(10)], late).measurements).toMatchObject([
      { achievedAt: null },
    ])
  })

  it('exists from its start where the close is dated before it', () => {
    expect(measure(started(5), closed(2))).toMatchObject([{ since: hour(5), countsAt: hour(2), achievedAt: null }])
  })

  it('is a share of the projects closed in the period', () => {
    const all = [
      measure(started(0), ...two, closed(10)),
      measure(started(0), closed(11)),
      measure(started(0), ...two, closed(50)),
    ].flat()
    expect(rowOf(all, ['KPI-26', null], 60, { from: 0, to: 24 })).toMatchObject({
      numerator: 1,
      denominator: 2,
      value: 0.5,
    })
    expect(rowOf(all, ['KPI-26', null], 60, { from: 24, to: 48 })).toBeUndefined()
  })
})

describe('the history of a project', () => {
  it('says the same in whatever order it is told', () => {
    const contacts = fc.tuple(anyHour, fc.constantFrom('a', 'b', 'c'), fc.boolean())
    const histories = fc.tuple(anyHour, fc.array(contacts, { maxLength: 6 }), anyHour)
    expectSameInAnyOrder(
      projectLedger,
      reckoning,
      histories.map(([from, some, to]) => [
        started(from),
        ...some.map(([at, id, tellsOpinion]) => contact(at, id, { tellsOpinion })),
        closed(to),
      ]),
    )
  })

  it('is skipped where it is not known, and says nothing before the start is known', () => {
    expectOthersSkipped(projectLedger, [started(0), closed(1)])
    const headless = [contact(1, 'a'), contact(2, 'b'), closed(3)]
    expect(outcomeOf(projectLedger, headless, reckoning)).toEqual({ timers: [], measurements: [] })
  })
})

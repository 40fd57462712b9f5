import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
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
import type { KnowledgeEntryFactData, KnowledgeEntryPublishedData } from './facts.ts'
import { knowledgeEntryLedger } from './knowledge-entry-ledger.ts'

// As KPI-34 proposes it.
const DAYS = 180
const END = DAYS * 24
const fact = factsOf<KnowledgeEntryFactData>()
const published = (at: number, given: Partial<KnowledgeEntryPublishedData> = {}) =>
  fact('KnowledgeEntryPublished', at, { productId: 'm', ownerId: 'p', teamId: 't', reviewWithinDays: DAYS, ...given })
const reviewed = (at: number, reviewWithinDays = DAYS) => fact('KnowledgeEntryReviewed', at, { reviewWithinDays })
const withdrawn = (at: number) => fact('KnowledgeEntryWithdrawn', at, {})

const measured = (...facts: readonly Fact[]) => outcomeOf(knowledgeEntryLedger, facts).measurements
const countedAt = (atHour: number, ...facts: readonly Fact[]) => counted(measured(...facts), atHour)

describe('a published entry (KBS-3, KPI-34)', () => {
  it('is a fresh one, for its product, owner and team', () => {
    expect(measured(published(2))).toEqual([
      {
        kpi: 'KPI-34',
        part: 'fresh',
        item: hour(2),
        since: hour(2),
        countsAt: null,
        dueAt: null,
        achievedAt: hour(2),
        numerator: 1,
        denominator: 1,
        currency: null,
        // The last moment of 180 days from hour 2 is still within them.
        lostAt: hour(2 + END + MILLISECOND),
        until: null,
        scopes: ['product:m', 'person:p', 'team:t'],
      },
    ])
    expect(measured(published(2, { productId: null, ownerId: null, teamId: null }))[0]?.scopes).toEqual([])
  })

  it('is fresh to the last moment of the interval, then it has to be reviewed (KBS-3, KPI-34)', () => {
    expect(countedAt(-MILLISECOND, published(0))).toEqual([0, 0, 0])
    expect(countedAt(0, published(0))).toEqual([1, 1, 0])
    expect(countedAt(END, published(0))).toEqual([1, 1, 0])
    expect(countedAt(END + MILLISECOND, published(0))).toEqual([0, 1, 0])
  })

  it('is fresh anew from its review, for the interval of then (KBS-3, KPI-34)', () => {
    const facts = [published(0), reviewed(END + 10, 30)]
    expect(countedAt(END + 10 - MILLISECOND, ...facts)).toEqual([0, 1, 0])
    expect(countedAt(END + 10, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(END + 10 + 30 * 24, ...facts)).toEqual([1, 1, 0])
    expect(countedAt(END + 10 + 30 * 24 + MILLISECOND, ...facts)).toEqual([0, 1, 0])
    expect(measured(...facts).map(({ scopes }) => scopes.length)).toEqual([3, 3])
  })

  it('is fresh anew in a new version, which may have another owner (KPI-34)', () => {
    const facts = [published(0), published(9, { ownerId: 'q', reviewWithinDays: 1 })]
    expect(measured(...facts)).toMatchObject([
      { until: hour(9), scopes: ['product:m', 'person:p', 'team:t'] },
      { until: null, lostAt: hour(9 + 24 + MILLISECOND), scopes: ['product:m', 'person:q', 'team:t'] },
    ])
  })
})

describe('a withdrawn entry (KPI-34)', () => {
  it('counts no more, nor by a review, until it is published anew', () => {
    const facts = [published(0), withdrawn(5), reviewed(7), published(9)]
    expect([5 - MILLISECOND, 5, 7, 8, 9].map((at) => countedAt(at, ...facts)[1])).toEqual([1, 0, 0, 0, 1])
  })

  it('at one instant is withdrawn first, then published, then reviewed', () => {
    const facts = [reviewed(5, 30), published(5), withdrawn(5)]
    expect(measured(published(0), ...facts).at(-1)).toMatchObject({
      since: hour(5),
      lostAt: hour(5 + 30 * 24 + MILLISECOND),
    })
  })
})

describe('the knowledge base (KPI-34)', () => {
  it('is as fresh as the share of its published entries that are, whatever the period', () => {
    const entries = [[published(0)], [published(0), reviewed(100)], [published(0), reviewed(100), withdrawn(200)]]
    const all = entries.flatMap((facts) => measured(...facts))
    const row = (asOf: number, window = {}) => rowOf(all, ['KPI-34', 'fresh'], asOf, window)
    expect(row(150)).toMatchObject({ numerator: 3, denominator: 3, value: 1 })
    // One of the two that are left is past its 180 days.
    expect(row(END + 50)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
    expect(row(END + 50, { from: 9000, to: 9001 })).toMatchObject({ denominator: 2 })
    expect(row(-1)).toBeUndefined()
    expect(rowOf(all, ['KPI-34', null], 150)).toBeUndefined()
  })
})

describe('the history of an entry', () => {
  it('may be told in any order (KPI-34)', () => {
    const anyFact = fc.oneof(
      anyHour.map((at) => published(at)),
      anyHour.map((at) => reviewed(at)),
      anyHour.map((at) => withdrawn(at)),
    )
    expectSameInAnyOrder(knowledgeEntryLedger, elapsedReckoning, fc.array(anyFact, { maxLength: 8 }))
    expectSameToldAnyhow(knowledgeEntryLedger, [published(0), reviewed(3), withdrawn(7), published(9)])
    expectSameFromStorage(knowledgeEntryLedger, [published(0), reviewed(3, 20)])
  })

  it('is skipped where it is not known, and measures nothing before the publication is known', () => {
    expectOthersSkipped(knowledgeEntryLedger, [published(0), reviewed(1)])
    expect(outcomeOf(knowledgeEntryLedger, [reviewed(1), withdrawn(2)])).toEqual({ timers: [], measurements: [] })
    expect(outcomeOf(knowledgeEntryLedger, [published(0)]).timers).toEqual([])
  })
})

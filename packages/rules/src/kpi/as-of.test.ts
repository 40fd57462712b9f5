import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { china } from '../deadlines/deadline-fixture.ts'
import { type DeadlineStatus, evaluateTimer } from '../deadlines/index.ts'
import {
  type Category,
  type History,
  historiesByCategory,
  ledgerFor,
  shippedWorld,
  stateOf,
} from '../ledger/any-history-fixture.ts'
import { hour } from '../ledger/fixtures.ts'
import type { Fact, Measurement, Timer } from '../ledger/ledger.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { kpiKeyIn, kpiKeyOf } from './figures.ts'
import { evaluateMeasurement } from './measurement.ts'
import { addTallies, isZeroTally, type Tally, zeroTally } from './tally.ts'

/*
 * A past instant is seen as it was: what was told later of later moments changes nothing of it. And a breach that stood
 * stays: whatever comes after it, the limit was missed. Both hold of every category and every limit.
 */

const RUNS = { numRuns: 1000 }
const QUARTER_MS = 900_000
const FAR_AHEAD_MS = 400 * 24 * 3_600_000
const { reckoning } = shippedWorld

/** Their facts tell of days and moments that are not their own, some of which lie before them. */
const tellOfOtherMoments: readonly Category[] = ['stock', 'backup', 'recordEntry']
const categories = (Object.keys(historiesByCategory) as Category[]).filter(
  (category) => !tellOfOtherMoments.includes(category),
)

/** A notice that was given before its buyer was listed ended a stretch that nobody could know of then (KPI-37). */
const seenAsThen = categories.filter((category) => category !== 'recall')

const anyAsOf = fc.integer({ min: -2400, max: 5800 }).map((quarters) => plusMillis(hour(0), quarters * QUARTER_MS))

/** What begins a stream of a category, where imported history may tell of something before it. */
const beginnings: Partial<Record<Category, string>> = {
  order: 'OrderPlaced',
  opportunity: 'OpportunityOpened',
  contract: 'QuoteAccepted',
  return: 'ReturnRequested',
  complaint: 'ComplaintReceived',
  enquiry: 'EnquiryReceived',
  contact: 'ContactReceived',
  serviceRequest: 'RequestReceived',
  recall: 'RecallDeclared',
}

/** In the order in which it happened, nothing before the beginning, and begun once. */
function asItHappened({ category, facts }: History): readonly Fact[] {
  const sorted = facts.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
  const begins = beginnings[category]
  if (begins === undefined) return sorted
  const first = sorted.findIndex(({ type }) => type === begins)
  return sorted.filter(({ type }, index) => index === first || (index > first && type !== begins))
}

function figuresOf(category: Category, facts: readonly Fact[], asOf: Instant): ReadonlyMap<string, Tally> {
  const ledger = ledgerFor({ category })
  return summed(ledger.measurements(stateOf(ledger, facts), reckoning), (one) => evaluateMeasurement(one, asOf))
}

function summed(measurements: readonly Measurement[], tallyOf: (one: Measurement) => Tally) {
  const sums = new Map<string, Tally>()
  for (const one of measurements) {
    const key = `${kpiKeyOf(kpiKeyIn(one))} ${one.countsAt ?? ''}`
    sums.set(key, addTallies(sums.get(key) ?? zeroTally, tallyOf(one)))
  }
  return new Map([...sums].filter(([, tally]) => !isZeroTally(tally)).toSorted())
}

const knownAt = (facts: readonly Fact[], asOf: Instant) => facts.filter(({ occurredAt }) => occurredAt <= asOf)

/** What is known at an instant says of it what everything says of it in the end. */
function sameAsThen(category: Category, knownThen: typeof knownAt) {
  return fc.property(historiesByCategory[category], anyAsOf, (history, asOf) => {
    const facts = asItHappened(history)
    expect(figuresOf(category, facts, asOf)).toEqual(figuresOf(category, knownThen(facts, asOf), asOf))
  })
}

describe('a figure as of a past instant', () => {
  it.each(seenAsThen)('is what it was then: %s (N1)', (category) => {
    fc.assert(sameAsThen(category, knownAt), RUNS)
  })

  it('is compared with what was known: forgetting the last fact is found (N1)', () => {
    const allButLast: typeof knownAt = (facts, asOf) => knownAt(facts, asOf).slice(0, -1)
    expect(fc.check(sameAsThen('complaint', allButLast), RUNS)).toMatchObject({ failed: true })
  })
})

const nameOf = ({ key, item, startedAt }: Timer) => JSON.stringify([key, item, startedAt])

function statusesOf(category: Category, facts: readonly Fact[], now: Instant): ReadonlyMap<string, DeadlineStatus> {
  const ledger = ledgerFor({ category })
  const timers = ledger.timers(stateOf(ledger, facts), reckoning)
  return new Map(timers.map((timer) => [nameOf(timer), evaluateTimer(china, timer, now).status]))
}

const isBreach = (status: DeadlineStatus | undefined) => status === 'OVERDUE' || status === 'MISSED'

/** Somebody who looks at every limit before each fact, and notes which is past its due instant. */
function breachesSeen(category: Category, facts: readonly Fact[]): ReadonlySet<string> {
  const seen = new Set<string>()
  facts.forEach(({ occurredAt }, index) => {
    for (const [name, status] of statusesOf(category, facts.slice(0, index), plusMillis(occurredAt, -1))) {
      if (isBreach(status)) seen.add(name)
    }
  })
  return seen
}

function staysMissed(category: Category, statusesAt: typeof statusesOf) {
  return fc.property(historiesByCategory[category], (history) => {
    const facts = asItHappened(history)
    const end = plusMillis(facts.at(-1)?.occurredAt ?? hour(0), FAR_AHEAD_MS)
    const statuses = statusesAt(category, facts, end)
    for (const name of breachesSeen(category, facts)) {
      const status = statuses.get(name)
      if (status !== undefined) expect([name, isBreach(status)]).toEqual([name, true])
    }
  })
}

describe('a breach that stood', () => {
  it.each(categories)('stays, whatever comes after it: %s (C27, C28)', (category) => {
    fc.assert(staysMissed(category, statusesOf), RUNS)
  })

  it('is looked for: limits that any end makes void are found (N1)', () => {
    const voidedByAnyEnd: typeof statusesOf = (category, facts, now) =>
      new Map(
        [...statusesOf(category, facts, now)].map(([name, status]) => [name, status === 'MISSED' ? 'VOID' : status]),
      )
    expect(fc.check(staysMissed('order', voidedByAnyEnd), RUNS)).toMatchObject({ failed: true })
  })
})

/** The figure that a limit's share is of. */
const shareOf: Readonly<Record<string, string>> = {
  'order.confirm': 'KPI-1',
  'order.delivery': 'KPI-9',
  'complaint.verify': 'KPI-17 complaint.verify',
  'complaint.opinion.quality': 'KPI-17 complaint.opinion.quality',
  'complaint.opinion.other': 'KPI-17 complaint.opinion.other',
  'complaint.handle': 'KPI-17 complaint.handle',
  'report.daily': 'KPI-31 daily',
  'report.weekly': 'KPI-31 weekly',
  'visit.monthly': 'KPI-25 monthly',
}

/** Counted on the fingers: each limit that was ever seen past due is a miss; every other one is what it is now. */
function recounted(category: Category, facts: readonly Fact[], now: Instant): ReadonlyMap<string, Tally> {
  const seen = breachesSeen(category, facts)
  const sums = new Map<string, Tally>()
  for (const [name, status] of statusesOf(category, facts, now)) {
    const [key = ''] = JSON.parse(name)
    const figure = shareOf[key]
    const tally = seen.has(name) || isBreach(status) ? missed : (tallies[status] ?? zeroTally)
    if (figure !== undefined && !isZeroTally(tally)) {
      sums.set(figure, addTallies(sums.get(figure) ?? zeroTally, tally))
    }
  }
  return new Map([...sums].toSorted())
}

const missed: Tally = { numerator: 0, denominator: 1, pending: 0 }
const pending: Tally = { numerator: 0, denominator: 0, pending: 1 }
const tallies: Partial<Record<DeadlineStatus, Tally>> = {
  MET: { numerator: 1, denominator: 1, pending: 0 },
  RUNNING: pending,
  WARNED: pending,
}

function sharesOf(category: Category, facts: readonly Fact[], now: Instant): ReadonlyMap<string, Tally> {
  const ledger = ledgerFor({ category })
  const counted = new Set(Object.values(shareOf))
  const sums = new Map<string, Tally>()
  for (const one of ledger.measurements(stateOf(ledger, facts), reckoning)) {
    const figure = one.part === null ? one.kpi : `${one.kpi} ${one.part}`
    const tally = evaluateMeasurement(one, now)
    if (counted.has(figure) && !isZeroTally(tally)) {
      sums.set(figure, addTallies(sums.get(figure) ?? zeroTally, tally))
    }
  }
  return new Map([...sums].toSorted())
}

describe('the on-time share of limits', () => {
  it.each(['order', 'complaint', 'report', 'followUp'] as const)(
    'is what somebody counts who looks at all of them: %s',
    (category) => {
      const laterMs = fc.integer({ min: 0, max: 2000 }).map((quarters) => quarters * QUARTER_MS)
      fc.assert(
        fc.property(historiesByCategory[category], laterMs, (history, later) => {
          const facts = asItHappened(history)
          const now = plusMillis(facts.at(-1)?.occurredAt ?? hour(0), later)
          expect(sharesOf(category, facts, now)).toEqual(recounted(category, facts, now))
        }),
        RUNS,
      )
    },
  )
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kpis } from '../catalogue/index.ts'
import {
  drawn,
  draws,
  type History,
  ledgerFor,
  measurementsOf,
  shippedWorld,
  shuffled,
  type World,
  waitingWorld,
} from '../ledger/any-history-fixture.ts'
import { hour } from '../ledger/fixtures.ts'
import type { Fact, Measurement } from '../ledger/ledger.ts'
import { type Instant, laterOf, plusMillis } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone, plusDays, type TimeZone } from '../primitives/local-date.ts'
import { type Bucket, bucketChanges, bucketKeyOf, bucketsOf } from './buckets.ts'
import { type KpiTally, kpiKeyIn, sumByKey } from './figures.ts'
import { contributionOf, evaluateMeasurement, settledAtOf } from './measurement.ts'
import { trailingFiguresOf } from './presentation.ts'
import { defaultRowOptions, finaliseKpis, type KpiRow } from './rows.ts'
import { daysOfPeriod, periodOfDays, type ScorecardQuery, scorecardFromBuckets, scorecardOf } from './scorecard.ts'
import { addTallies, subtractTallies, zeroTally } from './tally.ts'

/*
 * The promise of the product (N1), over all ledgers at once: figures kept while events arrive, figures computed from the
 * whole history, and figures merged from any portions of it are the same.
 */

const RUNS = { numRuns: 2000 }
const QUARTER_MS = 900_000
const DAY_QUARTERS = 96

/** What is asked for, but from when it is seen. */
interface Asked extends Omit<ScorecardQuery, 'asOf'> {
  readonly zone: TimeZone
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    zone: fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo', 'UTC').map((name) => parseTimeZone(name)),
    scope: fc.oneof(
      fc.constant('company'),
      fc.constantFrom('customer:c', 'person:s', 'team:north', 'product:p', 'lot:l', 'channel:ONLINE'),
    ),
    start: fc.integer({ min: -15, max: 25 }),
    length: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ zone, scope, start, length }) => {
    const from = plusDays(parseLocalDate('2026-03-02'), start)
    return { zone, scope, ...periodOfDays(from, plusDays(from, length), zone) }
  })

/** Quarter hours, on which everything happens, and the milliseconds on either side of them. */
const steps = (fromDay: number, toDay: number) =>
  fc
    .tuple(fc.integer({ min: fromDay * DAY_QUARTERS, max: toDay * DAY_QUARTERS }), fc.constantFrom(0, 0, 1, -1))
    .map(([quarters, millis]) => quarters * QUARTER_MS + millis)

const laterMs = fc.oneof(fc.constant(0), steps(0, 50)).map((millis) => Math.max(0, millis))
const anyAsOf = steps(-25, 60).map((millis) => plusMillis(hour(0), millis))

function lastInstantOf(told: readonly History[]): Instant {
  const instants = told.flatMap(({ facts }) => facts.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]))
  return instants.reduce(laterOf, hour(0))
}

/** A fact on its way to the store. */
interface Delivery {
  readonly stream: History
  /** Of the fact in its stream, from 1 on. */
  readonly position: number
  readonly fact: Fact
}

/** The facts of all streams in any order, those of each stream in the order in which they are told. */
function delivered(told: readonly History[], places: Iterator<number>): readonly Delivery[] {
  const waiting = new Map(told.map((stream) => [stream, stream.facts.entries()]))
  const turns = told.flatMap((stream) => stream.facts.map(() => stream))
  return shuffled(turns, places).flatMap((stream) => {
    const next = waiting.get(stream)?.next()
    if (next === undefined || next.done) return []
    const [index, fact] = next.value
    return [{ stream, position: index + 1, fact }]
  })
}

/** Each delivery, and once more at any later place. */
function deliveredTwice(told: readonly History[], places: Iterator<number>): readonly Delivery[] {
  const once = delivered(told, places)
  const again = once.map((delivery, place) => ({ delivery, place: place + 0.5 + (drawn(places) % once.length) }))
  return [...once.map((delivery, place) => ({ delivery, place })), ...again]
    .toSorted((a, b) => a.place - b.place)
    .map(({ delivery }) => delivery)
}

/** What a consumer keeps of a stream. */
interface Kept {
  readonly position: number
  readonly state: unknown
  readonly measurements: readonly Measurement[]
}

type Changes = readonly Bucket[]

/**
 * What a store does: after each fact that is new by its position, apply the changed sums and replace what is kept of the
 * stream. That is text between any two facts, as if the process had ended there.
 */
function storeOf(deliveries: readonly Delivery[], { reckoning }: World, zone: TimeZone, applied = everything) {
  const sums = new Map<string, Bucket>()
  const texts = new Map<History, string>()
  const keptOf = (stream: History): Kept => {
    const text = texts.get(stream)
    return text === undefined ? { position: 0, state: ledgerFor(stream).initial, measurements: [] } : JSON.parse(text)
  }
  for (const { stream, position, fact } of deliveries) {
    const known = keptOf(stream)
    if (position <= known.position) continue
    const state = ledgerFor(stream).record(known.state, fact)
    const measurements = ledgerFor(stream).measurements(state, reckoning)
    for (const change of applied(bucketChanges(known.measurements, measurements, zone))) {
      const key = bucketKeyOf(change)
      sums.set(key, { ...change, tally: addTallies(sums.get(key)?.tally ?? zeroTally, change.tally) })
    }
    texts.set(stream, JSON.stringify({ position, state, measurements } satisfies Kept))
  }
  const open = [...texts.keys()].flatMap((stream) => keptOf(stream).measurements).filter(isOpen)
  return { buckets: [...sums.values()], open }
}

function everything(changes: Changes): Changes {
  return changes
}

/** Each store forgets one change, the first. */
function allButOne(): (changes: Changes) => Changes {
  let isForgotten = false
  return (changes) => {
    if (isForgotten || changes.length === 0) return changes
    isForgotten = true
    return changes.slice(1)
  }
}

function isOpen(measurement: Measurement): boolean {
  return contributionOf(measurement).kind === 'OPEN'
}

/** From the last recorded instant on, what a store keeps gives the rows of the one-shot evaluation. */
function onlineEqualsReplay(world: World, deliveriesOf: typeof delivered, appliedBy = () => everything) {
  return fc.property(world.mixtures, draws, asked, laterMs, (told, places, { zone, ...query }, later) => {
    const stored = storeOf(deliveriesOf(told, places), world, zone, appliedBy())
    const seen = { ...query, asOf: plusMillis(lastInstantOf(told), later) }
    expect(scorecardFromBuckets(stored, seen, zone)).toEqual(scorecardOf(measurementsOf(told, world), seen))
  })
}

const trailingFigures = trailingFiguresOf(kpis.map(({ id }) => id))

/** Sums over the period and over the twelve months that end with it. */
interface Sums {
  readonly period: readonly KpiTally[]
  readonly trailing: readonly KpiTally[]
}

type Window = Pick<ScorecardQuery, 'from' | 'to'>

/** The sums that a way of summing gives for each of the two windows. */
function bothSums({ from, to, trailingFrom }: Asked, sumOf: (window: Window) => readonly KpiTally[]): Sums {
  const isTrailing = ({ kpi, part }: KpiTally) =>
    trailingFigures.some((figure) => figure.kpi === kpi && figure.part === part)
  return { period: sumOf({ from, to }), trailing: sumOf({ from: trailingFrom, to }).filter(isTrailing) }
}

function rowsOf({ period, trailing }: Sums, { scope }: Asked): readonly KpiRow[] {
  return finaliseKpis(period, scope, { ...defaultRowOptions, trailing })
}

function measuredIn({ from, to }: Window, { scope }: Asked, all: readonly Measurement[]): readonly Measurement[] {
  return all.filter(({ countsAt, scopes }) => {
    const isInPeriod = countsAt === null || (from <= countsAt && countsAt < to)
    return isInPeriod && (scope === 'company' || scopes.includes(scope))
  })
}

function evaluated(measurements: readonly Measurement[], asOf: Instant): readonly KpiTally[] {
  return measurements.map((one) => ({ ...kpiKeyIn(one), tally: evaluateMeasurement(one, asOf) }))
}

/** Portions are evaluated by themselves, and their sums added up pair by pair. */
function partsEqualWhole(world: World, portionsLost = 0) {
  const counts = fc.integer({ min: 2, max: 4 })
  return fc.property(world.mixtures, draws, counts, asked, anyAsOf, (told, places, count, query, asOf) => {
    const measurements = measurementsOf(told, world)
    const portions = [...Map.groupBy(measurements, () => drawn(places) % count).values()]
    const sums = portions.map((portion) =>
      bothSums(query, (window) => sumByKey(evaluated(measuredIn(window, query, portion), asOf))),
    )
    const merged = shuffled(sums, places)
      .slice(portionsLost)
      .reduce<Sums>(
        (left, right) => ({
          period: sumByKey([...right.period, ...left.period]),
          trailing: sumByKey([...right.trailing, ...left.trailing]),
        }),
        { period: [], trailing: [] },
      )
    expect(rowsOf(merged, query)).toEqual(scorecardOf(measurements, { ...query, asOf }))
  })
}

/** What settled only after an instant: what it was then, less what the sums hold of it. */
function supersededSince(asOf: Instant, measurements: readonly Measurement[]): readonly KpiTally[] {
  return measurements.flatMap((measurement) => {
    const contribution = contributionOf(measurement)
    if (contribution.kind === 'OPEN' || settledAtOf(measurement) <= asOf) return []
    const then = evaluateMeasurement(measurement, asOf)
    return [{ ...kpiKeyIn(measurement), tally: subtractTallies(then, contribution.tally) }]
  })
}

/** Sums of all that is settled now, and what has to be taken back of them to see an earlier instant. */
function correctedSumsEqualReplay(world: World, superseded: typeof supersededSince) {
  return fc.property(world.mixtures, asked, anyAsOf, (told, query, asOf) => {
    const measurements = measurementsOf(told, world)
    const buckets = bucketsOf(measurements, query.zone).filter(({ scope }) => scope === query.scope)
    const sums = bothSums(query, (window) => {
      const { fromDay, toDay } = daysOfPeriod(window, query.zone)
      const settled = buckets.filter(({ day }) => fromDay <= day && day < toDay)
      const counted = measuredIn(window, query, measurements)
      return [...settled, ...evaluated(counted.filter(isOpen), asOf), ...superseded(asOf, counted)]
    })
    expect(rowsOf(sums, query)).toEqual(scorecardOf(measurements, { ...query, asOf }))
  })
}

describe.each([shippedWorld, waitingWorld])('any mixture of streams under $name', (world) => {
  it('kept fact by fact has the rows of the one-shot evaluation: online equals replay (N1)', () => {
    fc.assert(onlineEqualsReplay(world, delivered), RUNS)
  })

  it('delivered twice has the rows of the one-shot evaluation: online equals replay (N1)', () => {
    fc.assert(onlineEqualsReplay(world, deliveredTwice), RUNS)
  })

  it('summed in portions and merged in any order has the rows of the whole: parts equal replay (N1)', () => {
    fc.assert(partsEqualWhole(world), RUNS)
  })

  it('seen from any instant has the rows of sums less what settled later: online equals replay (N1)', () => {
    fc.assert(correctedSumsEqualReplay(world, supersededSince), RUNS)
  })
})

describe('the comparison of online and replay (N1)', () => {
  const world = shippedWorld

  it('finds a store that forgets one change', () => {
    expect(fc.check(onlineEqualsReplay(world, delivered, allButOne), RUNS)).toMatchObject({ failed: true })
  })

  it('finds a consumer that counts again what is delivered twice', () => {
    const asNew: typeof delivered = (told, places) =>
      deliveredTwice(told, places).map((delivery, index) => ({ ...delivery, position: index + 1 }))
    expect(fc.check(onlineEqualsReplay(world, asNew), RUNS)).toMatchObject({ failed: true })
  })

  it('finds a portion that is lost', () => {
    expect(fc.check(partsEqualWhole(world, 1), RUNS)).toMatchObject({ failed: true })
  })

  it('finds sums that keep what settled later', () => {
    expect(
      fc.check(
        correctedSumsEqualReplay(world, () => []),
        RUNS,
      ),
    ).toMatchObject({ failed: true })
  })
})

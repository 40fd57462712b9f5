import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { elapsedReckoning, fact, hour, item, line, placed, received, shipped } from '../ledger/fixtures.ts'
import { ledgerOf } from '../ledger/index.ts'
import type { Fact, Ledger, Measurement } from '../ledger/ledger.ts'
import { type Instant, laterOf, plusMillis } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone, plusDays } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'
import { type Bucket, bucketChanges, bucketKeyOf, bucketsOf } from './buckets.ts'
import { type KpiTally, sumByKey } from './figures.ts'
import { contributionOf, evaluateMeasurement } from './measurement.ts'
import { finaliseKpis } from './rows.ts'
import { periodOfDays, scorecardFromBuckets, scorecardOf } from './scorecard.ts'
import { addTallies, isZeroTally, subtractTallies, type Tally, zeroTally } from './tally.ts'

/*
 * What the promise of equal figures rests on: for any history, told in any portions, the stored sums and the one-shot
 * evaluation give the same rows.
 */

interface History {
  readonly category: 'order' | 'complaint' | 'survey'
  readonly facts: readonly Fact[]
}

const hours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)
const score = fc.integer({ min: 1, max: 5 })
const lineIds = ['a', 'b'] as const

const orderLines = fc.tuple(fc.option(hours), fc.option(hours), fc.constantFrom('CNY', 'BRL')).map((promises) =>
  lineIds.map((lineId, index) => {
    const promise = index === 0 ? promises[0] : promises[1]
    const netAmount = { minor: 1999 + index, currency: promises[2] }
    return line(lineId, { netAmount, contractShipBy: promise === null ? null : hour(promise) })
  }),
)

const shipment = fc
  .tuple(hours, fc.constantFrom(...lineIds), fc.constantFrom('0.5', '1', '2'), fc.boolean(), fc.uuid())
  .map(([at, lineId, quantity, isBuyerLicensed, shipmentId]) => {
    const items = [item(lineId, quantity, { lotId: 'lot', checkedQuantity: '0.5' as Quantity })]
    return shipped(at, shipmentId, items, isBuyerLicensed)
  })

const orderHistory: fc.Arbitrary<History> = fc
  .tuple(
    fc.tuple(hours, orderLines).map(([at, lines]) => placed(at, lines)),
    fc.array(
      fc.oneof(
        moment('OrderConfirmed'),
        moment('OrderConfirmed'),
        moment('OrderRejected'),
        moment('OrderCancelled'),
        shipment,
        shipment,
      ),
      { maxLength: 6 },
    ),
  )
  .map(([first, rest]) => ({ category: 'order', facts: [first, ...rest] }))

const classified = fc
  .tuple(hours, fc.constantFrom('QUALITY' as const, 'OTHER' as const))
  .map(([at, complaintClass]) => fact('ComplaintClassified', at, { complaintClass }))

const complaintHistory: fc.Arbitrary<History> = fc
  .tuple(
    fc.tuple(hours, fc.constantFrom('UNCLASSIFIED' as const, 'QUALITY' as const, 'OTHER' as const)),
    fc.array(
      fc.oneof(
        classified,
        moment('ComplaintRegistered'),
        moment('OpinionIssued'),
        moment('ComplaintHandled'),
        moment('ComplaintMarkedUnsolvable'),
        moment('AdministrationAccepted'),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([[at, complaintClass], rest]) => ({ category: 'complaint', facts: [received(at, complaintClass), ...rest] }))

const surveyHistory: fc.Arbitrary<History> = fc
  .tuple(hours, hours, score, fc.option(score))
  .map(([invitedAt, answeredAt, serviceScore, productScore]) => ({
    category: 'survey',
    facts: [
      fact('SurveyInvited', invitedAt, { customerId: 'c' }),
      fact('SurveyAnswered', answeredAt, { customerId: 'c', serviceScore, productScore }),
    ],
  }))

const history = fc.oneof(orderHistory, complaintHistory, surveyHistory)
const histories = fc.array(history, { maxLength: 8 })
const zones = fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo', 'UTC').map(parseTimeZone)
const scopes = fc.constantFrom('company', 'customer:c', 'person:s', 'channel:ONLINE', 'product:product of a', 'lot:lot')
const days = fc
  .tuple(fc.integer({ min: -2, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]) => [plusDays(parseLocalDate('2026-03-01'), start), length] as const)
const counts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const tallies: fc.Arbitrary<Tally> = fc.record({ numerator: counts, denominator: counts, pending: counts })

function moment(type: Parameters<typeof fact>[0]): fc.Arbitrary<Fact> {
  return hours.map((at) => fact(type, at))
}

function ledgerFor({ category }: History): Ledger<unknown> {
  const ledger = ledgerOf(category)
  if (ledger === null) throw new Error(`no ledger for ${category}`)
  return ledger
}

function fold(ledger: Ledger<unknown>, facts: readonly Fact[], from: unknown = ledger.initial): unknown {
  return facts.reduce((state, next) => ledger.record(state, next), from)
}

function measurementsOf(told: readonly History[]): readonly Measurement[] {
  return told.flatMap((one) => ledgerFor(one).measurements(fold(ledgerFor(one), one.facts), elapsedReckoning))
}

function lastInstantOf(told: readonly History[]): Instant {
  return told.flatMap(({ facts }) => facts).reduce((last, { occurredAt }) => laterOf(last, occurredAt), hour(0))
}

function evaluated(measurements: readonly Measurement[], asOf: Instant): readonly KpiTally[] {
  return measurements.map(({ kpi, part, currency, ...rest }) => ({
    kpi,
    part,
    currency,
    tally: evaluateMeasurement({ kpi, part, currency, ...rest }, asOf),
  }))
}

describe('tallies', () => {
  it('are a commutative group', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (a, b, c) => {
        expect(addTallies(a, b)).toEqual(addTallies(b, a))
        expect(addTallies(addTallies(a, b), c)).toEqual(addTallies(a, addTallies(b, c)))
        expect(addTallies(a, zeroTally)).toEqual(a)
        expect(subtractTallies(addTallies(a, b), b)).toEqual(a)
        expect(isZeroTally(subtractTallies(a, a))).toBe(true)
      }),
    )
  })

  it('refuse a sum that would not be exact', () => {
    const most = { numerator: Number.MAX_SAFE_INTEGER, denominator: 0, pending: 0 }
    expect(() => addTallies(most, { ...zeroTally, numerator: 1 })).toThrow(
      expect.objectContaining({ code: 'KPI_INVALID' }),
    )
  })
})

describe('a ledger', () => {
  it('is the same recorded as the facts arrive, with storage in between, and recorded at once', () => {
    fc.assert(
      fc.property(history, fc.nat(10), (one, cut) => {
        const ledger = ledgerFor(one)
        const stored: unknown = JSON.parse(JSON.stringify(fold(ledger, one.facts.slice(0, cut))))
        expect(fold(ledger, one.facts.slice(cut), stored)).toEqual(fold(ledger, one.facts))
      }),
    )
  })

  it('tells its timers and measurements apart by key, part and item', () => {
    fc.assert(
      fc.property(history, (one) => {
        const ledger = ledgerFor(one)
        const state = fold(ledger, one.facts)
        const timers = ledger.timers(state, elapsedReckoning).map(({ key, item }) => `${key}|${item}`)
        const measured = ledger
          .measurements(state, elapsedReckoning)
          .map(({ kpi, part, item }) => `${kpi}|${part}|${item}`)
        expect(new Set(timers).size).toBe(timers.length)
        expect(new Set(measured).size).toBe(measured.length)
      }),
    )
  })

  it('never ends a timer both ways', () => {
    fc.assert(
      fc.property(history, (one) => {
        const timers = ledgerFor(one).timers(fold(ledgerFor(one), one.facts), elapsedReckoning)
        expect(timers.filter(({ stoppedAt, voidedAt }) => stoppedAt !== null && voidedAt !== null)).toEqual([])
      }),
    )
  })
})

describe('figures', () => {
  it('of any partition add up to the whole', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.boolean()), (told, sides) => {
        const asOf = lastInstantOf(told)
        const all = evaluated(measurementsOf(told), asOf)
        const isLeft = all.map(() => sides.next().value === true)
        const left = sumByKey(all.filter((_, index) => isLeft[index]))
        const right = sumByKey(all.filter((_, index) => !isLeft[index]))
        expect(finaliseKpis([...right, ...left], 'company')).toEqual(finaliseKpis(all, 'company'))
      }),
    )
  })

  it('of sales are the confirmed orders that were not cancelled (KPI-3)', () => {
    fc.assert(
      fc.property(fc.array(orderHistory, { maxLength: 8 }), (told) => {
        const kept = told.filter(({ facts }) => {
          const types = facts.map(({ type }) => type)
          return types.includes('OrderConfirmed') && !types.includes('OrderCancelled')
        })
        const rows = finaliseKpis(evaluated(measurementsOf(told), lastInstantOf(told)), 'company')
        const sum = rows.filter(({ id }) => id === 'KPI-3').reduce((total, { numerator }) => total + numerator, 0)
        // Each order has two lines, of 19.99 and 20.00.
        expect(sum).toBe(kept.length * (1999 + 2000))
      }),
    )
  })
})

/** What a store does: after each fact, apply the changed sums and replace the stream's open measurements. */
function storeOf(told: readonly History[], order: readonly number[], zone: Parameters<typeof bucketsOf>[1]) {
  const sums = new Map<string, Bucket>()
  const streams = told.map((one) => ({ ledger: ledgerFor(one), facts: [...one.facts], state: ledgerFor(one).initial }))
  const turns = told.flatMap(({ facts }, stream) => facts.map(() => stream))
  const shuffled = turns.map((stream, index) => [order[index] ?? 0, stream] as const).toSorted(([a], [b]) => a - b)
  for (const [, turn] of shuffled) {
    const stream = streams[turn]
    const next = stream?.facts.shift()
    if (stream === undefined || next === undefined) continue
    const before = stream.ledger.measurements(stream.state, elapsedReckoning)
    stream.state = stream.ledger.record(stream.state, next)
    for (const change of bucketChanges(before, stream.ledger.measurements(stream.state, elapsedReckoning), zone)) {
      const key = bucketKeyOf(change)
      sums.set(key, { ...change, tally: addTallies(sums.get(key)?.tally ?? zeroTally, change.tally) })
    }
  }
  const open = streams
    .flatMap(({ ledger, state }) => ledger.measurements(state, elapsedReckoning))
    .filter((measurement) => contributionOf(measurement).kind === 'OPEN')
  return { buckets: [...sums.values()], open }
}

describe('stored sums', () => {
  it('changed fact by fact, with the open measurements, give the rows of the one-shot evaluation', () => {
    const laterMs = fc.integer({ min: 0, max: 200 * 3_600_000 })
    fc.assert(
      fc.property(
        fc.tuple(histories, fc.array(fc.nat(), { maxLength: 60 }), zones, scopes, days, laterMs),
        ([told, order, zone, scope, [from, length], later]) => {
          const asOf = plusMillis(lastInstantOf(told), later)
          const query = { ...periodOfDays(from, plusDays(from, length), zone), scope, asOf }
          const stored = storeOf(told, order, zone)
          expect(scorecardFromBuckets(stored, query, zone)).toEqual(scorecardOf(measurementsOf(told), query))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('changed fact by fact are the sums of the whole', () => {
    fc.assert(
      fc.property(histories, zones, (told, zone) => {
        const byKey = (buckets: readonly Bucket[]) =>
          new Map(buckets.filter(({ tally }) => !isZeroTally(tally)).map((bucket) => [bucketKeyOf(bucket), bucket]))
        expect(byKey(storeOf(told, [], zone).buckets)).toEqual(byKey(bucketsOf(measurementsOf(told), zone)))
      }),
    )
  })

  it('do not change with a fact that moves no figure', () => {
    const one: History = { category: 'order', facts: [placed(0, [line('a')]), fact('OrderConfirmed', 1)] }
    const measurements = measurementsOf([one])
    expect(bucketChanges(measurements, measurements, parseTimeZone('UTC'))).toEqual([])
  })
})

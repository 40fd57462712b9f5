import {
  contributionOf,
  evaluateMeasurement,
  type Instant,
  type KpiId,
  type KpiKey,
  type KpiTally,
  kpiKeyIn,
  kpiKeyOf,
  type LocalDate,
  type Measurement,
  subtractTallies,
  sumByKey,
  type Tally,
} from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type BucketDocument, bucketsIn, type MeasurementDocument, measurementsOf } from './documents.ts'

/** What the tallies of one reading are taken from. */
export interface Reading {
  readonly connection: Connection
  readonly session: ClientSession
  readonly scope: string
  /** Which figures are read. */
  readonly figures: { readonly kpi: { readonly $in: KpiId[] } } | { readonly $or: FigureName[] }
  readonly asOf: Instant
  /** The days of the period, in the zone of the sums. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate }
  /** The same period as instants. */
  readonly period: { readonly from: Instant; readonly to: Instant }
}

interface FigureName {
  readonly kpi: KpiId
  readonly part: string | null
}

const BATCH = 1_000

/** The sums of the period's days. */
export async function settledTallies(reading: Reading): Promise<readonly KpiTally[]> {
  type Sum = { readonly _id: KpiKey } & Pick<BucketDocument, 'numerator' | 'denominator'>
  const { connection, session, scope, figures, days } = reading
  const sums = await bucketsIn(connection)
    .aggregate<Sum>(
      [
        { $match: { scope, ...figures, day: { $gte: days.from, $lt: days.to } } },
        {
          $group: {
            _id: { kpi: '$kpi', part: '$part', currency: '$currency', bin: '$bin' },
            numerator: { $sum: '$numerator' },
            denominator: { $sum: '$denominator' },
          },
        },
      ],
      { session },
    )
    .toArray()
  return sums.map(({ _id, numerator, denominator }) => ({ ..._id, tally: { numerator, denominator, pending: 0 } }))
}

/**
 * What is open, grouped by all that its evaluation depends on: one of a group stands for all. The database only counts;
 * what an open measurement counts as, the rules package says.
 */
export async function openTallies(reading: Reading): Promise<readonly KpiTally[]> {
  const { connection, session, asOf } = reading
  type Group = { readonly example: Measurement; readonly count: number }
  const read = (window: mongo.Filter<MeasurementDocument>) =>
    measurementsOf(connection)
      .aggregate<Group>(
        [
          { $match: { ...window, isOpen: true } },
          {
            $group: {
              _id: {
                kpi: '$kpi',
                part: '$part',
                currency: '$currency',
                numerator: '$numerator',
                denominator: '$denominator',
                isBegun: { $lte: ['$since', asOf] },
                isPastDue: { $lt: ['$dueAt', asOf] },
                // Nothing is lost where the field is missing or null, which compare as earlier than any text.
                isLost: { $and: [{ $eq: [{ $type: '$lostAt' }, 'string'] }, { $lte: ['$lostAt', asOf] }] },
              },
              example: { $first: '$$ROOT' },
              count: { $sum: 1 },
            },
          },
        ],
        { session },
      )
      .toArray()
  const groups = await inTurn(windowsOf(reading), read)
  return groups.map(({ example, count }) => ({
    ...kpiKeyIn(example),
    tally: times(evaluateMeasurement(example, asOf), count),
  }))
}

/** For what settled after `asOf`: what it was at `asOf`, less what the sums hold of it. */
export async function supersededTallies(reading: Reading): Promise<readonly KpiTally[]> {
  const { asOf } = reading
  return summed(reading, { isOpen: false, settledAt: { $gt: asOf } }, (measurement) => {
    const contribution = contributionOf(measurement)
    const then = evaluateMeasurement(measurement, asOf)
    return contribution.kind === 'SETTLED' ? subtractTallies(then, contribution.tally) : then
  })
}

/** Every measurement of the period, one by one. */
export async function measuredTallies(reading: Reading): Promise<readonly KpiTally[]> {
  return summed(reading, {}, (measurement) => evaluateMeasurement(measurement, reading.asOf))
}

async function summed(
  reading: Reading,
  filter: mongo.Filter<MeasurementDocument>,
  tallyOf: (measurement: Measurement) => Tally,
): Promise<readonly KpiTally[]> {
  const { connection, session } = reading
  const sums = new Map<string, KpiTally>()
  for (const window of windowsOf(reading)) {
    for await (const measurement of measurementsOf(connection).find(
      { ...window, ...filter },
      { session, batchSize: BATCH },
    )) {
      const key = kpiKeyIn(measurement)
      const known = sums.get(kpiKeyOf(key))
      const next = { ...key, tally: tallyOf(measurement) }
      const [sum] = known ? sumByKey([known, next]) : [next]
      if (sum) sums.set(kpiKeyOf(key), sum)
    }
  }
  return [...sums.values()]
}

/** What counts in the period, and the states, which count in every one: disjoint, each one range of an index. */
function windowsOf({ scope, figures, period }: Reading): readonly mongo.Filter<MeasurementDocument>[] {
  const ofFigures = { scopes: scope, ...figures }
  return [
    { ...ofFigures, countsAt: { $gte: period.from, $lt: period.to } },
    { ...ofFigures, countsAt: null },
  ]
}

/** One after the other: a session runs one operation at a time. */
async function inTurn<In, Out>(inputs: readonly In[], read: (input: In) => Promise<Out[]>): Promise<Out[]> {
  const found: Out[] = []
  for (const input of inputs) found.push(...(await read(input)))
  return found
}

function times({ numerator, denominator, pending }: Tally, count: number): Tally {
  return { numerator: numerator * count, denominator: denominator * count, pending: pending * count }
}

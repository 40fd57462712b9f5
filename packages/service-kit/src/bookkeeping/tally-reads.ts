import {
  contributionOf,
  evaluateMeasurement,
  type KpiKey,
  type KpiTally,
  kpiKeyOf,
  type Measurement,
  subtractTallies,
  sumByKey,
  type Tally,
} from '@afterline/rules'
import { type BucketDocument, bucketsIn, type MeasurementDocument, measurementsOf } from './documents.ts'
import type { Reading } from './scorecard-reader.ts'

const BATCH = 1_000

/** The sums of the period's days. */
export async function settledTallies({ connection, session, scope, ids, days }: Reading): Promise<readonly KpiTally[]> {
  type Sum = { readonly _id: KpiKey } & Pick<BucketDocument, 'numerator' | 'denominator'>
  const sums = await bucketsIn(connection)
    .aggregate<Sum>(
      [
        { $match: { scope, kpi: { $in: [...ids] }, day: { $gte: days.from, $lt: days.to } } },
        {
          $group: {
            _id: { kpi: '$kpi', part: '$part', currency: '$currency' },
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
  const groups = await measurementsOf(connection)
    .aggregate<Group>(
      [
        { $match: { ...ofReading(reading), isOpen: true } },
        {
          $group: {
            _id: {
              kpi: '$kpi',
              part: '$part',
              currency: '$currency',
              denominator: '$denominator',
              isBegun: { $lte: ['$since', asOf] },
              isPastDue: { $lt: ['$dueAt', asOf] },
            },
            example: { $first: '$$ROOT' },
            count: { $sum: 1 },
          },
        },
      ],
      { session },
    )
    .toArray()
  return groups.map(({ example, count }) => ({
    ...keyOf(example),
    tally: times(evaluateMeasurement(example, asOf), count),
  }))
}

/** For what settled after `asOf`: what it was at `asOf`, less what the sums hold of it. */
export async function supersededTallies(reading: Reading): Promise<readonly KpiTally[]> {
  const { connection, session, asOf } = reading
  const filter = { ...ofReading(reading), isOpen: false, settledAt: { $gt: asOf } }
  const later = measurementsOf(connection).find(filter, { session, batchSize: BATCH })
  return summed(later, (measurement) => {
    const contribution = contributionOf(measurement)
    const then = evaluateMeasurement(measurement, asOf)
    return contribution.kind === 'SETTLED' ? subtractTallies(then, contribution.tally) : then
  })
}

/** Every measurement of the period, one by one. */
export async function measuredTallies(reading: Reading): Promise<readonly KpiTally[]> {
  const { connection, session, asOf } = reading
  const all = measurementsOf(connection).find(ofReading(reading), { session, batchSize: BATCH })
  return summed(all, (measurement) => evaluateMeasurement(measurement, asOf))
}

function ofReading({ scope, ids, period }: Reading) {
  return { scopes: scope, kpi: { $in: [...ids] }, countsAt: { $gte: period.from, $lt: period.to } }
}

async function summed(
  measurements: AsyncIterable<MeasurementDocument>,
  tallyOf: (measurement: Measurement) => Tally,
): Promise<readonly KpiTally[]> {
  const sums = new Map<string, KpiTally>()
  for await (const measurement of measurements) {
    const key = keyOf(measurement)
    const known = sums.get(kpiKeyOf(key))
    const next = { ...key, tally: tallyOf(measurement) }
    const [sum] = known ? sumByKey([known, next]) : [next]
    if (sum) sums.set(kpiKeyOf(key), sum)
  }
  return [...sums.values()]
}

function keyOf({ kpi, part, currency }: KpiKey): KpiKey {
  return { kpi, part, currency }
}

function times({ numerator, denominator, pending }: Tally, count: number): Tally {
  return { numerator: numerator * count, denominator: denominator * count, pending: pending * count }
}

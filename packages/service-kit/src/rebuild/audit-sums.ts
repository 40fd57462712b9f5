import {
  type Bucket,
  bucketKeyOf,
  bucketsOf,
  isZeroTally,
  type KpiId,
  type LocalDate,
  localDateOf,
  plusDays,
  startOfDay,
  subtractTallies,
  type TimeZone,
  zeroTally,
} from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { REBUILD_SLOT } from '../bookkeeping/correct-books.ts'
import { type BucketDocument, bucketsIn, type MeasurementDocument, measurementsOf } from '../bookkeeping/documents.ts'
import { addToBuckets } from '../bookkeeping/measurement-writes.ts'
import { NO_CORRECTIONS, type Stretch } from './rebuild-job.ts'
import type { RebuildSource } from './rebuild-streams.ts'

/**
 * Adds up the measurements of some days of one figure, and corrects the sums that are something else.
 *
 * Why it is right while others write: every transaction changes a sum by exactly what it changes of the measurements, in
 * whatever part of the sum, so the difference between the two stays what it was. It is read in one snapshot and goes into
 * a part that nobody else writes: what was committed meanwhile neither meets this write nor alters the difference.
 * @param limit so many measurements at most, unless one day alone has more
 */
export async function auditSums(
  { connection, policies }: RebuildSource,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  session: ClientSession,
): Promise<Stretch> {
  const zone = policies.tenantZone
  const position = await positionAfter(connection, after, session)
  if (position === null) return { after: null, streams: 0, corrected: NO_CORRECTIONS, problems: [] }
  const to = await endOf(connection, position, { zone, limit }, session)
  const days = { ...position, to }
  const measured = await measurementsOf(connection).find(countingOn(days, zone), { session }).toArray()
  const stored = await bucketsIn(connection).find(keptOn(days), { session }).toArray()
  const differences = differencesOf(bucketsOf(measured, zone), stored)
  await addToBuckets(connection, differences, REBUILD_SLOT, session)
  const corrected = { ...NO_CORRECTIONS, sums: differences.length }
  return { after: `${position.kpi}|${to ?? ''}`, streams: 0, corrected, problems: [] }
}

/** Days of one figure: from the first on, `null` from the beginning; before the last, `null` to the end. */
interface Days {
  readonly kpi: KpiId
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** The key is `<figure>|<day to go on with>`, without a day when the figure is done. */
async function positionAfter(
  connection: Connection,
  after: string | null,
  session: ClientSession,
): Promise<Pick<Days, 'kpi' | 'from'> | null> {
  const [kpi = '', day = ''] = after?.split('|') ?? []
  // Both were written by `auditSums`.
  if (day !== '') return { kpi: kpi as KpiId, from: day as LocalDate }
  const next = await nextFigure(connection, kpi, session)
  return next === null ? null : { kpi: next, from: null }
}

/** The next figure that anything is measured or summed of. Every measurement counts for the company, so that scope has all. */
async function nextFigure(connection: Connection, kpi: string, session: ClientSession): Promise<KpiId | null> {
  const later = { kpi: { $gt: kpi as KpiId } }
  const first = { session, sort: { kpi: 1 }, projection: { kpi: 1 } } as const
  const measured = await measurementsOf(connection).findOne({ scopes: 'company', ...later }, first)
  const summed = await bucketsIn(connection).findOne(later, first)
  const found = [measured, summed].flatMap((one) => (one ? [one.kpi] : []))
  return found.toSorted()[0] ?? null
}

/** The day before which there are so many measurements, or sums, and one day at least; `null` when there are fewer. */
async function endOf(
  connection: Connection,
  position: Pick<Days, 'kpi' | 'from'>,
  { zone, limit }: { readonly zone: TimeZone; readonly limit: number },
  session: ClientSession,
): Promise<LocalDate | null> {
  const rest = { ...position, to: null }
  const beyond = { session, skip: limit }
  const measured = await measurementsOf(connection).findOne(countingOn(rest, zone), {
    ...beyond,
    sort: { countsAt: 1 },
  })
  const summed = await bucketsIn(connection).findOne(keptOn(rest), { ...beyond, sort: { day: 1 } })
  const days = [...(measured?.countsAt ? [localDateOf(measured.countsAt, zone)] : []), ...(summed ? [summed.day] : [])]
  const [end = null] = days.toSorted()
  return end !== null && end === position.from ? plusDays(end, 1) : end
}

function countingOn({ kpi, from, to }: Days, zone: TimeZone): mongo.Filter<MeasurementDocument> {
  // What counts in every period is in no sum; it compares as earlier than any text.
  const begun = from === null ? ({ $type: 'string' } as const) : { $gte: startOfDay(from, zone) }
  return { scopes: 'company', kpi, countsAt: { ...begun, ...(to === null ? {} : { $lt: startOfDay(to, zone) }) } }
}

function keptOn({ kpi, from, to }: Days): mongo.Filter<BucketDocument> {
  const day = { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lt: to }) }
  return from === null && to === null ? { kpi } : { kpi, day }
}

/** By how much each stored sum, in all of its parts, falls short of the right one. */
function differencesOf(right: readonly Bucket[], stored: readonly BucketDocument[]): readonly Bucket[] {
  const differences = new Map(right.map((bucket) => [bucketKeyOf(bucket), bucket]))
  for (const { _id, slot: _, numerator, denominator, ...identity } of stored) {
    const key = bucketKeyOf(identity)
    const known = differences.get(key)?.tally ?? zeroTally
    const tally = subtractTallies(known, { numerator, denominator, pending: 0 })
    differences.set(key, { ...identity, tally })
  }
  return [...differences.values()].filter(({ tally }) => !isZeroTally(tally))
}

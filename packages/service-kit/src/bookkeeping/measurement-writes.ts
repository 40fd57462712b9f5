import { canonicalJson } from '@afterline/events'
import { type Bucket, bucketChanges, bucketKeyOf, type TimeZone } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type BucketDocument, bucketsIn, type MeasurementDocument, measurementsOf } from './documents.ts'
import { noteChanged } from './measurement-changes.ts'

/** Measurements before and after a change, of one stream or of several. */
export interface MeasurementChange {
  readonly before: readonly MeasurementDocument[]
  readonly after: readonly MeasurementDocument[]
}

/**
 * Writes the measurements that a change touches, notes that they are to be published, and by how much the sums move.
 * @param slot the part of the sums that takes the difference
 * @returns how many measurements differed
 */
export async function writeMeasurements(
  connection: Connection,
  zone: TimeZone,
  change: MeasurementChange,
  slot: number,
  session: ClientSession,
): Promise<number> {
  const { written, removed } = differencesOf(change)
  const ids = [...written.map(({ _id }) => _id), ...removed]
  if (ids.length === 0) return 0
  await measurementsOf(connection).bulkWrite([...written.map(replacement), ...removed.map(removal)], { session })
  await noteChanged(connection, ids, session)
  // Last, because sums are where writers of different streams meet: the shorter they are held, the fewer collide.
  await addToBuckets(connection, sumChanges(change, zone), slot, session)
  return ids.length
}

/**
 * By how much the sums move, stream by stream: each stream's part is exact, or nothing of it would have been counted. Where
 * the parts of several streams do not add up exactly, they stay what they are, several steps of one sum.
 */
function sumChanges({ before, after }: MeasurementChange, zone: TimeZone): readonly Bucket[] {
  const former = Map.groupBy(before, ({ stream }) => stream)
  const latter = Map.groupBy(after, ({ stream }) => stream)
  const sums = new Map<string, Bucket>()
  const apart: Bucket[] = []
  for (const stream of new Set([...former.keys(), ...latter.keys()])) {
    for (const change of bucketChanges(former.get(stream) ?? [], latter.get(stream) ?? [], zone)) {
      const key = bucketKeyOf(change)
      const sum = sums.get(key)
      const numerator = (sum?.tally.numerator ?? 0) + change.tally.numerator
      const denominator = (sum?.tally.denominator ?? 0) + change.tally.denominator
      if (isExact(numerator) && isExact(denominator)) {
        sums.set(key, { ...change, tally: { ...change.tally, numerator, denominator } })
      } else apart.push(change)
    }
  }
  return [...sums.values(), ...apart]
}

/** Whole numbers beyond this lose their last digits; parts of one keep some. */
const isExact = (sum: number) => Math.abs(sum) <= Number.MAX_SAFE_INTEGER

/** Measurements that have to be written, and the ids of those that are no more. */
export function differencesOf({ before, after }: MeasurementChange) {
  const known = new Map(before.map((document) => [document._id, document]))
  const written = after.filter((document) => !isSame(known.get(document._id), document))
  for (const { _id } of after) known.delete(_id)
  return { written, removed: [...known.keys()] }
}

function isSame(a: MeasurementDocument | undefined, b: MeasurementDocument): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b)
}

function replacement({ _id, ...fields }: MeasurementDocument): mongo.AnyBulkWriteOperation<MeasurementDocument> {
  return { replaceOne: { filter: { _id }, replacement: fields, upsert: true } }
}

const removal = (_id: string): mongo.AnyBulkWriteOperation<MeasurementDocument> => ({ deleteOne: { filter: { _id } } })

/** Adds differences to the sums, all to one part of each. */
export async function addToBuckets(
  connection: Connection,
  differences: readonly Bucket[],
  slot: number,
  session: ClientSession,
): Promise<void> {
  if (differences.length === 0) return
  await bucketsIn(connection).bulkWrite(
    differences.map((difference) => increment(difference, slot)),
    { session },
  )
}

function increment({ tally, ...identity }: Bucket, slot: number): mongo.AnyBulkWriteOperation<BucketDocument> {
  const { numerator, denominator } = tally
  return {
    updateOne: {
      filter: { _id: `${bucketKeyOf(identity)}|${slot}` },
      update: { $inc: { numerator, denominator }, $setOnInsert: { ...identity, slot } },
      upsert: true,
    },
  }
}

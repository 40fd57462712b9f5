import { canonicalJson } from '@afterline/events'
import {
  type Bucket,
  bucketChanges,
  bucketKeyOf,
  contributionOf,
  type Measurement,
  scopesOf,
  settledAtOf,
  type TimeZone,
} from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type BucketDocument, bucketsIn, type MeasurementDocument, measurementsOf } from './documents.ts'

/** A stream's measurements before and after a change. */
export interface MeasurementChange {
  readonly stream: string
  /** The part of the sums that takes the difference. */
  readonly slot: number
  readonly before: readonly Measurement[]
  readonly after: readonly Measurement[]
}

/** Writes the measurements that a change touches, and by how much it moves the sums. */
export async function writeMeasurements(
  connection: Connection,
  zone: TimeZone,
  change: MeasurementChange,
  session: ClientSession,
): Promise<void> {
  const writes = measurementWrites(change)
  if (writes.length === 0) return
  await measurementsOf(connection).bulkWrite(writes, { session })
  // Last, because sums are where writers of different streams meet: the shorter they are held, the fewer collide.
  const increments = bucketChanges(change.before, change.after, zone).map((bucket) => increment(bucket, change.slot))
  if (increments.length > 0) await bucketsIn(connection).bulkWrite(increments, { session })
}

function measurementWrites({
  stream,
  before,
  after,
}: MeasurementChange): mongo.AnyBulkWriteOperation<MeasurementDocument>[] {
  const documentsBefore = new Map(before.map((measurement) => entryOf(stream, measurement)))
  const documentsAfter = new Map(after.map((measurement) => entryOf(stream, measurement)))
  const changed = [...documentsAfter.values()].filter((document) => {
    const known = documentsBefore.get(document._id)
    return known === undefined || canonicalJson(known) !== canonicalJson(document)
  })
  const removed = [...documentsBefore.keys()].filter((id) => !documentsAfter.has(id))
  return [...changed.map(replacement), ...removed.map((_id) => ({ deleteOne: { filter: { _id } } }))]
}

function entryOf(stream: string, measurement: Measurement): [string, MeasurementDocument] {
  const { kpi, part, item } = measurement
  const _id = `${kpi}|${part ?? ''}|${stream}|${item}`
  const isOpen = contributionOf(measurement).kind === 'OPEN'
  const settledAt = settledAtOf(measurement)
  return [_id, { ...measurement, _id, stream, scopes: scopesOf(measurement), isOpen, settledAt }]
}

function replacement({ _id, ...fields }: MeasurementDocument): mongo.AnyBulkWriteOperation<MeasurementDocument> {
  return { replaceOne: { filter: { _id }, replacement: fields, upsert: true } }
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

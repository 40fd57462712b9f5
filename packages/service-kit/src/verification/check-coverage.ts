import type { Connection } from 'mongoose'
import { sealsOf } from '../relay/seals.ts'
import { type EventDocument, eventsOf, outboxOf } from '../store/collections.ts'
import type { Chain } from './check-seals.ts'
import type { FindingCollector } from './findings.ts'
import { BUCKETS, bucketOf, differingBuckets, type IdSketch } from './id-sketch.ts'

/** Ids that may be held in memory at once. */
const IDS_AT_ONCE = 200_000
const PAGE = 500

type EventKey = Pick<EventDocument, '_id' | 'stream' | 'version'>

export interface Coverage {
  readonly stored: IdSketch
  readonly sealed: IdSketch
  readonly events: number
  /** The seals that `sealed` covers. */
  readonly chains: readonly Chain[]
}

/**
 * Every stored event must be sealed or be waiting in the outbox. Looks closely only at those that the sketches leave in
 * doubt: in a healthy database, those that were stored since the last seal.
 */
export async function checkCoverage(
  connection: Connection,
  { stored, sealed, events, chains }: Coverage,
  findings: FindingCollector,
): Promise<void> {
  const doubtful = differingBuckets(stored, sealed)
  const bucketsAtOnce = Math.max(1, Math.floor((IDS_AT_ONCE * BUCKETS) / Math.max(events, 1)))
  for (let from = 0; from < doubtful.length; from += bucketsAtOnce) {
    const buckets = new Set(doubtful.slice(from, from + bucketsAtOnce))
    const sealedIds = await sealedIdsIn(connection, buckets, chains, findings)
    await reportUnsealed(connection, buckets, sealedIds, chains, findings)
  }
  await checkOutbox(connection, findings)
}

async function sealedIdsIn(
  connection: Connection,
  buckets: ReadonlySet<number>,
  chains: readonly Chain[],
  findings: FindingCollector,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const { shard, lastNumber } of chains) {
    const upToLast = { _id: { $lte: lastNumber } }
    for await (const seal of sealsOf(connection, shard).find(upToLast, { sort: { _id: 1 }, batchSize: 50 })) {
      for (const { id, stream, version } of seal.events) {
        if (!buckets.has(bucketOf(id))) continue
        if (ids.has(id)) findings.report('SEALED_TWICE', { stream, version, seal: seal._id })
        ids.add(id)
      }
    }
  }
  return ids
}

async function reportUnsealed(
  connection: Connection,
  buckets: ReadonlySet<number>,
  sealedIds: ReadonlySet<string>,
  chains: readonly Chain[],
  findings: FindingCollector,
): Promise<void> {
  const keys = eventsOf(connection).find<EventKey>(
    {},
    { projection: { stream: 1, version: 1 }, sort: { stream: 1, version: 1 }, readConcern: 'majority' },
  )
  let page: EventKey[] = []
  const closePage = async () => {
    for (const { stream, version } of await unaccounted(connection, page, chains)) {
      findings.report('UNSEALED', { stream, version })
    }
    page = []
  }
  for await (const key of keys) {
    if (buckets.has(bucketOf(key._id)) && !sealedIds.has(key._id)) page.push(key)
    if (page.length >= PAGE) await closePage()
  }
  await closePage()
}

/** An event goes from the outbox into a seal before it leaves the outbox: asked in this order, it shows in one of them. */
async function unaccounted(
  connection: Connection,
  keys: readonly EventKey[],
  chains: readonly Chain[],
): Promise<readonly EventKey[]> {
  if (keys.length === 0) return []
  const ids = keys.map(({ _id }) => _id)
  const waiting = await outboxOf(connection)
    .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
    .toArray()
  const known = new Set(waiting.map(({ _id }) => _id))
  const rest = ids.filter((id) => !known.has(id))
  for (const { shard, lastNumber } of chains) {
    const laterSeals = sealsOf(connection, shard).find({ _id: { $gt: lastNumber }, 'events.id': { $in: rest } })
    for await (const seal of laterSeals) for (const { id } of seal.events) known.add(id)
  }
  return keys.filter(({ _id }) => !known.has(_id))
}

async function checkOutbox(connection: Connection, findings: FindingCollector): Promise<void> {
  const orphans = outboxOf(connection).aggregate<{ readonly stream: string; readonly version: number }>([
    { $lookup: { from: 'events', localField: '_id', foreignField: '_id', as: 'event' } },
    { $match: { event: [] } },
    { $project: { stream: 1, version: 1 } },
  ])
  for await (const { stream, version } of orphans) findings.report('OUTBOX_EVENT_MISSING', { stream, version })
}

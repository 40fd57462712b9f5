import type { Connection, mongo } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { ServiceError } from '../store/service-error.ts'
import { type DataKeyDocument, dataKeysOf } from './data-keys.ts'
import type { MasterKeys } from './master-keys.ts'

/*
 * Glossary
 *   rotation   putting every data key of a service under another master key; what the data keys encrypt stays as it is
 *   rewrapped  opened by the master key that it was under, and wrapped by the one that it is to be under
 *   remaining  not under the master key that it is to be under
 */

/** Where one service is with one master key. */
export interface KeyRotationDocument {
  /** Names the master key that data keys are to be under. */
  readonly _id: string
  /** When a process last started that has it, and a former one. */
  readonly knownAt: Date
  /** `null` until somebody asks for it. */
  readonly requestedAt: Date | null
  /** When nothing was left to be done; `null` until then, and once somebody asks again. */
  readonly endedAt: Date | null
  /** Since it was last asked for. */
  readonly rewrapped: number
  /** Data keys that none of the master keys opens. */
  readonly unreadable: number
}

/** How many data keys a service has, and how many of them are to be rewrapped. */
export interface KeyRotationState {
  /** Names the master key that they are to be under; `null` where no process has ever had a former one beside it. */
  readonly masterKey: string | null
  readonly keys: number
  /** Names of all master keys that they are under, as far as they name one. More than one, and a process needs several. */
  readonly under: readonly string[]
  /** `null` where nobody knows what they are to be under. */
  readonly remaining: number | null
  readonly rewrapped: number
  readonly unreadable: number
  readonly isOpen: boolean
}

const SAFELY = { writeConcern: { w: 'majority', journal: true } } as const

const rotationsOf = (connection: Connection) => databaseOf(connection).collection<KeyRotationDocument>('keyRotations')

const remainingUnder = (masterKey: string) => ({ wrapped: { $ne: null }, masterKey: { $ne: masterKey } })

/** Tells whoever asks for rotations that this service can carry one out. */
export async function announceMasterKey(connection: Connection, { current }: MasterKeys): Promise<void> {
  const begin = { requestedAt: null, endedAt: null, rewrapped: 0, unreadable: 0 }
  await rotationsOf(connection).updateOne(
    { _id: current },
    { $set: { knownAt: new Date() }, $setOnInsert: begin },
    { upsert: true, ...SAFELY },
  )
}

/** Looks at the wrapped keys alone: whoever asks needs no master key. */
export async function keyRotationState(connection: Connection): Promise<KeyRotationState> {
  const last = await rotationsOf(connection).findOne({}, { sort: { knownAt: -1 } })
  const counts = await countsByMasterKey(connection)
  const keys = sumOf(counts)
  const under = counts.flatMap(({ _id }) => _id ?? []).toSorted()
  const remaining = last && keys - sumOf(counts.filter(({ _id }) => _id === last._id))
  const { rewrapped = 0, unreadable = 0 } = last ?? {}
  const isOpen = last !== null && last.requestedAt !== null && last.endedAt === null
  return { masterKey: last?._id ?? null, keys, under, remaining, rewrapped, unreadable, isOpen }
}

interface KeysUnder {
  /** Names the master key; `null` for the data keys that name none. */
  readonly _id: string | null
  readonly keys: number
}

async function countsByMasterKey(connection: Connection): Promise<readonly KeysUnder[]> {
  const byMasterKey = { $group: { _id: { $ifNull: ['$masterKey', null] }, keys: { $sum: 1 } } }
  return dataKeysOf(connection)
    .aggregate<KeysUnder>([{ $match: { wrapped: { $ne: null } } }, byMasterKey])
    .toArray()
}

const sumOf = (counts: readonly KeysUnder[]) => counts.reduce((sum, { keys }) => sum + keys, 0)

/** Asks for the rotation to this master key; one that is under way goes on. The running service carries it out. */
export async function requestKeyRotation(connection: Connection, masterKey: string): Promise<void> {
  const isNotOpen = { $or: [{ requestedAt: null }, { endedAt: { $ne: null } }] }
  const asked = { requestedAt: new Date(), endedAt: null, rewrapped: 0, unreadable: 0 }
  await rotationsOf(connection).updateOne({ _id: masterKey, ...isNotOpen }, { $set: asked }, SAFELY)
}

export interface RotatingDeps {
  readonly connection: Connection
  readonly masterKeys: MasterKeys
  /** Keys in one write at most. */
  readonly batchSize: number
}

/**
 * Carries out the rotation to the current master key, if somebody has asked for it. Any number of processes may, at any
 * time: each key is exchanged for the same key as it was read, or not at all, so that none that is erased, exchanged or made
 * anew meanwhile is touched. Interrupted anywhere, the next one goes on with what remains.
 */
export async function rotateWhenAsked(deps: RotatingDeps, signal: AbortSignal): Promise<void> {
  const { connection, masterKeys } = deps
  const { current: _id } = masterKeys
  const asked = await rotationsOf(connection).findOne({ _id, requestedAt: { $ne: null }, endedAt: null })
  if (asked === null) return
  let unreadable = 0
  for await (const batch of batchesOf(deps)) {
    if (signal.aborted) return
    const opened = batch.map((key) => exchangeOf(masterKeys, key))
    const exchanges = opened.filter((exchange) => exchange !== null)
    unreadable += opened.length - exchanges.length
    const rewrapped = exchanges.length === 0 ? 0 : await write(connection, exchanges)
    await rotationsOf(connection).updateOne({ _id }, { $inc: { rewrapped } })
  }
  // More may have been made under another key, by processes that do not have this one yet: they are met the next time.
  if ((await dataKeysOf(connection).countDocuments(remainingUnder(_id))) > unreadable) return
  const isSame = { _id, requestedAt: asked.requestedAt }
  await rotationsOf(connection).updateOne(isSame, { $set: { endedAt: new Date(), unreadable } }, SAFELY)
}

async function* batchesOf({ connection, masterKeys, batchSize }: RotatingDeps) {
  for (let after = ''; ; ) {
    const batch = await dataKeysOf(connection)
      .find({ _id: { $gt: after }, ...remainingUnder(masterKeys.current) })
      .sort({ _id: 1 })
      .limit(batchSize)
      .toArray()
    const last = batch.at(-1)
    if (last === undefined) return
    yield batch
    after = last._id
  }
}

type Exchange = mongo.AnyBulkWriteOperation<DataKeyDocument>

/** `null` for a key that none of the master keys opens: it is left as it is. */
function exchangeOf(masterKeys: MasterKeys, key: DataKeyDocument): Exchange | null {
  try {
    const secret = masterKeys.unwrap(key)
    if (secret === null) return null
    const { _id, wrapped } = key
    return { updateOne: { filter: { _id, wrapped }, update: { $set: masterKeys.wrap(secret, _id) } } }
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'KEY_INVALID') return null
    throw error
  }
}

async function write(connection: Connection, exchanges: readonly Exchange[]): Promise<number> {
  const { modifiedCount } = await dataKeysOf(connection).bulkWrite([...exchanges], { ordered: false, ...SAFELY })
  return modifiedCount
}

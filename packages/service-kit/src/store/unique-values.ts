import type { Violation } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type OwnValue, ownValuesOf } from '../aggregate/unique.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { databaseOf } from './database.ts'
import type { StreamChange } from './stream-change.ts'

/*
 * Each value that only one record of a kind may have is one document here, under the value itself: MongoDB's own index of ids
 * lets nobody else have it, in the transaction that writes the record. What was stored before a value had to be unique
 * may have twins: the first record holds the value, and the others stand beside it, so that they are found together.
 */
export interface UniqueValueDocument {
  /** See `OwnValue.key`. */
  readonly _id: string
  /** Id of the record that has it. */
  readonly holder: string
  /** Other records that had it before it had to be unique, or have it by an import of history. */
  readonly twins?: readonly string[]
}

export const uniqueValuesOf = (connection: Connection) =>
  databaseOf(connection).collection<UniqueValueDocument>('uniqueValues')

/** Ids of all records that have a value, the holder first. */
export function recordsWith(value: UniqueValueDocument | null | undefined): readonly string[] {
  return value ? [value.holder, ...(value.twins ?? [])] : []
}

/** The name of the fact that tells who has a value: whoever may not see that record is not told. */
export const TAKEN_BY = 'takenBy'

export async function readUniqueValues(
  connection: Connection,
  keys: readonly string[],
  session?: ClientSession,
): Promise<ReadonlyMap<string, UniqueValueDocument>> {
  if (keys.length === 0) return new Map()
  const found = await uniqueValuesOf(connection)
    .find({ _id: { $in: [...keys] } }, session ? { session } : {})
    .toArray()
  return new Map(found.map((document) => [document._id, document]))
}

/**
 * Takes the values that a change gives to its record, and lets go of those that it takes from it.
 * @returns what others have already; then nothing was written
 */
export async function claimValues<State>(
  connection: Connection,
  aggregate: StoredAggregate<State>,
  { before, after }: StreamChange<State>,
  session: ClientSession,
): Promise<readonly Violation[]> {
  const { _id: id } = after
  const former = new Map(before === null ? [] : ownValuesOf(aggregate, before.state).map((value) => [value.key, value]))
  const own = ownValuesOf(aggregate, after.state)
  const gained = own.filter(({ key }) => !former.delete(key))
  if (gained.length === 0 && former.size === 0) return []
  const keys = gained.map(({ key }) => key)
  const known = await readUniqueValues(connection, keys, session)
  const taken = gained.flatMap((value) => {
    const holder = known.get(value.key)?.holder ?? id
    return holder === id ? [] : [takenBy(value, holder)]
  })
  if (taken.length > 0) return taken
  const free = keys.filter((key) => !known.has(key)).map((key) => ({ _id: key, holder: id }))
  if (free.length > 0) await uniqueValuesOf(connection).insertMany(free, { session })
  if (former.size > 0) await letGo(connection, [...former.keys()], id, session)
  return []
}

/** Of the records that had a value together, the first of the others holds it from now on. */
async function letGo(
  connection: Connection,
  keys: readonly string[],
  id: string,
  session: ClientSession,
): Promise<void> {
  const values = uniqueValuesOf(connection)
  for (const { _id, holder, twins = [] } of (await readUniqueValues(connection, keys, session)).values()) {
    const [first, ...others] = [holder, ...twins].filter((one) => one !== id)
    if (first === undefined) await values.deleteOne({ _id }, { session })
    else
      await values.replaceOne({ _id }, { holder: first, ...(others.length > 0 ? { twins: others } : {}) }, { session })
  }
}

/** Puts a record to each of its values: as the holder where nobody has it, else beside the holder. */
export function keepingOf(
  values: readonly OwnValue[],
  id: string,
): readonly mongo.AnyBulkWriteOperation<UniqueValueDocument>[] {
  const holder = { $ifNull: ['$holder', id] }
  const twins = { $ifNull: ['$twins', []] }
  const isHolder = { $eq: [holder, id] }
  return values.map(({ key }) => ({
    updateOne: {
      filter: { _id: key },
      update: [
        { $set: { holder, twins: { $cond: [isHolder, '$twins', { $setUnion: [twins, [id]] }] } } },
        { $set: { twins: { $ifNull: ['$twins', '$$REMOVE'] } } },
      ],
      upsert: true,
    },
  }))
}

/** The same for records as they stand: writes what is not so yet. */
export async function keepValues<State>(
  connection: Connection,
  aggregate: StoredAggregate<State>,
  documents: readonly AggregateDocument<State>[],
  session: ClientSession,
): Promise<void> {
  const owned = documents.flatMap(({ _id, state }) =>
    ownValuesOf(aggregate, state).map((value) => ({ id: _id, value })),
  )
  if (owned.length === 0) return
  const keys = owned.map(({ value }) => value.key)
  const known = await readUniqueValues(connection, keys, session)
  const isKept = (key: string, id: string) => {
    const document = known.get(key)
    return document?.holder === id || document?.twins?.includes(id) === true
  }
  const writes = owned.flatMap(({ id, value }) => (isKept(value.key, id) ? [] : keepingOf([value], id)))
  if (writes.length > 0) await uniqueValuesOf(connection).bulkWrite([...writes], { session })
}

const USE_THE_OTHER = {
  zh: '请使用已有的记录；若填写有误，请更正。',
  en: 'Use the record that is there, or correct what was entered.',
}

export function takenBy({ parts, unique: { is, rule, path, remedy } }: OwnValue, holder: string): Violation {
  const [value = ''] = parts
  return {
    rule,
    message: { zh: `该${is.zh}已有记录：${value}。`, en: `There is a record with this ${is.en} already: ${value}.` },
    path: [path],
    remedy: remedy ?? USE_THE_OTHER,
    facts: { [path]: value, [TAKEN_BY]: holder },
  }
}

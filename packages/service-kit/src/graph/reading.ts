import type { ClientSession } from 'mongoose'
import type { AggregateTypes, DeclaredAggregate, StateOf } from '../aggregate/aggregate.ts'
import { ownValuesOf, uniqueKeyOf } from '../aggregate/unique.ts'
import type { StoredAggregate } from '../interfaces.ts'
import type { Kit } from '../kit.ts'
import { databaseOf, readDocuments, readUniqueValues, recordsWith, type SharedReads } from '../store/index.ts'

/** An aggregate and where its records are kept. */
export interface StoredRecords<T extends AggregateTypes> {
  readonly aggregate: DeclaredAggregate<T>
  readonly stored: StoredAggregate<StateOf<T>>
}

export type States<T extends AggregateTypes> = Readonly<Record<string, T['state']>>

/** What a decision may read of the same service, in its own transaction. */
export interface Reading extends Pick<SharedReads, 'load' | 'inTurn' | 'rests'> {
  readonly kit: Kit
  /** The record; `null` where it does not exist. */
  stateOf<T extends AggregateTypes>(records: StoredRecords<T>, id: string): Promise<T['state'] | null>
  /** The records of these ids, as this code understands them; one that does not exist is missing. */
  statesOf<T extends AggregateTypes>(records: StoredRecords<T>, ids: readonly string[]): Promise<States<T>>
  /**
   * Ids of the records that the identity of the aggregate makes one: the record's own, and twins from before it was unique.
   * What is decided on one of them holds for all.
   */
  idsOfSame<T extends AggregateTypes>(records: StoredRecords<T>, state: T['state']): Promise<readonly string[]>
  /**
   * Ids of the records that have a unique value, the holder first.
   * @param name of the value, as the aggregate declares it
   */
  idsWith<T extends AggregateTypes>(
    records: StoredRecords<T>,
    name: string,
    parts: readonly string[],
  ): Promise<readonly string[]>
  /**
   * The same, and touches them: when somebody changes one at the same moment, one of the two transactions meets the
   * other's write and starts again.
   */
  heldStatesOf<T extends AggregateTypes>(records: StoredRecords<T>, ids: readonly string[]): Promise<States<T>>
}

export function readingWithin(kit: Kit, reads: SharedReads): Reading {
  async function statesOf<T extends AggregateTypes>({ aggregate, stored }: StoredRecords<T>, ids: readonly string[]) {
    const readMany = async (keys: readonly string[], session: ClientSession) => {
      const documents = await readDocuments(kit, stored, keys, session)
      return new Map(documents.map(({ _id, state }) => [_id, state]))
    }
    const load = async (id: string) => [id, await reads.load(stored.collection, id, readMany)] as const
    const found = await Promise.all(inOneOrder(ids).map(load))
    // Ids come from outside, and `constructor` is nobody's record.
    const states: Record<string, T['state']> = Object.create(null)
    for (const [id, state] of found) if (state !== null && aggregate.isBegun(state)) states[id] = state
    return states
  }
  const idsWithKey = async (key: string) =>
    recordsWith(
      await reads.load('uniqueValues', key, (keys, session) => readUniqueValues(kit.connection, keys, session)),
    )
  return {
    kit,
    load: reads.load,
    inTurn: reads.inTurn,
    rests: reads.rests,
    stateOf: async (records, id) => (await statesOf(records, [id]))[id] ?? null,
    statesOf,
    async idsOfSame({ aggregate: { category, identity } }, state) {
      const [value] = identity === null ? [] : ownValuesOf({ category, unique: [identity] }, state)
      return value === undefined ? [] : idsWithKey(value.key)
    },
    async idsWith({ aggregate: { category } }, name, parts) {
      const key = uniqueKeyOf(category, name, parts)
      return key === null ? [] : idsWithKey(key)
    },
    async heldStatesOf(records, ids) {
      if (ids.length === 0) return {}
      await reads.inTurn((session) =>
        databaseOf(kit.connection)
          .collection<{ readonly _id: string; readonly touches: number }>(records.stored.collection)
          .updateMany({ _id: { $in: [...inOneOrder(ids)] } }, { $inc: { touches: 1 } }, { session }),
      )
      return statesOf(records, ids)
    },
  }
}

/** In one order everywhere, so that two transactions that touch the same records meet at the first. */
function inOneOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}

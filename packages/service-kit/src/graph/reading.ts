import type { ClientSession } from 'mongoose'
import type { AggregateTypes, DeclaredAggregate, StateOf } from '../aggregate/aggregate.ts'
import type { StoredAggregate } from '../interfaces.ts'
import type { Kit } from '../kit.ts'
import { databaseOf, readDocuments } from '../store/index.ts'

/** An aggregate and where its records are kept. */
export interface StoredRecords<T extends AggregateTypes> {
  readonly aggregate: DeclaredAggregate<T>
  readonly stored: StoredAggregate<StateOf<T>>
}

export type States<T extends AggregateTypes> = Readonly<Record<string, T['state']>>

/** What a decision may read of the same service, in its own transaction. */
export interface Reading {
  readonly kit: Kit
  readonly session: ClientSession
  /** The record; `null` where it does not exist. */
  stateOf<T extends AggregateTypes>(records: StoredRecords<T>, id: string): Promise<T['state'] | null>
  /** The records of these ids, as this code understands them; one that does not exist is missing. */
  statesOf<T extends AggregateTypes>(records: StoredRecords<T>, ids: readonly string[]): Promise<States<T>>
  /**
   * The same, and touches them: when somebody changes one at the same moment, one of the two transactions meets the
   * other's write and starts again.
   */
  heldStatesOf<T extends AggregateTypes>(records: StoredRecords<T>, ids: readonly string[]): Promise<States<T>>
}

export function readingWithin(kit: Kit, session: ClientSession): Reading {
  const statesOf: Reading['statesOf'] = async ({ aggregate, stored }, ids) => {
    const documents = await readDocuments(kit, stored, inOneOrder(ids), session)
    return Object.fromEntries(
      documents.flatMap(({ _id, state }) => (aggregate.isBegun(state) ? [[_id, state] as const] : [])),
    )
  }
  return {
    kit,
    session,
    stateOf: async (records, id) => (await statesOf(records, [id]))[id] ?? null,
    statesOf,
    async heldStatesOf(records, ids) {
      if (ids.length === 0) return {}
      await databaseOf(kit.connection)
        .collection<{ readonly _id: string; readonly touches: number }>(records.stored.collection)
        .updateMany({ _id: { $in: [...inOneOrder(ids)] } }, { $inc: { touches: 1 } }, { session })
      return statesOf(records, ids)
    },
  }
}

/** In one order everywhere, so that two transactions that touch the same records meet at the first. */
function inOneOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}

import type { EventRegistry } from '@afterline/events'
import type { Connection } from 'mongoose'
import { ownValuesOf } from '../aggregate/unique.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { currentDocuments } from './current-document.ts'
import { databaseOf } from './database.ts'
import { keepingOf, uniqueValuesOf } from './unique-values.ts'

const AT_ONCE = 500

interface FilledDocument {
  readonly _id: string
  /** The names of the unique values that all records of the category were looked through for. */
  readonly names: string
}

/**
 * Records that were stored before a value had to be unique: each takes its values, before anybody is served. Once for
 * every set of unique values of a category; safe to repeat, and to run in several replicas at once. Twins that are there
 * stay, and are found together.
 */
export async function fillUniqueValues(
  source: { readonly connection: Connection; readonly registry: EventRegistry },
  aggregates: readonly StoredAggregate[],
): Promise<void> {
  const filled = databaseOf(source.connection).collection<FilledDocument>('uniqueValuesFilled')
  for (const aggregate of aggregates) {
    const names = (aggregate.unique ?? [])
      .map(({ name }) => name)
      .toSorted()
      .join()
    if (names === '') continue
    const known = await filled.findOne({ _id: aggregate.category })
    if (known?.names === names) continue
    await fillFrom(source, aggregate)
    await filled.replaceOne({ _id: aggregate.category }, { names }, { upsert: true })
  }
}

async function fillFrom(
  source: { readonly connection: Connection; readonly registry: EventRegistry },
  aggregate: StoredAggregate,
): Promise<void> {
  const documents = databaseOf(source.connection).collection<AggregateDocument<unknown>>(aggregate.collection)
  for (let after = ''; ; ) {
    const found = await documents
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .toArray()
    const last = found.at(-1)
    if (last === undefined) return
    // What was read as a document of the collection is one.
    const current = await currentDocuments(source, aggregate, found as AggregateDocument<unknown>[])
    const writes = current.flatMap(({ _id, state }) => keepingOf(ownValuesOf(aggregate, state), _id))
    if (writes.length > 0) await uniqueValuesOf(source.connection).bulkWrite([...writes])
    after = last._id
  }
}

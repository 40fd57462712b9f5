import { type Context, contexts } from '@afterline/events'
import { buildsDatabaseOf } from '../projections/build.ts'
import { addedTo, changed, projected, records, watched, wished } from './collections.ts'

export interface Privilege {
  readonly resource: { readonly db: string; readonly collection: string }
  readonly actions: readonly string[]
}

/** A role, and the one user that has it; both under the same name in the database `admin`. */
export interface DatabaseUser {
  readonly name: string
  /** Who it is for: a service by its context, or whoever operates the instance with the command line. */
  readonly holder: Context | 'operator'
  readonly privileges: readonly Privilege[]
}

/** @example databaseNameOf('afterline', 'after-sales') // 'afterline_after_sales' */
export const databaseNameOf = (prefix: string, context: Context) => `${prefix}_${context.replaceAll('-', '_')}`

export const userNameOf = (prefix: string, holder: DatabaseUser['holder']) =>
  holder === 'operator' ? `${prefix}_operator` : databaseNameOf(prefix, holder)

const SEEING = ['find', 'listCollections', 'listIndexes', 'collStats']
/**
 * Indexes are made at every start. One that lets documents expire goes by dates, of which the record holds none: its
 * instants are texts.
 */
const MAKING = ['createCollection', 'createIndex']
const CHANGING = ['insert', 'update', 'remove']

/** @param leftBuilds collections of later builds that are in the service's own database, from before they had one */
export function serviceUser(prefix: string, context: Context, leftBuilds: readonly string[] = []): DatabaseUser {
  const db = databaseNameOf(prefix, context)
  const on = (collections: readonly string[], actions: readonly string[]) =>
    collections.map((collection) => ({ resource: { db, collection }, actions }))
  return {
    name: userNameOf(prefix, context),
    holder: context,
    privileges: [
      ...on([''], [...SEEING, ...MAKING]),
      ...on(addedTo, ['insert']),
      ...on(changed, CHANGING),
      ...on(watched, ['changeStream']),
      ...on(records[context], ['insert', 'update']),
      ...on([...projected[context], ...leftBuilds], [...CHANGING, 'dropCollection']),
      {
        resource: { db: buildsDatabaseOf(db), collection: '' },
        actions: [...SEEING, ...MAKING, ...CHANGING, 'dropCollection'],
      },
    ],
  }
}

/** Before `_<service>` in the names of the databases into which a backup is restored to see whether it can be. */
export const scratchPrefixOf = (prefix: string) => `${prefix}_restored`

/**
 * Reads everything of all services, as checks must that do not depend on what they check, and changes nothing itself. What
 * is restored for a check is its own.
 */
export function operatorUser(prefix: string): DatabaseUser {
  const ofService = (db: string): readonly Privilege[] => [
    { resource: { db, collection: '' }, actions: SEEING },
    { resource: { db: buildsDatabaseOf(db), collection: '' }, actions: SEEING },
    ...wished.added.map((collection) => ({ resource: { db, collection }, actions: ['insert'] })),
    ...wished.changed.map((collection) => ({ resource: { db, collection }, actions: ['insert', 'update', ...MAKING] })),
  ]
  return {
    name: userNameOf(prefix, 'operator'),
    holder: 'operator',
    privileges: contexts.flatMap((context) => [
      ...ofService(databaseNameOf(prefix, context)),
      {
        resource: { db: databaseNameOf(scratchPrefixOf(prefix), context), collection: '' },
        actions: [...SEEING, ...MAKING, ...CHANGING, 'dropCollection', 'dropDatabase'],
      },
    ]),
  }
}

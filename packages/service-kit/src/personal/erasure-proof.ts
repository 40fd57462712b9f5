import type { Context, EventRegistry } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { commandsOf, eventsOf, storedEventOf } from '../store/collections.ts'
import { dataKeysOf } from './data-keys.ts'
import { keyRefOf } from './personal-cipher.ts'

interface ProvingDeps {
  readonly connection: Connection
  readonly context: Context
  readonly registry: EventRegistry
}

/** The last time that the persons of a customer were erased. */
export interface ToldErasure {
  readonly customerId: string
  /** Id of the event. */
  readonly event: string
  readonly erasedAt: Instant
}

/** What one service has left of the persons of a customer, as its database says. */
export interface ErasureProof {
  readonly context: Context
  /** When it deleted its key for this erasure; `null` where it has not done so yet. */
  readonly doneAt: Instant | null
  /** Texts that no key is there for any more. */
  readonly unreadable: number
  /** Texts of anything before the erasure whose key is there: none, if it is as it should be. */
  readonly readable: number
  /** Texts of what happened since, under a key that was made since. */
  readonly writtenSince: number
  /** Fingerprints of commands, of any customer, that hold such text without a key: none, if it is as it should be. */
  readonly keylessFingerprints: number
}

/** The last erasure on a customer's stream, in the database of the service that keeps it; `null` where there was none. */
export async function lastErasureOf(connection: Connection, customerId: string): Promise<ToldErasure | null> {
  const erasures = { stream: `customer-${customerId}`, type: 'PersonalDataErased' }
  const last = await eventsOf(connection).findOne(erasures, { sort: { version: -1 } })
  return last ? { customerId, event: last._id, erasedAt: last.recordedAt } : null
}

/** Reads the database alone, past the service that it is about; without a master key, so that it opens nothing. */
export async function proveErasure(
  { connection, context, registry }: ProvingDeps,
  { customerId, event, erasedAt }: ToldErasure,
): Promise<ErasureProof> {
  const place = await dataKeysOf(connection).findOne({ _id: customerId })
  const done = place?.erasures?.find((each) => each.event === event) ?? null
  const texts = { unreadable: 0, readable: 0, writtenSince: 0 }
  for await (const { keyRef, occurredAt } of textsOf({ connection, registry }, customerId)) {
    const isOpen = (await dataKeysOf(connection).countDocuments({ keyRef, wrapped: { $ne: null } })) > 0
    if (!isOpen) texts.unreadable += 1
    else if (occurredAt < erasedAt) texts.readable += 1
    else texts.writtenSince += 1
  }
  const keyless = { personal: { $exists: false }, at: { $lt: erasedAt } }
  const keylessFingerprints = await commandsOf(connection).countDocuments(keyless)
  return { context, doneAt: done?.doneAt ?? null, ...texts, keylessFingerprints }
}

/** Every text of a customer that an event holds, by the key that it is under. */
async function* textsOf({ connection, registry }: Pick<ProvingDeps, 'connection' | 'registry'>, customerId: string) {
  const fieldsOf = (type: string, version: number) => registry.personalFieldsOf(type, version)
  const types = registry.definitions.filter(({ type, version }) => fieldsOf(type, version).length > 0)
  const filter = { type: { $in: types.map(({ type }) => type) }, 'data.customerId': customerId }
  for await (const document of eventsOf(connection).find(filter)) {
    const { type, schemaVersion, data, occurredAt } = storedEventOf(document)
    for (const field of fieldsOf(type, schemaVersion)) {
      // Events that have personal fields have objects as data.
      const keyRef = keyRefOf((data as Readonly<Record<string, unknown>>)[field])
      if (keyRef !== null) yield { keyRef, occurredAt }
    }
  }
}

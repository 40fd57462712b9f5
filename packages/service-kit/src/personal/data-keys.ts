import { randomBytes } from 'node:crypto'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { type CollectionIndexes, databaseOf } from '../store/database.ts'
import { ServiceError } from '../store/service-error.ts'
import type { MasterKeys } from './master-keys.ts'
import { KEY_BYTES } from './sealed-bytes.ts'

/** One customer's data key as it is stored: useless without the master key, and gone for good once deleted. */
export interface DataKeyDocument {
  /** The customer's id. */
  readonly _id: string
  /** Names this very key in every text under it; a key made after an erasure has another. */
  readonly keyRef: string
  /** As in `WrappedKey`; `null` after an erasure, until there is text again: then `keyRef` waits for it. */
  readonly wrapped: string | null
  /** Names the master key, as in `WrappedKey`. */
  readonly masterKey?: string
  /** Absent where nothing was ever erased. */
  readonly erasures?: readonly KeptErasure[]
}

/** What a service did of an erasure, for the proof; and how it knows that it did, when the event comes again. */
export interface KeptErasure {
  /** Id of the event `PersonalDataErased`. */
  readonly event: string
  /** When the erasure was recorded: text of anything before it is not taken any more. */
  readonly erasedAt: Instant
  /** When this service deleted its key. */
  readonly doneAt: Instant
  /** The key that was deleted; `null` where there was none. */
  readonly keyRef: string | null
}

export type Erasure = Omit<KeptErasure, 'keyRef'> & { readonly customerId: string }

export interface DataKey {
  readonly customerId: string
  readonly keyRef: string
  readonly secret: Buffer
  /** Of the customer's last erasure; `null` where there was none. */
  readonly erasedAt: Instant | null
}

export interface DataKeys {
  /** The customer's key, made on first use within the session's transaction. */
  forWriting(customerId: string, session: ClientSession): Promise<DataKey>
  /** The same for many customers, with one look and one write. */
  forWritingOf(customerIds: readonly string[], session: ClientSession): Promise<readonly DataKey[]>
  /** The customer's key where there is one: none is made. */
  present(customerId: string, session: ClientSession): Promise<DataKey | null>
  /** The key of a text, `null` once it is erased. */
  forReading(keyRef: string): Promise<DataKey | null>
  /** Within the session's transaction; an erasure that was done before changes nothing. */
  erase(erasure: Erasure, session: ClientSession): Promise<void>
}

export const dataKeyIndexes: readonly CollectionIndexes[] = [
  { collection: 'dataKeys', indexes: [{ key: { keyRef: 1 }, unique: true }] },
]

/** Bounds what a memory dump shows, and for how long another replica reads on after an erasure. */
const CACHE_ENTRIES = 5_000
const CACHE_MS = 60_000

export const dataKeysOf = (connection: Connection) => databaseOf(connection).collection<DataKeyDocument>('dataKeys')

export function createDataKeys(connection: Connection, masterKeys: MasterKeys): DataKeys {
  const cache = new Map<string, { readonly key: DataKey; readonly until: number }>()
  const erasedIn = new WeakMap<ClientSession, string[]>()
  const collection = () => dataKeysOf(connection)

  function remember(key: DataKey): DataKey {
    const oldest = cache.keys().next()
    if (cache.size >= CACHE_ENTRIES && !oldest.done) cache.delete(oldest.value)
    cache.set(key.keyRef, { key, until: performance.now() + CACHE_MS })
    return key
  }

  function forgetAtEnd(keyRef: string, session: ClientSession): void {
    const known = erasedIn.get(session)
    if (known) return void known.push(keyRef)
    const keyRefs = [keyRef]
    erasedIn.set(session, keyRefs)
    session.once('ended', () => keyRefs.forEach((each) => void cache.delete(each)))
  }

  // Not cached: the key may belong to a transaction that never commits, or be erased by now in another replica.
  async function forWritingOf(customerIds: readonly string[], session: ClientSession): Promise<readonly DataKey[]> {
    const found = await collection()
      .find({ _id: { $in: [...customerIds] } }, { session })
      .toArray()
    const known = new Set(found.map(({ _id }) => _id))
    const fresh = customerIds.filter((id) => !known.has(id)).map((id) => wrapNew(masterKeys, newPlace(id)))
    if (fresh.length > 0) {
      const documents = fresh.map(({ document }) => document)
      await collection().insertMany(documents, { session, ordered: true })
    }
    const keys = found.map((document) => unwrap(masterKeys, document) ?? anew(document, session))
    return [...(await Promise.all(keys)), ...fresh.map(({ key }) => key)]
  }

  /** After an erasure, under the name that waits for it. */
  async function anew(place: DataKeyDocument, session: ClientSession): Promise<DataKey> {
    const { document, key } = wrapNew(masterKeys, place)
    const { wrapped, masterKey } = document
    await collection().updateOne({ _id: place._id }, { $set: { wrapped, masterKey } }, { session })
    return key
  }

  return {
    forWritingOf,
    async forWriting(customerId, session) {
      const [key] = await forWritingOf([customerId], session)
      if (!key) throw new ServiceError('KEY_INVALID', 'a customer got no data key')
      return key
    },
    async present(customerId, session) {
      const found = await collection().findOne({ _id: customerId }, { session })
      return found ? unwrap(masterKeys, found) : null
    },
    async forReading(keyRef) {
      const cached = cache.get(keyRef)
      if (cached && cached.until > performance.now()) return cached.key
      cache.delete(keyRef)
      const found = await collection().findOne({ keyRef }, { readConcern: { level: 'majority' } })
      const key = found ? unwrap(masterKeys, found) : null
      return key ? remember(key) : null
    },
    async erase({ customerId, ...done }, session) {
      const found = await collection().findOne({ _id: customerId }, { session })
      const former = found?.erasures ?? []
      if (former.some(({ event }) => event === done.event)) return
      const keyRef = found?.wrapped ? found.keyRef : null
      // The place stays, under another name, so that whoever makes a key meanwhile meets this, and one starts again.
      const { keyRef: next } = newPlace(customerId)
      const place = { keyRef: next, wrapped: null, erasures: [...former, { ...done, keyRef }] }
      await collection().replaceOne({ _id: customerId }, place, { session, upsert: true })
      // Whoever reads before the commit may take it up again.
      if (keyRef !== null) forgetAtEnd(keyRef, session)
    },
  }
}

function newPlace(customerId: string): DataKeyDocument {
  return { _id: customerId, keyRef: newKeyRef(), wrapped: null }
}

function newKeyRef(): string {
  return randomBytes(12).toString('base64url')
}

/** A key that nothing is kept of: what is under it is as good as erased. */
export function keyOfNobody({ customerId, erasedAt }: DataKey): DataKey {
  return { customerId, keyRef: newKeyRef(), secret: randomBytes(KEY_BYTES), erasedAt }
}

function wrapNew(masterKeys: MasterKeys, place: DataKeyDocument) {
  const secret = randomBytes(KEY_BYTES)
  return { document: { ...place, ...masterKeys.wrap(secret, place._id) }, key: keyIn(place, secret) }
}

function keyIn({ _id: customerId, keyRef, erasures }: DataKeyDocument, secret: Buffer): DataKey {
  return { customerId, keyRef, secret, erasedAt: erasures?.at(-1)?.erasedAt ?? null }
}

/** `null` where the key was erased, and none made since. */
function unwrap(masterKeys: MasterKeys, document: DataKeyDocument): DataKey | null {
  const secret = masterKeys.unwrap(document)
  return secret && keyIn(document, secret)
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { type CollectionIndexes, databaseOf } from '../store/database.ts'
import { ServiceError } from '../store/service-error.ts'

/** One customer's data key as it is stored: useless without the master key, and gone for good once deleted. */
export interface DataKeyDocument {
  /** The customer's id. */
  readonly _id: string
  /** Names this very key in every text under it; a key made after an erasure has another. */
  readonly keyRef: string
  /** `1.<iv>.<ciphertext and tag>`, base64url; `null` after an erasure, until there is text again: then `keyRef` waits for it. */
  readonly wrapped: string | null
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

export const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Bounds what a memory dump shows, and for how long another replica reads on after an erasure. */
const CACHE_ENTRIES = 5_000
const CACHE_MS = 60_000

/** A key of its own for each purpose, so that no two uses of the master key can be played against each other. */
export function derivedKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `afterline ${purpose} v1`, KEY_BYTES))
}

/** AES-256-GCM: iv, then ciphertext and tag. */
export function seal(secret: Buffer, plain: Buffer, boundTo: string): { iv: Buffer; sealed: Buffer } {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(boundTo))
  return { iv, sealed: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) }
}

/** `null` when the text was not sealed under this key for this owner, or was altered. */
export function unseal(secret: Buffer, iv: Buffer, sealed: Buffer, boundTo: string): Buffer | null {
  if (iv.length !== IV_BYTES || sealed.length < TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    return null
  }
}

export const dataKeysOf = (connection: Connection) => databaseOf(connection).collection<DataKeyDocument>('dataKeys')

export function createDataKeys(connection: Connection, masterKey: Buffer): DataKeys {
  const wrappingKey = derivedKey(masterKey, 'data key wrapping')
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
    const fresh = customerIds.filter((id) => !known.has(id)).map((id) => wrapNew(wrappingKey, newPlace(id)))
    if (fresh.length > 0) {
      const documents = fresh.map(({ document }) => document)
      await collection().insertMany(documents, { session, ordered: true })
    }
    const keys = found.map((document) => unwrap(wrappingKey, document) ?? anew(document, session))
    return [...(await Promise.all(keys)), ...fresh.map(({ key }) => key)]
  }

  /** After an erasure, under the name that waits for it. */
  async function anew(place: DataKeyDocument, session: ClientSession): Promise<DataKey> {
    const { document, key } = wrapNew(wrappingKey, place)
    await collection().updateOne({ _id: place._id }, { $set: { wrapped: document.wrapped } }, { session })
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
      return found ? unwrap(wrappingKey, found) : null
    },
    async forReading(keyRef) {
      const cached = cache.get(keyRef)
      if (cached && cached.until > performance.now()) return cached.key
      cache.delete(keyRef)
      const found = await collection().findOne({ keyRef }, { readConcern: { level: 'majority' } })
      const key = found ? unwrap(wrappingKey, found) : null
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

function wrapNew(wrappingKey: Buffer, place: DataKeyDocument): { document: DataKeyDocument; key: DataKey } {
  const secret = randomBytes(KEY_BYTES)
  const { iv, sealed } = seal(wrappingKey, secret, place._id)
  const wrapped = `1.${iv.toString('base64url')}.${sealed.toString('base64url')}`
  return { document: { ...place, wrapped }, key: keyIn(place, secret) }
}

function keyIn({ _id: customerId, keyRef, erasures }: DataKeyDocument, secret: Buffer): DataKey {
  return { customerId, keyRef, secret, erasedAt: erasures?.at(-1)?.erasedAt ?? null }
}

/** `null` where the key was erased, and none made since. */
function unwrap(wrappingKey: Buffer, document: DataKeyDocument): DataKey | null {
  if (document.wrapped === null) return null
  const [form, iv = '', sealed = ''] = document.wrapped.split('.')
  const secret =
    form === '1'
      ? unseal(wrappingKey, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), document._id)
      : null
  if (!secret) throw new ServiceError('KEY_INVALID', 'a data key was not wrapped by this master key')
  return keyIn(document, secret)
}

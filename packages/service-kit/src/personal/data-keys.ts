import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { ClientSession, Connection } from 'mongoose'
import { type CollectionIndexes, databaseOf } from '../store/database.ts'
import { ServiceError } from '../store/service-error.ts'

/** One customer's data key as it is stored: useless without the master key, and gone for good once deleted. */
interface DataKeyDocument {
  /** The customer's id. */
  readonly _id: string
  /** Names this very key in every text under it; a key made after an erasure has another. */
  readonly keyRef: string
  /** `1.<iv>.<ciphertext and tag>`, base64url. */
  readonly wrapped: string
}

export interface DataKey {
  readonly customerId: string
  readonly keyRef: string
  readonly secret: Buffer
}

export interface DataKeys {
  /** The customer's key, made on first use within the session's transaction. */
  forWriting(customerId: string, session: ClientSession): Promise<DataKey>
  /** The same for many customers, with one look and one write. */
  forWritingOf(customerIds: readonly string[], session: ClientSession): Promise<readonly DataKey[]>
  /** The key of a text, `null` once it is erased. */
  forReading(keyRef: string): Promise<DataKey | null>
  erase(customerId: string): Promise<void>
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

export function createDataKeys(connection: Connection, masterKey: Buffer): DataKeys {
  const wrappingKey = derivedKey(masterKey, 'data key wrapping')
  const cache = new Map<string, { readonly key: DataKey; readonly until: number }>()
  const collection = () => databaseOf(connection).collection<DataKeyDocument>('dataKeys')

  function remember(key: DataKey): DataKey {
    const oldest = cache.keys().next()
    if (cache.size >= CACHE_ENTRIES && !oldest.done) cache.delete(oldest.value)
    cache.set(key.keyRef, { key, until: performance.now() + CACHE_MS })
    return key
  }

  // Not cached: the key may belong to a transaction that never commits, or be erased by now in another replica.
  async function forWritingOf(customerIds: readonly string[], session: ClientSession): Promise<readonly DataKey[]> {
    const found = await collection()
      .find({ _id: { $in: [...customerIds] } }, { session })
      .toArray()
    const known = new Set(found.map(({ _id }) => _id))
    const fresh = customerIds.filter((id) => !known.has(id)).map((id) => wrap(wrappingKey, id))
    if (fresh.length > 0) {
      const documents = fresh.map(({ document }) => document)
      await collection().insertMany(documents, { session, ordered: true })
    }
    return [...found.map((document) => unwrap(wrappingKey, document)), ...fresh.map(({ key }) => key)]
  }

  return {
    forWritingOf,
    async forWriting(customerId, session) {
      const [key] = await forWritingOf([customerId], session)
      if (!key) throw new ServiceError('KEY_INVALID', 'a customer got no data key')
      return key
    },
    async forReading(keyRef) {
      const cached = cache.get(keyRef)
      if (cached && cached.until > performance.now()) return cached.key
      cache.delete(keyRef)
      const found = await collection().findOne({ keyRef }, { readConcern: { level: 'majority' } })
      return found ? remember(unwrap(wrappingKey, found)) : null
    },
    async erase(customerId) {
      const erased = await collection().findOneAndDelete(
        { _id: customerId },
        { writeConcern: { w: 'majority', journal: true } },
      )
      if (erased) cache.delete(erased.keyRef)
    },
  }
}

function wrap(wrappingKey: Buffer, customerId: string): { document: DataKeyDocument; key: DataKey } {
  const secret = randomBytes(KEY_BYTES)
  const keyRef = randomBytes(12).toString('base64url')
  const { iv, sealed } = seal(wrappingKey, secret, customerId)
  const wrapped = `1.${iv.toString('base64url')}.${sealed.toString('base64url')}`
  return { document: { _id: customerId, keyRef, wrapped }, key: { customerId, keyRef, secret } }
}

function unwrap(wrappingKey: Buffer, { _id: customerId, keyRef, wrapped }: DataKeyDocument): DataKey {
  const [form, iv = '', sealed = ''] = wrapped.split('.')
  const secret =
    form === '1'
      ? unseal(wrappingKey, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), customerId)
      : null
  if (!secret) throw new ServiceError('KEY_INVALID', 'a data key was not wrapped by this master key')
  return { customerId, keyRef, secret }
}

import { createHmac } from 'node:crypto'
import type { Instant } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import { createDataKeys, type DataKey, type Erasure, keyOfNobody } from './data-keys.ts'
import { type MasterKeySecrets, masterKeysOf } from './master-keys.ts'
import { derivedKey, seal, unseal } from './sealed-bytes.ts'

/**
 * Keeps personal text readable only while its customer's key exists. A ciphertext is
 * `enc.v1.<key>.<iv>.<ciphertext and tag>` (base64url), bound to the customer: moved to another customer's record it
 * does not open. Erasing the key erases the person wherever there is ciphertext, topics included, and leaves every hash valid.
 */
export interface PersonalCipher {
  /** Encrypts several texts of one customer with one look at the key, which is made on first use. */
  encryptorOf(customerId: string, session: ClientSession): Promise<Encryptor>
  /** The same for many customers at once, by their ids. */
  encryptorsOf(customerIds: readonly string[], session: ClientSession): Promise<ReadonlyMap<string, Encryptor>>
  /** The text; `null` when the key is erased, or when it is no ciphertext of this database. */
  decrypt(text: string): Promise<string | null>
  /** What tells later whether a text is the same; `null` where there is no key that it would be under. It makes none. */
  tagOf(text: string, subject: TextSubject, session: ClientSession): Promise<TextTag | null>
  /** `null` when the key is erased: then nobody can tell any more. */
  isTagOf(tag: TextTag, text: string): Promise<boolean | null>
  /**
   * Deletes the customer's key within the session's transaction, and notes it beside the place of the key. Other replicas may
   * go on reading for a minute. An erasure that was done before changes nothing: text since has another key.
   */
  erase(erasure: Erasure, session: ClientSession): Promise<void>
}

/**
 * Encrypts a text of something that happened then; what is this customer's ciphertext already stays. Of anything older than
 * an erasure nobody gets to read it again, however late it comes: it is put under a key that is kept nowhere.
 */
export type Encryptor = (text: string, occurredAt: Instant) => string

/** Whose text it is, and when that happened which it tells of. */
export interface TextSubject {
  readonly customerId: string
  readonly occurredAt: Instant
}

/** Of a text under a customer's key: without that key it tells nothing, and cannot be tried out. */
export interface TextTag {
  readonly keyRef: string
  /** HMAC-SHA-256, base64url. */
  readonly tag: string
}

interface Ciphertext {
  readonly keyRef: string
  readonly iv: Buffer
  readonly sealed: Buffer
}

/** @throws ServiceError `KEY_INVALID` when a master key does not have 32 bytes */
export function createPersonalCipher({
  connection,
  ...secrets
}: { readonly connection: Connection } & MasterKeySecrets): PersonalCipher {
  const keys = createDataKeys(connection, masterKeysOf(secrets))

  const encryptorWith =
    (key: DataKey): Encryptor =>
    (text, occurredAt) => {
      if (openWith(key, text) !== null) return text
      return closeWith(isErased(key, occurredAt) ? keyOfNobody(key) : key, text)
    }

  return {
    async encryptorOf(customerId, session) {
      return encryptorWith(await keys.forWriting(customerId, session))
    },
    async encryptorsOf(customerIds, session) {
      const found = await keys.forWritingOf(customerIds, session)
      return new Map(found.map((key) => [key.customerId, encryptorWith(key)]))
    },
    async decrypt(text) {
      const ciphertext = parse(text)
      const key = ciphertext ? await keys.forReading(ciphertext.keyRef) : null
      return key ? openWith(key, text) : null
    },
    async tagOf(text, { customerId, occurredAt }, session) {
      const key = await keys.present(customerId, session)
      return key === null || isErased(key, occurredAt) ? null : { keyRef: key.keyRef, tag: tagWith(key, text) }
    },
    async isTagOf({ keyRef, tag }, text) {
      const key = await keys.forReading(keyRef)
      return key ? tag === tagWith(key, text) : null
    },
    erase: keys.erase,
  }
}

function isErased({ erasedAt }: DataKey, occurredAt: Instant): boolean {
  return erasedAt !== null && occurredAt < erasedAt
}

function tagWith({ secret }: DataKey, text: string): string {
  return createHmac('sha256', derivedKey(secret, 'text tag')).update(text).digest('base64url')
}

function closeWith(key: DataKey, text: string): string {
  const { iv, sealed } = seal(key.secret, Buffer.from(text, 'utf8'), key.customerId)
  return `enc.v1.${key.keyRef}.${iv.toString('base64url')}.${sealed.toString('base64url')}`
}

function openWith(key: DataKey, text: string): string | null {
  const ciphertext = parse(text)
  if (ciphertext?.keyRef !== key.keyRef) return null
  return unseal(key.secret, ciphertext.iv, ciphertext.sealed, key.customerId)?.toString('utf8') ?? null
}

/** The name of the key that a text is under; `null` for anything else. */
export function keyRefOf(text: unknown): string | null {
  return typeof text === 'string' ? (parse(text)?.keyRef ?? null) : null
}

function parse(text: string): Ciphertext | null {
  const match = /^enc\.v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text)
  const [, keyRef, iv, sealed] = match ?? []
  if (!keyRef || !iv || !sealed) return null
  return { keyRef, iv: Buffer.from(iv, 'base64url'), sealed: Buffer.from(sealed, 'base64url') }
}

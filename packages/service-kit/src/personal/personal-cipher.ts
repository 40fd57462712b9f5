import { createHmac } from 'node:crypto'
import type { ClientSession, Connection } from 'mongoose'
import { ServiceError } from '../store/service-error.ts'
import { createDataKeys, type DataKey, derivedKey, KEY_BYTES, seal, unseal } from './data-keys.ts'

/**
 * Keeps personal text readable only while its customer's key exists. A ciphertext is
 * `enc.v1.<key>.<iv>.<ciphertext and tag>` (base64url), bound to the customer: moved to another customer's record it
 * does not open. Erasing the key erases the person everywhere, backups and topics included, and leaves every hash valid.
 */
export interface PersonalCipher {
  /** Encrypts within the transaction that stores the text; the customer's key is made on first use. */
  encrypt(customerId: string, text: string, session: ClientSession): Promise<string>
  /** Encrypts several texts of one customer with one look at the key. What is already this customer's ciphertext stays. */
  encryptorOf(customerId: string, session: ClientSession): Promise<(text: string) => string>
  /** The same for many customers at once, by their ids. */
  encryptorsOf(
    customerIds: readonly string[],
    session: ClientSession,
  ): Promise<ReadonlyMap<string, (text: string) => string>>
  /** The text; `null` when the key is erased, or when it is no ciphertext of this database. */
  decrypt(text: string): Promise<string | null>
  /** Deletes the customer's key. Other replicas may go on reading for a minute. */
  erase(customerId: string): Promise<void>
  /**
   * Equal for texts that are equal but for case, width and surrounding space, and meaningless without the master key:
   * for exact search only. It survives an erasure, so whoever stores it deletes it then.
   */
  blindIndex(text: string): string
}

interface Ciphertext {
  readonly keyRef: string
  readonly iv: Buffer
  readonly sealed: Buffer
}

/** @throws ServiceError `KEY_INVALID` when the master key does not have 32 bytes */
export function createPersonalCipher(deps: { connection: Connection; masterKey: Buffer }): PersonalCipher {
  if (deps.masterKey.length !== KEY_BYTES) {
    throw new ServiceError('KEY_INVALID', `the master key needs ${KEY_BYTES} bytes, not ${deps.masterKey.length}`)
  }
  const keys = createDataKeys(deps.connection, deps.masterKey)
  const indexKey = derivedKey(deps.masterKey, 'blind index')

  const encryptorWith = (key: DataKey) => (text: string) => (openWith(key, text) === null ? closeWith(key, text) : text)

  async function encryptorOf(customerId: string, session: ClientSession) {
    return encryptorWith(await keys.forWriting(customerId, session))
  }

  return {
    encryptorOf,
    async encryptorsOf(customerIds, session) {
      const found = await keys.forWritingOf(customerIds, session)
      return new Map(found.map((key) => [key.customerId, encryptorWith(key)]))
    },
    async encrypt(customerId, text, session) {
      const encryptText = await encryptorOf(customerId, session)
      return encryptText(text)
    },
    async decrypt(text) {
      const ciphertext = parse(text)
      const key = ciphertext ? await keys.forReading(ciphertext.keyRef) : null
      return key ? openWith(key, text) : null
    },
    erase: (customerId) => keys.erase(customerId),
    blindIndex(text) {
      return createHmac('sha256', indexKey).update(text.normalize('NFKC').trim().toLowerCase()).digest('base64url')
    },
  }
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

function parse(text: string): Ciphertext | null {
  const match = /^enc\.v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text)
  const [, keyRef, iv, sealed] = match ?? []
  if (!keyRef || !iv || !sealed) return null
  return { keyRef, iv: Buffer.from(iv, 'base64url'), sealed: Buffer.from(sealed, 'base64url') }
}

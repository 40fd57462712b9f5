import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { canonicalJson } from '@afterline/events'
import { BackupError } from './backup-error.ts'

/** Where a part belongs; it can be opened as this part of this backup alone. */
export interface PartPlace {
  readonly backupId: string
  readonly database: string
  readonly collection: string
  /** From 0, within the collection. */
  readonly index: number
}

const IV_BYTES = 12
const TAG_BYTES = 16
/** Documents of MongoDB compress well by the fastest level already; the others cost a backup its pace. */
const LEVEL = 1
/** No part is written that is longer; whatever says so is not one. */
const MOST_PLAIN_BYTES = 256 * 1024 * 1024

const compress = promisify<Buffer, object, Buffer>(gzip)
const decompress = promisify<Buffer, object, Buffer>(gunzip)

/** Compresses and encrypts documents, one BSON after the other: iv, ciphertext, tag. */
export async function sealPart(key: Buffer, place: PartPlace, documents: Buffer): Promise<Buffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(place))
  const compressed = await compress(documents, { level: LEVEL })
  return Buffer.concat([iv, cipher.update(compressed), cipher.final(), cipher.getAuthTag()])
}

/** @throws BackupError PART_SPOILED where a byte was changed, or it is another part, another backup's or another key's */
export async function openPart(key: Buffer, place: PartPlace, sealed: Buffer): Promise<Buffer> {
  try {
    const iv = sealed.subarray(0, IV_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(boundTo(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
    const compressed = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    return await decompress(compressed, { maxOutputLength: MOST_PLAIN_BYTES })
  } catch {
    const { database, collection, index } = place
    throw new BackupError('PART_SPOILED', `part ${index} of ${database}.${collection} is not what was written`)
  }
}

const boundTo = (place: PartPlace) => Buffer.from(canonicalJson(place))

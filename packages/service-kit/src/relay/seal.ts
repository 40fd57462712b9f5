import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type Context, canonicalJson, GENESIS_HASH } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import { merkleRoot } from '../merkle/index.ts'

/*
 * Glossary
 *   seal       what the relay states about one batch that it publishes: which events, in which order, under which root
 *   statement  the signed part of a seal; its digest is named by the next seal, which makes the seals one chain
 *   anchor     the statement with its signature on the anchors topic, out of reach of whoever can write to the database
 */

export interface SealedEvent {
  readonly id: string
  readonly stream: string
  readonly version: number
  /** The event's hash: the entry of the Merkle tree. */
  readonly hash: string
}

/** What is signed. The root commits to every event: an event's hash covers its id, stream, version and data. */
export interface SealStatement {
  readonly context: Context
  /** Of the relay's shards, the one whose chain it is in; absent in the first. */
  readonly shard?: number
  /** From 1, without gaps. */
  readonly number: number
  readonly count: number
  readonly root: string
  /** Digest of the previous seal's statement; 64 zeros for the first. */
  readonly previousDigest: string
  readonly sealedAt: Instant
  readonly keyId: string
}

export interface Anchor extends SealStatement {
  /** Ed25519 over the canonical JSON of the statement, base64url. */
  readonly signature: string
}

/** A seal as MongoDB holds it. */
export interface SealDocument extends Omit<Anchor, 'number'> {
  readonly _id: number
  /** In the order of publication. */
  readonly events: readonly SealedEvent[]
  readonly fencingToken: number
  /** As earlier releases wrote it: `null` until batch and anchor were confirmed by Kafka. Absent since. */
  readonly publishedAt?: Instant | null
}

export interface SealKey {
  readonly privateKey: KeyObject
  readonly keyId: string
}

/** @throws TypeError when the key is not an Ed25519 private key */
export function sealKeyOf(privateKey: KeyObject): SealKey {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new TypeError('the seal key must be an Ed25519 private key')
  }
  return { privateKey, keyId: keyIdOf(createPublicKey(privateKey)) }
}

/** How seals name their key: the first 16 hexadecimal digits of the SHA-256 of the public key's DER form. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

export interface SealRequest {
  readonly context: Context
  readonly shard: number
  readonly events: readonly SealedEvent[]
  readonly previous: SealStatement | null
  readonly sealedAt: Instant
  readonly fencingToken: number
}

export function seal({ privateKey, keyId }: SealKey, request: SealRequest): SealDocument {
  const { context, shard, events, previous, sealedAt, fencingToken } = request
  const statement: SealStatement = {
    context,
    ...ofShard(shard),
    number: (previous?.number ?? 0) + 1,
    count: events.length,
    root: rootOf(events.map(({ hash }) => hash)),
    previousDigest: previous ? digestOf(previous) : GENESIS_HASH,
    sealedAt,
    keyId,
  }
  const signature = sign(null, Buffer.from(canonicalJson(statement)), privateKey).toString('base64url')
  const { number, ...stated } = statement
  return { _id: number, ...stated, signature, events, fencingToken }
}

/** The first chain's statements are those from before there were shards. */
const ofShard = (shard: number | undefined) => (shard ? { shard } : {})

export function statementOf({
  _id,
  context,
  shard,
  count,
  root,
  previousDigest,
  sealedAt,
  keyId,
}: SealDocument): SealStatement {
  return { context, ...ofShard(shard), number: _id, count, root, previousDigest, sealedAt, keyId }
}

export function anchorOf(document: SealDocument): Anchor {
  return { ...statementOf(document), signature: document.signature }
}

/** SHA-256, hexadecimal, over the canonical JSON of the statement. */
export function digestOf(stated: SealStatement): string {
  const { context, shard, number, count, root, previousDigest, sealedAt, keyId } = stated
  const statement = { context, ...ofShard(shard), number, count, root, previousDigest, sealedAt, keyId }
  return createHash('sha256').update(canonicalJson(statement)).digest('hex')
}

/** Merkle root, hexadecimal, over event hashes in their order. */
export function rootOf(hashes: readonly string[]): string {
  return merkleRoot(hashes.map((hash) => Buffer.from(hash, 'hex'))).toString('hex')
}

/** Whether the anchor was signed by the key that it names, and that key is one of the given. */
export function isSignedBy(publicKeys: readonly KeyObject[], anchor: Anchor): boolean {
  const { signature, ...statement } = anchor
  const publicKey = publicKeys.find((key) => keyIdOf(key) === anchor.keyId)
  if (!publicKey) return false
  return verify(null, Buffer.from(canonicalJson(statement)), publicKey, Buffer.from(signature, 'base64url'))
}

import type { KeyObject } from 'node:crypto'
import type { Connection } from 'mongoose'
import { inclusionProof, isIncluded } from '../merkle/index.ts'
import { chainsOf } from '../relay/layout.ts'
import { type Anchor, anchorOf, isSignedBy } from '../relay/seal.ts'
import { sealsOf } from '../relay/seals.ts'

/** Shows one event's place in the sealed history without showing any other event. */
export interface InclusionProof {
  readonly eventHash: string
  /** Place within the seal's batch, from 0. */
  readonly index: number
  /** Hexadecimal hashes from the event up to the root. */
  readonly path: readonly string[]
  readonly anchor: Anchor
}

/** `null` while the event is not sealed. */
export async function proveInclusion(connection: Connection, eventId: string): Promise<InclusionProof | null> {
  const chains = await chainsOf(connection)
  const found = await Promise.all(chains.map((shard) => sealsOf(connection, shard).findOne({ 'events.id': eventId })))
  const seal = found.find((one) => one !== null)
  const index = seal?.events.findIndex(({ id }) => id === eventId) ?? -1
  const sealed = seal?.events[index]
  if (!seal || !sealed) return null
  const entries = seal.events.map(({ hash }) => Buffer.from(hash, 'hex'))
  const path = inclusionProof(entries, index).map((hash) => hash.toString('hex'))
  return { eventHash: sealed.hash, index, path, anchor: anchorOf(seal) }
}

/** What an inspector checks, with nothing but the proof, the event's hash and the company's public key. */
export function isProven(
  publicKeys: readonly KeyObject[],
  { eventHash, index, path, anchor }: InclusionProof,
): boolean {
  const claim = {
    entry: Buffer.from(eventHash, 'hex'),
    index,
    size: anchor.count,
    proof: path.map((hash) => Buffer.from(hash, 'hex')),
    root: Buffer.from(anchor.root, 'hex'),
  }
  return isSignedBy(publicKeys, anchor) && isIncluded(claim)
}

import { createHash } from 'node:crypto'

/**
 * Merkle trees as RFC 9162 (section 2.1) defines them: SHA-256, a leaf is hashed behind a 0x00 byte and a node behind
 * 0x01, so that no node can pass for a leaf; the left subtree is the largest complete one.
 */
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest()
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}

/** The root over the entries in their order; for no entries, the hash of nothing. */
export function merkleRoot(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return createHash('sha256').digest()
  return rootOf(entries.map(leafHash))
}

/** The sibling hashes from the entry up to the root: with them one entry's place is shown without the others. */
export function inclusionProof(entries: readonly Uint8Array[], index: number): readonly Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= entries.length) {
    throw new RangeError(`there is no entry ${index} in a tree of ${entries.length}`)
  }
  return pathTo(index, entries.map(leafHash))
}

export interface InclusionClaim {
  readonly entry: Uint8Array
  readonly index: number
  /** How many entries the tree has. */
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the proof shows that the entry is at this index of the tree with this root (RFC 9162, section 2.1.3.2). */
export function isIncluded({ entry, index, size, proof, root }: InclusionClaim): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false
  let position = index
  let last = size - 1
  let hash = leafHash(entry)
  for (const sibling of proof) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash)
      while (position % 2 === 0 && position !== 0) {
        position = half(position)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    position = half(position)
    last = half(last)
  }
  return last === 0 && hash.equals(root)
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only && leaves.length === 1) return only
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

function pathTo(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  if (index < split) return [...pathTo(index, left), rootOf(right)]
  return [...pathTo(index - split, right), rootOf(left)]
}

/** The largest power of two that is smaller than the size. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function half(value: number): number {
  return Math.floor(value / 2)
}

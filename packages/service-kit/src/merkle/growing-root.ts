import { leafHash, merkleRoot, nodeHash } from './merkle-tree.ts'

/** The root of a tree to whose end entries are added, however many: what is held grows with the logarithm of their number. */
export interface GrowingRoot {
  add(entry: Uint8Array): void
  /** The same as `merkleRoot` of all entries so far. */
  root(): Buffer
}

/** A complete subtree. */
interface Subtree {
  readonly size: number
  readonly hash: Buffer
}

export function createGrowingRoot(): GrowingRoot {
  // Each smaller than the one before it, as RFC 9162 divides the entries.
  const complete: Subtree[] = []
  return {
    add(entry) {
      let last: Subtree = { size: 1, hash: leafHash(entry) }
      for (let left = complete.at(-1); left?.size === last.size; left = complete.at(-1)) {
        complete.pop()
        last = { size: left.size + last.size, hash: nodeHash(left.hash, last.hash) }
      }
      complete.push(last)
    },
    root() {
      const hashes = complete.map(({ hash }) => hash)
      return hashes.length === 0 ? merkleRoot([]) : hashes.reduceRight((right, left) => nodeHash(left, right))
    },
  }
}

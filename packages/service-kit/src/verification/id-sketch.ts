import { createHash } from 'node:crypto'

/**
 * A set of ids as a small fixed number of sums: two sets are equal (but for a chance of 2^-64 per bucket) when their
 * sketches are, and where they differ only the ids of the differing buckets need a closer look. So sets of any size can
 * be compared in bounded memory and in any order.
 */
export interface IdSketch {
  add(id: string): void
  readonly sums: Uint32Array
}

export const BUCKETS = 4_096
/** Per bucket: two words of the exclusive or of the ids' hashes, and how many ids there are. */
const WORDS = 3

export function createIdSketch(): IdSketch {
  const sums = new Uint32Array(BUCKETS * WORDS)
  return {
    sums,
    add(id) {
      const digest = hashOf(id)
      const at = (digest.readUInt16BE(0) % BUCKETS) * WORDS
      sums[at] = (sums[at] ?? 0) ^ digest.readUInt32BE(4)
      sums[at + 1] = (sums[at + 1] ?? 0) ^ digest.readUInt32BE(8)
      sums[at + 2] = (sums[at + 2] ?? 0) + 1
    },
  }
}

export function bucketOf(id: string): number {
  return hashOf(id).readUInt16BE(0) % BUCKETS
}

export function differingBuckets(a: IdSketch, b: IdSketch): readonly number[] {
  const differing: number[] = []
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const words = [0, 1, 2].map((word) => bucket * WORDS + word)
    if (words.some((word) => a.sums[word] !== b.sums[word])) differing.push(bucket)
  }
  return differing
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest()
}

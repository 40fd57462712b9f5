import { createHash } from 'node:crypto'

/** Every stream belongs to one of so many slots for ever; a relay's shard is some of them. */
export const SLOTS = 64

/** Each shard also has a part of the sums of its own, below the one of rebuilds. */
export const MOST_SHARDS = 16

export function slotOf(stream: string): number {
  return createHash('sha256').update(stream).digest().readUInt32BE(0) % SLOTS
}

import { SLOTS, slotOf } from '../store/slots.ts'

/** One of `count`. Shard 0 of 1 is the whole service. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export const WHOLE: Shard = { index: 0, count: 1 }

export function shardsOf(count: number): readonly Shard[] {
  return Array.from({ length: count }, (_, index) => ({ index, count }))
}

const hasSlot = ({ index, count }: Shard, slot: number) => slot % count === index

export const isOwn = (shard: Shard, stream: string) => hasSlot(shard, slotOf(stream))

/** What of the outbox belongs to the shard. */
export function ownEntries(shard: Shard): { readonly slot?: { readonly $in: number[] } } {
  if (shard.count === 1) return {}
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => hasSlot(shard, slot))
  return { slot: { $in: slots } }
}

/** The names of the first are those from before there were shards. */
export const leaseNameOf = ({ index }: Pick<Shard, 'index'>) => (index === 0 ? 'relay' : `relay-${index}`)

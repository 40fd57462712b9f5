import type { ClientSession } from 'mongoose'

/** How many parts a sum may have: as many writers of one process never wait for each other at it. */
const SLOTS = 16
/** The part that a rebuild corrects: no command writes it, so the two never wait for each other. */
export const REBUILD_SLOT = SLOTS

/** Hands out parts of sums so that the transactions under way in this process do not collide at hot sums. */
export interface BucketSlots {
  /** The session's part, until it ends. Once all are taken, a part is used by several, which then have to retry. */
  of(session: Pick<ClientSession, 'once'>): number
}

/**
 * Each process begins at another part, so that replicas seldom meet; and it takes the first free one, so that there are
 * no more parts to add up than there were writers at once.
 */
export function createBucketSlots(random: () => number = Math.random): BucketSlots {
  const users = new Array<number>(SLOTS).fill(0)
  const first = Math.floor(random() * SLOTS)
  const order = users.map((_, index) => (first + index) % SLOTS)
  const taken = new WeakMap<Pick<ClientSession, 'once'>, number>()
  const count = (slot: number, change: 1 | -1) => {
    users[slot] = (users[slot] ?? 0) + change
  }
  return {
    of(session) {
      const known = taken.get(session)
      if (known !== undefined) return known
      const slot = order.find((candidate) => users[candidate] === 0) ?? Math.floor(random() * SLOTS)
      taken.set(session, slot)
      count(slot, 1)
      session.once('ended', () => count(slot, -1))
      return slot
    },
  }
}

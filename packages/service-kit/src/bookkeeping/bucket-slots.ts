/** How many parts a sum may have: as many writers of one process never wait for each other at it. */
const SLOTS = 16

/** Hands out parts of sums so that transactions under way in this process do not collide at hot sums. */
export interface BucketSlots {
  /** Runs `work` with a part of its own; once all are taken, a part is used by several, which then retry. */
  use<Result>(work: (slot: number) => Promise<Result>): Promise<Result>
}

/**
 * Each process begins at another part, so that replicas seldom meet; and it takes the first free one, so that there are
 * no more parts to add up than there were writers at once.
 */
export function createBucketSlots(random: () => number = Math.random): BucketSlots {
  const users = new Array<number>(SLOTS).fill(0)
  const first = Math.floor(random() * SLOTS)
  const order = users.map((_, index) => (first + index) % SLOTS)
  return {
    async use(work) {
      const slot = order.find((candidate) => users[candidate] === 0) ?? Math.floor(random() * SLOTS)
      users[slot] = (users[slot] ?? 0) + 1
      try {
        return await work(slot)
      } finally {
        users[slot] = (users[slot] ?? 1) - 1
      }
    },
  }
}

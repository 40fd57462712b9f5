import { setTimeout as pause } from 'node:timers/promises'
import { earlierOf, type Instant, plusMillis } from '@afterline/rules'
import type { Connection } from 'mongoose'
import { blockedNames } from '../relay/blocked-streams.ts'
import { oldestUncounted } from './uncounted.ts'

/** Up to when limits and figures hold what was recorded: they are counted behind the commit of a command. */
export interface Counted {
  /**
   * Everything that was recorded up to this instant is counted, but for what is being committed meanwhile: its instant was
   * taken before anybody can see it. Whoever asks after the answer to a change finds that change. Streams that are set aside
   * are not waited for.
   */
  to(): Promise<Instant>
  /**
   * Waits until everything that was recorded up to the instant is counted, and answers up to when it is: an earlier one
   * where that does not come within some seconds, because no relay works.
   */
  reach(instant: Instant): Promise<Instant>
}

const LONGEST_WAIT_MS = 5_000
const LOOK_EVERY_MS = 20

export function createCounted({
  connection,
  now,
}: {
  readonly connection: Connection
  readonly now: () => Instant
}): Counted {
  async function to(): Promise<Instant> {
    // Before the look: what is recorded during it may not be seen by it.
    const asked = now()
    const oldest = await oldestUncounted(connection, await blockedNames(connection))
    if (oldest === null) return asked
    return earlierOf(plusMillis(oldest, -1), asked)
  }
  return {
    to,
    async reach(wanted) {
      const asked = now()
      // The clock of whoever asks may be ahead; nothing is recorded in the future.
      const instant = earlierOf(wanted, asked)
      const giveUpAt = performance.now() + LONGEST_WAIT_MS
      for (;;) {
        const counted = await to()
        if (counted >= instant || performance.now() >= giveUpAt) return counted
        await pause(LOOK_EVERY_MS)
      }
    },
  }
}

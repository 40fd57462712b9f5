import type { Instant } from '@afterline/rules'
import type { Output } from './output.ts'

/** An answer about limits or figures, with up to when each service has counted. */
export interface CountedAnswer {
  /** What the answer was to hold. */
  readonly includes: Instant | null
  readonly countedTo: readonly (Instant | null | undefined)[]
}

/** After a kill, another process counts once the lease of its predecessor is over. */
const LONGEST_WAIT_MS = 45_000

/**
 * Asks again until the answer holds everything that was recorded when the question was first put. The graph itself waits
 * some seconds each time. An answer that never comes to that is given all the same, and said to be behind.
 */
export async function whenCounted<Answer>(
  ask: () => Promise<Answer>,
  countedOf: (answer: Answer) => CountedAnswer,
  output: Pick<Output, 'progress'>,
): Promise<Answer> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  for (let isTold = false; ; isTold = true) {
    const answer = await ask()
    const behind = behindOf(countedOf(answer))
    if (behind === null) return answer
    if (performance.now() >= giveUpAt) {
      output.progress(`Not everything is counted: what was recorded after ${behind} is missing. Does a relay work?`)
      return answer
    }
    if (!isTold) output.progress('Waiting until everything is counted ...')
  }
}

/** Up to when the service that is furthest behind has counted; `null` where all have counted what was asked for. */
function behindOf({ includes, countedTo }: CountedAnswer): Instant | null {
  const [first] = countedTo.filter((instant) => instant !== null && instant !== undefined).toSorted()
  return first !== undefined && includes !== null && first < includes ? first : null
}

import { setTimeout as delay } from 'node:timers/promises'
import { SetupError } from './contract.ts'

export interface Deadline {
  readonly timeoutMs: number
  readonly everyMs?: number
  /** What is waited for, as it appears in the message when time runs out. */
  readonly what: string
}

/**
 * Waits until `probe` answers with a value; a probe that throws or answers `undefined` is asked again.
 * A `SetupError` out of the probe ends the wait at once: it says that waiting is useless.
 * @throws SetupError when the time is over, with the last reason as its cause.
 */
export async function until<T>(probe: () => Promise<T | undefined>, deadline: Deadline): Promise<T> {
  const giveUpAt = performance.now() + deadline.timeoutMs
  let reason: unknown
  for (;;) {
    try {
      const answer = await probe()
      if (answer !== undefined) return answer
    } catch (error) {
      if (error instanceof SetupError) throw error
      reason = error
    }
    if (performance.now() >= giveUpAt) throw new SetupError(outOfTime(deadline, reason), { cause: reason })
    await delay(deadline.everyMs ?? 100)
  }
}

function outOfTime(deadline: Deadline, reason: unknown): string {
  const last = reason instanceof Error ? ` Last answer: ${reason.message}` : ''
  return `${deadline.what} did not happen within ${Math.round(deadline.timeoutMs / 1000)} s.${last}`
}

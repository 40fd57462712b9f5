import { setTimeout as pause } from 'node:timers/promises'

const FIRST_MS = 100
const LONGEST_MS = 5_000

/** How long to wait before the given attempt (from 1): doubling from 100 ms up to 5 s. */
export function backOffMs(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10))
}

/** Whether an attempt is to be told in the log: the first, the second, the fourth … of those that fail one after the other. */
export const isWorthTelling = (attempt: number): boolean => (attempt & (attempt - 1)) === 0

/** Waits, or returns early when the signal is aborted. */
export async function waitBefore(attempt: number, signal: AbortSignal): Promise<void> {
  await pause(backOffMs(attempt), undefined, { signal }).catch(() => undefined)
}

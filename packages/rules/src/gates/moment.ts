import type { Instant } from '../primitives/instant.ts'

/**
 * The instant that a gate is asked about. What merely runs out is judged by it: a licence that was valid on the day permits
 * what was done on the day, whenever it is entered.
 */
export interface Moment {
  readonly at: Instant
  /**
   * Of a late entry: when it is recorded. What was withdrawn by then, such as a lot that was blocked, is known and refuses
   * the entry, though it was not withdrawn yet when it happened. What was permitted since helps it nothing.
   */
  readonly knownAt?: Instant | undefined
}

/** Whether what stood until it was withdrawn is known to be withdrawn; `null` for what was not. */
export function isWithdrawn(withdrawnAt: Instant | null, { at, knownAt = at }: Moment): boolean {
  return withdrawnAt !== null && withdrawnAt <= knownAt
}

/**
 * Of what was said one after the other, what decides: the last word at the instant, unless the last one that is known
 * speaks against it.
 * @param lastUntil the last word that was said up to an instant, that instant included
 */
export function decisive<Word>(
  lastUntil: (instant: Instant) => Word | null,
  isAgainst: (word: Word) => boolean,
  { at, knownAt = at }: Moment,
): Word | null {
  const known = knownAt > at ? lastUntil(knownAt) : null
  return known !== null && isAgainst(known) ? known : lastUntil(at)
}

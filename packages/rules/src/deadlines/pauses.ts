import type { Timer, TimerPause, TimerStart } from '../ledger/ledger.ts'
import { pauseReasons } from '../policy/pause-reasons.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import { isMeasuring } from '../policy/term.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { millisOf } from '../primitives/instant.ts'
import type { Stretch } from './stretches.ts'

/**
 * What a pause does to a limit (C40). STOPS its clock; or does nothing: a STATUTORY limit never waits, the reason is
 * UNLISTED by its policy, or it names a MOMENT of the calendar or of a contract, which waiting does not move.
 */
export type PauseEffect = 'STOPS' | 'STATUTORY' | 'UNLISTED' | 'MOMENT'

export function pauseEffectOf(policy: DeadlinePolicy, reason: string): PauseEffect {
  if (policy.isStatutory) return 'STATUTORY'
  if (!isMeasuring(policy.clock)) return 'MOMENT'
  // A reason from a stream may be any text; the list answers for those it knows.
  return (policy.pauses as readonly string[]).includes(reason) ? 'STOPS' : 'UNLISTED'
}

/** Every reason once, by the name that policy has for it; one that it does not know by its own text. */
export function reasonNames(reasons: readonly string[]): Bilingual {
  const names = [...new Set(reasons)].map(
    (reason) => pauseReasons.find(({ id }) => id === reason)?.name ?? { zh: reason, en: reason },
  )
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

/** A pause as it is known at an instant. */
export interface KnownPause extends Stretch {
  readonly reason: string
  readonly effect: PauseEffect
  /** Whether it still lasts at that instant. */
  readonly isOpen: boolean
}

/**
 * The pauses that had begun by an instant, in order. One that lasts reaches to that instant; a stop of the limit closes
 * it, although nobody said so: what is done waits for nothing.
 * @param stops every known stop of the limit, in order
 * @param asOf epoch milliseconds; Infinity for all that is known
 */
export function knownPauses(
  policy: DeadlinePolicy,
  timer: Pick<TimerStart, 'pauses' | 'dueAt'>,
  stops: readonly number[],
  asOf: number,
): readonly KnownPause[] {
  if (timer.pauses === undefined) return []
  return timer.pauses
    .map((pause) => knownPause(policy, timer, pause, stops, asOf))
    .filter(({ from }) => from <= asOf)
    .toSorted((a, b) => a.from - b.from)
}

function knownPause(
  policy: DeadlinePolicy,
  timer: Pick<Timer, 'dueAt'>,
  { reason, from, until }: TimerPause,
  stops: readonly number[],
  asOf: number,
): KnownPause {
  const begin = millisOf(from)
  const said = until === null ? Number.POSITIVE_INFINITY : millisOf(until)
  const isLasting = said > asOf || said === Number.POSITIVE_INFINITY
  const end = isLasting ? stops.find((instant) => instant >= begin) : undefined
  const listed = pauseEffectOf(policy, reason)
  return {
    reason,
    effect: listed === 'STOPS' && timer.dueAt !== null ? 'MOMENT' : listed,
    from: begin,
    until: end ?? Math.min(said, asOf),
    isOpen: isLasting && end === undefined,
  }
}

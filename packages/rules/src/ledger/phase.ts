import { type Instant, laterOf } from '../primitives/instant.ts'
import { compareInstants } from './timing.ts'

/**
 * A stretch of a thing that can succeed, lose its success and succeed again: a request that is reopened after it was
 * solved. Each phase is a measurement of its own, ended by the next one's beginning, so that a figure seen from any
 * instant, also one that is long past, counts the thing exactly once and as it then was.
 */
export interface Phase {
  readonly since: Instant
  /** The first success in it; `null` while there is none. */
  readonly achievedAt: Instant | null
  /** When the success was lost and the next phase began; `null` for the last phase. */
  readonly until: Instant | null
}

/**
 * The phases of a thing, in order; always at least one. Only a success can be lost: a loss without one changes nothing.
 * At the same instant the success comes first.
 */
export function phasesOf(
  beganAt: Instant,
  achieved: readonly Instant[],
  lost: readonly Instant[],
): readonly [Phase, ...Phase[]] {
  const moments = [
    ...achieved.map((at) => ({ at, isSuccess: true })),
    ...lost.map((at) => ({ at, isSuccess: false })),
  ].toSorted((a, b) => compareInstants(a.at, b.at))
  const ended: Phase[] = []
  let phase: Phase = { since: beganAt, achievedAt: null, until: null }
  for (const { at, isSuccess } of moments) {
    if (isSuccess) phase = { ...phase, achievedAt: phase.achievedAt ?? at }
    else if (phase.achievedAt !== null) {
      ended.push({ ...phase, until: at })
      // Imported history may date a loss before the beginning; no phase begins before the thing did.
      phase = { since: laterOf(beganAt, at), achievedAt: null, until: null }
    }
  }
  const [first = phase, ...rest] = [...ended, phase]
  return [first, ...rest]
}

/** Tells the measurements of several phases apart: empty for the first, then `2` and so on. */
export function phaseItem(index: number): string {
  return index === 0 ? '' : String(index + 1)
}

import type { Instant } from '../primitives/instant.ts'
import { compareInstants } from './timing.ts'

/** One of several kinds of things that happen to something again and again, such as a review. */
export interface Moment {
  readonly kind: string
  readonly at: Instant
}

/** What moments make of a thing; `null` where it is not there. */
export interface MomentFold<One extends Moment, State> {
  /** Which kind comes first of what happened at the same instant. */
  readonly order: Readonly<Record<One['kind'], number>>
  after(state: State | null, moment: One): State | null
}

/** The thing as it stood at an instant, by all that had happened then, in whatever order that is told. */
export function stateAt<One extends Moment, State>(
  moments: readonly One[],
  instant: Instant,
  { order, after }: MomentFold<One, State>,
): State | null {
  const rankOf = ({ kind }: { readonly kind: One['kind'] }) => order[kind]
  return moments
    .filter(({ at }) => at <= instant)
    .toSorted((a, b) => compareInstants(a.at, b.at) || rankOf(a) - rankOf(b) || compareContents(a, b))
    .reduce<State | null>(after, null)
}

/** Arbitrary but fixed: of two that contradict each other neither is better, and the order of telling must not decide. */
function compareContents(a: Moment, b: Moment): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

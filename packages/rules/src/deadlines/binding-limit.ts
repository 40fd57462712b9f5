import { deadlineKeys } from '../catalogue/entry.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { Instant } from '../primitives/instant.ts'
import type { DeadlineState } from './deadline-state.ts'

/** The limit of one thing that has to be met first, and why it is that one. */
export interface BindingLimit {
  readonly state: DeadlineState
  readonly reason: Bilingual
}

/**
 * Of several open limits of one thing the one that falls due first (C2: they all run, each for itself; C3: which comes
 * first depends on the day, so due instants are compared and never lengths). Of those due at one instant the first in
 * the order of the regulations' list of deadlines, then of items. `null` when none is open.
 */
export function bindingLimit(states: readonly DeadlineState[]): BindingLimit | null {
  const [first, ...others] = states.filter(isOpen).toSorted(compareStates)
  if (!first) return null
  return { state: first, reason: reasonFor(first, others) }
}

/** A limit to wait for asks nobody to act, and one that has not begun is not open yet. */
function isOpen({ status, bound }: DeadlineState): boolean {
  return bound === 'notAfter' && (status === 'RUNNING' || status === 'WARNED' || status === 'OVERDUE')
}

function compareStates(a: DeadlineState, b: DeadlineState): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1
  const byKey = placeOf(a.key) - placeOf(b.key)
  if (byKey !== 0) return byKey
  return a.item < b.item ? -1 : a.item > b.item ? 1 : 0
}

const order: readonly string[] = deadlineKeys

function placeOf(key: string): number {
  return order.indexOf(key)
}

function reasonFor(first: DeadlineState, [second]: readonly DeadlineState[]): Bilingual {
  if (!second) return { zh: '唯一仍在计时的时限', en: 'the only limit that is open' }
  const later = { key: second.key, dueAt: second.dueAt satisfies Instant }
  if (second.dueAt === first.dueAt) {
    return {
      zh: `与 ${later.key} 同时到期，按时限表的次序在前（C2）`,
      en: `due together with ${later.key}, which comes after it in the list of deadlines (C2)`,
    }
  }
  return {
    zh: `最早到期，其后是 ${later.key}（${later.dueAt}）；各时限分别计算，互不折算（C2、C3）`,
    en: `due first, before ${later.key} (${later.dueAt}); each limit runs for itself and none is converted (C2, C3)`,
  }
}

import {
  type DeadlineState,
  evaluateTimer,
  explainTimer,
  type Instant,
  ledgerOf,
  type PolicyBook,
  reckoningOf,
  type Timer,
  type TimerExplanation,
} from '@afterline/rules'
import { timerIdOf } from './timer-fold.ts'

/** A limit as it stands at the instant of asking. */
export interface DeadlineItem {
  readonly stream: string
  readonly timer: Timer
  readonly state: DeadlineState
  /** Computed on demand: it costs more than the state, and lists seldom show it. */
  explain(): TimerExplanation
}

export function deadlineItemOf(policies: PolicyBook, stream: string, timer: Timer, at: Instant): DeadlineItem {
  return {
    stream,
    timer,
    state: evaluateTimer(policies, timer, at),
    explain: () => explainTimer(policies, timer, at),
  }
}

/**
 * Every limit of a record, ended ones included, soonest due first. From the record's own ledger, so it holds what the last
 * command changed.
 * @param ledger as the record's document has it; `null` where its category keeps none
 */
export function deadlinesOfRecord(
  policies: PolicyBook,
  { category, id, ledger: state }: { readonly category: string; readonly id: string; readonly ledger: unknown },
  at: Instant,
): readonly DeadlineItem[] {
  const ledger = ledgerOf(category)
  if (ledger === null || state === null) return []
  const stream = `${category}-${id}`
  return ledger
    .timers(state, reckoningOf(policies))
    .map((timer) => deadlineItemOf(policies, stream, timer, at))
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)))
}

const placeOf = ({ stream, timer, state }: DeadlineItem) => `${state.dueAt} ${timerIdOf(stream, timer)}`

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

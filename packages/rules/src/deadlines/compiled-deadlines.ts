import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import type { DeadlineKey } from '../catalogue/entry.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import type { PolicyContext } from '../policy/context.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import { isMeasuring } from '../policy/term.ts'
import { RulesError } from '../rules-error.ts'
import { countsOpenTime, dueFunctionOf, warnMillisOf } from './due.ts'
import { type StatusCode, statusOf, waitingStatusOf } from './status.ts'

/** One deadline of a policy version, ready to be counted with. */
export interface CompiledDeadline {
  readonly policy: DeadlinePolicy
  /** Due instant from a start, both in epoch milliseconds, as if nothing paused it. */
  readonly dueMillis: (start: number) => number
  /** The calendar whose open time counts; `null` where every hour does. */
  readonly calendar: CompiledCalendar | null
  /** Whether pauses and reopenings can move the due instant. */
  readonly isMeasuring: boolean
}

/** Where `evaluate` writes the instants of a limit. */
export const momentPlaces = { due: 0, warn: 1 } as const

/**
 * Every deadline of one policy version as functions of numbers, for those who evaluate many limits: no text is read or
 * written, and nothing is looked up by name. `evaluateTimer` counts with the same functions. All instants are epoch
 * milliseconds; an end that is not there is Infinity. The functions throw RulesError `CALENDAR_NOT_PUBLISHED`, and
 * `DEADLINE_INVALID` for a limit that is fixed by agreement.
 */
export interface CompiledDeadlines {
  readonly version: string
  /** In the order of the indexes. */
  readonly keys: readonly DeadlineKey[]
  /** @throws RulesError `POLICY_UNKNOWN` */
  indexOf(key: string): number
  /** @throws RulesError `POLICY_UNKNOWN` for an index without a deadline; so do the following */
  at(index: number): CompiledDeadline
  dueMillis(index: number, start: number): number
  warnMillis(index: number, start: number, due: number): number
  /**
   * The status as of an instant, as a position in `deadlineStatuses`; the due and the warning instant are written into
   * `moments` at `momentPlaces`, so that a loop makes no garbage.
   */
  evaluate(index: number, start: number, stop: number, voided: number, now: number, moments: Float64Array): StatusCode
}

/**
 * @param context the product class and contract concerned; without it, what holds for everything (C18)
 * @throws RulesError `POLICY_UNKNOWN`
 */
export function compileDeadlines(book: PolicyBook, version: string, context?: PolicyContext): CompiledDeadlines {
  const calendar = book.calendar(version)
  const deadlines = book.deadlines(version, context).map((policy) => compiled(policy, book, calendar))
  const indexes = new Map<string, number>(deadlines.map(({ policy }, index) => [policy.key, index]))
  const at = (index: number) => deadlines[index] ?? unknown(version, `at ${index}`)
  const warnMillis = (index: number, start: number, due: number) => {
    const { policy, calendar: counted } = at(index)
    return warnMillisOf(counted, policy.warnAtPercent, start, due)
  }
  return {
    version,
    keys: deadlines.map(({ policy }) => policy.key),
    indexOf: (key) => indexes.get(key) ?? unknown(version, `'${key}'`),
    at,
    dueMillis: (index, start) => at(index).dueMillis(start),
    warnMillis,
    evaluate(index, start, stop, voided, now, moments) {
      const { policy, dueMillis } = at(index)
      const due = dueMillis(start)
      const warn = warnMillis(index, start, due)
      moments[momentPlaces.due] = due
      moments[momentPlaces.warn] = warn
      return policy.bound === 'notBefore'
        ? waitingStatusOf(start, due, voided, now)
        : statusOf(start, due, warn, stop, voided, now)
    },
  }
}

/** One compilation per version of a book: a memory of what follows from the book alone, so nobody can tell it is there. */
const compiledBooks = new WeakMap<PolicyBook, Map<string, CompiledDeadlines>>()

function compiledDeadlinesOf(book: PolicyBook, version: string): CompiledDeadlines {
  const versions = compiledBooks.get(book) ?? new Map<string, CompiledDeadlines>()
  const known = versions.get(version)
  if (known) return known
  const deadlines = compileDeadlines(book, version)
  compiledBooks.set(book, versions.set(version, deadlines))
  return deadlines
}

/** @throws RulesError `POLICY_UNKNOWN` */
export function compiledDeadlineOf(book: PolicyBook, timer: Pick<Timer, 'key' | 'policyVersion'>): CompiledDeadline {
  const deadlines = compiledDeadlinesOf(book, timer.policyVersion)
  return deadlines.at(deadlines.indexOf(timer.key))
}

function compiled(policy: DeadlinePolicy, book: PolicyBook, calendar: CompiledCalendar): CompiledDeadline {
  return {
    policy,
    dueMillis: dueFunctionOf(policy, book.tenantOffsets, calendar),
    calendar: countsOpenTime(policy.clock) ? calendar : null,
    isMeasuring: isMeasuring(policy.clock),
  }
}

function unknown(version: string, deadline: string): never {
  throw new RulesError('POLICY_UNKNOWN', `policy version '${version}' has no deadline ${deadline}`)
}

import { canonicalJson, type StoredEvent } from '@afterline/events'
import { evaluateTimer, type Instant, ledgerOf, type PolicyBook, reckoningOf, type Timer } from '@afterline/rules'
import type { LedgerChange, TimerDocument } from './documents.ts'
import { booksOf } from './stream-books.ts'
import { timerIdOf } from './timer-fold.ts'

/**
 * Whether the events end, move or take back a limit that was due already: told by the ledger alone. Few changes do; only
 * then it has to be read what was on record when it was due.
 */
export function mayUndoBreach(policies: PolicyBook, { category, before, after }: LedgerChange, now: Instant): boolean {
  const ledger = ledgerOf(category)
  if (ledger === null || before === null) return false
  const reckoning = reckoningOf(policies)
  if (after === before) return false
  const next = new Map(ledger.timers(after, reckoning).map((timer) => [nameOf(timer), timer]))
  return ledger
    .timers(before, reckoning)
    .some((timer) => wasDueBy(policies, timer, now) && isUndoneBy(policies, timer, next.get(nameOf(timer)), now))
}

/**
 * The limits whose breach the events would undo. A breach stands when a limit that was on record by then runs out without
 * its end being on record: whether the clock has come round to announcing it makes no difference. A case that was itself
 * entered only after its limit had run out was nobody's to keep in time here: what happened within it may still be told.
 * @param former all events of the stream before these
 */
export function undoneBreaches(
  policies: PolicyBook,
  { category, stream, collection, events }: LedgerChange,
  former: readonly StoredEvent[],
  now: Instant,
): readonly TimerDocument[] {
  const place = { category, stream, collection }
  const stood = (known: TimerDocument) => {
    const onRecord = former.filter(({ recordedAt }) => recordedAt <= known.dueAt)
    const then = booksOf(policies, place, onRecord).timers.find(({ _id }) => _id === known._id)
    return then !== undefined && then.startedAt === known.startedAt && (then.stoppedAt ?? then.voidedAt) === null
  }
  const after = new Map(booksOf(policies, place, [...former, ...events]).timers.map((timer) => [timer._id, timer]))
  return booksOf(policies, place, former).timers.filter((known) => {
    const next = after.get(known._id)
    if (known.dueAt >= now || !stood(known)) return false
    return next === undefined || (isChanged(known, next) && isMetOrMoved(known, next, next.dueAt))
  })
}

const nameOf = (timer: Timer) => timerIdOf('', timer)

/** A wait only moves the due instant on, so that without its waits a limit is due first. */
function wasDueBy(policies: PolicyBook, { pauses: _, ...timer }: Timer, now: Instant): boolean {
  return evaluateTimer(policies, timer, now).dueAt < now
}

function isUndoneBy(policies: PolicyBook, known: Timer, next: Timer | undefined, now: Instant): boolean {
  if (next === undefined) return true
  return isChanged(known, next) && isMetOrMoved(known, next, evaluateTimer(policies, next, now).dueAt)
}

/** What the events leave alone they undo nothing of. */
const isChanged = (known: Timer, next: Timer) => canonicalJson(known) !== canonicalJson(next)

/** Its limit then counts as met or was given up before it was due, or is another one. */
function isMetOrMoved(known: Timer, { startedAt, stoppedAt, voidedAt }: Timer, dueAt: Instant): boolean {
  const endedAt = stoppedAt ?? voidedAt
  return known.startedAt !== startedAt || (endedAt !== null && endedAt <= dueAt)
}

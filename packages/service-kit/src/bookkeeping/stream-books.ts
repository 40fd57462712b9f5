import type { StoredEvent } from '@afterline/events'
import { type Ledger, ledgerOf, type PolicyBook, type Reckoning, reckoningOf, type Timer } from '@afterline/rules'
import type { MeasurementDocument, StreamPlace, TimerDocument } from './documents.ts'
import { measurementDocumentsOf } from './measurement-documents.ts'
import { changesTimers, type StoredTimers, type TimerStep, timersAfter } from './timer-fold.ts'

/** What follows from a stream's events besides its document: every limit and every measurement, as they are stored. */
export interface StreamBooks {
  readonly timers: readonly TimerDocument[]
  readonly measurements: readonly MeasurementDocument[]
}

/**
 * The books of a stream from its events, from the first to the last. A pure fold, event by event: how events were
 * grouped when they were appended or read makes no difference, so what was kept up as they came equals what is made anew.
 * Only where a limit waits, its due instant is as of the last event that touched it; see `isSameButForTheLook`.
 */
export function booksOf(policies: PolicyBook, place: StreamPlace, events: readonly StoredEvent[]): StreamBooks {
  const ledger = ledgerOf(place.category)
  if (ledger === null) return { timers: [], measurements: [] }
  const reckoning = reckoningOf(policies)
  const { steps, after } = ledgerSteps(ledger, null, events, reckoning)
  const timers = steps
    .filter(changesTimers)
    .reduce<StoredTimers>((known, step) => timersAfter(policies, place, known, step), new Map())
  return {
    timers: [...timers.values()],
    measurements: measurementDocumentsOf(place.stream, ledger.measurements(after, reckoning)),
  }
}

/**
 * What each event does to the limits of its stream, and the ledger in the end.
 * @param before the ledger before the events; `null` where there is none of them before
 */
export function ledgerSteps(
  ledger: Ledger<unknown>,
  before: unknown,
  events: readonly StoredEvent[],
  reckoning: Reckoning,
): { readonly steps: readonly TimerStep[]; readonly after: unknown } {
  let state = before ?? ledger.initial
  let timers: readonly Timer[] = before === null ? [] : ledger.timers(before, reckoning)
  const steps: TimerStep[] = []
  for (const event of events) {
    const next = ledgerAfter(ledger, state, event)
    const step = { event, before: timers, after: next === state ? timers : ledger.timers(next, reckoning) }
    state = next
    timers = step.after
    steps.push(step)
  }
  return { steps, after: state }
}

/** The ledger skips facts that it does not know, so every event is offered to it, here as in a replay. */
export function ledgerAfter(ledger: Ledger<unknown>, state: unknown, event: StoredEvent): unknown {
  const { type, occurredAt, recordedAt, policyVersion, data } = event
  return ledger.record(state ?? ledger.initial, { type, occurredAt, recordedAt, policyVersion, data })
}

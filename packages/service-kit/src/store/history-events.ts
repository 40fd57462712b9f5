import type { Actor } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Command, Finding, HistoryRequest } from '../interfaces.ts'
import type { StoreDeps } from './store-deps.ts'
import type { EventOrigin, StreamChange } from './stream-change.ts'

/* What events of a history have in common, whether they are told for the first time or again. */

export function originOf(deps: StoreDeps, request: HistoryRequest<Command>, actor: Actor): EventOrigin {
  return {
    actor,
    correlationId: request.correlationId,
    causationId: null,
    traceparent: deps.traceparent(),
    backdatedBecause: request.backdatedBecause,
    recordedAt: deps.now(),
  }
}

/** Each rule once per record: ten lines without a licence are one finding about one order. */
export function findingsOf(violations: readonly Violation[], source: Finding['source']) {
  const firstByRule = new Map(violations.toReversed().map((violation) => [violation.rule, violation]))
  const findings = violations
    .filter((violation) => firstByRule.get(violation.rule) === violation)
    .map(({ rule, message, facts }) => ({ rule, message, facts }))
  return { findings, source }
}

export function latestOf(change: StreamChange<unknown>): Instant {
  const instants = change.events.map(({ occurredAt }) => occurredAt).toSorted()
  return instants.at(-1) ?? change.after.headRecordedAt
}

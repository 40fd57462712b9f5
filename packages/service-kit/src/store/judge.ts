import type { DomainEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Aggregate, Command, Decision } from '../interfaces.ts'

/**
 * Decides a command that somebody enters. A late one is judged twice: as of when it happened, and as of when it is recorded.
 * What was blocked or revoked in between is known by now, and no earlier date slips past it. Its events are those of when it
 * happened.
 */
export function judge<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  aggregate: Aggregate<State, Cmd, Event, LookUp>,
  state: State,
  command: Cmd,
  lookUp: LookUp,
  recordedAt: Instant,
): Decision<Event> {
  const decision = aggregate.decide(state, command, lookUp)
  if (command.at >= recordedAt) return decision
  const asOfNow = aggregate.decide(state, { ...command, at: recordedAt }, lookUp)
  const known = new Set(decision.violations.map(placeOf))
  const further = asOfNow.violations.filter((violation) => !known.has(placeOf(violation)))
  return { events: decision.events, violations: [...decision.violations, ...further] }
}

/** One thing that is wrong is told once, though its facts may name either instant. */
function placeOf({ rule, path }: Violation): string {
  return [rule, ...path].join('/')
}

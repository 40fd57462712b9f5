import type { DomainEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import type { Decision } from '../interfaces.ts'

/** A decision that is still being put together. */
export interface Deciding<Event extends DomainEvent> extends Decision<Event> {
  /** What speaks against it, gate by gate. An import of history keeps the events all the same. */
  unless(...gates: readonly (readonly Violation[])[]): Deciding<Event>
}

/**
 * One event follows.
 * @example happens('OrderConfirmed', { orderId }).unless(creditGate(…), needsGate(…))
 */
export function happens<const Type extends string, Data>(type: Type, data: Data): Deciding<DomainEvent<Type, Data>> {
  return deciding([{ type, data }], [])
}

/** Nothing follows, not even in an import of history: as it stands, the command makes no sense. */
export function refused(...gates: readonly (readonly Violation[])[]): Decision<never> {
  return { events: [], violations: gates.flat() }
}

function deciding<Event extends DomainEvent>(
  events: readonly Event[],
  violations: readonly Violation[],
): Deciding<Event> {
  return { events, violations, unless: (...gates) => deciding(events, [...violations, ...gates.flat()]) }
}

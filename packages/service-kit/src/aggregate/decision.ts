import type { DomainEvent } from '@afterline/events'
import type { Bilingual, Moment, RuleId, Violation } from '@afterline/rules'
import type { Command, Decision } from '../interfaces.ts'

/** A decision that is still being put together. */
export interface Deciding<Event extends DomainEvent> extends Decision<Event> {
  /** A further event follows, after those before it. */
  and<const Type extends string, Data>(event: DomainEvent<Type, Data>): Deciding<Event | DomainEvent<Type, Data>>
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

/** The moment that gates are asked about: when it happens, and of a late entry by when everything is known. */
export function momentOf({ at, knownAt }: Pick<Command, 'at' | 'knownAt'>): Moment {
  return { at, knownAt }
}

/**
 * What a command names is not there.
 * @param rule the rule that asks for it
 * @param what what it would be, such as the name of its life cycle
 * @param named the field that names it, and the id that stands there
 * @example missing('CON-3', contractStages.name, { templateId })
 */
export function missing(rule: RuleId, what: Bilingual, named: Readonly<Record<string, string>>): Violation {
  return {
    rule,
    message: { zh: `没有这样的${what.zh}。`, en: `There is no such ${what.en}.` },
    path: Object.keys(named),
    remedy: { zh: `请核对编号，或先登记${what.zh}。`, en: `Check the id, or record the ${what.en} first.` },
    facts: named,
  }
}

function deciding<Event extends DomainEvent>(
  events: readonly Event[],
  violations: readonly Violation[],
): Deciding<Event> {
  return {
    events,
    violations,
    and: (event) => deciding([...events, event], violations),
    unless: (...gates) => deciding(events, [...violations, ...gates.flat()]),
  }
}

import { deepStrictEqual } from 'node:assert/strict'
import type { Actor, DomainEvent } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '../interfaces.ts'

/** An event of the past as a test tells it. */
export type PastEvent<Event extends DomainEvent> = Event & { readonly occurredAt: Instant; readonly actor?: Actor }

export interface Outcome<Event extends DomainEvent> {
  readonly decision: Decision<Event>
  /** Accepted, with exactly these events. */
  then(...events: readonly Event[]): void
  /** Refused by exactly these rules, in any order; a rule that refuses twice is named twice. */
  thenRefused(...rules: readonly string[]): void
  /** What an import of history keeps: these rules as findings, and these events all the same. */
  thenKept(rules: readonly string[], ...events: readonly Event[]): void
}

const SOMEBODY: Actor = { id: 'somebody', role: 'SALESPERSON' }

/**
 * Decisions of one aggregate, told as given (past events), when (a command and the lookUp around it), then.
 * @example specificationOf(order).given(placed).when(confirm, lookUp).then(confirmed)
 */
export function specificationOf<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  aggregate: Aggregate<State, Cmd, Event, LookUp>,
) {
  const stateAfter = (past: readonly PastEvent<Event>[]): State =>
    past.reduce((state, event) => aggregate.evolve(state, asRecorded(event)), aggregate.initialState)

  return {
    stateAfter,
    given: (...past: readonly PastEvent<Event>[]) => ({
      when: (command: Cmd, lookUp: LookUp): Outcome<Event> =>
        outcomeOf(aggregate.decide(stateAfter(past), command, lookUp)),
    }),
  }
}

function asRecorded<Event extends DomainEvent>(event: PastEvent<Event>): Recorded<Event> {
  return { actor: SOMEBODY, recordedAt: event.occurredAt, ...event }
}

function outcomeOf<Event extends DomainEvent>(decision: Decision<Event>): Outcome<Event> {
  const violated = decision.violations.map(({ rule }) => rule).toSorted()
  return {
    decision,
    // biome-ignore lint/suspicious/noThenProperty: given, when, then is how these tests speak; nobody awaits an outcome
    then(...events) {
      deepStrictEqual(decision.violations, [], 'the command was to be accepted')
      deepStrictEqual(decision.events, events)
    },
    thenRefused(...rules) {
      if (rules.length === 0) throw new Error('thenRefused needs the rules that refuse')
      deepStrictEqual(violated, rules.toSorted())
    },
    thenKept(rules, ...events) {
      deepStrictEqual([...new Set(violated)], rules.toSorted())
      deepStrictEqual(decision.events, events)
    },
  }
}

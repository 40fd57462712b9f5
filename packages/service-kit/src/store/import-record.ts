import type { Actor, DomainEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { Command, Finding, HistoryOutcome, HistoryRequest, Repository } from '../interfaces.ts'
import { knownMoment } from './command-moment.ts'
import { loadCurrent } from './current-document.ts'
import { draftOf } from './event-drafts.ts'
import { storedAggregateOf } from './fold-stream.ts'
import { persistChange } from './persist.ts'
import { ServiceError } from './service-error.ts'
import type { StoreDeps } from './store-deps.ts'
import { appendEvent, beginChange, type EventOrigin, type StreamChange } from './stream-change.ts'

/** One attempt at a record of history, within a transaction. */
export async function importOnce<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: HistoryRequest<Cmd>,
  session: ClientSession,
): Promise<HistoryOutcome<State>> {
  const aggregate = storedAggregateOf(repository)
  const present = await loadCurrent(deps, aggregate, request.id, session)
  if (present) return { status: 'alreadyPresent', document: present, violations: [] }
  const told = await tell(deps, repository, request, session)
  const last = request.commands.at(-1)
  if (told.change.events.length === 0 || !last) {
    return { status: 'unusable', document: null, violations: told.violations }
  }
  const findings = findingsOf(told.violations, request.source)
  const origin = originOf(deps, request, last.by)
  let change = told.change
  for (const finding of findings) {
    const event = { type: 'FindingRecorded', data: finding }
    change = appendEvent(deps, change, aggregate, await draftOf(deps, event, latestOf(change), origin, session))
  }
  await persistChange(deps.connection, aggregate.collection, change, session)
  return { status: 'imported', document: change.after, violations: told.violations }
}

/** Decides one command after the other, each on what the former ones left. What a rule speaks against stands anyway. */
async function tell<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: HistoryRequest<Cmd>,
  session: ClientSession,
): Promise<{ change: StreamChange<State>; violations: readonly Violation[] }> {
  const { aggregate } = repository
  const stored = storedAggregateOf(repository)
  const violations: Violation[] = []
  let change = beginChange(stored, request.id, null, deps.now())
  for (const told of inTimeOrder(request.commands)) {
    const command = { ...told, at: knownMoment(told.at, request.backdatedBecause, deps.now()).at }
    const lookUp = await repository.lookUp(command, change.after.state, session)
    const decision = aggregate.decide(change.after.state, command, lookUp)
    violations.push(...decision.violations)
    const origin = originOf(deps, request, command.by)
    for (const event of decision.events) {
      change = appendEvent(deps, change, stored, await draftOf(deps, event, command.at, origin, session))
    }
  }
  return { change, violations }
}

function inTimeOrder<Cmd extends Command>(commands: readonly Cmd[]): readonly Cmd[] {
  const isOrdered = commands.every((command, index) => command.at >= (commands[index - 1]?.at ?? command.at))
  if (!isOrdered) throw new ServiceError('INPUT_INVALID', 'the commands of a record are not in time order')
  return commands
}

function originOf(deps: StoreDeps, request: HistoryRequest<Command>, actor: Actor): EventOrigin {
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
function findingsOf(violations: readonly Violation[], source: Finding['source']): readonly Finding[] {
  const firstByRule = new Map(violations.toReversed().map((violation) => [violation.rule, violation]))
  return violations
    .filter((violation) => firstByRule.get(violation.rule) === violation)
    .map(({ rule, message, facts }) => ({ rule, message, facts, source }))
}

function latestOf(change: StreamChange<unknown>): Instant {
  const instants = change.events.map(({ occurredAt }) => occurredAt).toSorted()
  return instants.at(-1) ?? change.after.headRecordedAt
}

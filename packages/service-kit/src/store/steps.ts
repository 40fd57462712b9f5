import type { DomainEvent } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { AggregateDocument, Command, CommandRequest, Repository } from '../interfaces.ts'
import { type CommandMoment, enteredMoment, knownMoment } from './command-moment.ts'
import { draftOf } from './event-drafts.ts'
import { storedAggregateOf } from './fold-stream.ts'
import { ServiceError } from './service-error.ts'
import { type Followed, sharedReads } from './shared-reads.ts'
import type { StoreDeps } from './store-deps.ts'
import { appendEvent, beginChange, type EventOrigin, type StreamChange } from './stream-change.ts'

/* The commands of one request: mostly one, or a whole case that is entered at once. */

/** Who asks: somebody who enters a command, or an event that it follows from within the event's own transaction. */
export interface Asker {
  readonly kind: 'ENTERED' | 'FOLLOWING'
  /** When the command came in: attempts that conflicts cost make nobody late. */
  readonly askedAt: Instant
  /**
   * Whether the key may have been used before, and the record that the command begins be there. Seldom are they: what is
   * taken shows when it is written, or in whatever else speaks against the command.
   */
  readonly mayRepeat: boolean
}

/** A command of the request with the moment at which it counts. */
export interface Step<Cmd extends Command> {
  readonly command: Cmd
  readonly moment: CommandMoment
}

type Steps<Cmd extends Command> = readonly [Step<Cmd>, ...Step<Cmd>[]]

/**
 * What is to be decided, one after the other.
 * @throws ServiceError like `enteredMoment`, for each of them; `INPUT_INVALID` where a step is dated before the one before it
 */
export function stepsOf<Cmd extends Command>(
  deps: StoreDeps,
  { command, steps: further = [], backdatedBecause = null }: CommandRequest<Cmd>,
  asker: Asker,
): Steps<Cmd> {
  const stepOf = (each: Cmd): Step<Cmd> => {
    const moment = momentOf(deps, each.at, backdatedBecause, asker)
    return { command: { ...each, at: moment.at, ...knownSince(moment, asker) }, moment }
  }
  const steps: Steps<Cmd> = [stepOf(command), ...further.map(stepOf)]
  const misplaced = steps.findIndex(({ moment: { at } }, index) => at < (steps[index - 1]?.moment.at ?? at))
  if (misplaced < 0) return steps
  throw new ServiceError('INPUT_INVALID', `step ${misplaced} is dated before what it follows`, {
    field: `steps.${misplaced - 1}.occurredAt`,
  })
}

/** What follows from an event happened when the event did, however late it reaches us: nobody backdates it. */
function momentOf(deps: StoreDeps, at: Instant, because: string | null, { kind, askedAt }: Asker): CommandMoment {
  return kind === 'FOLLOWING'
    ? knownMoment(at, because, deps.now())
    : enteredMoment(deps.policies, at, because, askedAt)
}

/** What follows from an event is judged when that happened, however late it reaches us. */
function knownSince({ at }: CommandMoment, { kind, askedAt }: Asker): Pick<Command, 'knownAt'> {
  return kind === 'ENTERED' && at < askedAt ? { knownAt: askedAt } : {}
}

/** Steps with the events that they make, and everything that speaks against any of them. */
interface DecidedSteps<Cmd extends Command> {
  readonly decided: readonly (Step<Cmd> & { readonly events: readonly DomainEvent[] })[]
  readonly violations: readonly Violation[]
  /** Records of other services that the decisions rest on. */
  readonly followed: readonly Followed[]
}

/** Decides each step on what the former ones left. What speaks against a later one is told at its place. */
export async function decideSteps<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  { now }: StoreDeps,
  { aggregate, lookUp }: Repository<State, Cmd, Event, LookUp>,
  { state: before, steps }: { readonly state: State; readonly steps: readonly Step<Cmd>[] },
  session: ClientSession,
): Promise<DecidedSteps<Cmd>> {
  const decided: (Step<Cmd> & { readonly events: readonly DomainEvent[] })[] = []
  const violations: Violation[] = []
  const recordedAt = now()
  const reads = sharedReads(session)
  let state = before
  for (const [index, step] of steps.entries()) {
    const { command } = step
    const decision = aggregate.decide(state, command, await lookUp(command, state, reads))
    decided.push({ ...step, events: decision.events })
    violations.push(...(index === 0 ? decision.violations : decision.violations.map(placedInStep(index - 1))))
    for (const event of decision.events) {
      const occurredAt = event.occurredAt ?? command.at
      state = aggregate.evolve(state, { ...event, occurredAt, recordedAt, actor: command.by })
    }
  }
  return { decided, violations, followed: reads.followed() }
}

/** A violation of what followed the command, at the place of its step. */
export function placedInStep(index: number) {
  return (violation: Violation): Violation => ({ ...violation, path: ['steps', `${index}`, ...violation.path] })
}

/** Everything that the steps append to the stream. */
export async function changeOf<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: CommandRequest<Cmd>,
  { document, decided }: Pick<DecidedSteps<Cmd>, 'decided'> & { readonly document: AggregateDocument<State> | null },
  session: ClientSession,
): Promise<StreamChange<State>> {
  const aggregate = storedAggregateOf(repository)
  const recordedAt = deps.now()
  let change = beginChange(aggregate, request.id, document, recordedAt)
  for (const { command, moment, events } of decided) {
    const origin = originOf(deps, request, { by: command.by, moment, recordedAt })
    for (const event of events) {
      change = appendEvent(deps, change, aggregate, await draftOf(deps, event, command.at, origin, session))
    }
  }
  if (change.after.version > 0) return change
  throw new ServiceError('EVENT_INVALID', `${request.command.type} begins ${change.stream} without an event`)
}

interface Entered extends Pick<Command, 'by'>, Pick<EventOrigin, 'recordedAt'> {
  readonly moment: CommandMoment
}

function originOf(
  { traceparent }: StoreDeps,
  { correlationId, causationId = null }: CommandRequest<Command>,
  { by: actor, moment: { backdatedBecause }, recordedAt }: Entered,
): EventOrigin {
  return { actor, correlationId, causationId, traceparent: traceparent(), backdatedBecause, recordedAt }
}

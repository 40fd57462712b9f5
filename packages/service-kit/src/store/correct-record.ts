import type { DomainEvent, StoredEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { mayUndoBreach, undoneBreaches } from '../bookkeeping/undone-breaches.ts'
import type {
  AggregateDocument,
  Command,
  HistoryChange,
  HistoryRequest,
  Repository,
  StoredAggregate,
} from '../interfaces.ts'
import { knownMoment } from './command-moment.ts'
import { draftOf } from './event-drafts.ts'
import { storedAggregateOf } from './fold-stream.ts'
import { findingsOf, latestOf, originOf } from './history-events.ts'
import { ServiceError } from './service-error.ts'
import type { SharedReads } from './shared-reads.ts'
import type { StoreDeps } from './store-deps.ts'
import { appendEvent, beginChange, ledgerChangeOf, refuseUncountable, type StreamChange } from './stream-change.ts'
import { ownEvents } from './told-again.ts'

/** A record that was told before, and its stream as it is. */
export interface KnownRecord<State> {
  readonly document: AggregateDocument<State>
  readonly events: readonly StoredEvent[]
}

/** The commands that change the fields; `null` where one of them has none. */
export function correctionsOf<Cmd extends Command>(
  changed: readonly HistoryChange[],
  { corrections = {} }: HistoryRequest<Cmd>,
): readonly Cmd[] | null {
  const commands = changed.flatMap(({ field }) => corrections[field]?.() ?? [])
  return commands.length === changed.length ? commands : null
}

interface Correction<State, Cmd extends Command> {
  readonly request: HistoryRequest<Cmd>
  readonly known: KnownRecord<State>
  readonly commands: readonly Cmd[]
  readonly changes: readonly HistoryChange[]
}

/**
 * What rules speak against stands anyway, as at first; but not on a record that has gone on here, where it would be done
 * twice. `null` where that is so, and where a command makes nothing of the record any more.
 * @throws ServiceError `BACKDATING_REFUSED` where a limit would be kept whose breach is recorded
 */
export async function corrected<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps & { readonly reads: SharedReads },
  repository: Repository<State, Cmd, Event, LookUp>,
  { request, known, commands, changes }: Correction<State, Cmd>,
  session: ClientSession,
): Promise<StreamChange<State> | null> {
  const { aggregate } = repository
  const stored = storedAggregateOf(repository)
  const hasGoneOn = known.events.length > ownEvents(known.events, request).length
  const violations: Violation[] = []
  let change = beginChange(stored, request.id, known.document, deps.now())
  for (const told of commands) {
    const command = { ...told, at: knownMoment(told.at, request.backdatedBecause, deps.now()).at }
    const decision = aggregate.decide(
      change.after.state,
      command,
      await repository.lookUp(command, change.after.state, deps.reads),
    )
    if (decision.events.length === 0 || (hasGoneOn && decision.violations.length > 0)) return null
    violations.push(...decision.violations)
    for (const event of decision.events) {
      const draft = await draftOf(deps, event, command.at, originOf(deps, request, command.by), session)
      change = appendEvent(deps, change, stored, draft)
    }
  }
  const last = commands.at(-1)
  if (last === undefined) return null
  const origin = originOf(deps, request, last.by)
  const noted: readonly DomainEvent[] = [
    ...(violations.length > 0 ? [{ type: 'FindingsRecorded', data: findingsOf(violations, request.source) }] : []),
    {
      type: 'RecordCorrected',
      data: { reason: REASON, changes: changes.slice(0, MOST_CHANGES), source: request.source },
    },
  ]
  for (const event of noted) {
    change = appendEvent(deps, change, stored, await draftOf(deps, event, latestOf(change), origin, session))
  }
  refuseUncountable(deps.policies, stored, change)
  refuseUndoing(deps, stored, change, known.events)
  return change
}

function refuseUndoing<State>(
  { policies }: Pick<StoreDeps, 'policies'>,
  aggregate: StoredAggregate<State>,
  streamChange: StreamChange<State>,
  former: readonly StoredEvent[],
): void {
  const change = ledgerChangeOf(aggregate, streamChange)
  const { headRecordedAt } = streamChange.after
  if (!mayUndoBreach(policies, change, headRecordedAt)) return
  const keys = undoneBreaches(policies, change, former, headRecordedAt).map(({ key }) => key)
  if (keys.length === 0) return
  throw new ServiceError('BACKDATING_REFUSED', `the breach of ${keys.join(', ')} stands; an import cannot undo it`)
}

const REASON = 'the other system tells the record otherwise than before'
/** As the event allows; a record that is told more otherwise is another record. */
const MOST_CHANGES = 100

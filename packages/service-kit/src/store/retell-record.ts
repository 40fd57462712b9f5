import { type DomainEvent, type StoredEvent, type StoredEventOf, streamEvents } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { mayUndoBreach, undoneBreaches } from '../bookkeeping/undone-breaches.ts'
import type {
  AggregateDocument,
  Command,
  HistoryAnswer,
  HistoryChange,
  HistoryOutcome,
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
import { toldDifferences } from './told-differences.ts'

/** A record that was told before, and its stream as it is. */
export interface KnownRecord<State> {
  readonly document: AggregateDocument<State>
  readonly events: readonly StoredEvent[]
}

export interface Retold<State> {
  readonly answer: HistoryAnswer<State>
  readonly change: StreamChange<State> | null
}

type Deps = StoreDeps & { readonly reads: SharedReads }

/**
 * Tells a record again that is there already. What it tells besides what it told then is added as it would have been at
 * first; what it tells otherwise is changed where a command can do that. If anything of it cannot be, nothing is done.
 */
export async function retell<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: Deps,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: HistoryRequest<Cmd>,
  known: KnownRecord<State>,
  session: ClientSession,
): Promise<Retold<State>> {
  const { document, events } = known
  const answer = (status: HistoryOutcome<State>['status'], changes: readonly HistoryChange[] = []) => {
    return { answer: { status, document, violations: [], changes }, change: null }
  }
  const ofThisRequest = events.filter(({ correlationId }) => correlationId === request.correlationId)
  // The answer to this very request got lost, and whoever stands between has repeated it.
  if (ofThisRequest[0]?.version === 1) return answer('imported')
  if (ofThisRequest.length > 0) return answer('corrected', correctionsIn(ofThisRequest))

  const told = await decidedAgain(deps, repository, request)
  const own = ownEvents(events, request)
  const { missing, added, changed } = compare(told, await readable(deps, own), request)
  const changes = [...added, ...changed].map((change) => withoutPersonalText(deps, own, change))
  if (changes.length === 0) return answer('alreadyPresent')
  const corrections = correctionsOf(changed, request)
  if (corrections === null) return answer('different', changes)
  const correction = { request, known, commands: [...missing, ...corrections], changes }
  const change = await corrected(deps, repository, correction, session)
  if (change === null) return answer('different', changes)
  return { answer: { status: 'corrected', document: change.after, violations: [], changes }, change }
}

/** What the record would be if it was told for the first time, with the command that tells of each event. */
interface ToldEvent<Cmd> {
  readonly command: Cmd
  readonly event: DomainEvent
  readonly at: Instant
}

async function decidedAgain<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: Deps,
  { aggregate, lookUp }: Repository<State, Cmd, Event, LookUp>,
  request: HistoryRequest<Cmd>,
): Promise<readonly ToldEvent<Cmd>[]> {
  const told: ToldEvent<Cmd>[] = []
  const recordedAt = deps.now()
  let state = aggregate.initialState
  for (const given of request.commands) {
    const command = { ...given, at: knownMoment(given.at, request.backdatedBecause, recordedAt).at }
    const { events } = aggregate.decide(state, command, await lookUp(command, state, deps.reads))
    for (const event of events) {
      const occurredAt = event.occurredAt ?? command.at
      state = aggregate.evolve(state, { ...event, occurredAt, recordedAt, actor: command.by })
      told.push({ command: given, event, at: occurredAt })
    }
  }
  return told
}

const ofTheStore: ReadonlySet<string> = new Set(streamEvents.map(({ type }) => type))

/** What the same system told of the record: what happened here since is nothing that it could take back. */
function ownEvents(events: readonly StoredEvent[], { backdatedBecause }: HistoryRequest<Command>) {
  return events.filter((event) => event.backdatedBecause === backdatedBecause)
}

/** Personal text is ciphertext, which is another each time; of an erased person it is gone, and not compared. */
async function readable(deps: Deps, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  return Promise.all(
    events.map(async (event) => {
      const personal = personalFieldsOf(deps, event)
      if (personal.length === 0) return event
      // Events that have personal fields have objects as data.
      const fields = Object.entries(event.data as Readonly<Record<string, unknown>>)
      const read = await Promise.all(
        fields.map(async ([name, value]): Promise<readonly (readonly [string, unknown])[]> => {
          if (typeof value !== 'string' || !personal.includes(name)) return [[name, value]]
          const text = await deps.cipher.decrypt(value)
          return text === null ? [] : [[name, text]]
        }),
      )
      return { ...event, data: Object.fromEntries(read.flat()) }
    }),
  )
}

function personalFieldsOf({ registry }: Pick<StoreDeps, 'registry'>, { type, schemaVersion }: StoredEvent) {
  return registry.personalFieldsOf(type, schemaVersion)
}

function withoutPersonalText(deps: Deps, own: readonly StoredEvent[], change: HistoryChange): HistoryChange {
  const isPersonal = own.some((event) => personalFieldsOf(deps, event).includes(change.field))
  return isPersonal ? { field: change.field, before: null, after: null } : change
}

interface Compared<Cmd> {
  /** Commands that tell of steps which were not told before, and the steps. */
  readonly missing: readonly Cmd[]
  readonly added: readonly HistoryChange[]
  /** What is told otherwise, or no more. */
  readonly changed: readonly HistoryChange[]
}

function compare<Cmd extends Command>(
  told: readonly ToldEvent<Cmd>[],
  own: readonly StoredEvent[],
  { isUndated = false }: HistoryRequest<Cmd>,
): Compared<Cmd> {
  const left = own.filter(({ type }) => !ofTheStore.has(type))
  const missing = new Set<Cmd>()
  const added: HistoryChange[] = []
  const changed: HistoryChange[] = []
  for (const { command, event, at } of told) {
    const index = left.findIndex(({ type }) => type === event.type)
    const [stored] = index < 0 ? [] : left.splice(index, 1)
    if (stored === undefined) {
      missing.add(command)
      added.push({ field: event.type, before: null, after: at })
      continue
    }
    if (!isUndated && stored.occurredAt !== at)
      changed.push({ field: event.type, before: stored.occurredAt, after: at })
    changed.push(...toldDifferences(command.data, event.data, stored.data))
  }
  const corrected = new Map(correctionsIn(own).map(({ field, after }) => [field, after]))
  const untold = left.filter((event) => !isOfCorrectedField(event, own))
  return {
    missing: [...missing],
    added,
    changed: [
      ...changed.filter(({ field, after }) => corrected.get(field) !== after),
      ...untold.map(({ type, occurredAt }) => ({ field: type, before: occurredAt, after: null })),
    ],
  }
}

/** What was corrected before, the latest last. */
function correctionsIn(events: readonly StoredEvent[]): readonly HistoryChange[] {
  return events.filter(isCorrection).flatMap(({ data }) => data.changes)
}

/** A stored event keeps its type's contract: it was checked before it was appended. */
function isCorrection(event: StoredEvent): event is StoredEventOf<'RecordCorrected'> {
  return event.type === 'RecordCorrected'
}

/** Whether the event carries out that a field was told otherwise; it is no step that the record tells of. */
function isOfCorrectedField({ type, correlationId }: StoredEvent, own: readonly StoredEvent[]): boolean {
  const together = own.filter((event) => event.correlationId === correlationId)
  return together.some(isCorrection) && !correctionsIn(together).some(({ field }) => field === type)
}

/** The commands that change the fields; `null` where one of them has none. */
function correctionsOf<Cmd extends Command>(
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
async function corrected<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: Deps,
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

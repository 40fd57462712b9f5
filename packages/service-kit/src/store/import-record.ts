import type { DomainEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { ownValuesOf } from '../aggregate/unique.ts'
import type {
  AggregateDocument,
  Command,
  HistoryAnswer,
  HistoryRequest,
  Repository,
  StoredAggregate,
} from '../interfaces.ts'
import type { PersonalCipher } from '../personal/personal-cipher.ts'
import { knownMoment } from './command-moment.ts'
import type { KnownRecord } from './correct-record.ts'
import { loadPresent } from './current-document.ts'
import { isDatabaseFault } from './database-faults.ts'
import { draftOf } from './event-drafts.ts'
import { storedAggregateOf, streamOf } from './fold-stream.ts'
import { findingsOf, latestOf, originOf } from './history-events.ts'
import { persistBegun, persistChange } from './persist.ts'
import { retell } from './retell-record.ts'
import { ServiceError } from './service-error.ts'
import { type SharedReads, sharedReads } from './shared-reads.ts'
import type { StoreDeps } from './store-deps.ts'
import { appendEvent, beginChange, refuseUncountable, type StreamChange } from './stream-change.ts'
import { readStreams } from './stream-reads.ts'
import { keepValues, readUniqueValues, takenBy } from './unique-values.ts'

/**
 * One attempt at many records of history, within a transaction. All of them are decided before anything is written, then
 * written together: one insert for each kind of document.
 * @param requests of different records
 */
export async function importOnce<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  requests: readonly HistoryRequest<Cmd>[],
  session: ClientSession,
): Promise<readonly HistoryAnswer<State>[]> {
  const aggregate = storedAggregateOf(repository)
  const reads = sharedReads(session)
  const claims = new Map<string, string>()
  const attempt: Attempt = { ...deps, reads, claims, cipher: cipherWithin(deps.cipher, reads) }
  const ids = requests.map(({ id }) => id)
  const present = await knownRecords(deps, aggregate, ids, session)
  const attempts = await Promise.allSettled(
    requests.map(async (request): Promise<Told<State>> => {
      const known = present.get(request.id)
      const telling = known
        ? retell(attempt, repository, request, known, session)
        : tell(attempt, repository, request, session)
      return telling.catch((error: unknown) => {
        // What the database could not do is nobody's fault, and the whole attempt is repeated.
        if (isDatabaseFault(error)) throw error
        return { answer: { status: 'failed', error }, change: null }
      })
    }),
  )
  // All of them have ended before the session is used for anything else.
  const told = attempts.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
  const changes = told.flatMap(({ change }) => change ?? [])
  const begun = changes.filter(({ before }) => before === null)
  await keepValues(
    deps.connection,
    aggregate,
    changes.map(({ after }) => after),
    session,
  )
  await persistBegun(deps.connection, aggregate.collection, begun, session)
  for (const change of changes) {
    if (change.before !== null) await persistChange(deps.connection, aggregate.collection, change, session)
  }
  return told.map(({ answer }) => answer)
}

/** The records that are there already, with all that is told of them. Mostly there are none. */
async function knownRecords<State>(
  deps: StoreDeps,
  aggregate: StoredAggregate<State>,
  ids: readonly string[],
  session: ClientSession,
): Promise<ReadonlyMap<string, KnownRecord<State>>> {
  const documents = await loadPresent(deps, aggregate, ids, session)
  const streams = documents.map(({ _id }) => streamOf(aggregate, _id))
  const events = await readStreams(deps, streams, session)
  return new Map(
    documents.map((document) => {
      return [document._id, { document, events: events.get(streamOf(aggregate, document._id)) ?? [] }]
    }),
  )
}

interface Told<State> {
  readonly answer: HistoryAnswer<State>
  /** What is to be written of the record. */
  readonly change: StreamChange<State> | null
}

interface Attempt extends StoreDeps {
  readonly reads: SharedReads
  /** Unique values that records of the same attempt take, and which of them was the first. */
  readonly claims: Map<string, string>
}

/** Decides one command after the other, each on what the former ones left. What a rule speaks against stands anyway. */
async function tell<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: Attempt,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: HistoryRequest<Cmd>,
  session: ClientSession,
): Promise<Told<State>> {
  const { aggregate } = repository
  const stored = storedAggregateOf(repository)
  const violations: Violation[] = []
  let change = beginChange(stored, request.id, null, deps.now())
  for (const told of inTimeOrder(request.commands)) {
    const command = { ...told, at: knownMoment(told.at, request.backdatedBecause, deps.now()).at }
    const lookUp = await repository.lookUp(command, change.after.state, deps.reads)
    const decision = aggregate.decide(change.after.state, command, lookUp)
    violations.push(...decision.violations)
    const origin = originOf(deps, request, command.by)
    for (const event of decision.events) {
      change = appendEvent(deps, change, stored, await draftOf(deps, event, command.at, origin, session))
    }
  }
  const last = request.commands.at(-1)
  if (change.events.length === 0 || !last) {
    return { answer: { status: 'unusable', document: null, violations }, change: null }
  }
  violations.push(...(await takenValues(deps, stored, change.after)))
  if (violations.length > 0) {
    const event = { type: 'FindingsRecorded', data: findingsOf(violations, request.source) }
    const draft = await draftOf(deps, event, latestOf(change), originOf(deps, request, last.by), session)
    change = appendEvent(deps, change, stored, draft)
  }
  refuseUncountable(deps.policies, stored, change)
  return { answer: { status: 'imported', document: change.after, violations }, change }
}

/** History had what it had: a value that another record has is a finding, and the two stand beside each other. */
async function takenValues<State>(
  { connection, reads, claims }: Attempt,
  aggregate: StoredAggregate<State>,
  { _id: id, state }: AggregateDocument<State>,
): Promise<readonly Violation[]> {
  const taken = await Promise.all(
    ownValuesOf(aggregate, state).map(async (value) => {
      const known = await reads.load('uniqueValues', value.key, (keys, session) =>
        readUniqueValues(connection, keys, session),
      )
      const holder = known?.holder ?? claims.getOrInsert(value.key, id)
      return holder === id ? [] : [takenBy(value, holder)]
    }),
  )
  return taken.flat()
}

/** Customers' keys for many texts at once, and in the turn of the session's other operations. */
function cipherWithin(cipher: PersonalCipher, reads: SharedReads): PersonalCipher {
  return {
    ...cipher,
    async encryptorOf(customerId) {
      const encrypt = await reads.load('dataKeys', customerId, (ids, session) => cipher.encryptorsOf(ids, session))
      if (encrypt === null) throw new ServiceError('KEY_INVALID', 'a customer got no data key')
      return encrypt
    },
  }
}

function inTimeOrder<Cmd extends Command>(commands: readonly Cmd[]): readonly Cmd[] {
  const isOrdered = commands.every((command, index) => command.at >= (commands[index - 1]?.at ?? command.at))
  if (!isOrdered) throw new ServiceError('INPUT_INVALID', 'the commands of a record are not in time order')
  return commands
}

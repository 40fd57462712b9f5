import type { DomainEvent } from '@afterline/events'
import type { Violation } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { mayUndoBreach, undoneBreaches } from '../bookkeeping/undone-breaches.ts'
import type {
  AggregateDocument,
  Command,
  CommandOutcome,
  CommandRequest,
  Repository,
  StoredAggregate,
} from '../interfaces.ts'
import { eraseAsTold } from '../personal/erasing.ts'
import type { TextSubject } from '../personal/personal-cipher.ts'
import type { CommandDocument } from './collections.ts'
import { type Answer, firstAnswer, type KeyedCommand, keyedCommandOf, rememberAnswer } from './command-key.ts'
import { loadCurrent } from './current-document.ts'
import { storedAggregateOf } from './fold-stream.ts'
import { persistChange } from './persist.ts'
import { ServiceError } from './service-error.ts'
import { type Asker, changeOf, decideSteps, stepsOf } from './steps.ts'
import type { StoreDeps } from './store-deps.ts'
import { ledgerChangeOf, refuseUncountable, type StreamChange } from './stream-change.ts'
import { readStreams } from './stream-reads.ts'
import { textOwnerIn } from './text-owner.ts'
import { claimValues } from './unique-values.ts'
import { versionsSeen } from './versions-seen.ts'

/** The role of whoever has not signed in. */
const ANONYMOUS = 'PUBLIC'

/** One attempt at a command, within a transaction. It may be run again, and leaves nothing behind unless it commits. */
export async function handleOnce<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  request: CommandRequest<Cmd>,
  asker: Asker,
  session: ClientSession,
): Promise<CommandOutcome<State>> {
  const { category } = repository.aggregate
  const isCreation = repository.creates.includes(request.command.type)
  const keyed = keyedCommandOf(repository.aggregate, request, isCreation)
  const first = asker.mayRepeat ? await firstAnswer(deps, keyed, session) : null
  if (first) return answerAgain(deps, repository, first, session)

  const isNew = isCreation && !asker.mayRepeat
  const document = isNew ? null : await loadCurrent(deps, storedAggregateOf(repository), request.id, session)
  refuseUnready(document, request, isCreation)
  const steps = stepsOf(deps, request, asker)
  const [{ command }] = steps
  const state = document?.state ?? repository.aggregate.initialState
  const { decided, violations: against, followed } = await decideSteps(deps, repository, { state, steps }, session)
  const violations = [...against, ...(request.besides ?? [])]
  const refuse = async (reasons: readonly Violation[]) => {
    const saw = [...(await versionsSeen(deps.connection, followed, session)), ...(request.besidesSaw ?? [])]
    if (command.by.role === ANONYMOUS) {
      // Nobody who is unknown fills the database with what was refused: the same request is judged anew. What was accepted
      // under the key is found here, where for others it shows when the refusal is to be written.
      const accepted = asker.mayRepeat ? null : await firstAnswer(deps, keyed, session)
      if (accepted) return answerAgain(deps, repository, accepted, session)
    } else {
      const refused = { stream: `${category}-${request.id}`, version: document?.version ?? 0, violations: reasons }
      const told = saw.length > 0 ? { ...refused, saw } : refused
      await remember(deps, keyed, { ...told, subject: subjectOf(command, state) }, session)
    }
    return { status: 'refused', isRepeated: false, violations: reasons, saw, document } as const
  }
  if (violations.length > 0) return refuse(violations)
  const change = await changeOf(deps, repository, request, { document, decided }, session)
  const taken = await claimValues(deps.connection, storedAggregateOf(repository), change, session)
  if (taken.length > 0) return refuse(taken)
  await write(deps, repository, change, asker, session)
  const { stream, after } = change
  const subject = subjectOf(command, after.state)
  await remember(deps, keyed, { stream, version: after.version, violations: [], subject }, session)
  return { status: 'accepted', document: change.after }
}

async function answerAgain<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  first: CommandDocument,
  session: ClientSession,
): Promise<CommandOutcome<State>> {
  const id = first.stream.slice(repository.aggregate.category.length + 1)
  const document = await loadCurrent(deps, storedAggregateOf(repository), id, session)
  const { violations, saw = [] } = first
  if (violations.length > 0) return { status: 'refused', isRepeated: true, violations, saw, document }
  if (document === null) throw new ServiceError('NOT_FOUND', `${first.stream} is gone`)
  return { status: 'repeated', document }
}

function refuseUnready(
  document: AggregateDocument<unknown> | null,
  { id, command, expectedVersion }: CommandRequest<Command>,
  isCreation: boolean,
): void {
  if (document === null && !isCreation) throw new ServiceError('NOT_FOUND', `${command.type}: there is no ${id}`)
  const version = document?.version ?? 0
  if (expectedVersion === undefined || expectedVersion === null || expectedVersion === version) return
  throw new ServiceError('VERSION_CONFLICT', `expected version ${expectedVersion}, found ${version}`)
}

async function write<State, Cmd extends Command, Event extends DomainEvent, LookUp>(
  deps: StoreDeps,
  repository: Repository<State, Cmd, Event, LookUp>,
  change: StreamChange<State>,
  asker: Asker,
  session: ClientSession,
): Promise<void> {
  if (change.events.length === 0) return
  const aggregate = storedAggregateOf(repository)
  refuseUncountable(deps.policies, aggregate, change)
  // Whether or not the entry counts as late: the tolerance for clients' clocks must not reach back behind a breach.
  if (asker.kind === 'ENTERED') await refuseUndoing(deps, aggregate, change, session)
  await persistChange(deps.connection, aggregate.collection, change, session)
  await eraseAsTold(deps, change.events, session)
}

async function refuseUndoing<State>(
  deps: StoreDeps,
  aggregate: StoredAggregate<State>,
  streamChange: StreamChange<State>,
  session: ClientSession,
): Promise<void> {
  const { stream, after } = streamChange
  const change = ledgerChangeOf(aggregate, streamChange)
  if (!mayUndoBreach(deps.policies, change, after.headRecordedAt)) return
  const former = (await readStreams(deps, [stream], session)).get(stream) ?? []
  const undone = undoneBreaches(deps.policies, change, former, after.headRecordedAt)
  if (undone.length === 0) return
  const keys = undone.map(({ key }) => key).join(', ')
  throw new ServiceError('BACKDATING_REFUSED', `the breach of ${keys} stands; a late entry cannot undo it`)
}

async function remember(
  deps: StoreDeps,
  keyed: KeyedCommand,
  answer: Omit<Answer, 'at'>,
  session: ClientSession,
): Promise<void> {
  await rememberAnswer(deps, keyed, { ...answer, at: deps.now() }, session)
}

/** Whose text a command can hold: events that hold some name their customer, and take that from either of these. */
function subjectOf({ data, at }: Command, state: unknown): TextSubject | null {
  const customerId = textOwnerIn(data) ?? textOwnerIn(state)
  return customerId === null ? null : { customerId, occurredAt: at }
}

import type { DomainEvent } from '@afterline/events'
import type { ClientSession } from 'mongoose'
import type {
  Command,
  HistoryAnswer,
  HistoryChange,
  HistoryOutcome,
  HistoryRequest,
  Repository,
} from '../interfaces.ts'
import { knownMoment } from './command-moment.ts'
import { corrected, correctionsOf, type KnownRecord } from './correct-record.ts'
import type { SharedReads } from './shared-reads.ts'
import type { StoreDeps } from './store-deps.ts'
import type { StreamChange } from './stream-change.ts'
import { compare, correctionsIn, ownEvents, readable, type ToldEvent, withoutPersonalText } from './told-again.ts'

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

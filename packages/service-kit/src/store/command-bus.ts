import type { Announcement } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { CommandBus, HistoryAnswer, StoredAggregate } from '../interfaces.ts'
import { announceOnce } from './announce.ts'
import { isDatabaseFault } from './database-faults.ts'
import { handleOnce } from './handle-command.ts'
import { importOnce } from './import-record.ts'
import { inTurn } from './in-turn.ts'
import { ServiceError } from './service-error.ts'
import type { StoreDeps } from './store-deps.ts'
import { inAbandonedTransaction, inTransaction } from './transaction.ts'

/** The command bus, and what only the deadline clock may ask of it. */
export interface Store extends CommandBus {
  /**
   * Announces what is due of a stream's limits: warnings, breaches, or nothing (any more, or yet).
   * @param aggregates all of the service; the stream is one of theirs
   */
  announce(aggregates: readonly StoredAggregate[], stream: string): Promise<readonly Announcement[]>
}

/**
 * The one way to change anything. Each call is one transaction; it is retried on conflicts, so whatever `decide` and
 * `lookUp` do may happen several times, and only the session's writes of the last time remain.
 */
export function createCommandBus(deps: StoreDeps): Store {
  const transact = <Result>(work: (session: ClientSession) => Promise<Result>) => inTransaction(deps.connection, work)
  return {
    handle(repository, request, joined) {
      const askedAt = deps.now()
      if (joined) {
        const asker = { kind: 'FOLLOWING', askedAt, mayRepeat: true } as const
        return handleOnce(deps, repository, request, asker, joined)
      }
      const { id, command, steps = [] } = request
      const held = [command, ...steps].flatMap((each) => repository.holds?.(each) ?? [])
      return inTurn(deps.connection, [id, ...held], () =>
        onceOrAgain((mayRepeat) =>
          transact((session) =>
            handleOnce(deps, repository, request, { kind: 'ENTERED', askedAt, mayRepeat }, session),
          ),
        ),
      )
    },
    async importHistory(repository, request) {
      const [answer] = await transact((session) => importOnce(deps, repository, [request], session))
      if (answer === undefined || answer.status === 'failed') throw answer?.error
      return answer
    },
    importHistories(repository, requests) {
      return togetherOrOneByOne(requests, (some) => transact((session) => importOnce(deps, repository, some, session)))
    },
    rehearseHistories(repository, requests, presume) {
      const rehearse = (some: typeof requests) =>
        inAbandonedTransaction(deps.connection, async (session) => {
          await presume({ session, importHistories: (others, told) => importOnce(deps, others, told, session) })
          return importOnce(deps, repository, some, session)
        })
      // They presume the same records, and would wait for each other in the database.
      return togetherOrOneByOne(requests, (some) => inTurn(deps.connection, ['rehearsal'], () => rehearse(some)))
    },
    announce(aggregates, stream) {
      const correlationId = deps.newId()
      return transact((session) => announceOnce(deps, aggregates, { stream, correlationId }, session))
    },
  }
}

/** Where something of one record is taken, which one it is a transaction for each tells. */
async function togetherOrOneByOne<Request, State>(
  requests: readonly Request[],
  work: (requests: readonly Request[]) => Promise<readonly HistoryAnswer<State>[]>,
): Promise<readonly HistoryAnswer<State>[]> {
  try {
    return await work(requests)
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'DUPLICATE') throw error
  }
  const answers: HistoryAnswer<State>[] = []
  for (const request of requests) {
    answers.push(...(await work([request]).catch((error: unknown) => [{ status: 'failed', error } as const])))
  }
  return answers
}

/**
 * Commands are new nearly always, so their keys, and the records that they begin, are looked up only where something
 * speaks against the command: it may be one that was answered before, which must get the answer of that time.
 */
async function onceOrAgain<Result>(attempt: (mayRepeat: boolean) => Promise<Result>): Promise<Result> {
  try {
    return await attempt(false)
  } catch (error) {
    // What the database could not do says nothing about the command.
    if (isDatabaseFault(error)) throw error
    return attempt(true)
  }
}

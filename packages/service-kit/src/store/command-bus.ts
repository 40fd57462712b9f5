import type { Announcement } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { createBucketSlots } from '../bookkeeping/bucket-slots.ts'
import type { CommandBus, StoredAggregate } from '../interfaces.ts'
import { announceOnce } from './announce.ts'
import { handleOnce } from './handle-command.ts'
import { importOnce } from './import-record.ts'
import type { AttemptDeps, StoreDeps } from './store-deps.ts'
import { inTransaction } from './transaction.ts'

/** The command bus, and what only the deadline clock may ask of it. */
export interface Store extends CommandBus {
  /**
   * Announces what is due of a limit: its warning, its breach, or nothing (any more).
   * @param aggregates all of the service; the limit's stream is one of theirs
   */
  announce(aggregates: readonly StoredAggregate[], timerId: string): Promise<readonly Announcement[]>
}

/**
 * The one way to change anything. Each call is one transaction; it is retried on conflicts, so whatever `decide` and
 * `lookUp` do may happen several times, and only the session's writes of the last time remain.
 */
export function createCommandBus(storeDeps: StoreDeps): Store {
  const slots = createBucketSlots()
  const transact = <Result>(
    work: (deps: AttemptDeps, session: ClientSession) => Promise<Result>,
    joined?: ClientSession,
  ) =>
    inTransaction(
      storeDeps.connection,
      // The slot is taken before the first read: one that its last user gives back later would be newer than our snapshot.
      (session) => work({ ...storeDeps, bucketSlot: slots.of(session) }, session),
      joined,
    )
  return {
    handle(repository, request, joined) {
      const asker = { kind: joined ? 'FOLLOWING' : 'ENTERED', askedAt: storeDeps.now() } as const
      return transact((deps, session) => handleOnce(deps, repository, request, asker, session), joined)
    },
    importHistory: (repository, request) => transact((deps, session) => importOnce(deps, repository, request, session)),
    announce(aggregates, timerId) {
      const correlationId = storeDeps.newId()
      return transact((deps, session) => announceOnce(deps, aggregates, { timerId, correlationId }, session))
    },
  }
}

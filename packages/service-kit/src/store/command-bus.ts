import type { Announcement } from '@afterline/rules'
import type { CommandBus } from '../contract.ts'
import { announceOnce } from './announce.ts'
import { handleOnce } from './handle-command.ts'
import { importOnce } from './import-record.ts'
import type { StoreDeps } from './store-deps.ts'
import { inTransaction } from './transaction.ts'

/** The command bus, and what only the deadline clock may ask of it. */
export interface Store extends CommandBus {
  /** Announces what is due of a limit: its warning, its breach, or nothing (any more). */
  announce(timerId: string): Promise<readonly Announcement[]>
}

/**
 * The one way to change anything. Each call is one transaction; it is retried on conflicts, so whatever `decide` and
 * `readFacts` do may happen several times, and only the session's writes of the last time remain.
 */
export function createCommandBus(deps: StoreDeps): Store {
  const { connection } = deps
  return {
    handle: (repository, request, session) =>
      inTransaction(
        connection,
        (own) => handleOnce(deps, repository, request, session ? 'FOLLOWING' : 'ENTERED', own),
        session,
      ),
    importHistory: (repository, request) =>
      inTransaction(connection, (own) => importOnce(deps, repository, request, own)),
    announce(timerId) {
      const correlationId = deps.newId()
      return inTransaction(connection, (own) => announceOnce(deps, timerId, correlationId, own))
    },
  }
}

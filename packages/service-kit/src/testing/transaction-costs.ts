import { type Connection, mongo } from 'mongoose'

/** What one transaction asked of the database. */
export interface TransactionCost {
  /** Commands that were sent and waited for, the commit included. */
  readonly roundTrips: number
  /** By collection, how many documents were inserted, replaced, changed or deleted. */
  readonly written: Readonly<Record<string, number>>
}

export interface TransactionWatch {
  costs(): readonly TransactionCost[]
  /** The collection in which an attempt met somebody else's write, for each that did; all of them are repeated. */
  conflicts(): readonly string[]
  end(): void
}

/**
 * Watches the transactions on a connection whose client was opened with `monitorCommands`, until it is ended.
 * @returns the costs of every transaction that has been committed since, and how many attempts came to nothing
 */
export function watchTransactions(connection: Connection): TransactionWatch {
  const client = connection.getClient()
  const open = new Map<string, { roundTrips: number; written: Record<string, number> }>()
  const committed: TransactionCost[] = []
  const writing = new Map<number, string>()
  const note = ({ command, commandName, requestId }: mongo.CommandStartedEvent) => {
    if (command['txnNumber'] === undefined || command['autocommit'] !== false) return
    const key = `${JSON.stringify(command['lsid'])} ${command['txnNumber']}`
    const cost = open.getOrInsertComputed(key, () => ({ roundTrips: 0, written: {} }))
    cost.roundTrips += 1
    const written = ['documents', 'updates', 'deletes'].flatMap((part) => command[part] ?? []).length
    const collection = String(command[commandName])
    writing.set(requestId, collection)
    if (written > 0) cost.written[collection] = (cost.written[collection] ?? 0) + written
    if (commandName === 'commitTransaction') committed.push(cost)
    if (commandName === 'commitTransaction' || commandName === 'abortTransaction') open.delete(key)
  }
  const conflicts: string[] = []
  const noteFailure = ({ failure, commandName, requestId }: mongo.CommandFailedEvent) => {
    if (failure instanceof mongo.MongoServerError && failure.codeName === 'WriteConflict')
      conflicts.push(writing.get(requestId) ?? commandName)
  }
  client.on('commandStarted', note)
  client.on('commandFailed', noteFailure)
  return {
    costs: () => committed,
    conflicts: () => conflicts,
    end() {
      client.off('commandStarted', note)
      client.off('commandFailed', noteFailure)
    },
  }
}

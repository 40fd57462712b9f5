import type { Connection, mongo } from 'mongoose'

/** What one transaction asked of the database. */
export interface TransactionCost {
  /** Commands that were sent and waited for, the commit included. */
  readonly roundTrips: number
  /** By collection, how many documents were inserted, replaced, changed or deleted. */
  readonly written: Readonly<Record<string, number>>
}

/**
 * Watches the transactions on a connection whose client was opened with `monitorCommands`, until it is ended.
 * @returns the costs of every transaction that has been committed since
 */
export function watchTransactions(connection: Connection): { costs(): readonly TransactionCost[]; end(): void } {
  const client = connection.getClient()
  const open = new Map<string, { roundTrips: number; written: Record<string, number> }>()
  const committed: TransactionCost[] = []
  const note = ({ command, commandName }: mongo.CommandStartedEvent) => {
    if (command['txnNumber'] === undefined || command['autocommit'] !== false) return
    const key = `${JSON.stringify(command['lsid'])} ${command['txnNumber']}`
    const cost = open.getOrInsertComputed(key, () => ({ roundTrips: 0, written: {} }))
    cost.roundTrips += 1
    const written = ['documents', 'updates', 'deletes'].flatMap((part) => command[part] ?? []).length
    const collection = String(command[commandName])
    if (written > 0) cost.written[collection] = (cost.written[collection] ?? 0) + written
    if (commandName === 'commitTransaction') committed.push(cost)
    if (commandName === 'commitTransaction' || commandName === 'abortTransaction') open.delete(key)
  }
  client.on('commandStarted', note)
  return { costs: () => committed, end: () => void client.off('commandStarted', note) }
}

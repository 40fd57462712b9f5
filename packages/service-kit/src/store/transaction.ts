import { setTimeout as pause } from 'node:timers/promises'
import type { ClientSession, Connection } from 'mongoose'
import pLimit, { type LimitFunction } from 'p-limit'
import { isCommitUnknown, isDatabaseAway, isPassing } from './database-faults.ts'
import { isDuplicateKey } from './duplicate-key.ts'
import { ServiceError } from './service-error.ts'
import { meterTransactions, type TransactionMeters } from './transaction-meters.ts'

/** Set explicitly: the server's defaults have been weaker in the past, and a default is nobody's promise. */
const TRANSACTION = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const

/** How long one call may go on retrying before it reports `BUSY`, or `NOT_CONNECTED` where the database stays away. */
const TIME_LIMIT_MS = 15_000
const FIRST_PAUSE_MS = 4
const LONGEST_PAUSE_MS = 250
/** A unique value taken by a concurrent transaction is visible at the next attempt; a lasting one never goes away. */
const DUPLICATE_ATTEMPTS = 6

/**
 * Runs `work` in one transaction and commits it. `work` is run again, on fresh data, when MongoDB reports a conflict or
 * a passing fault; so it must have no effect outside the session, and its operations must follow one another.
 *
 * With the caller's `session` it joins that transaction: the caller commits and retries. Without, it waits until few enough
 * others of this process are under way; so `work` must not begin another one that does not join.
 * @throws ServiceError `BUSY` when conflicts outlast the time limit, `NOT_CONNECTED` when the database stays away for longer
 * (then it may have committed all the same), `DUPLICATE` when a unique value stays taken
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  joined?: ClientSession,
): Promise<Result> {
  if (joined) return work(joined)
  return withSession(connection, { work, end: commit })
}

/**
 * The same, but for its end: what was written is given up. So `work` tells what would be, and changes nothing.
 * @throws ServiceError like `inTransaction`
 */
export function inAbandonedTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  return withSession(connection, { work, end: (session) => session.abortTransaction() })
}

interface Transaction<Result> {
  readonly work: (session: ClientSession) => Promise<Result>
  readonly end: (session: ClientSession, giveUpAt: number) => Promise<void>
}

function withSession<Result>(connection: Connection, transaction: Transaction<Result>): Promise<Result> {
  const { limit, meters } = turnsOn.getOrInsertComputed(connection, takeTurns)
  return limit(async () => {
    const session = await connection.startSession()
    const ended = meters.opened()
    try {
      return await withRetries(session, transaction, meters)
    } finally {
      ended()
      await session.endSession()
    }
  })
}

interface Turns {
  readonly limit: LimitFunction
  readonly meters: TransactionMeters
}

function takeTurns(): Turns {
  const limit = pLimit(AT_ONCE)
  return { limit, meters: meterTransactions(() => limit.pendingCount) }
}

/** More at once do not get more done: they meet each other's writes, and repeat what they did. */
const AT_ONCE = 16
const turnsOn = new WeakMap<Connection, Turns>()

async function withRetries<Result>(
  session: ClientSession,
  transaction: Transaction<Result>,
  meters: TransactionMeters,
): Promise<Result> {
  const giveUpAt = performance.now() + TIME_LIMIT_MS
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(session, transaction, giveUpAt)
    } catch (error) {
      if (!isWorthRepeating(error, attempt)) throw asDuplicate(error)
      if (performance.now() >= giveUpAt) {
        meters.gaveUp()
        throw givenUp(error)
      }
      meters.repeated()
      await pause(pauseBefore(attempt))
    }
  }
}

async function attemptOnce<Result>(
  session: ClientSession,
  { work, end }: Transaction<Result>,
  giveUpAt: number,
): Promise<Result> {
  session.startTransaction(TRANSACTION)
  try {
    const result = await work(session)
    await end(session, giveUpAt)
    return result
  } catch (error) {
    // The server has already ended the transaction after most faults; then there is nothing left to abort.
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
    throw error
  }
}

/** Commit is repeatable: when the answer is lost, asking again tells whether it took effect. */
async function commit(session: ClientSession, giveUpAt: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      if (!isCommitUnknown(error)) throw error
      if (performance.now() >= giveUpAt)
        throw new ServiceError('NOT_CONNECTED', 'the answer to a commit was lost', { cause: error })
      await pause(pauseBefore(attempt))
    }
  }
}

function isWorthRepeating(error: unknown, attempt: number): boolean {
  return isPassing(error) || (isDuplicateKey(error) && attempt < DUPLICATE_ATTEMPTS)
}

function givenUp(error: unknown): ServiceError {
  return isDatabaseAway(error)
    ? new ServiceError('NOT_CONNECTED', 'the database stayed away', { cause: error })
    : new ServiceError('BUSY', 'the database kept reporting conflicts', { cause: error })
}

function asDuplicate(error: unknown): unknown {
  return isDuplicateKey(error) ? new ServiceError('DUPLICATE', 'a unique value is taken', { cause: error }) : error
}

/** Full jitter: writers that collided once should not collide again. */
function pauseBefore(attempt: number): number {
  return Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt)
}

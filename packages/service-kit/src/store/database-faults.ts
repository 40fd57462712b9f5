import { mongo } from 'mongoose'

/*
 * What a fault says about the database, in one place for all who repeat work, count failures or answer callers. No single
 * sign is enough: of the connections that a dying server leaves behind, only the first bears the driver's label for it; a bulk
 * write wraps what happened to its connection in an error without label and code; and a write to a socket that is closed
 * already fails with the system's own error, which the driver does not wrap at all.
 */

const AWAY_NAMES = new Set([
  'MongoClientClosedError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedOnNetworkError',
])

const AWAY_CODES = new Set<unknown>([
  // The store is not connected.
  'NOT_CONNECTED',
  // Sockets, by the system's names. Work on the database has no others.
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  // HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, NotYetInitialized, PrimarySteppedDown
  6,
  7,
  89,
  91,
  94,
  189,
  // ReadConcernMajorityNotAvailableYet, SocketException, NotWritablePrimary, InterruptedAtShutdown
  134,
  9_001,
  10_107,
  11_600,
  // InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary
  11_602,
  13_435,
  13_436,
])

const CONFLICT_CODES = new Set<unknown>([
  // The store gave up on conflicts that other work causes.
  'BUSY',
  // CursorNotFound (its server has been started anew since), WriteConflict, TransactionTooOld, CursorKilled
  43,
  112,
  225,
  237,
  // NoSuchTransaction, ExceededTimeLimit
  251,
  262,
])
const LABELS = ['TransientTransactionError', 'RetryableWriteError', 'UnknownTransactionCommitResult']

/** Whether the database could not be reached, broke off, or is on its way down or up. Its answer, if any, is not known. */
export function isDatabaseAway(error: unknown): boolean {
  return behind(error).some((one) => AWAY_NAMES.has(one.name) || ('code' in one && AWAY_CODES.has(one.code)))
}

/** Whether the same work may succeed later without anybody doing anything: the database is away, or others were faster. */
export function isPassing(error: unknown): boolean {
  if (isDatabaseAway(error)) return true
  return behind(error).some(
    (one) => ('code' in one && CONFLICT_CODES.has(one.code)) || LABELS.some((label) => hasLabel(one, label)),
  )
}

/** Whether it was the database that could not do something, passing or not: that says nothing about what was asked of it. */
export function isDatabaseFault(error: unknown): boolean {
  return error instanceof mongo.MongoError || isPassing(error)
}

/** Whether a commit may have taken effect all the same, so that it has to be asked for again. */
export function isCommitUnknown(error: unknown): boolean {
  // An error that is not the driver's own is one that it stumbles over: the server has not answered then.
  if (!(error instanceof mongo.MongoError)) return true
  return hasLabel(error, 'UnknownTransactionCommitResult') || isDatabaseAway(error)
}

/** No chain of causes is longer, and one that leads back to itself has an end. */
const MOST_CAUSES = 8

/** The error and what it stems from. */
function behind(error: unknown): readonly Error[] {
  const errors: Error[] = []
  for (let next = error; next instanceof Error && errors.length < MOST_CAUSES; next = causeOf(next)) errors.push(next)
  return errors
}

/** A bulk write keeps what it failed on where other errors keep the server's answer. */
function causeOf(error: Error): unknown {
  return error.cause ?? ('errorResponse' in error ? error.errorResponse : undefined)
}

function hasLabel(error: Error, label: string): boolean {
  return 'hasErrorLabel' in error && typeof error.hasErrorLabel === 'function' && error.hasErrorLabel(label) === true
}

/** Faults of the way to the database or to Kafka, by the names and codes that the drivers give them. */
const NAMES = new Set([
  'KafkaError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
])
const LABELS = ['TransientTransactionError', 'RetryableWriteError', 'UnknownTransactionCommitResult']
const CODES = new Set<unknown>([
  // The store gave up on conflicts or faults that other work causes, or is not connected.
  'BUSY',
  'NOT_CONNECTED',
  // HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, WriteConflict, PrimarySteppedDown
  6,
  7,
  89,
  91,
  112,
  189,
  // ExceededTimeLimit, SocketException, NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange
  262,
  9_001,
  10_107,
  11_600,
  11_602,
  // NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, NoSuchTransaction, TransactionTooOld
  13_435,
  13_436,
  251,
  225,
])

/** Whether the same work may succeed later without anybody doing anything: then it is repeated, however long it takes. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (NAMES.has(error.name)) return true
  if ('code' in error && CODES.has(error.code)) return true
  if (LABELS.some((label) => hasLabel(error, label))) return true
  return error.cause !== undefined && isTransient(error.cause)
}

function hasLabel(error: Error, label: string): boolean {
  return 'hasErrorLabel' in error && typeof error.hasErrorLabel === 'function' && error.hasErrorLabel(label) === true
}

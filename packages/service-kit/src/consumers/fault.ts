/** An error as it is kept and shown: what went wrong and where, nothing of what the event says. */
export interface Fault {
  readonly code: string
  readonly message: string
}

/**
 * The text of a foreign error may quote the data that it failed on. Only faults of our own packages, which have a code
 * and say whether to retry, promise not to; of others we keep the name and the place.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: 'something other than an error was thrown' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  if ('code' in error && 'retryable' in error) return { code, message: error.message }
  return { code, message: `${error.name} ${placeOf(error)}` }
}

/** `at <function> (<file>:<line>:<column>)` of the innermost frame, with the file's name only. */
function placeOf(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line))
  return frame
    ? frame.trim().replace(/\(?(?:file:\/\/)?(?:\/[^/():]+)*\/([^/():]+:\d+:\d+)\)?/, '($1)')
    : 'at an unknown place'
}

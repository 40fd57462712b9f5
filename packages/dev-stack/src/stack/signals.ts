/**
 * Calls `stop` at the first SIGINT, SIGTERM or SIGHUP, and ends the process with `exitCode` when it is done.
 * A terminal and npm both pass Ctrl-C on, so the same signal arrives more than once; repetitions are ignored.
 */
export function stopOnSignals(stop: () => Promise<unknown>, exitCode: number): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().finally(() => process.exit(exitCode))
    })
  }
}

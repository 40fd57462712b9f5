import type { Logger } from '../logging/logger.ts'
import { flushTelemetry } from '../telemetry/index.ts'

/** Longer than the longest transaction; orchestrators have to wait longer still before they kill the process. */
const LONGEST_SHUTDOWN_MS = 20_000

/**
 * Runs `stop` once when the process is asked to end: by SIGTERM or SIGINT, or because the supervisor that started it is
 * gone. Ends with code 0 when everything was finished, else with 1 after the time limit.
 */
export function stopOnSignals(log: Logger, stop: () => Promise<void>): void {
  let isStopping = false
  const end = async (reason: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ reason }, 'stopping')
    const overdue = setTimeout(() => {
      log.error({}, 'stopping took too long')
      process.exit(1)
    }, LONGEST_SHUTDOWN_MS)
    overdue.unref()
    try {
      await stop()
      // A collector that is away must not make an orderly end look like a failure.
      await flushTelemetry().catch((error: unknown) => log.warn({ err: error }, 'the last spans are lost'))
      log.info({}, 'stopped')
      process.exit(0)
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGINT', () => end('SIGINT'))
  if (process.connected) process.on('disconnect', () => end('the supervisor is gone'))
}

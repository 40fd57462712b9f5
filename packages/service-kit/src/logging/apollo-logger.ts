import type { Logger } from './logger.ts'

/** What the libraries have to say beyond faults is of no use to operators, and some of it quotes requests. */
export function apolloLogger(log: Logger) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message?: unknown) => log.warn({}, String(message)),
    error: (message?: unknown) => log.error({}, String(message)),
  }
}

import { pino } from 'pino'

/** Commands report what matters themselves; a client library's own lines would only hide it. */
export function createSilentLog() {
  return pino({ level: 'silent' })
}

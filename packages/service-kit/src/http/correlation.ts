import { randomUUID } from 'node:crypto'

/** Ties together everything that one request causes, in answers, logs and events. */
export const CORRELATION_HEADER = 'x-correlation-id'

/** The caller's own id where it can be one, so that portals find their requests in our logs; else a new one. */
export function correlationIdOf(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID()
}

import { type Instant, instantFromMillis } from '@afterline/rules'

const HOUR_MS = 3_600_000

/** Instants of the sample company, told from the moment at which it is loaded. */
export interface Moments {
  readonly now: Instant
  readonly ago: (days: number, hours?: number) => Instant
  readonly ahead: (days: number) => Instant
  /** As labels bear days. */
  readonly dayAgo: (days: number) => string
}

export function momentsFrom(now: number): Moments {
  const at = (days: number, hours = 0) => instantFromMillis(now - (days * 24 + hours) * HOUR_MS)
  return { now: at(0), ago: at, ahead: (days) => at(-days), dayAgo: (days) => at(days).slice(0, 10) }
}

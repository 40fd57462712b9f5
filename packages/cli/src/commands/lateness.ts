const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago something was due, or in how long it will be, in its two largest units. */
export function lateness(lateMs: number): string {
  const ms = Math.abs(lateMs)
  return lateMs > 0 ? `${duration(ms)} late` : `in ${duration(ms)}`
}

function duration(ms: number): string {
  const [days, hours, minutes] = [ms / DAY_MS, (ms % DAY_MS) / HOUR_MS, (ms % HOUR_MS) / MINUTE_MS].map(Math.floor)
  if (ms >= DAY_MS) return `${days} d ${hours} h`
  return ms >= HOUR_MS ? `${hours} h ${minutes} min` : `${minutes} min`
}

import type { Instant } from '../primitives/instant.ts'
import type { TimeZone } from '../primitives/local-date.ts'

/** An instant and the zone in which licences begin and end with the day. */
export interface LocalMoment {
  readonly at: Instant
  readonly zone: TimeZone
}

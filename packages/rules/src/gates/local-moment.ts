import type { TimeZone } from '../primitives/local-date.ts'
import type { Moment } from './moment.ts'

/** An instant and the zone in which licences begin and end with the day. */
export interface LocalMoment extends Moment {
  readonly zone: TimeZone
}

import type { Instant, KnownStaff, RolesOnRecord } from '@afterline/rules'

/** Somebody in the register of staff, as this service knows it. */
export interface RegisteredStaff extends KnownStaff, RolesOnRecord {
  /** When the register was told of it last: what tokens said before counts no more. */
  readonly toldAt: Instant
}

export interface CustomerFileOpenedData {
  readonly customerId: string
  /** Who keeps the file; `null` for nobody (yet). */
  readonly salespersonId: string | null
  readonly teamId: string | null
}

/** Of these facts only the instant is read. */
type Moment = unknown

/** One stream per file, that is, per party, whether it buys, uses or both (C34). */
export interface CustomerFileFactData {
  readonly CustomerFileOpened: CustomerFileOpenedData
  readonly CustomerFileUpdated: Moment
  /** Looked through and found unchanged: that is an update, too (C34). */
  readonly CustomerFileConfirmed: Moment
  /** The party is active from now on by C34. Until this is said once, it is not; it may be said before the opening. */
  readonly CustomerBecameActive: Moment
  readonly CustomerBecameInactive: Moment
  readonly CustomerFileClosed: Moment
}

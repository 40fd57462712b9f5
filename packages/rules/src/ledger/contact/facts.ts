export interface ContactReceivedData {
  /** `null` for somebody who is no customer yet. */
  readonly customerId: string | null
}

export interface ContactRepliedData {
  /** An acknowledgement that a machine sent: no first response (SRV-2). */
  readonly isAutomatic: boolean
  /** `null` for a machine, and where the record names nobody. */
  readonly repliedBy: string | null
  readonly teamId: string | null
}

/** A contact that the customer began, on whatever channel. What is told face to face is replied to as it is received. */
export interface ContactFactData {
  readonly ContactReceived: ContactReceivedData
  readonly ContactReplied: ContactRepliedData
  /** Found to be a duplicate, merged into another contact, or spam. Only the moment is read. */
  readonly ContactExcluded: unknown
  /** The exclusion was a mistake. Only the moment is read. */
  readonly ContactRestored: unknown
}

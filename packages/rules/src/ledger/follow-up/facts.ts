export interface FollowUpExpectedData {
  readonly customerId: string
  /** The designated salesperson at the month's start; `null` for none. */
  readonly salespersonId: string | null
  readonly teamId: string | null
  /** `YYYY-MM` in the company's zone. */
  readonly month: string
}

export interface FollowUpRecordedData {
  /** Whether the customer could answer and did; a message to many is none (C34). */
  readonly isTwoWay: boolean
}

/** One active customer in one month; the expectation occurs at the month's first instant. */
export interface FollowUpFactData {
  readonly FollowUpExpected: FollowUpExpectedData
  readonly FollowUpRecorded: FollowUpRecordedData
}

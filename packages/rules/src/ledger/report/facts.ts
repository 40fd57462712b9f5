export type ReportKind = 'DAILY' | 'WEEKLY'

export interface ReportExpectedData {
  readonly personId: string
  readonly teamId: string | null
  readonly kind: ReportKind
  /** `YYYY-MM-DD`, or `YYYY-Www` of an ISO week, in the company's zone. */
  readonly period: string
}

/** One stream per person, kind and period. */
export interface ReportFactData {
  /** Recorded by a schedule, as of the period's first instant. */
  readonly ReportExpected: ReportExpectedData
  /** Only the moment is read. */
  readonly ReportSubmitted: unknown
}

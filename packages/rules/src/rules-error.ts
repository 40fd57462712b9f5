/** Codes of everything that can be wrong with what is handed to this package. */
export type RulesErrorCode =
  | 'INSTANT_INVALID'
  | 'DATE_INVALID'
  | 'MONEY_INVALID'
  | 'MONEY_CURRENCY_MISMATCH'
  | 'QUANTITY_INVALID'
  | 'ZONE_UNKNOWN'
  | 'CALENDAR_INVALID'
  | 'CALENDAR_NOT_PUBLISHED'
  | 'POLICY_INVALID'
  | 'POLICY_UNKNOWN'
  | 'DEADLINE_INVALID'
  | 'KPI_INVALID'

/** A fault in what the caller handed over. A refused rule is never an error: it is a `Violation`. */
export class RulesError extends Error {
  readonly code: RulesErrorCode
  readonly retryable = false

  constructor(code: RulesErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RulesError'
    this.code = code
  }
}

import type { LocalDate } from '../primitives/local-date.ts'

/** A product that a record is about, as far as retention asks. */
export interface RetainedGoods {
  readonly isImplant: boolean
  readonly soldOn: LocalDate
  /** The last day on which the goods may be used; `null` where none is given. */
  readonly expiresOn: LocalDate | null
  /** The last day of the service life, which counts as an expiry (TRC-5); `null` where none is given. */
  readonly serviceLifeEndsOn: LocalDate | null
}

/** A legal hold: whoever needs the record as evidence keeps it from being purged. */
export interface LegalHold {
  readonly holdId: string
  /** The day from which it holds nothing back any more; `null` while it stands. */
  readonly liftedOn: LocalDate | null
}

/** Records that no regulation gives a period for (C36). */
export type AccompanyingRecordKind = 'SERVICE_RECORD' | 'COMPLAINT_FORM' | 'VOUCHER' | 'CONTRACT'

export interface SalesRecordKept {
  readonly kind: 'SALES_RECORD'
  /** A sales record has at least one product. */
  readonly goods: readonly [RetainedGoods, ...RetainedGoods[]]
  readonly holds: readonly LegalHold[]
}

export interface AccompanyingRecord {
  readonly kind: AccompanyingRecordKind
  /** The products concerned; empty where there is none. */
  readonly goods: readonly RetainedGoods[]
  /** The day on which the case, the contract or the business of the voucher was closed; `null` while it is open. */
  readonly closedOn: LocalDate | null
  readonly holds: readonly LegalHold[]
}

/** The facts of a record on which its retention rests. */
export type RetainedRecord = SalesRecordKept | AccompanyingRecord

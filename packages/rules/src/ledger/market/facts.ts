import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'
import type { Money } from '../../primitives/money.ts'
import { type FactOf, factGuard } from '../facts.ts'

export interface MarketAmountRecordedData {
  readonly recordId: string
  /** As the lines of orders name it: the own amount is found by it. */
  readonly segment: string
  /** The first day of the period that the amount is of. */
  readonly periodFrom: LocalDate
  readonly zone: TimeZone
  /** What all suppliers together sold in the segment. */
  readonly amount: Money
  /** Where the amount was read; `null` for an amount that nobody can look up. */
  readonly sourceId: string | null
  /** Of which day the source is; `null` for one without a date. */
  readonly sourceDatedOn: LocalDate | null
}

export interface MarketAmountWithdrawnData {
  readonly recordId: string
}

/** One stream per segment. */
export interface MarketFactData {
  readonly MarketAmountRecorded: MarketAmountRecordedData
  /** The record turned out to be wrong; the one before, if any, stands again. */
  readonly MarketAmountWithdrawn: MarketAmountWithdrawnData
}

export type MarketFact = FactOf<MarketFactData>

export const isMarketFact = factGuard<MarketFactData>({ MarketAmountRecorded: true, MarketAmountWithdrawn: true })

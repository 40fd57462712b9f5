import type { LocalDate, TimeZone } from '../../primitives/local-date.ts'
import { type FactOf, factGuard } from '../facts.ts'

export interface StockDayClosedData {
  readonly productId: string
  readonly dayOn: LocalDate
  readonly zone: TimeZone
  /** Nothing was on hand at some time of the day. */
  readonly isStockOut: boolean
  /** More was on hand at the day's end than the forecast covers. */
  readonly isOverStock: boolean
  readonly isSparePart: boolean
}

/** One stream per product and day, or per product and month. */
export interface StockFactData {
  /** A day of a product is over. Recorded by a schedule; recorded again, the later record corrects the earlier one. */
  readonly StockDayClosed: StockDayClosedData
}

export type StockFact = FactOf<StockFactData>

export const isStockFact = factGuard<StockFactData>({ StockDayClosed: true })

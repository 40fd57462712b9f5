import type { Instant } from '../../primitives/instant.ts'
import { startOfDay } from '../../primitives/local-date.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { oneThing } from '../timing.ts'
import { isStockFact, type StockDayClosedData } from './facts.ts'

export interface StockDay extends StockDayClosedData {
  readonly at: Instant
  readonly recordedAt: Instant
}

/** The closed days, of each product and day the last record, by product and day. */
export interface StockLedger {
  readonly days: readonly StockDay[]
}

function recordStock(state: StockLedger, fact: Fact): StockLedger {
  if (!isStockFact(fact)) return state
  const { productId, dayOn, zone, isStockOut, isOverStock, isSparePart } = fact.data
  const { occurredAt: at, recordedAt } = fact
  const day = { at, recordedAt, productId, dayOn, zone, isStockOut, isOverStock, isSparePart }
  const known = state.days.find((other) => nameOf(other) === nameOf(day))
  if (known !== undefined && known.recordedAt >= recordedAt) return state
  return { days: [...state.days.filter((other) => other !== known), day].toSorted(compareDays) }
}

/**
 * KPI-38: days without stock and days above the forecast's cover, each of all days of the product (STK-1, STK-2); of spare
 * parts as figures of their own (STK-3). A day counts in the period that it lies in, from when it was closed.
 */
function stockMeasurements({ days }: StockLedger): readonly Measurement[] {
  return days.flatMap((day) => {
    const prefix = day.isSparePart ? 'spare.' : ''
    return [
      productDay(day, `${prefix}stockOut`, day.isStockOut),
      productDay(day, `${prefix}overStock`, day.isOverStock),
    ]
  })
}

function productDay(day: StockDay, part: string, isCounted: boolean): Measurement {
  return {
    ...oneThing('KPI-38', part, day.at, [`product:${day.productId}`]),
    item: nameOf(day),
    countsAt: startOfDay(day.dayOn, day.zone),
    achievedAt: isCounted ? day.at : null,
  }
}

function nameOf({ productId, dayOn }: StockDay): string {
  return `${productId}/${dayOn}`
}

function compareDays(a: StockDay, b: StockDay): number {
  return nameOf(a) < nameOf(b) ? -1 : 1
}

/** No limits; measures KPI-38. */
export const stockLedger: Ledger<StockLedger> = {
  shape: 1,
  initial: { days: [] },
  record: recordStock,
  timers: () => [],
  measurements: stockMeasurements,
}

import type { ReturnRemedy } from '../../gates/service/return-entitlement.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import { type FactOf, factGuard } from '../facts.ts'
import type { SaleParties } from '../sale-scopes.ts'

/** The sale that the goods come from: what its figures gained is taken back under the same names. */
export interface ReturnRequestedData extends SaleParties {
  readonly channel: string | null
}

export interface GoodsReceivedBackData {
  readonly receiptId: string
  /** What the customer gets for the goods (C31). */
  readonly remedy: ReturnRemedy
  readonly items: readonly ReceivedBackItemData[]
}

export interface ReceivedBackItemData {
  readonly productId: string
  readonly lotId: string | null
  readonly quantity: Quantity
  /** What this quantity was sold for, net of tax. */
  readonly netAmount: Money
  /** The market segment that its sale was counted in (KPI-5); `null` where none was. */
  readonly segment: string | null
  /** When it had left the warehouse; `null` where no record tells. */
  readonly shippedAt: Instant | null
}

export interface ReturnLossBookedData {
  readonly bookingId: string
  /** What the company bears of the loss, before any claim (RET-2). */
  readonly amount: Money
}

export interface LossRecoveredData {
  readonly recoveryId: string
  /** What the supplier made good: one of several payments, credits or replacements. */
  readonly amount: Money
}

/** Of these facts only the instant is read. */
type Moment = unknown

export interface ReturnFactData {
  readonly ReturnRequested: ReturnRequestedData
  /** What quality control says of the problem: its latest word stands (C31). */
  readonly QualityProblemConfirmed: Moment
  readonly QualityProblemNotConfirmed: Moment
  readonly GoodsReceivedBack: GoodsReceivedBackData
  readonly ReturnLossBooked: ReturnLossBookedData
  readonly LossRecovered: LossRecoveredData
}

export type ReturnFact = FactOf<ReturnFactData>

/** A claim that is written off changes no figure: its loss stays what it was, with nothing recovered. */
export const isReturnFact = factGuard<ReturnFactData>({
  ReturnRequested: true,
  QualityProblemConfirmed: true,
  QualityProblemNotConfirmed: true,
  GoodsReceivedBack: true,
  ReturnLossBooked: true,
  LossRecovered: true,
})

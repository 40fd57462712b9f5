import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Entry } from '../entries.ts'
import type { GoodsReceivedBackData, ReturnRequestedData } from './facts.ts'

export interface RequestedReturn extends ReturnRequestedData {
  readonly at: Instant
}

export interface Receipt extends Entry, Pick<GoodsReceivedBackData, 'remedy' | 'items'> {}

/** A loss that was booked or made good. */
export interface LossAmount extends Entry {
  readonly amount: Money
}

/** One return; see `OrderLedger` for why there is no status. */
export interface ReturnLedger {
  readonly requested: RequestedReturn | null
  /** When quality control confirmed the problem, and when it found none. */
  readonly confirmations: readonly Entry[]
  readonly denials: readonly Entry[]
  readonly receipts: readonly Receipt[]
  readonly losses: readonly LossAmount[]
  readonly recoveries: readonly LossAmount[]
}

import type { Quantity } from '../../primitives/quantity.ts'
import { type FactOf, factGuard } from '../facts.ts'

/** By law the gravity of a recall, 1 being the gravest. */
export type RecallClass = 1 | 2 | 3

export interface RecalledLotData {
  readonly productId: string
  readonly lotId: string
  /** Of the lot, to all buyers together. */
  readonly shippedQuantity: Quantity
}

export interface RecallDeclaredData {
  /** `null` until it is set. */
  readonly recallClass: RecallClass | null
  readonly lots: readonly RecalledLotData[]
}

export interface RecallClassifiedData {
  readonly recallClass: RecallClass
}

/** More lots are concerned, or more of a lot was shipped than known: what is said of a lot last stands. */
export interface RecallExtendedData {
  readonly lots: readonly RecalledLotData[]
}

export interface AffectedBuyersListedData {
  /** Those found so far or in addition. */
  readonly buyerIds: readonly string[]
}

export interface BuyerNotifiedData {
  readonly buyerId: string
}

export interface RecalledUnitsAccountedData {
  readonly entryId: string
  readonly lotId: string
  readonly outcome: 'RETURNED' | 'DESTROYED' | 'CONFIRMED_USED'
  readonly quantity: Quantity
}

export interface RecallFactData {
  readonly RecallDeclared: RecallDeclaredData
  readonly RecallClassified: RecallClassifiedData
  readonly RecallExtended: RecallExtendedData
  readonly AffectedBuyersListed: AffectedBuyersListedData
  readonly BuyerNotified: BuyerNotifiedData
  readonly RecalledUnitsAccounted: RecalledUnitsAccountedData
}

export type RecallFact = FactOf<RecallFactData>

export const isRecallFact = factGuard<RecallFactData>({
  RecallDeclared: true,
  RecallClassified: true,
  RecallExtended: true,
  AffectedBuyersListed: true,
  BuyerNotified: true,
  RecalledUnitsAccounted: true,
})

import type { Instant } from '../../primitives/instant.ts'
import type { Entry } from '../entries.ts'
import type { RecallClass, RecallDeclaredData, RecalledLotData, RecalledUnitsAccountedData } from './facts.ts'

export interface DeclaredRecall extends Pick<RecallDeclaredData, 'recallClass'> {
  readonly at: Instant
  readonly policyVersion: string
}

export interface RecallClassification extends Entry {
  readonly recallClass: RecallClass
}

/** What was said of a lot at an instant. */
export interface RecalledLot extends Entry, RecalledLotData {}

export interface AccountedUnits extends Entry, Pick<RecalledUnitsAccountedData, 'lotId' | 'quantity'> {}

/** One recall; see `OrderLedger` for why there is no status. */
export interface RecallLedger {
  readonly declared: DeclaredRecall | null
  readonly classifications: readonly RecallClassification[]
  readonly lots: readonly RecalledLot[]
  /** When buyers were listed for the first time, were it as nobody. */
  readonly listedAt: Instant | null
  /** Of each affected buyer when he was found, and when he was first notified. */
  readonly buyers: readonly Entry[]
  readonly notifications: readonly Entry[]
  readonly accounted: readonly AccountedUnits[]
}

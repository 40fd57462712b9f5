import type { Instant } from '../../primitives/instant.ts'
import { earlierTold, withEntries, withEntry } from '../entries.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { earliest } from '../timing.ts'
import { isRecallFact, type RecalledLotData } from './facts.ts'
import { recallMeasurements } from './recall-measurements.ts'
import type { RecalledLot, RecallLedger } from './recall-state.ts'
import { recallTimers } from './recall-timers.ts'

function recordRecall(state: RecallLedger, fact: Fact): RecallLedger {
  if (!isRecallFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'RecallDeclared': {
      const { recallClass, lots } = fact.data
      const declared = earlierTold(state.declared, { at, policyVersion, recallClass })
      return { ...state, declared, lots: withLots(state.lots, lots, at) }
    }
    case 'RecallClassified': {
      const { recallClass } = fact.data
      const classification = { id: `${at}/${recallClass}`, at, recallClass }
      return { ...state, classifications: withEntry(state.classifications, classification) }
    }
    case 'RecallExtended':
      return { ...state, lots: withLots(state.lots, fact.data.lots, at) }
    case 'AffectedBuyersListed': {
      const found = fact.data.buyerIds.map((id) => ({ id, at }))
      return { ...state, listedAt: earliest(state.listedAt, at), buyers: withEntries(state.buyers, found) }
    }
    case 'BuyerNotified':
      return { ...state, notifications: withEntry(state.notifications, { id: fact.data.buyerId, at }) }
    case 'RecalledUnitsAccounted': {
      const { entryId, lotId, quantity } = fact.data
      return { ...state, accounted: withEntry(state.accounted, { id: entryId, at, lotId, quantity }) }
    }
  }
}

function withLots(
  known: readonly RecalledLot[],
  told: readonly RecalledLotData[],
  at: Instant,
): readonly RecalledLot[] {
  const said = told.map(({ productId, lotId, shippedQuantity }) => {
    return { id: `${lotId}/${at}`, at, productId, lotId, shippedQuantity }
  })
  return withEntries(known, said)
}

/** Limit RCL-1; measures KPI-37. */
export const recallLedger: Ledger<RecallLedger> = {
  shape: 2,
  initial: {
    declared: null,
    classifications: [],
    lots: [],
    listedAt: null,
    buyers: [],
    notifications: [],
    accounted: [],
  },
  record: recordRecall,
  timers: recallTimers,
  measurements: recallMeasurements,
}

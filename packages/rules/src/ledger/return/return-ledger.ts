import type { Instant } from '../../primitives/instant.ts'
import { earlierTold, withEntry } from '../entries.ts'
import type { Fact, Ledger } from '../ledger.ts'
import { salePartiesOf } from '../sale-scopes.ts'
import { type GoodsReceivedBackData, isReturnFact } from './facts.ts'
import { returnMeasurements } from './return-measurements.ts'
import type { Receipt, ReturnLedger } from './return-state.ts'

function recordReturn(state: ReturnLedger, fact: Fact): ReturnLedger {
  if (!isReturnFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'ReturnRequested': {
      const told = { at, ...salePartiesOf(fact.data), channel: fact.data.channel }
      return { ...state, requested: earlierTold(state.requested, told) }
    }
    case 'QualityProblemConfirmed':
      return { ...state, confirmations: withEntry(state.confirmations, { id: at, at }) }
    case 'QualityProblemNotConfirmed':
      return { ...state, denials: withEntry(state.denials, { id: at, at }) }
    case 'GoodsReceivedBack':
      return { ...state, receipts: withEntry(state.receipts, receipt(fact.data, at)) }
    case 'ReturnLossBooked': {
      const { bookingId, amount } = fact.data
      return { ...state, losses: withEntry(state.losses, { id: bookingId, at, amount }) }
    }
    case 'LossRecovered': {
      const { recoveryId, amount } = fact.data
      return { ...state, recoveries: withEntry(state.recoveries, { id: recoveryId, at, amount }) }
    }
  }
}

/** Copies only what the ledger reads, so that a stored ledger holds no more than that. */
function receipt({ receiptId, remedy, items }: GoodsReceivedBackData, at: Instant): Receipt {
  const read = items.map(({ productId, lotId, quantity, netAmount, segment, shippedAt }) => {
    return { productId, lotId, quantity, netAmount, segment, shippedAt }
  })
  return { id: receiptId, at, remedy, items: read }
}

/** No limits; measures KPI-3 to KPI-5, KPI-35 and KPI-36. */
export const returnLedger: Ledger<ReturnLedger> = {
  shape: 1,
  initial: { requested: null, confirmations: [], denials: [], receipts: [], losses: [], recoveries: [] },
  record: recordReturn,
  timers: () => [],
  measurements: returnMeasurements,
}

import { parseQuantity } from '../../primitives/quantity.ts'
import { factsOf } from '../history-fixture.ts'
import type { RecallClass, RecalledLotData, RecalledUnitsAccountedData, RecallFactData } from './facts.ts'

/* Recalls for tests. */

const fact = factsOf<RecallFactData>()

export function lot(lotId: string, shipped: string): RecalledLotData {
  return { productId: `product of ${lotId}`, lotId, shippedQuantity: parseQuantity(shipped) }
}

/** Of 100 pieces of lot `a`, unless given otherwise. */
export function declared(
  at: number,
  recallClass: RecallClass | null = null,
  lots: readonly RecalledLotData[] = [lot('a', '100')],
  policyVersion = 'v1',
) {
  return fact('RecallDeclared', at, { recallClass, lots }, { policyVersion })
}

export function classified(at: number, recallClass: RecallClass) {
  return fact('RecallClassified', at, { recallClass })
}

export function extended(at: number, ...lots: readonly RecalledLotData[]) {
  return fact('RecallExtended', at, { lots })
}

export function listed(at: number, ...buyerIds: readonly string[]) {
  return fact('AffectedBuyersListed', at, { buyerIds })
}

export function notified(at: number, buyerId: string) {
  return fact('BuyerNotified', at, { buyerId })
}

export function accounted(
  at: number,
  entryId: string,
  quantity: string,
  lotId = 'a',
  outcome: RecalledUnitsAccountedData['outcome'] = 'RETURNED',
) {
  return fact('RecalledUnitsAccounted', at, { entryId, lotId, outcome, quantity: parseQuantity(quantity) })
}

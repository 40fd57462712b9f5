import { type Instant, readLabel } from '@afterline/rules'
import type { Reading } from '@afterline/service-kit'
import { knownLots, knownProduct, readKnownRecord } from '../projections/known-records.ts'
import { isId, type KnownGoods } from './decide/scanned-goods.ts'
import type { ComplaintCommandOf } from './state.ts'

/** What this service knows of the label that a complaint begins with, and of the product and lot that are entered besides. */
export async function knownGoods(
  reading: Reading,
  { scan, productId, lotId }: ComplaintCommandOf<'ReceiveComplaint'>['data'],
  at: Instant,
): Promise<KnownGoods> {
  const label = scan === null ? null : readLabel(scan, at, []).label
  const scannedId = label === null || label.gtin === null ? null : await knownProduct(reading, label.gtin)
  const productTold = await recordTold(reading, 'product', productId)
  const lotTold = await recordTold(reading, 'lot', lotId)
  const madeAs = scannedId ?? productId?.toLowerCase() ?? null
  return {
    productId: scannedId,
    lotIds:
      madeAs === null || label === null || label.lotNumber === null
        ? []
        : await knownLots(reading, madeAs, label.lotNumber),
    deviceTold: productTold?.deviceIdentifier ?? null,
    lotTold: lotTold && { productId: lotTold.productId ?? null, lotNumber: lotTold.lotNumber ?? null },
  }
}

async function recordTold(reading: Reading, category: 'product' | 'lot', id: string | null) {
  return id === null || !isId(id) ? null : readKnownRecord(reading, `${category}-${id.toLowerCase()}`)
}

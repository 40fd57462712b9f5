import { happens, refused } from '@afterline/service-kit/aggregate'
import type { ComplaintCommandOf, ComplaintLookUp } from '../state.ts'
import { isId, scannedGoods } from './scanned-goods.ts'

/** Longer text is no number that anybody read out. */
const LONGEST_REFERENCE = 200
const NOTHING_SAID = '(未说明 / nothing said)'

/**
 * CMP-1: whatever the complainant says is taken down. What cannot be an order, product or lot of ours stays in the
 * description as it was said, instead of standing in the way; so does what was scanned, known here or not.
 */
export function receive({ data: told, at }: ComplaintCommandOf<'ReceiveComplaint'>, { goods }: ComplaintLookUp) {
  const { productId: scannedProduct, lotId: scannedLot, violations } = scannedGoods(told, at, goods)
  if (violations.length > 0) return refused(violations)
  const { scan, ...data } = told
  const said: string[] = [data.description.trim() === '' ? NOTHING_SAID : data.description]
  const reference = (name: string, id: string | null) => {
    if (id === null || isId(id)) return id
    said.push(`[${name}: ${id.slice(0, LONGEST_REFERENCE)}]`)
    return null
  }
  const orderId = reference('order', data.orderId)
  const productId = reference('product', data.productId) ?? scannedProduct
  const lotId = reference('lot', data.lotId) ?? scannedLot
  if (scan !== null) said.push(`[label: ${scan.slice(0, LONGEST_REFERENCE)}]`)
  return happens('ComplaintReceived', { ...data, orderId, productId, lotId, description: said.join('\n') })
}

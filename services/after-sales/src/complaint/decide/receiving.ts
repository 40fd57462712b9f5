import { happens, refused } from '@afterline/service-kit/aggregate'
import type { ComplaintCommandOf, ComplaintLookUp } from '../state.ts'
import { isId, scannedGoods } from './scanned-goods.ts'

/** Longer text is no number that anybody read out. */
const LONGEST_REFERENCE = 200
const NOTHING_SAID = '(未说明 / nothing said)'

/**
 * CMP-1: whatever the complainant says is taken down. What cannot be an order, product or lot of ours stays in the
 * description as it was said, instead of standing in the way. What a label bears is kept as the goods, known here or not.
 */
export function receive({ data: told, at }: ComplaintCommandOf<'ReceiveComplaint'>, { goods: known }: ComplaintLookUp) {
  const scanned = scannedGoods(told, at, known)
  if (scanned.violations.length > 0) return refused(scanned.violations)
  const { scan, ...data } = told
  const said: string[] = [data.description.trim() === '' ? NOTHING_SAID : data.description]
  const reference = (name: string, id: string | null) => {
    if (id === null || isId(id)) return id
    said.push(`[${name}: ${id.slice(0, LONGEST_REFERENCE)}]`)
    return null
  }
  const orderId = reference('order', data.orderId)
  const productId = reference('product', data.productId) ?? scanned.productId
  const lotId = reference('lot', data.lotId) ?? scanned.lotId
  // The parts that have no field, and may be anything.
  if (scan !== null && scanned.bearsMore) said.push(`[label: ${scan.slice(0, LONGEST_REFERENCE)}]`)
  return happens('ComplaintReceived', {
    ...data,
    orderId,
    productId,
    lotId,
    goods: scanned.goods,
    description: said.join('\n'),
  })
}

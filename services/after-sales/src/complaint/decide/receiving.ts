import { happens } from '@afterline/service-kit/aggregate'
import type { ComplaintCommandOf } from '../state.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Longer text is no number that anybody read out. */
const LONGEST_REFERENCE = 200
const NOTHING_SAID = '(未说明 / nothing said)'

/**
 * CMP-1: whatever the complainant says is taken down. What cannot be an order, product or lot of ours stays in the
 * description as it was said, instead of standing in the way.
 */
export function receive({ data }: ComplaintCommandOf<'ReceiveComplaint'>) {
  const said: string[] = [data.description.trim() === '' ? NOTHING_SAID : data.description]
  const reference = (name: string, id: string | null) => {
    if (id === null || UUID.test(id)) return id
    said.push(`[${name}: ${id.slice(0, LONGEST_REFERENCE)}]`)
    return null
  }
  const orderId = reference('order', data.orderId)
  const productId = reference('product', data.productId)
  const lotId = reference('lot', data.lotId)
  return happens('ComplaintReceived', { ...data, orderId, productId, lotId, description: said.join('\n') })
}

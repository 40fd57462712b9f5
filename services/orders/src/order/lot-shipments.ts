import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  pageSize,
  type RequestContext,
} from '@afterline/service-kit'
import type { OrderModel } from './order.model.ts'
import { onlyOrdersOf, orderView, type ShipmentView, shipmentView } from './order.view.ts'
import { type LotShipment, listShipmentsOfLot } from './order-listing.ts'

/** Every shipment that goods of a lot left with; a caller who is only a salesperson sees those of his or her orders. */
export async function shipmentsOfLot(
  model: OrderModel,
  context: RequestContext,
  lotId: string,
  first: number | null | undefined,
  after: string | null | undefined,
): Promise<Connection<ShipmentView>> {
  const size = pageSize(first)
  const position = after ? decodeCursor(after, 2) : null
  const salespersonId = onlyOrdersOf(context)
  const found = await listShipmentsOfLot(model, { lotId, salespersonId }, { limit: size + 1, after: position })
  const shown = found.flatMap((item) => {
    const view = shipmentOf(item)
    return view === null ? [] : [{ view, cursor: encodeCursor([item._id, String(item.shipmentIndex)]) }]
  })
  return connectionOf(
    shown,
    size,
    after,
    ({ cursor }) => cursor,
    ({ view }) => view,
  )
}

function shipmentOf(item: LotShipment): ShipmentView | null {
  const order = orderView(item)
  const shipment = order?.shipments[item.shipmentIndex]
  return order && shipment ? shipmentView(order, shipment) : null
}

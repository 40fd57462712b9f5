import type { EventOf, GoodsShipped, SalesRecord } from '@afterline/events'
import {
  checkedQuantitiesOf,
  lineAmount,
  localDateOf,
  type OutboundCheckInput,
  outboundCheckGate,
  salesRecordGate,
  type Violation,
} from '@afterline/rules'
import type { ItemToShip, OrderCommandOf, OrderLookUp } from '../commands.ts'
import type { Order, OrderLine } from '../state.ts'
import { passedCheckOf, scannedSerialOf } from './quantities.ts'

type ShippedItem = EventOf<typeof GoodsShipped>['data']['items'][number]

/** An item that belongs to a line of the order, with its place in the command. */
export interface ItemOfLine {
  readonly item: ItemToShip
  readonly line: OrderLine
  readonly path: readonly string[]
}

type ShipGoods = OrderCommandOf<'ShipGoods'>

/** The items as the event keeps them, each with its share of the checks and its sales record (DEL-2, TRC-1 to TRC-4). */
export function shippedItems(
  order: Order,
  command: ShipGoods,
  items: readonly ItemOfLine[],
  lookUp: OrderLookUp,
  licenceId: string | null,
): ShippedItem[] {
  const checked = checkedQuantitiesOf(checkInput(order, items))
  return items.map(({ item, line }, index) => ({
    lineId: line.lineId,
    productId: line.productId,
    productClass: line.productClass,
    lotId: item.lotId,
    quantity: item.quantity,
    checkedQuantity: checked[index] ?? item.quantity,
    salesRecord: salesRecordOf(order, command, { item, line }, lookUp, licenceId),
  }))
}

/** DEL-2 and DEL-3: everything that leaves passed the check of a second person. */
export function checkedGate(order: Order, items: readonly ItemOfLine[]): readonly Violation[] {
  return outboundCheckGate(checkInput(order, items))
}

/** TRC-1 to TRC-4: the record of each item holds what its product class asks for. */
export function recordGate(shipped: readonly ShippedItem[], lookUp: OrderLookUp): readonly Violation[] {
  return shipped.flatMap(({ productId, productClass, salesRecord }, index) => {
    const isSterile = lookUp.products[productId]?.isSterile ?? false
    const path = ['items', String(index), 'salesRecord']
    return salesRecordGate({ productClass, isSterile, record: salesRecord, path })
  })
}

function checkInput(order: Order, items: readonly ItemOfLine[]): OutboundCheckInput {
  return {
    items: items.map(({ item }) => item),
    checks: order.checks,
    shippedBefore: order.shipments.flatMap((shipment) => shipment.items),
  }
}

/** The superset of C9, put together from product, lot, order and command; `null` for a product that nobody registered. */
function salesRecordOf(
  order: Order,
  { at, data }: ShipGoods,
  { item, line }: Omit<ItemOfLine, 'path'>,
  { products, lots, customer, zone, seller }: OrderLookUp,
  licenceId: string | null,
): SalesRecord | null {
  const product = products[line.productId]
  if (product === undefined) return null
  const lot = item.lotId === null ? undefined : lots[item.lotId]
  const { registrationNumber, manufacturer, model, specification, unit } = product
  return {
    soldOn: localDateOf(at, zone),
    seller,
    buyerId: order.customerId,
    buyerLicenceNumber: customer?.licences.find((licence) => licence.licenceId === licenceId)?.number ?? null,
    productName: product.name,
    registrationNumber,
    manufacturer,
    model,
    specification,
    unit,
    unitPrice: line.unitPrice,
    amount: lineAmount(line.unitPrice, item.quantity),
    producedOn: lot?.producedOn ?? null,
    lotNumber: lot?.lotNumber ?? null,
    serialNumber: item.serialNumber ?? scannedSerialOf(order, item),
    sterilisationLot: lot?.sterilisationLot ?? null,
    expiresOn: lot?.expiresOn ?? null,
    qualityCondition: item.qualityCondition,
    invoiceNumber: data.invoiceNumber,
    outboundCheckId: passedCheckOf(order, line.lineId, item.lotId),
    vouchers: [...data.vouchers],
    handledBy: data.handledBy,
    signedBy: data.signedBy,
  }
}

import { ProductClass } from './customer-events.ts'
import {
  defineEvent,
  type EventOf,
  Id,
  type Immutable,
  InstantText,
  LocalDateText,
  MoneyValue,
  nullable,
  oneOf,
  QuantityText,
  record,
  ShortText,
  type Static,
  Text,
  Type,
} from './vocabulary.ts'

export const OrderLine = record({
  lineId: Id,
  productId: Id,
  productClass: ProductClass,
  /** A lot reserved for the line, where the order names one. */
  lotId: nullable(Id),
  quantity: QuantityText,
  unitPrice: MoneyValue,
  /** Net of tax, for the whole line; equals unit price times quantity, rounded half up. */
  netAmount: MoneyValue,
  /** The approval that allows another price than the list's (QUO-2). */
  approvedDeviation: nullable(ShortText),
  /** The last instant at which shipping still meets the contract (DEL-1). */
  contractShipBy: nullable(InstantText),
})
export type OrderLine = Immutable<Static<typeof OrderLine>>

export const OrderPlaced = defineEvent({
  type: 'OrderPlaced',
  version: 1,
  summary: 'A customer placed an order; the 24 h confirmation timer runs from here (ORD-1).',
  data: record({
    orderId: Id,
    customerId: Id,
    salespersonId: nullable(ShortText),
    channel: ShortText,
    lines: Type.Array(OrderLine),
    sourceKey: nullable(ShortText),
  }),
})

export const OrderConfirmed = defineEvent({
  type: 'OrderConfirmed',
  version: 1,
  summary: 'The order passed its gates and was confirmed to the customer and passed to production (ORD-1, ORD-2).',
  data: record({ orderId: Id }),
})

export const OrderRejected = defineEvent({
  type: 'OrderRejected',
  version: 1,
  summary: 'The order was declined with a reason; that, too, meets the 24 h limit (C27).',
  data: record({ orderId: Id, reason: Text }),
})

export const ProductionStarted = defineEvent({
  type: 'ProductionStarted',
  version: 1,
  summary: 'Production of the order began (ORD-4).',
  data: record({ orderId: Id }),
})

export const GoodsReady = defineEvent({
  type: 'GoodsReady',
  version: 1,
  summary: 'The goods of the order stand ready for the outbound check.',
  data: record({ orderId: Id }),
})

export const CheckedItem = record({
  lineId: Id,
  lotId: nullable(Id),
  quantity: QuantityText,
  result: oneOf('PASSED', 'FAILED'),
})

export const OutboundChecked = defineEvent({
  type: 'OutboundChecked',
  version: 1,
  summary: 'Goods were re-checked before leaving, by another person than the picker (DEL-2, C39).',
  data: record({
    orderId: Id,
    checkId: Id,
    pickedBy: ShortText,
    checkedBy: ShortText,
    items: Type.Array(CheckedItem, { minItems: 1 }),
  }),
})

/** The sales record superset (C9). Fields that a product class requires are never null for it (TRC-1 to TRC-3). */
export const SalesRecord = record({
  soldOn: LocalDateText,
  seller: ShortText,
  buyerId: Id,
  buyerLicenceNumber: nullable(ShortText),
  productName: ShortText,
  registrationNumber: nullable(ShortText),
  manufacturer: nullable(ShortText),
  model: nullable(ShortText),
  specification: nullable(ShortText),
  unit: ShortText,
  unitPrice: MoneyValue,
  amount: MoneyValue,
  producedOn: nullable(LocalDateText),
  lotNumber: nullable(ShortText),
  serialNumber: nullable(ShortText),
  sterilisationLot: nullable(ShortText),
  expiresOn: nullable(LocalDateText),
  qualityCondition: nullable(ShortText),
  invoiceNumber: nullable(ShortText),
  outboundCheckId: nullable(Id),
  vouchers: Type.Array(ShortText),
  handledBy: nullable(ShortText),
  signedBy: nullable(ShortText),
})
export type SalesRecord = Immutable<Static<typeof SalesRecord>>

export const ShippedItem = record({
  lineId: Id,
  productId: Id,
  productClass: ProductClass,
  lotId: nullable(Id),
  quantity: QuantityText,
  /** How much of the quantity had a passed outbound check before it left (DEL-2, KPI-10). */
  checkedQuantity: QuantityText,
  salesRecord: nullable(SalesRecord),
})

export const GoodsShipped = defineEvent({
  type: 'GoodsShipped',
  version: 1,
  summary: 'Goods left the warehouse; the gates were evaluated again at this instant (CUS-5, DEL-2, QLT-4).',
  data: record({
    orderId: Id,
    shipmentId: Id,
    customerId: Id,
    carrier: nullable(ShortText),
    items: Type.Array(ShippedItem),
    /** Whether the buyer held a valid, scope-matching licence at this instant; `null` when no item is regulated. */
    isBuyerLicensed: nullable(Type.Boolean()),
    licenceId: nullable(Id),
  }),
})

export const GoodsDelivered = defineEvent({
  type: 'GoodsDelivered',
  version: 1,
  summary: 'A shipment reached the customer.',
  data: record({ orderId: Id, shipmentId: Id, customerId: Id }),
})

export const OrderCancelled = defineEvent({
  type: 'OrderCancelled',
  version: 1,
  summary: 'The order was cancelled before shipment; its net amount leaves the sales figures.',
  data: record({ orderId: Id, reason: Text }),
})

export const orderEvents = [
  OrderPlaced,
  OrderConfirmed,
  OrderRejected,
  ProductionStarted,
  GoodsReady,
  OutboundChecked,
  GoodsShipped,
  GoodsDelivered,
  OrderCancelled,
] as const

export type OrderEvent = EventOf<(typeof orderEvents)[number]>

import { ProductClass } from './customer-events.ts'
import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  type Immutable,
  InstantText,
  internal,
  LocalDateText,
  MoneyValue,
  named,
  nextVersionOf,
  nullable,
  QuantityText,
  record,
  ShortText,
  type Static,
  staffId,
  Text,
  Type,
} from './vocabulary.ts'

export const OrderLine = record({
  lineId: Id,
  productId: described(Id, 'Set also where nobody registered the product.'),
  productClass: described(ProductClass, "The product's class when the order was placed."),
  lotId: described(nullable(Id), 'A lot to reserve, where the customer wants a certain one.'),
  quantity: described(QuantityText, 'How much was ordered, in units of the product.'),
  unitPrice: described(MoneyValue, 'Before tax.'),
  netAmount: described(MoneyValue, 'Unit price times quantity, before tax, rounded half up to minor units.'),
  approvedDeviation: described(
    nullable(ShortText),
    "Id of the approval that allows another price than the list's: one that holds, and that no other order uses (QUO-2).",
  ),
  contractShipBy: described(
    nullable(InstantText),
    'The last instant at which shipping the whole line still meets the contract (DEL-1).',
  ),
})
export type OrderLine = Immutable<Static<typeof OrderLine>>

export const OrderPlaced = defineEvent({
  type: 'OrderPlaced',
  version: 1,
  summary: 'A customer placed an order; the 24 h confirmation timer runs from here (ORD-1).',
  data: record({
    orderId: Id,
    customerId: described(Id, 'One with a file (CUS-1).'),
    salespersonId: described(
      nullable(staffId('SALESPERSON', 'SALES_MANAGER')),
      'Staff id of who sold; null for an imported order.',
    ),
    channel: described(ShortText, 'Where it was sold, such as DIRECT or the name of a platform.'),
    lines: described(Type.Array(OrderLine), 'In the order in which they were placed.'),
    sourceKey: internal(nullable(ShortText)),
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
  data: record({ orderId: Id, reason: described(Text, 'Why the company declines; not blank.') }),
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

const CHECKED = 'Goods of one line, and of one lot where they are kept by lot, that were checked together.'

const CheckedItem1 = named('CheckedItem', CHECKED, {
  lineId: described(Id, 'The line of the order that they are for (ORD-3).'),
  lotId: internal(nullable(Id)),
  quantity: described(QuantityText, 'How much was checked, in units of the product.'),
  result: described(
    choice('CheckResult', 'Result of the second check of goods before they leave (DEL-2).', {
      PASSED: { zh: '合格', en: 'Passed', meaning: 'may leave' },
      FAILED: { zh: '不合格', en: 'Failed', meaning: 'stays in the warehouse (DEL-3)' },
    }),
    'What the check showed.',
  ),
})

export const CheckedItem = named('CheckedItem', CHECKED, {
  ...CheckedItem1.properties,
  serialNumber: described(
    nullable(ShortText),
    'Factory serial number, as the label of the goods bears it (TRC-1); null where none was scanned or entered.',
  ),
})

const CHECKED_AGAIN = 'Goods were re-checked before leaving, by another person than the picker (DEL-2, C39).'

const OutboundChecked1 = defineEvent({
  type: 'OutboundChecked',
  version: 1,
  summary: CHECKED_AGAIN,
  data: record({
    orderId: Id,
    checkId: Id,
    pickedBy: described(staffId('WAREHOUSE'), 'Staff id of who picked the goods.'),
    checkedBy: described(staffId(), 'Staff id of who checked them: another person (C39).'),
    items: described(Type.Array(CheckedItem1, { minItems: 1 }), 'What was looked at, also what failed.'),
  }),
})

export const OutboundChecked = nextVersionOf(OutboundChecked1, {
  summary: CHECKED_AGAIN,
  data: record({
    ...OutboundChecked1.data.properties,
    items: described(Type.Array(CheckedItem, { minItems: 1 }), 'What was looked at, also what failed.'),
  }),
  upcast: ({ items, ...check }) => ({ ...check, items: items.map((item) => ({ ...item, serialNumber: null })) }),
})

/** The sales record superset (C9). Fields that a product class requires are never null for it (TRC-1 to TRC-3). */
export const SalesRecord = named(
  'SalesRecord',
  "The sales record of shipped goods; which fields must be filled depends on the product's class (TRC-1 to TRC-4).",
  {
    soldOn: described(LocalDateText, "The day on which the goods left, in the company's time zone."),
    seller: described(ShortText, 'The selling unit.'),
    buyerId: internal(Id),
    buyerLicenceNumber: described(
      nullable(ShortText),
      'Number of the licence that the shipment rests on (CUS-5); null where none was needed, or history found none.',
    ),
    productName: described(ShortText, 'As registered when the goods left.'),
    registrationNumber: described(
      nullable(ShortText),
      "Number of the product's registration or filing with the regulator.",
    ),
    manufacturer: described(nullable(ShortText), 'As the label names the maker.'),
    model: described(nullable(ShortText), 'Type designation of the maker.'),
    specification: described(nullable(ShortText), 'Size, capacity and the like.'),
    unit: described(ShortText, "Unit that quantity and unit price count, such as 'box'."),
    unitPrice: described(MoneyValue, 'Before tax, as ordered (TRC-3).'),
    amount: described(MoneyValue, 'Unit price times the shipped quantity, before tax, rounded half up to minor units.'),
    producedOn: described(nullable(LocalDateText), "Day of making, as the lot's label bears it."),
    lotNumber: described(nullable(ShortText), "As the maker's label bears it (TRC-2)."),
    serialNumber: described(
      nullable(ShortText),
      'Factory number of the single device (TRC-1); goods made in lots bear none.',
    ),
    sterilisationLot: described(nullable(ShortText), 'As the label of sterile goods bears it (TRC-2).'),
    expiresOn: described(
      nullable(LocalDateText),
      'Last day on which the goods may be used; the record is kept until years after it (TRC-5, TRC-6).',
    ),
    qualityCondition: described(nullable(ShortText), 'How the goods were found when they left (TRC-3).'),
    invoiceNumber: described(
      nullable(ShortText),
      'Number of the invoice or receipt, where it was written before the goods left.',
    ),
    outboundCheckId: described(nullable(Id), 'The latest check that passed such goods (DEL-2); null where none did.'),
    vouchers: described(Type.Array(ShortText), 'References of papers that are kept with it (TRC-4).'),
    handledBy: described(nullable(ShortText), 'The person who handled the sale (TRC-1 to TRC-3).'),
    signedBy: described(nullable(ShortText), 'The person who answers for the record (TRC-2).'),
  },
)
export type SalesRecord = Immutable<Static<typeof SalesRecord>>

export const ShippedItem = named(
  'ShippedItem',
  'Goods of one line, and of one lot where they are kept by lot, within a shipment.',
  {
    lineId: described(Id, 'The line of the order that they are for (ORD-3).'),
    productId: OrderLine.properties.productId,
    productClass: described(
      ProductClass,
      "The product's class when the order was placed; it decides which licence and record were asked for.",
    ),
    lotId: internal(nullable(Id)),
    quantity: described(QuantityText, 'How much left, in units of the product.'),
    checkedQuantity: described(
      QuantityText,
      'How much of it had passed an outbound check before it left (DEL-2, KPI-10).',
    ),
    salesRecord: described(nullable(SalesRecord), 'Null for an imported shipment of a product that nobody registered.'),
  },
)

export const GoodsShipped = defineEvent({
  type: 'GoodsShipped',
  version: 1,
  summary: 'Goods left the warehouse; the gates were evaluated again at this instant (CUS-5, DEL-2, QLT-4).',
  data: record({
    orderId: Id,
    shipmentId: Id,
    customerId: Id,
    carrier: described(nullable(ShortText), 'Who transports the goods; null where nobody said.'),
    items: described(Type.Array(ShippedItem), 'Empty where an imported record knows of the delivery only.'),
    isBuyerLicensed: described(
      nullable(Type.Boolean()),
      'Whether the buyer held a valid, fitting licence when the goods left; null when nothing in it is regulated (CUS-5).',
    ),
    licenceId: described(nullable(Id), 'The licence that the shipment rests on.'),
  }),
})

export const GoodsDelivered = defineEvent({
  type: 'GoodsDelivered',
  version: 1,
  summary: 'A shipment reached the customer.',
  data: record({ orderId: Id, shipmentId: Id, customerId: Id }),
})

const RETURNED = 'Goods of one line, and of one lot where they are kept by lot, that came back.'

const ReturnedItem1 = named('ReturnedItem', RETURNED, {
  lineId: CheckedItem.properties.lineId,
  lotId: internal(nullable(Id)),
  quantity: described(QuantityText, 'How much came back, in units of the product.'),
})

export const ReturnedItem = named('ReturnedItem', RETURNED, {
  ...ReturnedItem1.properties,
  serialNumber: described(
    nullable(ShortText),
    'Factory serial number of what came back, where its label was read; it may leave again from then on (TRC-1).',
  ),
})

const TAKEN_BACK = 'Goods that had left came back into the warehouse (TRC-4, RET-1).'

const GoodsTakenBack1 = defineEvent({
  type: 'GoodsTakenBack',
  version: 1,
  summary: TAKEN_BACK,
  data: record({
    orderId: Id,
    returnId: Id,
    items: described(Type.Array(ReturnedItem1, { minItems: 1 }), 'What came back.'),
    reason: described(Text, 'Why it came back, such as the number of a complaint; not blank.'),
  }),
})

export const GoodsTakenBack = nextVersionOf(GoodsTakenBack1, {
  summary: TAKEN_BACK,
  data: record({
    ...GoodsTakenBack1.data.properties,
    items: described(Type.Array(ReturnedItem, { minItems: 1 }), 'What came back.'),
  }),
  upcast: ({ items, ...back }) => ({ ...back, items: items.map((item) => ({ ...item, serialNumber: null })) }),
})

export const OrderCancelled = defineEvent({
  type: 'OrderCancelled',
  version: 1,
  summary: 'The order was cancelled before shipment; its net amount leaves the sales figures.',
  data: record({ orderId: Id, reason: described(Text, 'Who called it off, and why; not blank.') }),
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
  GoodsTakenBack,
  OrderCancelled,
] as const

export type OrderEvent = EventOf<(typeof orderEvents)[number]>

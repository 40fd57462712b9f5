import {
  CheckedItem,
  described,
  GoodsDelivered,
  GoodsShipped,
  GoodsTakenBack,
  Id,
  LabelScan,
  MoneyValue,
  named,
  nullable,
  OrderCancelled,
  type OrderEvent,
  OrderLine,
  OrderPlaced,
  OrderRejected,
  OutboundChecked,
  QuantityText,
  ReturnedItem,
  ShortText,
  staffId,
  Type,
} from '@afterline/events'
import type { LotMovement, TimeZone } from '@afterline/rules'
import {
  type AnyCommandOf,
  type CommandOf,
  type CommandsOf,
  callersName,
  command,
  type DataOf,
  fieldsBesides,
  newId,
  orElse,
  ownName,
} from '@afterline/service-kit/aggregate'
import type { Deviation } from '../deviation/deviation.ts'
import type { ScannedRecords } from '../label/label.ts'
import type { Lot } from '../lot/lot.ts'
import type { Product } from '../product/product.ts'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import type { Order } from './state.ts'

const SALES = ['SALESPERSON', 'SALES_MANAGER'] as const
const placed = OrderPlaced.data.properties
const { lotId, contractShipBy, approvedDeviation } = OrderLine.properties
const { pickedBy, checkedBy } = OutboundChecked.data.properties
const { carrier } = GoodsShipped.data.properties
const lotOfGoods = described(
  nullable(Id),
  'The lot that the goods are from, where they are kept by lot; a check of one lot never stands for goods of another.',
)

const LineToPlace = named('OrderLine', 'One product of an order.', {
  lineId: newId('order-line'),
  productId: described(Id, 'A registered product (ORD-3).'),
  lotId,
  quantity: described(QuantityText, 'In units of the product; more than zero (ORD-3).'),
  unitPrice: described(MoneyValue, 'Before tax. The list price, unless approvedDeviation says otherwise.'),
  contractShipBy,
  approvedDeviation,
})

const { lineId, serialNumber, ...checked } = CheckedItem.properties

const ItemToCheck = named('CheckedItem', 'Goods of one line, and of one lot where they are kept by lot.', {
  ...checked,
  lineId: described(
    nullable(Id),
    'The line of the order that they are for (ORD-3); left out, that of what was scanned.',
  ),
  lotId: lotOfGoods,
  serialNumber: described(
    serialNumber,
    'Factory serial number (TRC-1), where no label that bears it is scanned; needed of a lot of which all are on record.',
  ),
  scan: described(
    nullable(LabelScan),
    'What a scanner reads off the label of the goods: it must be of the ordered product, of a lot on record, and not expired.',
  ),
})

const ItemToTakeBack = named('ReturnedItem', 'Goods of one line, and of one lot where they are kept by lot.', {
  ...ReturnedItem.properties,
  lotId: lotOfGoods,
})

const ItemToShip = named('ShippedItem', 'Goods of one line, and of one lot where they are kept by lot.', {
  lineId,
  lotId: lotOfGoods,
  quantity: described(
    QuantityText,
    'In units of the product; more than zero, no more than is open of the line (ORD-3) and passed a check (DEL-2).',
  ),
  serialNumber: described(nullable(ShortText), 'Factory serial number, where goods bear one (TRC-1).'),
  qualityCondition: described(nullable(ShortText), 'Condition of quality, for the sales record (TRC-3).'),
})

/** Every command of an order. */
export const orderCommands = {
  PlaceOrder: command('OrderPlaced', SALES, {
    ...placed,
    // Sales are counted by the name on the order, and an order is its salesperson's from then on.
    salespersonId: ownName(described(placed.salespersonId, 'Staff id of who sold.')),
    channel: orElse(described(placed.channel, 'Where it was sold, such as the name of a platform.'), 'DIRECT'),
    lines: described(Type.Array(LineToPlace), 'At least one, all in one currency (ORD-3).'),
  }).asks('orderAccuracyGate', 'namedDeviationGate'),
  ConfirmOrder: command('OrderConfirmed', SALES).asks('creditGate', 'needsGate', 'licenceGate', 'lotGate'),
  RejectOrder: command('OrderRejected', SALES, fieldsBesides('orderId', OrderRejected)),
  StartProduction: command('ProductionStarted', ['PRODUCTION']),
  ReportGoodsReady: command('GoodsReady', ['PRODUCTION', 'WAREHOUSE']),
  CheckOutbound: command('OutboundChecked', ['WAREHOUSE', 'QUALITY_CONTROL'], {
    checkId: newId('outbound-check'),
    pickedBy: described(pickedBy, 'Staff id of who picked the goods: not the caller, who is the checker (C39).'),
    checkedBy: callersName(checkedBy),
    items: described(Type.Array(ItemToCheck), 'Also what failed: that it stays is recorded (DEL-3).'),
  }).asks('secondPersonGate'),
  ShipGoods: command('GoodsShipped', ['WAREHOUSE'], {
    shipmentId: newId('shipment'),
    carrier: described(carrier, 'Who transports the goods.'),
    items: described(Type.Array(ItemToShip), 'What leaves now; less than was ordered makes it a part shipment.'),
    invoiceNumber: described(nullable(ShortText), 'Number of the invoice or receipt, for the sales record.'),
    vouchers: orElse(described(Type.Array(ShortText), 'References of vouchers that are kept.'), []),
    handledBy: ownName(
      described(nullable(staffId()), 'Staff id of who handles the sale, as the sales record names (经办人).'),
    ),
    signedBy: described(
      nullable(staffId()),
      'Staff id of the person responsible, who signs (负责人签名); needed for sterile goods (TRC-2).',
    ),
  }).asks('licenceGate', 'lotGate', 'lotBalanceGate', 'outboundCheckGate', 'salesRecordGate'),
  ReportDelivery: command('GoodsDelivered', ['WAREHOUSE', ...SALES], {
    shipmentId: described(
      GoodsDelivered.data.properties.shipmentId,
      'One that left and whose arrival nobody reported; not before it left (OPP-1).',
    ),
  }),
  TakeBackGoods: command('GoodsTakenBack', ['WAREHOUSE'], {
    returnId: newId('return'),
    items: described(
      Type.Array(ItemToTakeBack),
      'No more of a line and lot than has left (TRC-4); it may leave again, as its lot allows.',
    ),
    reason: GoodsTakenBack.data.properties.reason,
  }),
  CancelOrder: command('OrderCancelled', SALES, fieldsBesides('orderId', OrderCancelled)),
}

export interface OrderTypes {
  readonly unbegun: 'UNPLACED'
  readonly state: Order
  readonly commands: CommandsOf<typeof orderCommands>
  readonly events: OrderEvent
  readonly lookUp: OrderLookUp
  readonly begins: 'PlaceOrder'
  readonly begunBy: 'OrderPlaced'
}

export type OrderCommand = AnyCommandOf<OrderTypes>
export type OrderCommandName = keyof typeof orderCommands
export type OrderCommandOf<Name extends OrderCommandName> = CommandOf<OrderTypes, Name>
export type LineToPlace = DataOf<typeof LineToPlace.properties>
export type ItemToShip = DataOf<typeof ItemToShip.properties>
export type GoodsToShip = OrderTypes['commands']['ShipGoods']

/** What an order's decisions depend on outside the order, as it stands within the transaction. */
export interface OrderLookUp {
  /** `null` for a customer without a file. */
  readonly customer: CustomerFacts | null
  /** The products and lots that the command or the order names; one that does not exist is missing. */
  readonly products: Readonly<Record<string, Product>>
  readonly lots: Readonly<Record<string, Lot>>
  /** What is on record of the labels that the command scanned. */
  readonly scanned: Readonly<Record<string, ScannedRecords>>
  /** The approvals of other prices that the lines of a new order name. */
  readonly deviations: Readonly<Record<string, Deviation>>
  /** What left each of the lots that goods are shipped from, and what came back, on any order; of no other command. */
  readonly movements: Readonly<Record<string, readonly LotMovement[]>>
  /** Whether goods of a lot on which nothing was decided may leave: a policy (QLT-4). */
  readonly shipsUndecided: boolean
  /** The zone in which sale dates, licences and expiry dates are days. */
  readonly zone: TimeZone
  /** The selling unit on sales records (TRC-1). */
  readonly seller: string
}

import type { EventOf, OrderEvent, OrderPlaced, OutboundChecked } from '@afterline/events'
import type { Instant, Money, Quantity, TimeZone } from '@afterline/rules'
import type { AnyCommandOf, CommandOf } from '@afterline/service-kit/aggregate'
import type { Lot } from '../lot/lot.ts'
import type { Product } from '../product/product.ts'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import type { Order } from './state.ts'

type PlacedData = EventOf<typeof OrderPlaced>['data']
type CheckedItem = EventOf<typeof OutboundChecked>['data']['items'][number]

export interface LineToPlace {
  readonly lineId: string
  readonly productId: string
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly unitPrice: Money
  readonly contractShipBy: Instant | null
  /** The approval that allows another price than the list's (QUO-2). */
  readonly approvedDeviation: string | null
}

export interface ItemToCheck {
  readonly lineId: string
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly result: CheckedItem['result']
}

export interface ItemToShip {
  readonly lineId: string
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly serialNumber: string | null
  readonly qualityCondition: string | null
}

export interface GoodsToShip {
  readonly shipmentId: string
  readonly carrier: string | null
  readonly items: readonly ItemToShip[]
  readonly invoiceNumber: string | null
  readonly vouchers: readonly string[]
  /** Who sold, by name on the record (经办人). */
  readonly handledBy: string | null
  /** Who answers for the record by signature (负责人签名). */
  readonly signedBy: string | null
}

/** Every command of an order, and its data. */
export interface OrderCommands {
  readonly PlaceOrder: Omit<PlacedData, 'lines'> & { readonly lines: readonly LineToPlace[] }
  readonly ConfirmOrder: Nothing
  readonly RejectOrder: { readonly reason: string }
  readonly StartProduction: Nothing
  readonly ReportGoodsReady: Nothing
  readonly CheckOutbound: {
    readonly checkId: string
    readonly pickedBy: string
    readonly checkedBy: string
    readonly items: readonly ItemToCheck[]
  }
  readonly ShipGoods: GoodsToShip
  readonly ReportDelivery: { readonly shipmentId: string }
  readonly CancelOrder: { readonly reason: string }
}

type Nothing = Readonly<Record<never, never>>

export interface OrderTypes {
  readonly unbegun: 'UNPLACED'
  readonly state: Order
  readonly commands: OrderCommands
  readonly events: OrderEvent
  readonly lookUp: OrderLookUp
  readonly begins: 'PlaceOrder'
  readonly begunBy: 'OrderPlaced'
}

export type OrderCommand = AnyCommandOf<OrderTypes>
export type OrderCommandName = keyof OrderCommands
export type OrderCommandOf<Name extends keyof OrderCommands> = CommandOf<OrderTypes, Name>

/** What an order's decisions depend on outside the order, as it stands within the transaction. */
export interface OrderLookUp {
  /** `null` for a customer without a file. */
  readonly customer: CustomerFacts | null
  /** The products and lots that the command or the order names; one that does not exist is missing. */
  readonly products: Readonly<Record<string, Product>>
  readonly lots: Readonly<Record<string, Lot>>
  /** The zone in which sale dates, licences and expiry dates are days. */
  readonly zone: TimeZone
  /** The selling unit on sales records (TRC-1). */
  readonly seller: string
}

import type { EventOf, OrderPlaced, OutboundChecked } from '@afterline/events'
import type { Instant, Money, Quantity, TimeZone } from '@afterline/rules'
import type { Command } from '@afterline/service-kit'
import type { Lot } from '../lot/lot.ts'
import type { Product } from '../product/product.ts'
import type { CustomerFacts } from '../projections/customer-facts.ts'

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

export interface GoodsToShip extends Step {
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

/** What every command after the placing may carry. */
export interface Step {
  /**
   * The instant that another system gives, where it lies before the placing. Commands of a history come in time order
   * and the placing comes first, so such a step follows it at the same instant and is kept under the stated one.
   */
  readonly statedAt?: Instant
}

export type OrderCommand =
  | Command<'PlaceOrder', Omit<PlacedData, 'lines'> & { readonly lines: readonly LineToPlace[] }>
  | Command<'ConfirmOrder', Step>
  | Command<'RejectOrder', Step & { readonly reason: string }>
  | Command<'StartProduction', Step>
  | Command<'ReportGoodsReady', Step>
  | Command<
      'CheckOutbound',
      Step & {
        readonly checkId: string
        readonly pickedBy: string
        readonly checkedBy: string
        readonly items: readonly ItemToCheck[]
      }
    >
  | Command<'ShipGoods', GoodsToShip>
  | Command<'ReportDelivery', Step & { readonly shipmentId: string }>
  | Command<'CancelOrder', Step & { readonly reason: string }>

export type OrderCommandType = OrderCommand['type']
export type CommandOf<Type extends OrderCommandType> = Extract<OrderCommand, { readonly type: Type }>

/** What an order's decisions depend on outside the order, as it stands within the transaction. */
export interface OrderFacts {
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

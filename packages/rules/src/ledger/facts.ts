import type { ProductClass } from '../gates/product-class.ts'
import type { Instant } from '../primitives/instant.ts'
import type { Money } from '../primitives/money.ts'
import type { Quantity } from '../primitives/quantity.ts'
import type { Fact } from './ledger.ts'

/*
 * What the ledgers read of each event's data, and nothing more. The event contract holds these shapes as a subset; a
 * type check in `packages/events/src/facts.test.ts` fails when the two drift apart.
 */

export interface OrderPlacedData {
  readonly customerId: string
  readonly salespersonId: string | null
  readonly channel: string
  readonly lines: readonly PlacedLine[]
}

export interface PlacedLine {
  readonly lineId: string
  readonly productId: string
  readonly quantity: Quantity
  readonly netAmount: Money
  readonly contractShipBy: Instant | null
}

export interface GoodsShippedData {
  readonly shipmentId: string
  readonly items: readonly ShippedItemData[]
  readonly isBuyerLicensed: boolean | null
}

export interface ShippedItemData {
  readonly lineId: string
  readonly productId: string
  readonly productClass: ProductClass
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly checkedQuantity: Quantity
}

export type ComplaintClass = 'UNCLASSIFIED' | 'QUALITY' | 'OTHER'

export interface ComplaintReceivedData {
  readonly customerId: string
  readonly productId: string | null
  readonly lotId: string | null
  readonly complaintClass: ComplaintClass
}

export interface ComplaintClassifiedData {
  readonly complaintClass: Exclude<ComplaintClass, 'UNCLASSIFIED'>
}

export interface SurveyInvitedData {
  readonly customerId: string
}

export interface SurveyAnsweredData {
  readonly customerId: string
  /** 1 (poor) to 5 (very good). */
  readonly serviceScore: number
  readonly productScore: number | null
}

/** Of these facts only the instant is read. */
type Moment = unknown

export interface OrderFactData {
  readonly OrderPlaced: OrderPlacedData
  readonly OrderConfirmed: Moment
  readonly OrderRejected: Moment
  readonly OrderCancelled: Moment
  readonly GoodsShipped: GoodsShippedData
}

export interface ComplaintFactData {
  readonly ComplaintReceived: ComplaintReceivedData
  readonly ComplaintClassified: ComplaintClassifiedData
  readonly ComplaintRegistered: Moment
  readonly OpinionIssued: Moment
  readonly ComplaintHandled: Moment
  readonly ComplaintMarkedUnsolvable: Moment
  readonly AdministrationAccepted: Moment
}

export interface SurveyFactData {
  readonly SurveyInvited: SurveyInvitedData
  readonly SurveyAnswered: SurveyAnsweredData
}

/** The union of facts that a map from type to data describes. */
export type FactOf<DataByType> = {
  [Type in keyof DataByType & string]: Fact<Type, DataByType[Type]>
}[keyof DataByType & string]

export type OrderFact = FactOf<OrderFactData>
export type ComplaintFact = FactOf<ComplaintFactData>
export type SurveyFact = FactOf<SurveyFactData>

/**
 * Makes a guard that lets through the named types only. It trusts the data of a known type: whoever appends or
 * consumes events has validated it against the contract before.
 */
export function factGuard<DataByType>(types: Readonly<Record<keyof DataByType & string, true>>) {
  return (fact: Fact): fact is FactOf<DataByType> => Object.hasOwn(types, fact.type)
}

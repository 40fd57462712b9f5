import type { BookedGoods } from '../gates/goods/three-way-match.ts'
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
  /** The team that the salesperson sells for; absent where none is kept. */
  readonly teamId?: string | null
  readonly channel: string
  readonly lines: readonly PlacedLine[]
}

export interface PlacedLine {
  readonly lineId: string
  readonly productId: string
  readonly quantity: Quantity
  readonly netAmount: Money
  readonly contractShipBy: Instant | null
  /** The market segment that the product is counted in (KPI-5); absent where none is kept. */
  readonly segment?: string | null
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
  /** Net of tax, for the comparison with invoice and accounts (FIN-2); absent where those are not kept. */
  readonly amount?: Money
}

/** What an invoice or the accounts say of goods of one order. */
export interface AccountedGoodsData {
  readonly items: readonly BookedGoods[]
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

export interface ComplaintWaitBeganData {
  /** One of policy's reasons for a pause (C40). */
  readonly reason: string
}

export interface ConductComplaintUpheldData {
  readonly staffId: string
  readonly teamId: string | null
}

export interface SurveyInvitedData {
  readonly customerId: string
}

export interface SurveyAnsweredData {
  readonly customerId: string
  /** 1 (poor) to 5 (very good). */
  readonly serviceScore: number
  readonly productScore: number | null
  /** The answer about a member of staff (KPI-41); absent where it was not asked. */
  readonly attitude?: { readonly staffId: string; readonly teamId: string | null; readonly score: number } | null
  /** False where whoever is rated chose who was asked: nobody rates the own work. Absent: it counts. */
  readonly counts?: boolean
}

/** A rating that staff entered for the customer. */
export interface OfflineAnswerData extends Pick<SurveyAnsweredData, 'customerId' | 'serviceScore' | 'productScore'> {
  /** Not when whoever entered it worked on the case or looks after the customer: nobody rates the own work. */
  readonly counts: boolean
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

/** No event brings these yet; they are what the order ledger needs to compare invoice, accounts and goods (FIN-2). */
export interface OrderAccountFactData {
  readonly GoodsInvoiced: AccountedGoodsData
  readonly GoodsBooked: AccountedGoodsData
}

export interface ComplaintFactData {
  readonly ComplaintReceived: ComplaintReceivedData
  readonly ComplaintClassified: ComplaintClassifiedData
  readonly ComplaintRegistered: Moment
  readonly OpinionIssued: Moment
  readonly ComplaintHandled: Moment
  readonly ComplaintMarkedUnsolvable: Moment
  readonly AdministrationAccepted: Moment
  readonly ResolutionConfirmed: Moment
  readonly ComplaintReopened: Moment
}

/** No event brings these yet; they are what the complaint ledger needs for pauses (C40) and conduct (KPI-41). */
export interface ComplaintExtraFactData {
  readonly ComplaintWaitBegan: ComplaintWaitBeganData
  readonly ComplaintWaitEnded: Moment
  readonly ConductComplaintUpheld: ConductComplaintUpheldData
}

export interface SurveyFactData {
  readonly SurveyInvited: SurveyInvitedData
  readonly SurveyAnswered: SurveyAnsweredData
  readonly SurveyDelivered: Moment
  readonly SurveyDeliveryFailed: Moment
  readonly OfflineAnswerRecorded: OfflineAnswerData
}

/** The union of facts that a map from type to data describes. */
export type FactOf<DataByType> = {
  [Type in keyof DataByType & string]: Fact<Type, DataByType[Type]>
}[keyof DataByType & string]

export type OrderFact = FactOf<OrderFactData & OrderAccountFactData>
export type ComplaintFact = FactOf<ComplaintFactData & ComplaintExtraFactData>
export type SurveyFact = FactOf<SurveyFactData>

/**
 * Makes a guard that lets through the named types only. It trusts the data of a known type: whoever appends or
 * consumes events has validated it against the contract before.
 */
export function factGuard<DataByType>(types: Readonly<Record<keyof DataByType & string, true>>) {
  return (fact: Fact): fact is FactOf<DataByType> => Object.hasOwn(types, fact.type)
}

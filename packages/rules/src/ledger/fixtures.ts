import type { SettingKey } from '../policy/setting-document.ts'
import { type Instant, millisOf, parseInstant, plusMillis } from '../primitives/instant.ts'
import type { Quantity } from '../primitives/quantity.ts'
import type {
  ComplaintExtraFactData,
  ComplaintFactData,
  OrderAccountFactData,
  OrderFactData,
  PlacedLine,
  ShippedItemData,
  SurveyFactData,
} from './facts.ts'
import type { Fact, Ledger, Reckoning } from './ledger.ts'

/*
 * Histories for tests. Time is told in hours from Monday 2 March 2026, 08:00 in Shanghai, and every limit is elapsed
 * time, so that a reader can work out each expected instant in the head.
 */

const MONDAY = parseInstant('2026-03-02T00:00:00Z')
const HOUR_MS = 3_600_000

/** So many hours after the beginning. */
export function hour(hours: number): Instant {
  return plusMillis(MONDAY, Math.round(hours * HOUR_MS))
}

const limitHours: Readonly<Record<string, number>> = {
  'order.confirm': 24,
  'complaint.verify': 2,
  'complaint.opinion.quality': 24,
  'complaint.opinion.other': 48,
  // Elapsed, too: what a working day is belongs to the tests of the deadlines.
  'complaint.handle': 8,
  'complaint.handover': 0.25,
  'contract.sign': 120,
  'invoice.match': 72,
  'recall.notify': 24,
  'recall.notify.class1': 24,
  'recall.notify.class2': 72,
  'recall.notify.class3': 168,
}

/** Limits in elapsed time, and a company that never closes. */
export const elapsedReckoning: Reckoning = {
  dueAtOf({ key, startedAt, dueAt }) {
    const limit = limitHours[key]
    if (dueAt !== null) return dueAt
    if (limit === undefined) throw new Error(`no limit for ${key}`)
    return plusMillis(startedAt, limit * HOUR_MS)
  },
  stoppedAtOf: ({ stoppedAt }) => stoppedAt,
  mayPause: () => false,
  // Every hour is open.
  openTimeBetween: (_, from, to) => Math.max(0, millisOf(to) - millisOf(from)),
  setting(key) {
    const value = settings[key]
    if (value === undefined) throw new Error(`no setting ${key}`)
    return value
  },
}

const settings: Partial<Record<SettingKey, number>> = {
  'complaint.reopenWindow': 14 * 24 * HOUR_MS,
  'recording.maximumBackdating': 7 * 24 * HOUR_MS,
}

type DataByType = OrderFactData & OrderAccountFactData & ComplaintFactData & ComplaintExtraFactData & SurveyFactData

/** A fact at an hour. Types of which only the moment is read need no data. */
export function fact<Type extends keyof DataByType>(
  type: Type,
  atHour: number,
  data?: DataByType[Type],
  policyVersion = 'v1',
): Fact {
  return { type, occurredAt: hour(atHour), recordedAt: hour(atHour), policyVersion, data: data ?? {} }
}

/** The ledger after a history. */
export function told<State>(ledger: Ledger<State>, facts: readonly Fact[]): State {
  return facts.reduce((state, next) => ledger.record(state, next), ledger.initial)
}

/** One line of 2 pieces for 100.00 CNY, without a contract date unless given. */
export function line(lineId: string, given: Partial<PlacedLine> = {}): PlacedLine {
  return {
    lineId,
    productId: `product of ${lineId}`,
    quantity: '2' as Quantity,
    netAmount: { minor: 10_000, currency: 'CNY' },
    contractShipBy: null,
    ...given,
  }
}

export function placed(atHour: number, lines: readonly PlacedLine[], policyVersion = 'v1'): Fact {
  const data = { customerId: 'c', salespersonId: 's', channel: 'ONLINE', lines }
  return fact('OrderPlaced', atHour, data, policyVersion)
}

/** A shipped item of class II that was checked in full, unless given otherwise. */
export function item(lineId: string, quantity: string, given: Partial<ShippedItemData> = {}): ShippedItemData {
  return {
    lineId,
    productId: `product of ${lineId}`,
    productClass: 'CLASS_II',
    lotId: null,
    quantity: quantity as Quantity,
    checkedQuantity: quantity as Quantity,
    ...given,
  }
}

export function shipped(
  atHour: number,
  shipmentId: string,
  items: readonly ShippedItemData[],
  isBuyerLicensed: boolean | null = true,
): Fact {
  return fact('GoodsShipped', atHour, { shipmentId, items, isBuyerLicensed })
}

export function received(
  atHour: number,
  complaintClass: 'UNCLASSIFIED' | 'QUALITY' | 'OTHER' = 'UNCLASSIFIED',
  policyVersion = 'v1',
): Fact {
  const data = { customerId: 'c', productId: null, lotId: null, complaintClass }
  return fact('ComplaintReceived', atHour, data, policyVersion)
}

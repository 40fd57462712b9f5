import { ProductClass } from './customer-events.ts'
import {
  defineEvent,
  type EventOf,
  Id,
  LocalDateText,
  MoneyValue,
  nullable,
  oneOf,
  QuantityText,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

export const ProductRegistered = defineEvent({
  type: 'ProductRegistered',
  version: 1,
  summary: 'A product was registered with its class, registration number and manufacturer (TRC-1 to TRC-4).',
  data: record({
    productId: Id,
    code: ShortText,
    name: ShortText,
    productClass: ProductClass,
    isSterile: Type.Boolean(),
    registrationNumber: nullable(ShortText),
    manufacturer: nullable(ShortText),
    model: nullable(ShortText),
    specification: nullable(ShortText),
    unit: ShortText,
    listPrice: nullable(MoneyValue),
    productCategory: nullable(ShortText),
    sourceKey: nullable(ShortText),
  }),
})

export const productEvents = [ProductRegistered] as const
export type ProductEvent = EventOf<(typeof productEvents)[number]>

export const LotReceived = defineEvent({
  type: 'LotReceived',
  version: 1,
  summary: 'A lot entered the warehouse. Its identity (numbers and dates) never changes afterwards.',
  data: record({
    lotId: Id,
    productId: Id,
    productClass: ProductClass,
    lotNumber: ShortText,
    sterilisationLot: nullable(ShortText),
    producedOn: nullable(LocalDateText),
    expiresOn: nullable(LocalDateText),
    quantity: QuantityText,
  }),
})

export const LotQualityDecided = defineEvent({
  type: 'LotQualityDecided',
  version: 1,
  summary: 'Quality control released or blocked the lot, or a regulator named it (QLT-4).',
  data: record({
    lotId: Id,
    status: oneOf('RELEASED', 'BLOCKED'),
    source: oneOf('QUALITY_CONTROL', 'REGULATOR_NOTICE'),
    reason: Text,
  }),
})

export const lotEvents = [LotReceived, LotQualityDecided] as const
export type LotEvent = EventOf<(typeof lotEvents)[number]>

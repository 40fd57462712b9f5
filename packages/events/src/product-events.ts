import { ProductClass } from './customer-events.ts'
import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  internal,
  LocalDateText,
  MoneyValue,
  nextVersionOf,
  nullable,
  QuantityText,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

const REGISTERED = 'A product was registered with its class, registration number and manufacturer (TRC-1 to TRC-4).'

const ProductRegistered1 = defineEvent({
  type: 'ProductRegistered',
  version: 1,
  summary: REGISTERED,
  data: record({
    productId: Id,
    code: described(ShortText, "The company's own number of the product."),
    name: described(ShortText, 'As labels and sales records bear it (TRC-1 to TRC-4).'),
    productClass: described(ProductClass, 'Decides which gates and which fields of the sales record apply (C37).'),
    isSterile: described(
      Type.Boolean(),
      'Sterile single-use goods: their sales record needs sterilisation lot and signature (TRC-2).',
    ),
    registrationNumber: described(nullable(ShortText), 'Number of the registration or filing with the regulator.'),
    manufacturer: described(
      nullable(ShortText),
      'As the label names the maker; devices need one to be shipped (TRC-1).',
    ),
    model: described(nullable(ShortText), 'Type designation of the maker.'),
    specification: described(nullable(ShortText), 'Size, capacity and the like.'),
    unit: described(ShortText, "Unit that quantities count, such as 'box'."),
    listPrice: described(
      nullable(MoneyValue),
      'Price per unit before tax, never negative; an order at another price needs an approved deviation (QUO-2).',
    ),
    productCategory: described(nullable(ShortText), "The company's own grouping of its range."),
    sourceKey: internal(nullable(ShortText)),
  }),
})

const deviceIdentifier = described(
  nullable(ShortText),
  'UDI-DI of the unit that quantities count: the 14 digits of its GTIN, by which a scanned label names the product (TRC-4); null where none is known.',
)

export const ProductRegistered = nextVersionOf(ProductRegistered1, {
  summary: REGISTERED,
  data: record({ ...ProductRegistered1.data.properties, deviceIdentifier }),
  upcast: (data) => ({ ...data, deviceIdentifier: null }),
})

const COMPLETED = 'What was left out when the product was registered was added; what was there stays (TRC-1 to TRC-4).'

const ProductCompleted1 = defineEvent({
  type: 'ProductCompleted',
  version: 1,
  summary: COMPLETED,
  data: record({
    productId: Id,
    registrationNumber: ProductRegistered.data.properties.registrationNumber,
    manufacturer: ProductRegistered.data.properties.manufacturer,
    model: ProductRegistered.data.properties.model,
    specification: ProductRegistered.data.properties.specification,
  }),
})

export const ProductCompleted = nextVersionOf(ProductCompleted1, {
  summary: COMPLETED,
  data: record({ ...ProductCompleted1.data.properties, deviceIdentifier }),
  upcast: (data) => ({ ...data, deviceIdentifier: null }),
})

export const productEvents = [ProductRegistered, ProductCompleted] as const
export type ProductEvent = EventOf<(typeof productEvents)[number]>

const RECEIVED = 'A lot entered the warehouse. Its identity (numbers and dates) never changes afterwards.'

const LotReceived1 = defineEvent({
  type: 'LotReceived',
  version: 1,
  summary: RECEIVED,
  data: record({
    lotId: Id,
    productId: described(Id, 'A registered product (TRC-4).'),
    productClass: described(ProductClass, "The product's class when the lot was received."),
    lotNumber: described(ShortText, "As the maker's label bears it."),
    sterilisationLot: described(
      nullable(ShortText),
      'Lot of the sterilisation, as the label bears it; needed for a sterile product (TRC-2).',
    ),
    producedOn: described(nullable(LocalDateText), 'Day of making; null where the label bears none.'),
    expiresOn: described(
      nullable(LocalDateText),
      'Last day on which the goods may be used, not before the day of making (TRC-2); expired goods do not ship.',
    ),
    quantity: described(QuantityText, 'How much was received.'),
  }),
})

const serialNumbers = described(
  Type.Array(ShortText),
  'Factory serial numbers of goods that came, as their labels bear them (TRC-1); those that nobody read are missing.',
)

export const LotReceived = nextVersionOf(LotReceived1, {
  summary: RECEIVED,
  data: record({ ...LotReceived1.data.properties, serialNumbers }),
  upcast: (received) => ({ ...received, serialNumbers: [] }),
})

const REPLENISHED = 'More goods of the lot entered the warehouse: the same product, number and dates (TRC-4).'

const LotReplenished1 = defineEvent({
  type: 'LotReplenished',
  version: 1,
  summary: REPLENISHED,
  data: record({
    lotId: Id,
    quantity: described(QuantityText, 'How much came in addition.'),
  }),
})

const LotReplenished = nextVersionOf(LotReplenished1, {
  summary: REPLENISHED,
  data: record({ ...LotReplenished1.data.properties, serialNumbers }),
  upcast: (replenished) => ({ ...replenished, serialNumbers: [] }),
})

export const LotCompleted = defineEvent({
  type: 'LotCompleted',
  version: 1,
  summary: 'What was left out when the lot was received was added from its label; what was there stays (TRC-1, TRC-2).',
  data: record({
    lotId: Id,
    sterilisationLot: LotReceived.data.properties.sterilisationLot,
    producedOn: LotReceived.data.properties.producedOn,
    expiresOn: LotReceived.data.properties.expiresOn,
  }),
})

export const LotQualityDecided = defineEvent({
  type: 'LotQualityDecided',
  version: 1,
  summary: 'Quality control released or blocked the lot, or a regulator named it (QLT-4).',
  data: record({
    lotId: Id,
    status: choice('LotQuality', "Outcome of a decision on a lot's quality.", {
      RELEASED: { zh: '合格', en: 'Released', meaning: 'a block is lifted' },
      BLOCKED: { zh: '不合格', en: 'Blocked', meaning: 'it does not conform, or a regulator named it' },
    }),
    source: choice('QualitySource', "Who found out about a lot's quality.", {
      QUALITY_CONTROL: { zh: '质管部检查', en: 'Quality control' },
      REGULATOR_NOTICE: { zh: '药监部门通知', en: "Regulator's notice", meaning: 'of a lot (QLT-4)' },
    }),
    reason: described(Text, 'What it rests on, such as the number of a test report.'),
  }),
})

export const lotEvents = [LotReceived, LotReplenished, LotCompleted, LotQualityDecided] as const
export type LotEvent = EventOf<(typeof lotEvents)[number]>

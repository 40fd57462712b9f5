import {
  choice,
  defineEvent,
  type EventOf,
  Id,
  LocalDateText,
  MoneyValue,
  nullable,
  oneOf,
  PersonalText,
  record,
  ShortText,
  Text,
  Type,
} from './vocabulary.ts'

export const CustomerKind = oneOf('PROSPECT', 'NEAR_CUSTOMER', 'CUSTOMER')
export const ProductClass = choice(
  'ProductClass',
  'Class of a product: medical devices are I (lowest risk) to III; everything else is unregulated.',
  {
    UNREGULATED: { zh: '非医疗器械', en: 'No medical device' },
    CLASS_I: { zh: '第一类医疗器械', en: 'Class I device' },
    CLASS_II: { zh: '第二类医疗器械', en: 'Class II device' },
    CLASS_III: { zh: '第三类医疗器械', en: 'Class III device' },
  },
)
export const LicenceKind = oneOf(
  'BUSINESS_LICENCE',
  'DEVICE_DEALER_LICENCE',
  'DEVICE_DEALER_FILING',
  'MEDICAL_INSTITUTION_LICENCE',
)

export const CustomerFileOpened = defineEvent({
  type: 'CustomerFileOpened',
  version: 1,
  summary: 'A customer file was opened for a prospect, near-customer or customer (CUS-1).',
  data: record({
    customerId: Id,
    organisation: ShortText,
    kind: CustomerKind,
    partyRoles: Type.Array(oneOf('BUYER', 'USER'), { minItems: 1, uniqueItems: true }),
    ownerId: nullable(ShortText),
    region: nullable(ShortText),
    sourceKey: nullable(ShortText),
  }),
})

export const CustomerKindChanged = defineEvent({
  type: 'CustomerKindChanged',
  version: 1,
  summary: 'A prospect became a near-customer or customer, or the reverse.',
  data: record({ customerId: Id, kind: CustomerKind, reason: Text }),
})

export const CustomerOwnerAssigned = defineEvent({
  type: 'CustomerOwnerAssigned',
  version: 1,
  summary: 'A salesperson was designated for the customer (FUP-1).',
  data: record({ customerId: Id, ownerId: ShortText }),
})

export const ContactPersonAdded = defineEvent({
  type: 'ContactPersonAdded',
  version: 1,
  summary: 'A contact person was added to the file; name and addresses are personal (CUS-3, SEC-1).',
  data: record({
    customerId: Id,
    contactId: Id,
    name: PersonalText,
    phone: nullable(PersonalText),
    email: nullable(PersonalText),
    position: nullable(ShortText),
  }),
})

export const NeedRecorded = defineEvent({
  type: 'NeedRecorded',
  version: 1,
  summary: 'A need of the customer was recorded, before anything is quoted or sold (CUS-8).',
  data: record({
    customerId: Id,
    needId: Id,
    description: Text,
    productClasses: Type.Array(ProductClass, { uniqueItems: true }),
  }),
})

export const LicenceRecorded = defineEvent({
  type: 'LicenceRecorded',
  version: 1,
  summary: 'A licence of the customer was recorded with scope and validity; it opens no gate until verified (CUS-4).',
  data: record({
    customerId: Id,
    licenceId: Id,
    kind: LicenceKind,
    number: ShortText,
    issuer: ShortText,
    scope: Type.Array(ProductClass, { minItems: 1, uniqueItems: true }),
    validFrom: LocalDateText,
    /** Last day of validity; `null` for a licence without end. */
    validUntil: nullable(LocalDateText),
  }),
})

export const LicenceVerified = defineEvent({
  type: 'LicenceVerified',
  version: 1,
  summary: "The licence was checked against the issuer's register (CUS-4, CUS-5).",
  data: record({ customerId: Id, licenceId: Id, method: ShortText }),
})

export const LicenceRevoked = defineEvent({
  type: 'LicenceRevoked',
  version: 1,
  summary: 'The licence no longer counts, from this instant on.',
  data: record({ customerId: Id, licenceId: Id, reason: Text }),
})

export const CreditInvestigated = defineEvent({
  type: 'CreditInvestigated',
  version: 1,
  summary: "The customer's commercial credit was investigated (CUS-4).",
  data: record({
    customerId: Id,
    outcome: oneOf('GOOD', 'LIMITED', 'REFUSED'),
    creditLimit: nullable(MoneyValue),
    findings: Text,
  }),
})

export const customerEvents = [
  CustomerFileOpened,
  CustomerKindChanged,
  CustomerOwnerAssigned,
  ContactPersonAdded,
  NeedRecorded,
  LicenceRecorded,
  LicenceVerified,
  LicenceRevoked,
  CreditInvestigated,
] as const

export type CustomerEvent = EventOf<(typeof customerEvents)[number]>

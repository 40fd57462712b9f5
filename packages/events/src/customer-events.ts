import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  internal,
  LocalDateText,
  MoneyValue,
  nullable,
  PersonalText,
  record,
  ShortText,
  staffId,
  Text,
  Type,
} from './vocabulary.ts'

export const CustomerKind = choice('CustomerKind', 'How far the relation with a party has come.', {
  PROSPECT: { zh: '意向客户', en: 'Prospect', meaning: 'interested; nothing agreed yet' },
  NEAR_CUSTOMER: { zh: '准客户', en: 'Near-customer', meaning: 'about to buy' },
  CUSTOMER: { zh: '客户', en: 'Customer', meaning: 'buys from the company' },
})
const PartyRole = choice('PartyRole', 'What the party does with products.', {
  BUYER: { zh: '购货单位', en: 'Buyer', meaning: 'orders are placed in its name' },
  USER: { zh: '用户', en: 'User', meaning: 'uses the device without having bought it' },
})
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
export const LicenceKind = choice(
  'LicenceKind',
  'Papers that qualify a party. Every sale needs one in force (CUS-4); a medical device needs one that permits devices (CUS-5).',
  {
    BUSINESS_LICENCE: { zh: '营业执照', en: 'Business licence', meaning: 'opens no gate to medical devices' },
    DEVICE_DEALER_LICENCE: {
      zh: '医疗器械经营许可证',
      en: 'Device dealer licence',
      meaning: 'permits to trade in the classes of medical devices that its scope names',
    },
    DEVICE_DEALER_FILING: {
      zh: '医疗器械经营备案凭证',
      en: 'Device dealer filing',
      meaning: "a dealer's notice to the regulator; permits what its scope names",
    },
    MEDICAL_INSTITUTION_LICENCE: {
      zh: '医疗机构执业许可证',
      en: 'Medical institution licence',
      meaning: 'permits to work, and so to buy what its scope names',
    },
  },
)

export const CustomerFileOpened = defineEvent({
  type: 'CustomerFileOpened',
  version: 1,
  summary: 'A customer file was opened for a prospect, near-customer or customer (CUS-1).',
  data: record({
    customerId: Id,
    organisation: described(ShortText, "Under which name it trades; an organisation's, so it is not encrypted."),
    kind: described(CustomerKind, 'How far the relation has come.'),
    partyRoles: described(
      Type.Array(PartyRole, { minItems: 1, uniqueItems: true }),
      'At least one; both where a buyer uses the device itself.',
    ),
    ownerId: described(nullable(staffId('SALESPERSON', 'SALES_MANAGER')), 'Staff id of the designated salesperson.'),
    region: described(nullable(ShortText), "The company's own grouping of its market; null where nobody said."),
    sourceKey: internal(nullable(ShortText)),
  }),
})

export const CustomerKindChanged = defineEvent({
  type: 'CustomerKindChanged',
  version: 1,
  summary: 'A prospect became a near-customer or customer, or the reverse.',
  data: record({
    customerId: Id,
    kind: described(CustomerKind, 'Where it stands from now on.'),
    reason: described(Text, 'What happened; not blank.'),
  }),
})

export const CustomerOwnerAssigned = defineEvent({
  type: 'CustomerOwnerAssigned',
  version: 1,
  summary: 'A salesperson was designated for the customer (FUP-1).',
  data: record({
    customerId: Id,
    ownerId: described(
      staffId('SALESPERSON', 'SALES_MANAGER'),
      'Staff id; this salesperson sees the file, its complaints and ratings from now on.',
    ),
  }),
})

export const ContactPersonAdded = defineEvent({
  type: 'ContactPersonAdded',
  version: 1,
  summary: 'A contact person was added to the file; name and addresses are personal (CUS-3, SEC-1).',
  data: record({
    customerId: Id,
    contactId: Id,
    name: described(PersonalText, 'As the person is addressed; not blank. Stored encrypted.'),
    phone: described(nullable(PersonalText), 'With area or country code. Stored encrypted.'),
    email: described(nullable(PersonalText), 'Stored encrypted.'),
    position: described(
      nullable(ShortText),
      'What the person is in the organisation; not encrypted, so name nobody here.',
    ),
  }),
})

export const NeedRecorded = defineEvent({
  type: 'NeedRecorded',
  version: 1,
  summary: 'A need of the customer was recorded, before anything is quoted or sold (CUS-8).',
  data: record({
    customerId: Id,
    needId: Id,
    description: described(Text, 'What is needed, and what for; not blank.'),
    productClasses: described(
      Type.Array(ProductClass, { uniqueItems: true }),
      'Classes of products that would satisfy it; an empty list stands for any product.',
    ),
  }),
})

export const LicenceRecorded = defineEvent({
  type: 'LicenceRecorded',
  version: 1,
  summary: 'A licence of the customer was recorded with scope and validity; it opens no gate until verified (CUS-4).',
  data: record({
    customerId: Id,
    licenceId: Id,
    kind: described(LicenceKind, 'What it permits by its nature.'),
    number: described(
      ShortText,
      'As printed on it; refused where one of this kind and number is on file and not revoked (CUS-4).',
    ),
    issuer: described(ShortText, 'The authority that granted it; not blank.'),
    scope: described(
      Type.Array(ProductClass, { minItems: 1, uniqueItems: true }),
      'Classes of products that it permits (CUS-5).',
    ),
    validFrom: described(LocalDateText, "First day of validity, in the company's time zone."),
    validUntil: described(nullable(LocalDateText), 'Last day of validity; null for a licence without end.'),
  }),
})

export const LicenceVerified = defineEvent({
  type: 'LicenceVerified',
  version: 1,
  summary: "The licence was checked against the issuer's register (CUS-4, CUS-5).",
  data: record({
    customerId: Id,
    licenceId: described(Id, 'One that is neither verified nor revoked (CUS-4).'),
    method: described(ShortText, "How it was checked, such as 'issuer's public register'."),
  }),
})

export const LicenceRevoked = defineEvent({
  type: 'LicenceRevoked',
  version: 1,
  summary: 'The licence no longer counts, from this instant on.',
  data: record({
    customerId: Id,
    licenceId: described(Id, 'One that is not revoked yet (CUS-4).'),
    reason: described(Text, 'Why it may not be relied on any more; not blank.'),
  }),
})

export const CreditInvestigated = defineEvent({
  type: 'CreditInvestigated',
  version: 1,
  summary: "The customer's commercial credit was investigated (CUS-4).",
  data: record({
    customerId: Id,
    outcome: choice('CreditOutcome', 'What an investigation of commercial credit came to (CUS-4).', {
      GOOD: { zh: '信誉良好', en: 'Good', meaning: 'nothing speaks against a sale' },
      LIMITED: { zh: '信誉有限', en: 'Limited', meaning: 'sold to with care; the limit itself refuses no sale' },
      REFUSED: { zh: '不予交易', en: 'Refused', meaning: 'no sale may be confirmed' },
    }),
    creditLimit: described(nullable(MoneyValue), 'How much may be owed at once; never negative (CUS-4).'),
    findings: described(Text, 'What the outcome rests on; not blank.'),
  }),
})

export const ErasureRequested = defineEvent({
  type: 'ErasureRequested',
  version: 1,
  summary: "Somebody asked that the customer's persons be erased; a second person has to confirm it (SEC-3, C20).",
  data: record({
    customerId: Id,
    reason: described(
      Text,
      'On what ground, such as a request of the person; not blank. It is kept, so name nobody here.',
    ),
  }),
})

export const ErasureWithdrawn = defineEvent({
  type: 'ErasureWithdrawn',
  version: 1,
  summary: 'The request for an erasure was withdrawn; nothing was erased (SEC-3).',
  data: record({ customerId: Id, reason: described(Text, 'Why nothing is erased; not blank. Name nobody here.') }),
})

export const PersonalDataErased = defineEvent({
  type: 'PersonalDataErased',
  version: 1,
  summary:
    "A second person confirmed the erasure: each service deletes the customer's data key, so that nobody can read text about persons from before any more; all records stay (SEC-3, SEC-4, C20).",
  data: record({ customerId: Id }),
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
  ErasureRequested,
  ErasureWithdrawn,
  PersonalDataErased,
] as const

export type CustomerEvent = EventOf<(typeof customerEvents)[number]>

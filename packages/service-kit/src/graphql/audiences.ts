/** Everybody who follows goods from the order to the customer. */
const DEALING_WITH_GOODS = [
  'SALESPERSON',
  'SALES_MANAGER',
  'LEADERSHIP',
  'FINANCE',
  'LEGAL',
  'WAREHOUSE',
  'PRODUCTION',
  'QUALITY_CONTROL',
  'ADMINISTRATION',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
  'AUDITOR',
  'OPERATOR',
] as const

/** Everybody who serves customers after the sale. */
const SERVING = [
  'LEADERSHIP',
  'QUALITY_CONTROL',
  'ADMINISTRATION',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
  'AUDITOR',
  'SALES_MANAGER',
] as const

const CUSTOMER_OVERVIEW = DEALING_WITH_GOODS.filter(
  (role) => !['WAREHOUSE', 'PRODUCTION', 'SERVICE_ENGINEER', 'OPERATOR'].includes(role),
)

/**
 * Who reads what, by name: reads name an audience, so that a role's rights stand in one place. `enum Audience` of
 * `base.graphql` describes them; a test keeps both equal. Mutations name their roles themselves.
 */
export const audiences = {
  EVERYBODY: ['PUBLIC'],
  ORDER_READERS: DEALING_WITH_GOODS,
  OVERVIEW_READERS: DEALING_WITH_GOODS.filter((role) => role !== 'SERVICE_ENGINEER'),
  CONTRACT_READERS: [
    'SALESPERSON',
    'SALES_MANAGER',
    'LEADERSHIP',
    'FINANCE',
    'LEGAL',
    'QUALITY_CONTROL',
    'AUDITOR',
    'OPERATOR',
  ],
  PRODUCT_READERS: [...DEALING_WITH_GOODS, 'MARKETING'],
  FINDING_READERS: ['SALES_MANAGER', 'LEADERSHIP', 'LEGAL', 'QUALITY_CONTROL', 'AUDITOR', 'OPERATOR'],
  CUSTOMER_READERS: [...CUSTOMER_OVERVIEW, 'SERVICE_ENGINEER'],
  CONTACT_READERS: [...CUSTOMER_OVERVIEW, 'SERVICE_ENGINEER', 'DELIVERY_CHANNEL'],
  CUSTOMER_NAME_READERS: [...DEALING_WITH_GOODS, 'MARKETING'],
  CUSTOMER_OVERVIEW_READERS: CUSTOMER_OVERVIEW,
  COMPLAINT_READERS: [...SERVING, 'LEGAL', 'SALESPERSON'],
  COMPLAINT_OVERVIEW_READERS: [...SERVING, 'LEGAL'],
  RATING_READERS: [...SERVING, 'MARKETING', 'SALESPERSON'],
  RATING_OVERVIEW_READERS: [...SERVING, 'MARKETING'],
  CASE_RATING_READERS: [...SERVING, 'SALESPERSON'],
  SCORECARD_READERS: [
    'SALESPERSON',
    'SALES_MANAGER',
    'LEADERSHIP',
    'FINANCE',
    'QUALITY_CONTROL',
    'ADMINISTRATION',
    'MARKETING',
    'AUDITOR',
    'OPERATOR',
  ],
  OPERATIONS_READERS: ['OPERATOR', 'AUDITOR'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Audience = keyof typeof audiences

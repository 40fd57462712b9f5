import type { RecordKind } from './mapping.ts'

/** How records of one kind reach the graph. */
export interface RecordKindDefinition {
  readonly mutation: string
  readonly inputType: string
  /** Fields without which the graph cannot accept the record. */
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

export const recordKinds: Readonly<Record<RecordKind, RecordKindDefinition>> = {
  customer: {
    mutation: 'importCustomers',
    inputType: 'ImportCustomersInput',
    required: ['organisation', 'openedAt'],
    optional: ['kind', 'region'],
  },
  product: {
    mutation: 'importProducts',
    inputType: 'ImportProductsInput',
    required: ['code', 'name', 'unit'],
    optional: ['productClass', 'productCategory', 'manufacturer', 'model', 'specification', 'registrationNumber'],
  },
  order: {
    mutation: 'importOrders',
    inputType: 'ImportOrdersInput',
    required: ['customerKey', 'channel', 'placedAt'],
    optional: ['confirmedAt', 'shippedAt', 'deliveredAt'],
  },
  rating: {
    mutation: 'importRatings',
    inputType: 'ImportRatingsInput',
    required: ['customerKey', 'orderKey', 'serviceScore', 'answeredAt'],
    optional: ['comment', 'invitedAt'],
  },
}

/** Fields of an order's line; all are needed but the contract's ship date. */
export const lineFields = {
  required: ['key', 'productKey', 'quantity', 'unitPrice'],
  optional: ['contractShipBy'],
} as const

/** The mutation that imports a batch of a kind. */
export function importDocument({ mutation, inputType }: RecordKindDefinition): string {
  return `mutation Import($input: ${inputType}!) {
    ${mutation}(input: $input) {
      results { row key id status findings { rule message { zh en } } violations { rule message { zh en } path } }
    }
  }`
}

import type { RecordKind } from './mapping.ts'

/** Which fields records of one kind have, and what they hold besides text, instants, numbers and money. */
export interface FieldNames {
  /** Fields without which the graph cannot accept the record. */
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** They name something: a number that a spreadsheet has rounded names nothing any more. */
  readonly identifiers: readonly string[]
  readonly quantities: readonly string[]
}

/** How records of one kind reach the graph. */
export interface RecordKindDefinition extends FieldNames {
  readonly mutation: string
  readonly inputType: string
}

export const recordKinds: Readonly<Record<RecordKind, RecordKindDefinition>> = {
  customer: {
    mutation: 'importCustomers',
    inputType: 'ImportCustomersInput',
    required: ['organisation', 'openedAt'],
    optional: ['kind', 'region'],
    identifiers: [],
    quantities: [],
  },
  product: {
    mutation: 'importProducts',
    inputType: 'ImportProductsInput',
    required: ['code', 'name', 'unit'],
    optional: [
      ...['productClass', 'productCategory', 'manufacturer', 'model', 'specification', 'registrationNumber'],
      ...['listPrice', 'registeredAt', 'deviceIdentifier'],
    ],
    identifiers: ['code', 'registrationNumber', 'deviceIdentifier'],
    quantities: [],
  },
  order: {
    mutation: 'importOrders',
    inputType: 'ImportOrdersInput',
    required: ['customerKey', 'channel', 'placedAt'],
    optional: ['salespersonId', 'confirmedAt', 'rejectedAt', 'shippedAt', 'deliveredAt', 'cancelledAt'],
    identifiers: ['customerKey'],
    quantities: [],
  },
  rating: {
    mutation: 'importRatings',
    inputType: 'ImportRatingsInput',
    required: ['customerKey', 'orderKey', 'serviceScore', 'invitedAt', 'answeredAt'],
    optional: ['comment'],
    identifiers: ['customerKey', 'orderKey'],
    quantities: [],
  },
}

/** Fields of an order's line; a line that is a return needs `returnedAt`, and `returnOf` where that is another order. */
export const lineFields = {
  required: ['key', 'productKey', 'quantity', 'unitPrice'],
  optional: ['contractShipBy', 'returnedAt', 'returnOf'],
  identifiers: ['key', 'productKey', 'returnOf'],
  quantities: ['quantity'],
} as const satisfies FieldNames

/** The mutation that imports a batch of a kind. */
export function importDocument({ mutation, inputType }: RecordKindDefinition): string {
  return `mutation Import($input: ${inputType}!) {
    ${mutation}(input: $input) {
      results { row key id status findings { rule message { zh en } } violations { rule message { zh en } path }
        changes { field before after } uniqueValues }
    }
  }`
}

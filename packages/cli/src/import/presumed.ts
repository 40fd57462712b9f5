import type { RecordKind } from './mapping.ts'
import type { Tally } from './report.ts'
import type { StagedRecord, Staging } from './staging.ts'

/*
 * What the graph is told besides the records of a batch. Nothing of a check is kept, so what an import of the same files
 * would have brought before has to be told with every batch.
 */

/** The graph takes more; a batch that presumes more than this is asked about in parts. */
const MOST_PRESUMED = 300

export interface Batch {
  readonly kind: RecordKind
  readonly records: readonly StagedRecord[]
  /** Records that came before and have unique values in common with these. */
  readonly twins: readonly StagedRecord[]
}

export interface Besides {
  readonly input: Readonly<Record<string, unknown>>
  readonly isTooMuch: boolean
}

/** Orders are judged by their customers' files, which other services get to know a moment later than they are recorded. */
export function besidesImport({ kind, records }: Batch, staging: Staging): Besides {
  if (kind !== 'order') return { input: {}, isTooMuch: false }
  return { input: { recordedCustomers: recordedAmong(customersOf(records), staging) }, isTooMuch: false }
}

/** What is presumed is told in the report. */
export function besidesCheck({ kind, records, twins }: Batch, staging: Staging, tally: Tally): Besides {
  if (kind === 'rating') return { input: { isCheck: true }, isTooMuch: false }
  if (kind !== 'order') {
    tally.presume(kind, twins)
    return { input: { isCheck: true, presumed: twins.map(sentOf) }, isTooMuch: false }
  }
  const customers = customersOf(records)
  const presumedCustomers = customers.filter((key) => staging.isForeseen('customer', key))
  const products = productsOf(records).filter((key) => staging.isForeseen('product', key))
  const presumedProducts = products.flatMap((key) => staging.recordsByKey('product', key).slice(0, 1))
  tally.presume(
    'customer',
    presumedCustomers.map((key) => ({ key })),
  )
  tally.presume('product', presumedProducts)
  const recordedCustomers = recordedAmong(customers, staging)
  return {
    input: { isCheck: true, recordedCustomers, presumedCustomers, presumedProducts: presumedProducts.map(sentOf) },
    isTooMuch: presumedProducts.length > MOST_PRESUMED,
  }
}

/** A record as the graph takes it. */
export function sentOf({ row: { row }, input }: StagedRecord): Readonly<Record<string, unknown>> {
  return { row, ...input }
}

function recordedAmong(customers: readonly string[], staging: Staging): readonly string[] {
  return customers.filter((key) => staging.isRecorded('customer', key))
}

function customersOf(records: readonly StagedRecord[]): readonly string[] {
  return [...new Set(records.map(({ input }) => String(input['customerKey'])))]
}

function productsOf(records: readonly StagedRecord[]): readonly string[] {
  const keys = records.flatMap(({ input: { lines } }) => {
    // What was staged as the lines of an order: each names its product.
    return ((lines ?? []) as readonly { readonly productKey: string }[]).map(({ productKey }) => productKey)
  })
  return [...new Set(keys)]
}

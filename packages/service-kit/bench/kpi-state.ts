import type { ComplaintEvent } from '@afterline/events'
import {
  type Bucket,
  bucketKeyOf,
  bucketsOf,
  contributionOf,
  type Fact,
  type Instant,
  laterOf,
  ledgerOf,
  type Measurement,
  type PolicyBook,
  plusMillis,
  reckoningOf,
  scopesOf,
  sumByKey,
} from '@afterline/rules'
import type { Connection } from 'mongoose'
import {
  type BucketDocument,
  bucketsIn,
  type MeasurementDocument,
  measurementsOf,
} from '../src/bookkeeping/documents.ts'

const MINUTE = 60_000
const DAYS = 365
/** How many cases are still open, whatever the size: what is open is read one by one, and does not pile up. */
export const OPEN_CASES = 200
/** So few that each has cases on every day of the year in any size: sums are kept per day. */
export const CUSTOMERS = 10
const CASES_PER_BATCH = 2_000

export interface CaseRange {
  readonly cases: number
  readonly from: Instant
}

/** The measurements of one complaint, by the ledger that the services use. The last cases are open. */
export function measurementsOfCase(policies: PolicyBook, { cases, from }: CaseRange, index: number) {
  const receivedAt = plusMillis(from, Math.floor((index * DAYS * 24 * 60) / cases) * MINUTE)
  const told = (type: ComplaintEvent['type'], minutes: number, data: object = {}): Fact => ({
    type,
    occurredAt: plusMillis(receivedAt, minutes * MINUTE),
    recordedAt: plusMillis(receivedAt, minutes * MINUTE),
    policyVersion: '2026-01-01',
    data,
  })
  const customerId = `customer ${index % CUSTOMERS}`
  const received = { customerId, productId: null, lotId: null, complaintClass: 'QUALITY' }
  const begun = [told('ComplaintReceived', 0, received)]
  const facts =
    index >= cases - OPEN_CASES
      ? begun
      : [
          ...begun,
          told('ComplaintRegistered', 60 + (index % 120)),
          told('OpinionIssued', 300),
          told('ComplaintHandled', 400),
        ]
  const ledger = ledgerOf('complaint')
  if (!ledger) throw new Error('complaints have no ledger')
  const state = facts.reduce<unknown>((known, fact) => ledger.record(known, fact), ledger.initial)
  return { stream: `complaint-${index}`, measurements: ledger.measurements(state, reckoningOf(policies)) }
}

/**
 * Writes in bulk what that many cases leave behind in a service's database: every measurement and the sums. It takes no
 * commands, events or limits, since reading figures looks at none of them.
 */
export async function writeCases(connection: Connection, policies: PolicyBook, range: CaseRange): Promise<number> {
  const sums = new Map<string, Bucket>()
  let written = 0
  for (let begin = 0; begin < range.cases; begin += CASES_PER_BATCH) {
    const indexes = Array.from(
      { length: Math.min(CASES_PER_BATCH, range.cases - begin) },
      (_, offset) => begin + offset,
    )
    const cases = indexes.map((index) => measurementsOfCase(policies, range, index))
    const documents = cases.flatMap(({ stream, measurements }) => measurements.map((each) => documentOf(stream, each)))
    await measurementsOf(connection).insertMany(documents, { ordered: false, writeConcern: { w: 1 } })
    written += documents.length
    addSums(
      sums,
      bucketsOf(
        cases.flatMap(({ measurements }) => measurements),
        policies.tenantZone,
      ),
    )
  }
  await bucketsIn(connection).insertMany([...sums.values()].map(bucketDocumentOf))
  return written
}

/** As the store keeps it; the benchmark compares the two. */
function documentOf(stream: string, measurement: Measurement): MeasurementDocument {
  const { kpi, part, item, since, achievedAt } = measurement
  return {
    ...measurement,
    _id: `${kpi}|${part ?? ''}|${stream}|${item}`,
    stream,
    scopes: scopesOf(measurement),
    isOpen: contributionOf(measurement).kind === 'OPEN',
    settledAt: laterOf(since, achievedAt ?? since),
  }
}

function addSums(sums: Map<string, Bucket>, buckets: readonly Bucket[]): void {
  for (const bucket of buckets) {
    const key = bucketKeyOf(bucket)
    const known = sums.get(key)
    const [sum = bucket] = known ? sumByKey([known, bucket]) : []
    sums.set(key, { ...bucket, tally: sum.tally })
  }
}

function bucketDocumentOf({ tally: { numerator, denominator }, ...identity }: Bucket): BucketDocument {
  return { _id: `${bucketKeyOf(identity)}|0`, ...identity, slot: 0, numerator, denominator }
}

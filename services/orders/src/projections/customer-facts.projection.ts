import { setTimeout as pause } from 'node:timers/promises'
import {
  type Command,
  type KeptCollection,
  keptCollection,
  loadById,
  opensRowOf,
  type Projection,
  type ProjectionScope,
  type Reading,
  type RequestContext,
} from '@afterline/service-kit'
import type { ClientSession, Connection } from 'mongoose'
import { type CustomerFact, type CustomerFacts, recordCustomerFact } from './customer-facts.ts'

export interface CustomerFactsDocument {
  /** The customer's id: gates look customers up by nothing else. */
  readonly _id: string
  readonly facts: CustomerFacts
}

export type CustomerFactsModel = KeptCollection<CustomerFactsDocument>

const PROJECTION = 'orders.customer-facts'

export function customerFactsModel(connection: Connection): CustomerFactsModel {
  return keptCollection(connection, { projection: PROJECTION, name: 'customerFacts' })
}

/**
 * Of one customer, for a decision: those of many decisions of a transaction are read at once. Of a customer whom the one
 * who decides may not see, nothing is known: the answer is that to a customer without a file.
 */
export async function readCustomerFacts(
  { kit, load, rests }: Pick<Reading, 'kit' | 'load' | 'rests'>,
  customerId: string,
  { by }: Pick<Command, 'by'>,
): Promise<CustomerFacts | null> {
  const facts = await load<CustomerFacts>('customerFacts', customerId, async (ids, session) => {
    const documents = await customerFactsModel(kit.connection).current()
    const found = await documents.find({ _id: { $in: [...ids] } }, { session }).toArray()
    return new Map(found.map(({ _id, facts: kept }) => [_id, kept]))
  })
  const isThere = facts !== null && opensRowOf(facts.ownerId, by)
  rests({ projection: PROJECTION, stream: `customer-${customerId}`, isThere })
  return isThere ? facts : null
}

/** Staff id of who follows the customer up; `null` where nobody does, or nobody has told. */
export async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  const known = await loadById(context, customerFactsModel(context.kit.connection), customerId)
  return known?.facts.ownerId ?? null
}

/** Keeps what the order gates need of every customer. */
export function customerFactsProjection(model: CustomerFactsModel): Projection {
  const record = async (event: CustomerFact, scope: ProjectionScope): Promise<void> => {
    const { session } = scope
    const documents = model.of(scope)
    const known = await documents.findOne({ _id: event.data.customerId }, { session })
    const facts = recordCustomerFact(known?.facts ?? null, event)
    await documents.replaceOne({ _id: facts.customerId }, { facts }, { upsert: true, session })
  }
  return {
    name: PROJECTION,
    version: 2,
    sources: ['customers'],
    collections: [model],
    handlers: {
      CustomerFileOpened: record,
      CustomerKindChanged: record,
      CustomerOwnerAssigned: record,
      LicenceRecorded: record,
      LicenceVerified: record,
      LicenceRevoked: record,
      CreditInvestigated: record,
      NeedRecorded: record,
    },
  }
}

/**
 * Puts files there of customers who have none, as a projection of their opening would. Only for a transaction that is given
 * up: gates look at what such a file does not tell, and not at its name.
 */
export async function presumeCustomers(
  model: CustomerFactsModel,
  customerIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  if (customerIds.length === 0) return
  const nothing = { ownerId: null, licences: [], credit: [], needs: [] }
  const writes = [...new Set(customerIds)].map((customerId) => {
    const facts: CustomerFacts = { customerId, organisation: '', kind: 'CUSTOMER', ...nothing }
    return { updateOne: { filter: { _id: customerId }, update: { $setOnInsert: { facts } }, upsert: true } }
  })
  await (await model.current()).bulkWrite(writes, { session })
}

const PAUSE_MS = 100

/**
 * Waits, within bounds, until the files of all these customers have arrived.
 * @returns whether they have: a customer whom nobody opened a file for never arrives
 */
export async function untilKnown(
  model: CustomerFactsModel,
  customerIds: readonly string[],
  patienceMs: number,
): Promise<boolean> {
  const ids = [...new Set(customerIds)]
  const giveUpAt = performance.now() + patienceMs
  const known = async () => (await model.current()).countDocuments({ _id: { $in: ids } })
  while ((await known()) < ids.length) {
    if (performance.now() >= giveUpAt) return false
    await pause(PAUSE_MS)
  }
  return true
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Projection, ProjectionScope } from '@afterline/service-kit'
import { type ClientSession, type Connection, type Model, Schema } from 'mongoose'
import { type CustomerFact, type CustomerFacts, recordCustomerFact } from './customer-facts.ts'

export interface CustomerFactsDocument {
  /** The customer's id: gates look customers up by nothing else. */
  readonly _id: string
  readonly facts: CustomerFacts
}

export type CustomerFactsModel = Model<CustomerFactsDocument>

export function customerFactsModel(connection: Connection): CustomerFactsModel {
  const schema = new Schema<CustomerFactsDocument>(
    { _id: String, facts: Schema.Types.Mixed },
    { versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
  )
  return connection.model<CustomerFactsDocument>('CustomerFacts', schema, 'customerFacts')
}

export async function readCustomerFacts(
  model: CustomerFactsModel,
  customerId: string,
  session: ClientSession,
): Promise<CustomerFacts | null> {
  const document = await model.findById(customerId).session(session).lean<CustomerFactsDocument>()
  return document?.facts ?? null
}

/** Keeps what the order gates need of every customer. */
export function customerFactsProjection(model: CustomerFactsModel): Projection {
  const record = async (event: CustomerFact, { session }: ProjectionScope): Promise<void> => {
    const known = await readCustomerFacts(model, event.data.customerId, session)
    const facts = recordCustomerFact(known, event)
    await model.replaceOne({ _id: facts.customerId }, { facts }, { upsert: true, session })
  }
  return {
    name: 'orders.customer-facts',
    sources: ['customers'],
    handlers: {
      CustomerFileOpened: record,
      CustomerKindChanged: record,
      LicenceRecorded: record,
      LicenceVerified: record,
      LicenceRevoked: record,
      CreditInvestigated: record,
      NeedRecorded: record,
    },
  }
}

const PAUSE_MS = 100

/**
 * Waits, within bounds, until the files of all these customers have arrived. Returns without them when the time is up:
 * a customer whom nobody opened a file for never arrives.
 */
export async function untilKnown(
  model: CustomerFactsModel,
  customerIds: readonly string[],
  patienceMs: number,
): Promise<void> {
  const ids = [...new Set(customerIds)]
  const giveUpAt = performance.now() + patienceMs
  while ((await model.countDocuments({ _id: { $in: ids } })) < ids.length && performance.now() < giveUpAt) {
    await pause(PAUSE_MS)
  }
}

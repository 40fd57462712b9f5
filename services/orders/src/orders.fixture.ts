import { randomUUIDv7 } from 'node:crypto'
import type { CustomerEvent, StaffEvent } from '@afterline/events'
import { type Instant, instantFromMillis } from '@afterline/rules'
import { FIRST_BUILD, inTransaction, type Kit, type ProjectionScope } from '@afterline/service-kit'
import { openTestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { orders } from './orders.ts'
import type { CustomerFact } from './projections/customer-facts.ts'

/** A handler as the consumer calls it; this service's read type, data and instants of an event, and nothing else. */
type Handler = (event: Learnt, scope: ProjectionScope) => Promise<void>
type Learnt = (CustomerFact | StaffEvent) & { readonly occurredAt: Instant; readonly recordedAt: Instant }

function streamOf({ data }: CustomerEvent | StaffEvent): string {
  return 'employeeId' in data ? `employee-${data.employeeId}` : `customer-${data.customerId}`
}

/** The service on a database of its own, without its HTTP port and without Kafka: commands and events go in by hand. */
export interface Bench {
  readonly kit: Kit
  /** Asks the graph as somebody. Errors are part of the answer. */
  ask(roles: readonly string[], document: string, variables?: object, id?: string): Promise<Answer>
  /** What the consumer does with an event of the customers service. */
  learn(event: CustomerEvent | StaffEvent, occurredAt: Instant): Promise<void>
  /** Makes somebody known who is only named. */
  recognise(id: string, ...roles: readonly string[]): Promise<void>
  dispose(): Promise<void>
}

export interface Answer {
  // What a test asked for: it knows the shape of its own selection.
  // biome-ignore lint/suspicious/noExplicitAny: a GraphQL answer has the shape of the question
  readonly data: any
  readonly codes: readonly unknown[]
}

export async function startBench(
  now: () => Instant = () => instantFromMillis(Date.now()),
  config: Partial<Kit['config']> = {},
): Promise<Bench> {
  const { kit, definition, ask, recognise, dispose } = await openTestSubgraph({
    context: 'orders',
    now,
    config: { AFTERLINE_COMPANY: 'Sample Seller', ...config },
    define: (kit) => orders(kit, () => 0),
  })
  const { connection, commands } = kit
  async function learn(event: CustomerEvent | StaffEvent, occurredAt: Instant): Promise<void> {
    const actor = { id: 'system', role: 'SYSTEM' }
    const following = { actor, correlationId: randomUUIDv7(), causationId: randomUUIDv7() }
    const learnt = { ...event, actor: { id: 'admin-1', role: 'ADMINISTRATION' }, occurredAt, recordedAt: occurredAt }
    for (const { name, handlers } of definition.projections) {
      const handler = (handlers as Readonly<Record<string, Handler | undefined>>)[event.type]
      await inTransaction(connection, async (session) => {
        await handler?.(learnt, { session, commands, following, build: FIRST_BUILD })
        const cursor = { _id: `${name}|${streamOf(event)}` }
        await connection
          .collection<{ readonly _id: string; readonly version: number }>('cursors')
          .updateOne(cursor, { $inc: { version: 1 } }, { session, upsert: true })
      })
    }
  }
  return {
    kit,
    ask: (roles, document, variables, id = roles[0] ?? 'nobody') => ask({ id, roles }, document, variables),
    learn,
    recognise: (id, ...roles) => recognise({ id, roles }),
    dispose,
  }
}

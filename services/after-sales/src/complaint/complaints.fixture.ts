import { randomUUID } from 'node:crypto'
import { parseInstant } from '@afterline/rules'
import { FIRST_BUILD, inTransaction } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import type { Answer, Caller } from '@afterline/service-kit/testing/subgraph'
import { expect } from '@jest/globals'
import type { TestAfterSales } from '../after-sales.fixture.ts'

export const MONDAY = parseInstant('2026-03-02T09:00:00+08:00')
export const HOUR_MS = 60 * 60 * 1000
export const desk: Caller = { id: 'wang', roles: ['COMPLAINT_DESK'] }
export const administration: Caller = { id: 'zhao', roles: ['AFTER_SALES', 'ADMINISTRATION'] }
export const salesperson: Caller = { id: 'sales-1', roles: ['SALESPERSON'] }

export interface ComplaintAnswer {
  readonly id: string
  readonly status: string
  readonly [field: string]: unknown
}

export type Complaints = ReturnType<typeof complaintsOf>

/** Asks about complaints as the tests of this folder do, and changes them. */
export function complaintsOf(service: TestAfterSales) {
  async function mutate(caller: Caller, name: string, input: object, fields = 'id version status'): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const source = `mutation ($entry: Entry!, $input: ${type}!) {
      ${name}(entry: $entry, input: $input) { complaint { ${fields} } violations { rule path } isRepeated }
    }`
    return service.ask(caller, source, entryAndInput({ ...input }))
  }

  /** Carries out a mutation that has to succeed. */
  async function must(caller: Caller, name: string, input: object, fields?: string): Promise<ComplaintAnswer> {
    const { data, codes } = await mutate(caller, name, input, fields)
    expect(codes).toEqual([])
    const payload = data?.[name] as { complaint: ComplaintAnswer; violations: readonly unknown[] }
    expect(payload.violations).toEqual([])
    return payload.complaint
  }

  const receive = (input: object = {}, caller = desk) =>
    must(caller, 'receiveComplaint', {
      customerId: randomUUID(),
      channel: 'PHONE',
      description: 'The pump stops',
      complainantName: 'Mr Qian',
      ...input,
    })

  async function read(caller: Caller, id: string, fields: string): Promise<ComplaintAnswer | null> {
    const { data, codes } = await service.ask(caller, `query ($id: ID!) { complaint(id: $id) { ${fields} } }`, { id })
    expect(codes).toEqual([])
    return (data?.['complaint'] ?? null) as ComplaintAnswer | null
  }

  return {
    mutate,
    must,
    receive,
    read,
    tellOfFile: (...file: TellOf) => tellOfFile(service, ...file),
    tellOfGoods: (goods: Goods) => tellOfGoods(service, goods),
  }
}

type TellOf = readonly [customerId: string, ownerId: string]

function tellOfFile(service: TestAfterSales, ...[customerId, ownerId]: TellOf): Promise<void> {
  const { partyRoles, ...file } = {
    customerId,
    organisation: 'Riverside Clinic',
    kind: 'CUSTOMER' as const,
    partyRoles: ['BUYER' as const],
    ownerId,
    region: null,
    sourceKey: null,
  }
  const data = { ...file, partyRoles: [...partyRoles] }
  return tell(service, { type: 'CustomerFileOpened', stream: `customer-${customerId}`, ownerId, data })
}

interface Goods {
  readonly productId: string
  readonly deviceIdentifier: string
  readonly lotId: string
  readonly lotNumber: string
}

/** Of a product, whose device identifier was added later, and of a lot of it. */
async function tellOfGoods(service: TestAfterSales, { lotId, lotNumber, ...product }: Goods): Promise<void> {
  const { productId } = product
  const by = { ownerId: 'quality-1', stream: `product-${productId}` }
  await tell(service, { ...by, type: 'ProductRegistered', data: { productId, deviceIdentifier: null } })
  await tell(service, { ...by, type: 'ProductCompleted', data: product })
  const data = { lotId, lotNumber, productId }
  await tell(service, { ...by, type: 'LotReceived', stream: `lot-${lotId}`, data })
}

interface Told {
  readonly type: 'CustomerFileOpened' | 'ProductRegistered' | 'ProductCompleted' | 'LotReceived'
  readonly stream: string
  readonly ownerId: string
  readonly data: object
}

/** What the consumer does when another service tells of something, but for its cursor. */
async function tell(service: TestAfterSales, { type, stream, ownerId, data }: Told): Promise<void> {
  const apply = service.definition.projections.find(({ name }) => name === 'after-sales.known-records')?.handlers[type]
  if (!apply) throw new Error(`nobody listens to ${type}`)
  const at = MONDAY
  const event = {
    id: randomUUID(),
    type,
    schemaVersion: 1,
    stream,
    version: 1,
    occurredAt: at,
    recordedAt: at,
    actor: { id: ownerId, role: 'SALESPERSON' },
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: service.kit.policies.versionAt(at),
    backdatedBecause: null,
    data,
    previousHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  } as const
  const following = { actor: event.actor, correlationId: event.correlationId, causationId: event.id }
  const { connection, commands } = service.kit
  await inTransaction(connection, (session) =>
    // Of each event, what the projection reads of it.
    apply(event as never, { session, commands, following, build: FIRST_BUILD }),
  )
}

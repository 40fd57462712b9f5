import { randomUUID } from 'node:crypto'
import { parseInstant, plusMillis } from '@afterline/rules'
import { inTransaction } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { customers } from './customers.ts'

const owner = { id: 'sales-1', roles: ['SALESPERSON'] }
const colleague = { id: 'sales-2', roles: ['SALESPERSON'] }
const manager = { id: 'sales-manager', roles: ['SALES_MANAGER'] }
const auditor = { id: 'auditor-1', roles: ['AUDITOR'] }
const start = parseInstant('2026-03-02T01:00:00Z')
const clock = { now: start }

let service: TestSubgraph<ReturnType<typeof customers>>

beforeAll(async () => {
  service = await openTestSubgraph({
    context: 'customers',
    now: () => clock.now,
    define: customers,
  })
})
afterAll(() => service.dispose())

type Caller = typeof owner

interface Page {
  readonly edges: readonly { readonly node: { readonly organisation: string } }[]
  readonly pageInfo: { readonly endCursor: string | null }
}

async function change(caller: Caller, mutation: string, input: object, key: string = randomUUID()) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const source = `mutation ($entry: Entry!, $input: ${type}!) {
    ${mutation}(entry: $entry, input: $input) { customer { id version } violations { rule } } }`
  const { data, codes } = await service.ask(caller, source, entryAndInput({ idempotencyKey: key, ...input }))
  // The selection above has this shape.
  const payload = data?.[mutation] as { customer: { id: string; version: number } | null } | undefined
  return { codes, customer: payload?.customer ?? null }
}

async function opened(organisation: string, caller = owner): Promise<string> {
  const { customer } = await change(caller, 'openCustomerFile', { organisation, kind: 'PROSPECT' })
  if (!customer) throw new Error('the file was not opened')
  return customer.id
}

const organisationsOf = async (caller: Caller, args = '') => {
  const { data } = await service.ask(
    caller,
    `{ customers${args} { edges { node { organisation } } pageInfo { endCursor } } }`,
  )
  const page = data?.['customers'] as Page | undefined
  return { names: page?.edges.map(({ node }) => node.organisation) ?? [], endCursor: page?.pageInfo.endCursor }
}

describe('a file of one salesperson', () => {
  let id: string
  beforeAll(async () => {
    id = await opened('Riverside Clinic')
    await change(owner, 'addContactPerson', { customerId: id, name: '采购负责人', phone: '+86 21 5550 0100' })
  })

  it('is not there for another one: neither to read nor to change', async () => {
    const query = 'query ($id: ID!) { customer(id: $id) { id } }'
    expect((await service.ask(colleague, query, { id })).data).toEqual({ customer: null })
    expect((await service.ask(owner, query, { id })).data).toEqual({ customer: { id } })
    const attempt = await change(colleague, 'recordNeed', { customerId: id, description: 'Beds' })
    expect(attempt).toEqual({ codes: ['NOT_FOUND'], customer: null })
  })

  it('is the manager’s to hand over, and changes sides with its owner (FUP-1)', async () => {
    const handed = await opened('Hillside Clinic')
    await change(manager, 'assignCustomerOwner', { customerId: handed, ownerId: colleague.id })
    expect((await change(colleague, 'recordNeed', { customerId: handed, description: 'Beds' })).codes).toEqual([])
    expect((await change(owner, 'recordNeed', { customerId: handed, description: 'Beds' })).codes).toEqual([
      'NOT_FOUND',
    ])
  })

  it('shows its people to those who deal with them, masked to others, and to nobody once erased (SEC-1, SEC-2, SEC-3)', async () => {
    const query = 'query ($id: ID!) { customer(id: $id) { contacts { name phone email } } }'
    const contactsFor = async (caller: Caller) => (await service.ask(caller, query, { id })).data?.['customer']
    expect(await contactsFor(owner)).toEqual({
      contacts: [{ name: '采购负责人', phone: '+86 21 5550 0100', email: null }],
    })
    expect(await contactsFor(auditor)).toEqual({ contacts: [{ name: '采***', phone: '+***', email: null }] })
    const stored = JSON.stringify(await service.kit.connection.collection('events').find({}).toArray())
    expect(stored).not.toContain('采购负责人')
    const erasure = { customerId: id, event: randomUUID(), erasedAt: start, doneAt: start }
    await inTransaction(service.kit.connection, (session) => service.kit.cipher.erase(erasure, session))
    expect(await contactsFor(owner)).toEqual({ contacts: [{ name: null, phone: null, email: null }] })
  })
})

describe('a salesperson with a second role', () => {
  const as = (role: string) => ({ id: owner.id, roles: ['SALESPERSON', role] })
  const ROLE_OF_LAST = { sort: { version: -1 }, projection: { actor: 1 } } as const
  let own: string
  let foreign: string
  beforeAll(async () => {
    own = await opened('Union Own Clinic')
    foreign = await opened('Union Other Clinic', colleague)
    await change(owner, 'addContactPerson', { customerId: own, name: 'Xu' })
    await change(colleague, 'addContactPerson', { customerId: foreign, name: 'Yang' })
  })

  it('lists what one of the roles opens, and shows of it what this role reads (SEC-2)', async () => {
    const filter = '(filter: {organisationStartsWith: "Union"})'
    expect((await organisationsOf(as('PRODUCTION'), filter)).names).toEqual(['Union Own Clinic'])
    expect((await organisationsOf(as('SERVICE_ENGINEER'), filter)).names).toEqual(['Union Own Clinic'])
    const source = `{ customers${filter} { totalCount edges { node { contacts { name } } } } }`
    const { data } = await service.ask(as('AUDITOR'), source)
    const nodes = [{ contacts: [{ name: 'Y***' }] }, { contacts: [{ name: 'Xu' }] }]
    expect(data?.['customers']).toEqual({ totalCount: 2, edges: nodes.map((node) => ({ node })) })
  })

  it('changes what one of the roles may change, and is recorded with that one (ORG-3)', async () => {
    const needFor = (caller: Caller, customerId: string) =>
      change(caller, 'recordNeed', { customerId, description: 'Beds' })
    const recorded = async (id: string) =>
      (await service.kit.connection.collection('events').findOne({ stream: `customer-${id}` }, ROLE_OF_LAST))?.['actor']
    expect((await needFor(as('AUDITOR'), foreign)).codes).toEqual(['FORBIDDEN'])
    expect((await needFor(as('TECHNICAL'), foreign)).codes).toEqual(['NOT_FOUND'])
    expect((await needFor(as('AUDITOR'), own)).codes).toEqual([])
    expect(await recorded(own)).toEqual({ id: owner.id, role: 'SALESPERSON' })
    expect((await needFor(as('SALES_MANAGER'), foreign)).codes).toEqual([])
    expect(await recorded(foreign)).toEqual({ id: owner.id, role: 'SALES_MANAGER' })
  })

  it('is offered the commands that one of the roles may give on this very file', async () => {
    const source = 'query ($id: ID!) { customer(id: $id) { availableCommands { mutation } } }'
    const offered = async (id: string) => (await service.ask(as('AUDITOR'), source, { id })).data?.['customer']
    expect(await offered(foreign)).toEqual({ availableCommands: [] })
    expect(await offered(own)).toMatchObject({
      availableCommands: expect.arrayContaining([{ mutation: 'recordNeed' }]),
    })
  })
})

describe('a file that is reached from another record', () => {
  it('tells its name alone to those who may not open it: a warehouse sees whom it sends goods to, and no more', async () => {
    const id = await opened('Harbour Clinic')
    const document = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Customer { organisation credit { outcome } region openedAt serviceHistory { totalCount } }
    } }`
    const named = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Customer { organisation } } }`
    const needs = named.replace('organisation', 'needs { description } licences { number } contacts { position }')
    const refs = [{ __typename: 'Customer', id }]
    const as = (role: string) => ({ id: 'somebody', roles: [role] })
    for (const role of ['WAREHOUSE', 'PRODUCTION', 'MARKETING', 'OPERATOR']) {
      const seen = await service.ask(as(role), named, { refs })
      expect(seen).toEqual({ data: { _entities: [{ organisation: 'Harbour Clinic' }] }, codes: [] })
      for (const source of [document, needs]) {
        const { data, codes } = await service.ask(as(role), source, { refs })
        expect([data?.['_entities'], new Set(codes)]).toEqual([[null], new Set(['FORBIDDEN'])])
      }
    }
    expect((await service.ask(as('TECHNICAL'), named, { refs })).codes).toEqual(['FORBIDDEN'])
    expect((await service.ask(owner, document, { refs })).data).toMatchObject({
      _entities: [{ organisation: 'Harbour Clinic', credit: null, serviceHistory: { totalCount: 0 } }],
    })
  })

  it('is a colleague’s no more than when it is asked for by its id: not even its name', async () => {
    const id = await opened('Harbour Ward')
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Customer { organisation } } }`
    const seenBy = async (...roles: readonly string[]) =>
      (await service.ask({ id: colleague.id, roles }, source, { refs: [{ __typename: 'Customer', id }] })).data
    expect(await seenBy('SALESPERSON')).toEqual({ _entities: [null] })
    expect(await seenBy('SALESPERSON', 'WAREHOUSE')).toEqual({ _entities: [{ organisation: 'Harbour Ward' }] })
  })
})

describe('a repeated request', () => {
  it('opens one file, and gives the first answer', async () => {
    const key = randomUUID()
    const input = { organisation: 'Lakeside Clinic', kind: 'PROSPECT' }
    const [first, second] = [
      await change(owner, 'openCustomerFile', input, key),
      await change(owner, 'openCustomerFile', input, key),
    ]
    expect(second).toEqual(first)
    expect((await organisationsOf(manager, '(filter: {organisationStartsWith: "Lakeside"})')).names).toHaveLength(1)
  })

  it('shows the file to whoever may still read it: a former owner learns nothing of it any more', async () => {
    const key = randomUUID()
    const input = { organisation: 'Seaside Clinic', kind: 'PROSPECT' }
    const { customer } = await change(owner, 'openCustomerFile', input, key)
    await change(manager, 'assignCustomerOwner', { customerId: customer?.id, ownerId: colleague.id })
    expect(await change(owner, 'openCustomerFile', input, key)).toEqual({ codes: [], customer: null })
    const query = 'query ($id: ID!) { customer(id: $id) { version } }'
    const seen = await service.ask(manager, query, { id: customer?.id })
    expect(seen.data).toEqual({ customer: { version: 2 } })
  })
})

describe('the list of files', () => {
  beforeAll(async () => {
    for (const name of ['Ward C', 'Ward A', 'Ward B']) await opened(name)
    clock.now = plusMillis(start, 8 * 24 * 3600_000)
    await opened('Ward D')
  })

  it('is sorted and read page by page without gaps', async () => {
    const filter = 'filter: {organisationStartsWith: "Ward"}'
    const first = await organisationsOf(manager, `(first: 3, ${filter})`)
    expect(first.names).toEqual(['Ward A', 'Ward B', 'Ward C'])
    const rest = await organisationsOf(manager, `(first: 3, after: "${first.endCursor}", ${filter})`)
    expect(rest.names).toEqual(['Ward D'])
  })

  it('is searched by how a name begins, whatever the case and width of its letters', async () => {
    await opened('Ｆｏｌｄ R𠮷 Hospital')
    for (const begins of ['fold r', 'Ｆｏｌｄ', 'FOLD R𠮷'])
      expect((await organisationsOf(manager, `(filter: {organisationStartsWith: "${begins}"})`)).names).toHaveLength(1)
    for (const within of ['old R', '𠮷', '.*'])
      expect((await organisationsOf(manager, `(filter: {organisationStartsWith: "${within}"})`)).names).toEqual([])
  })

  it('tells which files are due for the weekly update (CUS-7)', async () => {
    const weekAgo = plusMillis(clock.now, -7 * 24 * 3600_000)
    const args = `(filter: {organisationStartsWith: "Ward", notUpdatedSince: "${weekAgo}"}, sort: LEAST_RECENTLY_UPDATED)`
    expect((await organisationsOf(manager, args)).names.toSorted()).toEqual(['Ward A', 'Ward B', 'Ward C'])
  })

  it('has no unbounded page', async () => {
    const { codes } = await service.ask(manager, '{ customers(first: 101) { edges { cursor } } }')
    expect(codes).toEqual(['INPUT_INVALID'])
  })
})

import { parseInstant, plusMillis } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { customers } from '../customers.ts'

const start = parseInstant('2026-03-02T01:00:00Z')
const clock = { now: start }
const manager = { id: 'manager-1', roles: ['SALES_MANAGER'] }
const legal = { id: 'legal-1', roles: ['LEGAL'] }
const administration = { id: 'admin-1', roles: ['ADMINISTRATION'] }
type Caller = typeof manager
const NAME = '采购负责人'
const reason = 'A person asked for it.'

let service: TestSubgraph<ReturnType<typeof customers>>
beforeAll(async () => {
  service = await openTestSubgraph({ context: 'customers', now: () => clock.now, define: customers })
})
afterAll(() => service.dispose())

const FILE = `customer {
  id status erasedAt erasureRequest { requestedAt requestedBy reason } contacts { name phone email } availableCommands { mutation isAvailable } }`

async function change(caller: Caller, mutation: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const source = `mutation ($entry: Entry!, $input: ${type}!) {
    ${mutation}(entry: $entry, input: $input) { ${FILE} violations { rule } } }`
  const { data, codes } = await service.ask(caller, source, entryAndInput({ ...input }))
  // The selection above has this shape.
  const payload = data?.[mutation] as {
    readonly customer: {
      readonly id: string
      readonly contacts: readonly object[]
      readonly availableCommands: readonly { readonly mutation: string; readonly isAvailable: boolean }[]
    } | null
    readonly violations: readonly { readonly rule: string }[]
  } | null
  return { codes, customer: payload?.customer ?? null, rules: payload?.violations.map(({ rule }) => rule) ?? [] }
}

let customerId: string
const storedEvents = () =>
  service.kit.connection
    .collection('events')
    .find({ stream: `customer-${customerId}` })
    .toArray()
const storedKeys = () => service.kit.connection.collection('dataKeys').find({}).toArray()

let organisations = 0
beforeEach(async () => {
  clock.now = start
  organisations += 1
  const opened = await change(manager, 'openCustomerFile', {
    organisation: `Clinic ${organisations}`,
    kind: 'PROSPECT',
  })
  customerId = opened.customer?.id ?? ''
  await change(manager, 'addContactPerson', { customerId, name: NAME, phone: '139 0000 0001' })
})
const passed = (millis: number) => {
  clock.now = plusMillis(clock.now, millis)
}

describe('persons of a file', () => {
  it('are erased when a second person confirms what the first one asked for, and the file stays (SEC-3, C20)', async () => {
    const asked = await change(legal, 'requestErasure', { customerId, reason })
    expect(asked.customer).toMatchObject({
      status: 'ERASURE_REQUESTED',
      erasedAt: null,
      erasureRequest: { requestedAt: start, requestedBy: legal.id, reason },
      // They erase whom they need not know.
      contacts: [{ name: '采***', phone: '1***' }],
    })
    const next = asked.customer?.availableCommands.flatMap((each) => (each.isAvailable ? [each.mutation] : []))
    expect(next).toEqual(expect.arrayContaining(['confirmErasure', 'withdrawErasure']))
    passed(1000)
    const { customer, rules } = await change(administration, 'confirmErasure', { customerId })
    expect(rules).toEqual([])
    expect(customer).toMatchObject({ status: 'OPEN', erasedAt: clock.now, erasureRequest: null })
    const read = await service.ask(manager, `query ($id: ID!) { ${FILE.replace('customer', 'customer(id: $id)')} }`, {
      id: customerId,
    })
    expect(read.data?.['customer']).toMatchObject({ contacts: [{ name: null, phone: null, email: null }] })
  })

  it('are not erased by one person alone, however that one is written (SEC-3, C39)', async () => {
    await change(legal, 'requestErasure', { customerId, reason })
    const same = await change({ ...legal, id: 'LEGAL-1' }, 'confirmErasure', { customerId })
    expect(same.rules).toEqual(['SEC-3'])
    expect(same.customer).toMatchObject({ status: 'ERASURE_REQUESTED', contacts: [{ name: '采***' }] })
  })

  it('are not erased once that was withdrawn, and by nobody of another role (SEC-3)', async () => {
    expect((await change(manager, 'requestErasure', { customerId, reason })).codes).toEqual(['FORBIDDEN'])
    await change(legal, 'requestErasure', { customerId, reason })
    const withdrawn = await change(legal, 'withdrawErasure', { customerId, reason: 'Asked to be kept.' })
    expect(withdrawn.customer).toMatchObject({ status: 'OPEN', erasureRequest: null })
    const late = await change(administration, 'confirmErasure', { customerId })
    expect(late.rules).toEqual(['CUS-1'])
    expect(late.customer).toMatchObject({ contacts: [{ name: NAME }] })
  })
})

describe('a file whose persons were erased', () => {
  beforeEach(async () => {
    await change(legal, 'requestErasure', { customerId, reason })
    passed(60_000)
    await change(administration, 'confirmErasure', { customerId })
  })

  it('has a note of that in the place of the key, and no key (SEC-3)', async () => {
    const events = await storedEvents()
    const erasure = events.find(({ type }) => type === 'PersonalDataErased')
    const place = (await storedKeys()).find(({ _id }) => String(_id) === customerId)
    expect(place).toMatchObject({
      wrapped: null,
      erasures: [{ event: String(erasure?._id), erasedAt: clock.now, doneAt: clock.now }],
    })
  })

  it('takes up new persons, and they can be read', async () => {
    passed(1)
    const { customer } = await change(manager, 'addContactPerson', { customerId, name: 'Ms Sun' })
    expect(customer?.contacts).toMatchObject([{ name: null }, { name: 'Ms Sun' }])
  })

  it('does not bring back a person by what is told late of the time before (SEC-3)', async () => {
    passed(60_000)
    const input = { customerId, name: NAME, occurredAt: plusMillis(start, 30_000), backdatedBecause: 'told late' }
    const { customer, codes } = await change(manager, 'addContactPerson', input)
    expect(codes).toEqual([])
    expect(customer?.contacts).toMatchObject([{ name: null }, { name: null }])
  })

  it('can be erased again, of what was taken up since', async () => {
    passed(1)
    await change(manager, 'addContactPerson', { customerId, name: 'Ms Sun' })
    await change(administration, 'requestErasure', { customerId, reason })
    await change(legal, 'confirmErasure', { customerId })
    const place = (await storedKeys()).find(({ _id }) => String(_id) === customerId)
    expect(place?.['wrapped']).toBeNull()
    expect(place?.['erasures']).toHaveLength(2)
  })
})

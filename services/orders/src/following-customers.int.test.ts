import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CustomerFactsDocument } from './projections/customer-facts.projection.ts'
import { rulesOf, type Stocked, startStocked } from './stocked.fixture.ts'

/** Longer than anything here takes, and much shorter than a test may take. */
const PATIENCE_MS = 1_500

let bench: Stocked
let customerId: string
beforeAll(async () => {
  bench = await startStocked({ AFTERLINE_FOLLOW_PATIENCE_MS: PATIENCE_MS })
  await bench.recognise('rival', 'SALESPERSON')
  ;({ customerId } = bench)
})
afterAll(() => bench.dispose())

interface After {
  readonly record: string
  readonly id: string
  readonly version: number
}

const DOCUMENT = `mutation ($entry: Entry!, $input: PlaceOrderInput!) { placeOrder(entry: $entry, input: $input) {
  order { id version } violations { rule } sawVersions { record id version } isRepeated } }`

interface Asking {
  readonly after?: readonly After[]
  readonly role?: string
  readonly id?: string
  readonly key?: string
  readonly of?: string
  readonly salespersonId?: string
}

async function place({ after, role = 'SALESPERSON', id = role, key = randomUUID(), of, salespersonId }: Asking = {}) {
  const line = { productId: bench.productId, quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }
  const entry = { idempotencyKey: key, ...(after && { after }) }
  const input = { customerId: of ?? customerId, lines: [line], ...(salespersonId && { salespersonId }) }
  const { data, codes } = await bench.ask([role], DOCUMENT, { entry, input }, id)
  return { codes, placed: data?.placeOrder ?? null }
}

const customer = (version: number, id = customerId): After => ({ record: 'CUSTOMER', id, version })
const stored = () => bench.kit.connection.collection('commands').countDocuments()

async function revokeLicence() {
  const { connection } = bench.kit
  const known = await connection.collection<CustomerFactsDocument>('customerFacts').findOne({ _id: customerId })
  const licenceId = known?.facts.licences[0]?.licenceId ?? ''
  await bench.learn({ type: 'LicenceRevoked', data: { customerId, licenceId, reason: 'closed' } }, bench.now())
}

describe('an order of a customer of whom nothing has arrived', () => {
  it('is refused at version 0 of the file, so that whoever has just opened it knows why (CUS-1)', async () => {
    const { placed } = await place()
    expect(rulesOf(placed)).toEqual(['CUS-1'])
    expect(placed.sawVersions).toEqual([customer(0)])
  })

  it('is NOT_YET_KNOWN where it is to come after the opening, and nothing of it is stored', async () => {
    const before = await stored()
    expect(await place({ after: [customer(1)] })).toEqual({ codes: ['NOT_YET_KNOWN'], placed: null })
    expect(await stored()).toBe(before)
  })

  it('waits until what it is to come after has arrived; the same key may be sent again', async () => {
    const key = randomUUID()
    expect((await place({ after: [customer(5)], key })).codes).toEqual(['NOT_YET_KNOWN'])
    const waiting = place({ after: [customer(5)], key })
    await bench.learnCustomer()
    const { codes, placed } = await waiting
    expect([codes, rulesOf(placed), placed.sawVersions, placed.isRepeated]).toEqual([[], [], [], false])
  })
})

describe('what a caller wants to be known', () => {
  it('is known at this version and at earlier ones, and not at later ones', async () => {
    for (const version of [1, 5]) expect((await place({ after: [customer(version)] })).codes).toEqual([])
    for (const version of [6, 2 ** 31 - 1]) {
      expect((await place({ after: [customer(version)] })).codes).toEqual(['NOT_YET_KNOWN'])
    }
  })

  it("is the same for another salesperson's customer and for none: not known, and as slowly (SEC-2)", async () => {
    for (const id of [customerId, randomUUIDv7(), 'nothing']) {
      const began = performance.now()
      const rival = await place({ after: [customer(1, id)], id: 'rival' })
      expect(rival).toEqual({ codes: ['NOT_YET_KNOWN'], placed: null })
      expect(performance.now() - began).toBeGreaterThanOrEqual(PATIENCE_MS)
    }
    const manager = { role: 'SALES_MANAGER', id: 'rival', salespersonId: 'SALESPERSON' }
    expect((await place({ after: [customer(1)], ...manager })).codes).toEqual([])
  })

  it('is not known at all to a role that reads no customers: it learns nothing by it (SEC-2)', async () => {
    const document = `mutation ($entry: Entry!, $input: ReceiveLotInput!) { receiveLot(entry: $entry, input: $input) { isRepeated } }`
    const input = {
      productId: bench.productId,
      lotNumber: 'L-2',
      producedOn: '2026-01-01',
      expiresOn: '2028-01-01',
      quantity: '1',
    }
    for (const id of [customerId, randomUUIDv7()]) {
      const entry = { idempotencyKey: randomUUID(), after: [customer(1, id)] }
      expect((await bench.ask(['WAREHOUSE'], document, { entry, input })).codes).toEqual(['NOT_YET_KNOWN'])
    }
  })

  it('may be a record that is kept here: as it is, and only to whoever may see it', async () => {
    const { placed } = await place()
    const order = (version: number, id = placed.order.id) => ({ record: 'ORDER', id, version })
    expect((await place({ after: [order(placed.order.version)] })).codes).toEqual([])
    for (const unknown of [order(placed.order.version + 1), order(1, randomUUIDv7())]) {
      expect((await place({ after: [unknown] })).codes).toEqual(['NOT_YET_KNOWN'])
    }
    const rival = { id: 'rival', of: randomUUIDv7() }
    expect((await place({ after: [order(1)], ...rival })).codes).toEqual(['NOT_YET_KNOWN'])
  })

  it('may be a record on which nothing here rests: it is not waited for', async () => {
    for (const record of ['COMPLAINT', 'SURVEY']) {
      expect((await place({ after: [{ record, id: randomUUIDv7(), version: 7 }] })).codes).toEqual([])
    }
  })

  it.each([
    ['of a version before the first', () => [customer(0)]],
    ['of a version below zero', () => [customer(5), customer(-1)]],
    ['that is too much', () => Array.from({ length: 1000 }, () => customer(1))],
  ])('is refused: a list %s', async (_, after) => {
    expect((await place({ after: after() })).codes).toEqual(['INPUT_INVALID'])
  })

  it('may be an empty list', async () => {
    expect((await place({ after: [] })).codes).toEqual([])
  })
})

describe('a refusal by what a customer’s file says', () => {
  const confirm = (orderId: string, role = 'SALESPERSON') =>
    bench.change(role, 'confirmOrder', { orderId }, 'violations { rule } sawVersions { record id version }')

  it('tells the version of the file that it rests on; told again, the version of that time (CUS-5)', async () => {
    const { placed } = await place()
    await revokeLicence()
    const refused = await confirm(placed.order.id)
    expect(rulesOf(refused)).toContain('CUS-5')
    expect(refused.sawVersions).toEqual([customer(6)])

    const key = randomUUID()
    const document = `mutation ($entry: Entry!, $input: ConfirmOrderInput!) { confirmOrder(entry: $entry, input: $input) {
      sawVersions { record id version } isRepeated } }`
    const again = () =>
      bench.ask(['SALESPERSON'], document, { entry: { idempotencyKey: key }, input: { orderId: placed.order.id } })
    expect((await again()).data.confirmOrder).toEqual({ sawVersions: [customer(6)], isRepeated: false })
    await revokeLicence()
    expect((await again()).data.confirmOrder).toEqual({ sawVersions: [customer(6)], isRepeated: true })
  })

  it("tells of another salesperson's customer what it tells of none (SEC-2)", async () => {
    for (const other of [customerId, randomUUIDv7()]) {
      expect((await place({ id: 'rival', of: other })).placed.sawVersions).toEqual([customer(0, other)])
    }
  })
})

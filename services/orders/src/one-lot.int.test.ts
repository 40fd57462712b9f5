import { randomUUIDv7 } from 'node:crypto'
import type { CustomerEvent } from '@afterline/events'
import { parseInstant, parseLocalDate, plusMillis } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { watchTransactions } from '@afterline/service-kit/testing/costs'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type Bench, startBench } from './orders.fixture.ts'

jest.setTimeout(60_000)
const WRITERS = 32
const now = parseInstant('2026-03-02T09:00:00+08:00')
const customerId = randomUUIDv7()

const licenceId = randomUUIDv7()
const customerToSellTo: readonly CustomerEvent[] = [
  {
    type: 'CustomerFileOpened',
    data: {
      customerId,
      organisation: 'Lakeside Clinic',
      kind: 'CUSTOMER',
      partyRoles: ['BUYER'],
      ownerId: null,
      region: null,
      sourceKey: null,
    },
  },
  {
    type: 'LicenceRecorded',
    data: {
      customerId,
      licenceId,
      kind: 'MEDICAL_INSTITUTION_LICENCE',
      number: 'MI-7',
      issuer: 'Health commission',
      scope: ['CLASS_II'],
      validFrom: parseLocalDate('2020-01-01'),
      validUntil: null,
    },
  },
  { type: 'LicenceVerified', data: { customerId, licenceId, method: 'register' } },
  { type: 'CreditInvestigated', data: { customerId, outcome: 'GOOD', creditLimit: null, findings: 'pays in time' } },
  {
    type: 'NeedRecorded',
    data: { customerId, needId: randomUUIDv7(), description: 'gauze', productClasses: [] },
  },
]

let bench: Bench
let productId: string
let lotId: string

async function change(role: string, name: string, input: Readonly<Record<string, unknown>>, selection: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const document = `mutation ($entry: Entry!, $input: ${type}!) {
    ${name}(entry: $entry, input: $input) { ${selection} violations { rule } } }`
  const { data, codes } = await bench.ask([role], document, entryAndInput(input))
  expect(codes).toEqual([])
  expect(data[name].violations).toEqual([])
  return data[name]
}

beforeAll(async () => {
  bench = await startBench(() => now)
  for (const event of customerToSellTo) await bench.learn(event, plusMillis(now, -3_600_000))
  const described = { manufacturer: 'Jade Medical', model: 'GZ', unit: 'piece' }
  const product = { code: 'G-7', name: 'Gauze', productClass: 'CLASS_II', ...described }
  const registered = await change('QUALITY_CONTROL', 'registerProduct', product, 'product { id }')
  productId = registered.product.id
  const lot = { productId, lotNumber: 'L-7', producedOn: '2026-01-05', expiresOn: '2028-01-04', quantity: '1000' }
  const received = await change('WAREHOUSE', 'receiveLot', lot, 'lot { id }')
  lotId = received.lot.id
})
afterAll(() => bench.dispose())

/** What each of the writers does with an order of its own, all at once; the conflicts that it cost an order. */
async function conflictsPerOrder(act: (writer: number) => Promise<unknown>): Promise<number> {
  const watch = watchTransactions(bench.kit.connection)
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => act(writer)))
  watch.end()
  // The relay counts and publishes meanwhile; that its own two loops meet at its lease keeps no order waiting.
  return watch.conflicts().filter((collection) => collection !== 'leases').length / WRITERS
}

describe(`${WRITERS} writers whose orders all name one lot`, () => {
  it('do not begin in vain: they read it, and those that take goods of it follow one another', async () => {
    const orders: { readonly orderId: string; readonly item: object }[] = []
    const placing = await conflictsPerOrder(async (writer) => {
      const lines = [{ productId, quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }]
      const { order } = await change('SALESPERSON', 'placeOrder', { customerId, lines }, 'order { id lines { id } }')
      orders[writer] = { orderId: order.id, item: { lineId: order.lines[0].id, lotId, quantity: '1' } }
    })
    const confirming = await conflictsPerOrder((writer) =>
      change('SALESPERSON', 'confirmOrder', { orderId: orders[writer]?.orderId }, 'order { status }'),
    )
    const checking = await conflictsPerOrder((writer) => {
      const items = [{ ...orders[writer]?.item, result: 'PASSED' }]
      const check = { orderId: orders[writer]?.orderId, pickedBy: 'warehouse-2', items }
      return change('WAREHOUSE', 'checkOutbound', check, 'order { status }')
    })
    const shipping = await conflictsPerOrder((writer) => {
      const items = [{ ...orders[writer]?.item, qualityCondition: 'intact' }]
      return change('WAREHOUSE', 'shipGoods', { orderId: orders[writer]?.orderId, items }, 'order { status }')
    })
    expect(placing + confirming + checking + shipping).toBeLessThanOrEqual(0.1)
  })
})

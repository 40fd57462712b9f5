import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rulesOf, type Stocked, startStocked } from '../stocked.fixture.ts'

/** 3 x (0+5+1+0+5+0+0) + (9+0+1+1+3+1) = 48: check digit 2. */
const GTIN = '09501101530102'
const scanOf = (serial: string) => `(01)${GTIN}(10)10-A(21)${serial}`
/** Many writers at once take as long as the machine needs for them. */
const PATIENCE_MS = 60_000
let stocked: Stocked
let productId: string

beforeAll(async () => {
  stocked = await startStocked()
  await stocked.learnCustomer()
  const pump = {
    code: 'PU-9',
    name: 'Pump',
    productClass: 'UNREGULATED',
    unit: 'piece',
    specification: 'S',
    deviceIdentifier: GTIN,
  }
  productId = (await stocked.change('QUALITY_CONTROL', 'registerProduct', pump, 'product { id } violations { rule }'))
    .product.id
  const received = await stocked.change(
    'WAREHOUSE',
    'receiveLot',
    { scan: scanOf('S-1'), serialNumbers: ['S-2'], quantity: '40' },
    'lot { id serialNumbers } violations { rule }',
  )
  expect(received.lot.serialNumbers.toSorted()).toEqual(['S-1', 'S-2'])
  const release = { lotId: received.lot.id, status: 'RELEASED', reason: 'report 1' }
  await stocked.change('QUALITY_CONTROL', 'decideLotQuality', release, 'violations { rule }')
}, PATIENCE_MS)
afterAll(() => stocked.dispose())

async function confirmedOrder(): Promise<{ readonly orderId: string; readonly lineId: string }> {
  const line = { productId, quantity: '2', unitPrice: { minor: 100, currency: 'CNY' } }
  const placing = { customerId: stocked.customerId, lines: [line] }
  const { order } = await stocked.change('SALESPERSON', 'placeOrder', placing)
  await stocked.change('SALESPERSON', 'confirmOrder', { orderId: order.id })
  return { orderId: order.id, lineId: order.lines[0].id }
}

const check = (orderId: string, serial: string) =>
  stocked.change(
    'WAREHOUSE',
    'checkOutbound',
    { orderId, pickedBy: 'warehouse-2', items: [{ scan: scanOf(serial), quantity: '1', result: 'PASSED' }] },
    'violations { rule facts message { en } }',
  )

describe('a serial number that twenty orders check at once', () => {
  it(
    'passes on one of them, and on another once it came back (TRC-1, order.serial)',
    async () => {
      const orders = await Promise.all(Array.from({ length: 20 }, confirmedOrder))
      const answers = await Promise.all(orders.map(({ orderId }) => check(orderId, 'S-1')))
      const winner = orders[answers.findIndex(({ violations }) => violations.length === 0)]
      const refusals = answers.flatMap(({ violations }) => violations)
      expect(refusals).toHaveLength(19)
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({
          rule: 'TRC-1',
          facts: { serialNumber: 'S-1', takenBy: winner?.orderId },
          message: { en: expect.stringContaining('S-1') },
        })
      }
      const lot = { lotId: await lotId(), lineId: winner?.lineId, quantity: '1', serialNumber: 'S-1' }
      const { orderId } = winner ?? { orderId: '' }
      expect(rulesOf(await stocked.change('WAREHOUSE', 'shipGoods', { orderId, items: [lot] }))).toEqual([])
      const [other = ''] = orders.flatMap((one) => (one.orderId === orderId ? [] : [one.orderId]))
      expect(rulesOf(await check(other, 'S-1'))).toEqual(['TRC-1'])
      const returned = { orderId, items: [lot], reason: 'not opened' }
      expect(rulesOf(await stocked.change('WAREHOUSE', 'takeBackGoods', returned))).toEqual([])
      expect(rulesOf(await check(other, 'S-1'))).toEqual([])
    },
    PATIENCE_MS,
  )
})

async function lotId(): Promise<string> {
  const query = `query ($filter: LotFilter) { lots(filter: $filter) { edges { node { id } } } }`
  const { data } = await stocked.ask(['WAREHOUSE'], query, { filter: { lotNumber: '10-A' } })
  return data.lots.edges[0].node.id
}

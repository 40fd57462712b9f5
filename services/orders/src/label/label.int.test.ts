import { randomUUID } from 'node:crypto'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rulesOf, type Stocked, startStocked } from '../stocked.fixture.ts'

/** 3 x (0+5+1+0+5+0+0) + (9+0+1+1+3+1) = 48: check digit 2. */
const GTIN = '09501101530102'
const SCAN = `]d201${GTIN}11260102172803311010-A\u001d21S-7\r\n`
let stocked: Stocked
let productId: string

beforeAll(async () => {
  stocked = await startStocked()
  await stocked.learnCustomer()
  const pump = { code: 'PU-9', name: 'Pump', productClass: 'UNREGULATED', unit: 'piece' }
  const { product } = await register({ ...pump, deviceIdentifier: '9501101530102' })
  productId = product.id
})
afterAll(() => stocked.dispose())

const register = (product: object) =>
  stocked.change('QUALITY_CONTROL', 'registerProduct', product, 'product { id } violations { rule }')
const receive = (input: object) => stocked.change('WAREHOUSE', 'receiveLot', input, 'lot { id } violations { rule }')

async function labelOf(scan: string) {
  const query = `query ($scan: LabelScan!) { readLabel(scan: $scan) {
    deviceIdentifier lotNumber producedOn expiresOn serialNumber product { id code } lot { lotNumber }
    otherParts { identifier value } problems { code identifier message { en } } } }`
  const { data, codes } = await stocked.ask(['WAREHOUSE'], query, { scan })
  expect(codes).toEqual([])
  return data.readLabel
}

describe('a label that is scanned', () => {
  it('is told part by part, with what is on record, and what cannot be read (TRC-7)', async () => {
    expect(await labelOf(SCAN)).toEqual({
      deviceIdentifier: GTIN,
      lotNumber: '10-A',
      producedOn: '2026-01-02',
      expiresOn: '2028-03-31',
      serialNumber: 'S-7',
      product: { id: productId, code: 'PU-9' },
      lot: null,
      otherParts: [],
      problems: [],
    })
    expect(await labelOf('(01)06901234567892(240)XY')).toMatchObject({
      product: null,
      otherParts: [{ identifier: '240', value: 'XY' }],
    })
    const unsure = await labelOf(`01${GTIN}1024072410S23`)
    expect(unsure).toMatchObject({ lotNumber: null, deviceIdentifier: GTIN, problems: [{ code: 'AMBIGUOUS' }] })
  })

  it('receives the lot, twice as one, and no other product than was entered (TRC-4)', async () => {
    const first = await receive({ scan: SCAN, quantity: '5' })
    expect(rulesOf(first)).toEqual([])
    expect(rulesOf(await receive({ scan: SCAN, quantity: '5' }))).toEqual(['TRC-1'])
    const again = await receive({ scan: SCAN.replace('S-7', 'S-8'), quantity: '5' })
    expect(again.lot.id).toBe(first.lot.id)
    expect(await labelOf(SCAN)).toMatchObject({ lot: { lotNumber: '10-A' } })
    const other = { scan: SCAN, productId: stocked.productId, quantity: '5' }
    expect(rulesOf(await receive(other))).toEqual(['TRC-4'])
    const unknown = { scan: '(01)06901234567892(10)A', quantity: '5' }
    expect(rulesOf(await receive(unknown))).toEqual(['TRC-4'])
  })

  it('has a repeated key answered alike, also where the first answer was that no product bears it', async () => {
    const idempotencyKey = randomUUID()
    const input = { idempotencyKey, scan: '(01)06901234567908(10)B', quantity: '1' }
    expect(rulesOf(await receive(input))).toEqual(['TRC-4'])
    const cuff = { code: 'CU-1', name: 'Cuff', productClass: 'UNREGULATED', unit: 'piece' }
    await register({ ...cuff, deviceIdentifier: '06901234567908' })
    expect(rulesOf(await receive(input))).toEqual(['TRC-4'])
    const anew = { ...input, idempotencyKey: randomUUID() }
    expect(rulesOf(await receive(anew))).toEqual([])
  })

  it('is refused as input where it holds what no scanner sends', async () => {
    const document = `mutation ($entry: Entry!, $input: ReceiveLotInput!) {
      receiveLot(entry: $entry, input: $input) { lot { id } } }`
    const input = entryAndInput({ scan: '(10)A\u0000', quantity: '1' })
    expect((await stocked.ask(['WAREHOUSE'], document, input)).codes).toEqual(['INPUT_INVALID'])
  })

  it('checks goods of an order (DEL-2, TRC-4)', async () => {
    const { order } = await stocked.change('SALESPERSON', 'placeOrder', {
      customerId: stocked.customerId,
      lines: [{ productId, quantity: '2', unitPrice: { minor: 100, currency: 'CNY' } }],
    })
    const orderId = order.id
    await stocked.change('SALESPERSON', 'confirmOrder', { orderId })
    const item = { scan: SCAN, quantity: '1', result: 'PASSED' }
    const check = (items: readonly object[]) =>
      stocked.change('WAREHOUSE', 'checkOutbound', { orderId, pickedBy: 'warehouse-2', items })
    expect(rulesOf(await check([item]))).toEqual([])
    expect(rulesOf(await check([{ ...item, scan: '(01)06901234567908(10)B' }]))).toEqual(['TRC-4'])
    const query = `query ($id: ID!) { order(id: $id) { checks { items { serialNumber lot { lotNumber } } } } }`
    const { data } = await stocked.ask(['WAREHOUSE'], query, { id: orderId })
    const checked = { serialNumber: 'S-7', lot: { lotNumber: '10-A' } }
    expect(data.order.checks).toEqual([{ items: [checked] }])
  })
})

import { randomUUID } from 'node:crypto'
import { instantFromMillis, parseInstant } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, startBench } from '../orders.fixture.ts'

const now = instantFromMillis(Date.parse('2026-03-02T02:00:00.000Z'))
let bench: Bench
let productId: string

async function change(role: string, name: string, input: object, selection: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const document = `mutation ($entry: Entry!, $input: ${type}!) { ${name}(entry: $entry, input: $input) { ${selection} } }`
  const { data, codes } = await bench.ask([role], document, entryAndInput({ ...input }))
  expect(codes).toEqual([])
  return data[name]
}
const LOT = 'lot { id version quantity status replenishments { quantity receivedAt } } violations { rule path facts }'
const receive = (lotNumber: string, more: object = {}) =>
  change('WAREHOUSE', 'receiveLot', { productId, lotNumber, quantity: '5', producedOn: '2026-01-05', ...more }, LOT)
const lotsCalled = async (lotNumber: string) => {
  const query = `query ($filter: LotFilter) { lots(filter: $filter) { edges { node { id quantity } } } }`
  const { data } = await bench.ask(['WAREHOUSE'], query, { filter: { lotNumber } })
  return data.lots.edges.map(({ node }: { node: object }) => node)
}

beforeAll(async () => {
  bench = await startBench(() => now)
  const registered = { code: 'PU-1', name: 'Pump', productClass: 'UNREGULATED', unit: 'piece' }
  const { product } = await change(
    'QUALITY_CONTROL',
    'registerProduct',
    registered,
    'product { id } violations { rule }',
  )
  productId = product.id
})
afterAll(() => bench.dispose())

describe('a lot that is received twice', () => {
  it('is one lot with both quantities, however its number is written (TRC-4)', async () => {
    const first = await receive('L-1')
    const later = await receive(' ｌ－ １', { quantity: '2.5', producedOn: null })
    expect(later.violations).toEqual([])
    expect(later.lot).toMatchObject({ id: first.lot.id, version: 2, quantity: '7.5', status: 'RECEIVED' })
    expect(later.lot.replenishments).toEqual([{ quantity: '2.5', receivedAt: parseInstant(now) }])
    expect(await lotsCalled('L-1')).toEqual([{ id: first.lot.id, quantity: '7.5' }])
  })

  it('stays as quality control left it: a block holds for what comes later (QLT-4)', async () => {
    const { lot } = await receive('L-2')
    const block = { lotId: lot.id, status: 'BLOCKED', source: 'REGULATOR_NOTICE', reason: 'notice 7' }
    await change('QUALITY_CONTROL', 'decideLotQuality', block, 'violations { rule }')
    expect((await receive('l-2')).lot).toMatchObject({ id: lot.id, status: 'BLOCKED', quantity: '10' })
  })

  it('is refused with another label, naming both (TRC-2)', async () => {
    const { lot } = await receive('L-3', { expiresOn: '2028-01-04', sterilisationLot: 'ST-1' })
    const { violations } = await receive('L-3', {
      expiresOn: '2027-01-04',
      sterilisationLot: 'st-1',
      producedOn: '2026-01-06',
    })
    const named = { lotId: lot.id, lotNumber: 'L-3' }
    expect(violations).toEqual([
      { rule: 'TRC-2', path: ['producedOn'], facts: { ...named, known: '2026-01-05', told: '2026-01-06' } },
      { rule: 'TRC-2', path: ['expiresOn'], facts: { ...named, known: '2028-01-04', told: '2027-01-04' } },
    ])
  })

  it('is another lot under the number of another product', async () => {
    const other = { code: 'PU-2', name: 'Pump', productClass: 'UNREGULATED', unit: 'piece' }
    const { product } = await change('QUALITY_CONTROL', 'registerProduct', other, 'product { id }')
    const { lot } = await receive('L-4')
    expect((await receive('L-4', { productId: product.id })).lot.id).not.toBe(lot.id)
  })

  it('counts a repeated request once', async () => {
    const idempotencyKey = randomUUID()
    await receive('L-5')
    const [first, again] = [await receive('L-5', { idempotencyKey }), await receive('L-5', { idempotencyKey })]
    expect([first.lot.quantity, again.lot.quantity]).toEqual(['10', '10'])
  })

  it('is one lot, whose quantity is what came, when twenty receipts come at once (TRC-4, lot.number)', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => receive(index % 2 ? 'R-1' : 'ｒ－１ ')))
    expect(answers.flatMap(({ violations }) => violations)).toEqual([])
    const [id, ...others] = new Set(answers.map(({ lot }) => lot.id))
    expect(others).toEqual([])
    expect(await bench.kit.connection.collection('lots').countDocuments({ 'state.lotNumber': /^[RｒＲ]/ })).toBe(1)
    expect(await bench.ask(['WAREHOUSE'], 'query ($id: ID!) { lot(id: $id) { quantity } }', { id })).toEqual({
      data: { lot: { quantity: '100' } },
      codes: [],
    })
  }, 60_000)
})

describe('what cannot be meant', () => {
  const entered = async (more: object) => {
    const document = `mutation ($entry: Entry!, $input: ReceiveLotInput!) {
      receiveLot(entry: $entry, input: $input) { lot { id } } }`
    const lot = { productId, lotNumber: 'L-9', quantity: '1', ...more }
    return (await bench.ask(['WAREHOUSE'], document, entryAndInput(lot))).codes
  }

  it('is refused as input: nothing received, and dates that are none', async () => {
    expect(await entered({ quantity: '0' })).toEqual(['INPUT_INVALID'])
    expect(await entered({ quantity: '0.000' })).toEqual(['INPUT_INVALID'])
    expect(await entered({ expiresOn: '9999-12-31' })).toHaveLength(1)
    expect(await entered({ producedOn: '0001-01-01' })).toHaveLength(1)
    expect(await entered({ expiresOn: '2099-12-31' })).toEqual([])
  })
})

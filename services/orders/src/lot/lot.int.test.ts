import { randomUUID } from 'node:crypto'
import { instantFromMillis, parseInstant, parseQuantity } from '@afterline/rules'
import { fillUniqueValues, inTransaction, repositoryOf, sharedReads } from '@afterline/service-kit'
import { entryAndInput, specificationOf } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { orders } from '../order/order.graph.ts'
import { goodsToShip, itemToShip } from '../order/order.samples.ts'
import { confirmed, placed } from '../order/past.samples.ts'
import { type Bench, startBench } from '../orders.fixture.ts'
import { lots } from './lot.graph.ts'

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
    expect(await bench.kit.connection.collection('lots').countDocuments({ 'state.lotNumber': /^[RｒＲ]/i })).toBe(1)
    expect(await bench.ask(['WAREHOUSE'], 'query ($id: ID!) { lot(id: $id) { quantity } }', { id })).toEqual({
      data: { lot: { quantity: '100' } },
      codes: [],
    })
  }, 60_000)
})

describe('twenty lots of a product that come in at once with one serial number', () => {
  it('are refused but one, whose number it is; the others are told which (TRC-1, lot.serial)', async () => {
    const serial = (index: number) => (index % 2 ? 'SN-1' : 'sn-1')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => receive(`S-${index}`, { serialNumbers: [serial(index)] })),
    )
    const winners = answers.flatMap(({ lot, violations }) => (violations.length === 0 ? [lot.id] : []))
    expect(winners).toHaveLength(1)
    const refusals = answers.flatMap(({ violations }) => violations)
    expect(refusals).toHaveLength(19)
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ rule: 'TRC-1', path: ['serialNumbers'], facts: { takenBy: winners[0] } })
    }
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

describe('a lot that was stored as two, before its number was one lot', () => {
  /** As they were written then: nothing was unique, and nobody had looked through them. */
  async function twins(lotNumber: string): Promise<readonly string[]> {
    const { connection, commands } = bench.kit
    const repository = repositoryOf(lots, bench.kit)
    const former = { ...repository, aggregate: { ...repository.aggregate, unique: [] } }
    const ids = [randomUUID(), randomUUID()]
    for (const lotId of ids) {
      const label = { productId, lotNumber, sterilisationLot: null, producedOn: null, expiresOn: null }
      const data = { lotId, ...label, scan: null, quantity: parseQuantity('5'), serialNumbers: [] }
      const command = { type: 'ReceiveLot', at: now, by: { id: 'w', role: 'WAREHOUSE' }, data } as const
      await commands.handle(former, { id: lotId, command, idempotencyKey: lotId, correlationId: lotId })
    }
    await connection.collection('uniqueValuesFilled').deleteMany({})
    await fillUniqueValues(bench.kit, [lots.stored])
    return ids
  }
  const readAs = async (id: string | undefined) => {
    const query = 'query ($id: ID!) { lot(id: $id) { twins { id } balance { received onHand } } }'
    return (await bench.ask(['WAREHOUSE'], query, { id })).data.lot
  }

  it('is one: each shows the other, both share a balance, and further goods come to one of them (TRC-4)', async () => {
    const [one, other] = await twins('T-1')
    expect(await readAs(one)).toEqual({ twins: [{ id: other }], balance: { received: '10', onHand: '10' } })
    expect(await readAs(other)).toEqual({ twins: [{ id: one }], balance: { received: '10', onHand: '10' } })
    const { lot } = await receive('t-1', { producedOn: null })
    expect([one, other]).toContain(lot.id)
    expect((await readAs(one)).balance).toEqual({ received: '15', onHand: '15' })
  })

  it('is blocked whole by a decision on either (QLT-4)', async () => {
    const [one = '', other = ''] = await twins('T-2')
    const block = { lotId: one, status: 'BLOCKED', source: 'REGULATOR_NOTICE', reason: 'notice 7' }
    await change('QUALITY_CONTROL', 'decideLotQuality', block, 'violations { rule }')
    const data = { ...goodsToShip, items: [{ ...itemToShip, lotId: other }] }
    const ship = { type: 'ShipGoods', at: now, by: { id: 'w', role: 'WAREHOUSE' }, data } as const
    const order = specificationOf(orders.aggregate).stateAfter([placed, confirmed])
    const found = await inTransaction(bench.kit.connection, (session) =>
      repositoryOf(orders, bench.kit).lookUp(ship, order, sharedReads(session)),
    )
    expect(found.lots[other]?.decisions).toMatchObject([{ status: 'BLOCKED', source: 'REGULATOR_NOTICE' }])
  })
})

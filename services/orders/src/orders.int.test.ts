import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { localDateOf, parseTimeZone, plusDays } from '@afterline/rules'
import { inTransaction, repositoryOf, sharedReads } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { OrderCommandOf } from './order/commands.ts'
import { orders } from './order/order.graph.ts'
import { goodsToShip, itemToShip } from './order/order.samples.ts'
import { rulesOf, type Stocked, startStocked } from './stocked.fixture.ts'

const zone = parseTimeZone('Asia/Shanghai')

let bench: Stocked
let customerId: string
let productId: string
let lotId: string
const change: Stocked['change'] = (...mutation) => bench.change(...mutation)
const place: Stocked['place'] = (quantity) => bench.place(quantity)

beforeAll(async () => {
  bench = await startStocked()
  await bench.recognise('somebody-else', 'SALESPERSON')
  ;({ customerId, productId, lotId } = bench)
})
afterAll(() => bench.dispose())

describe('an order of an unknown customer', () => {
  it('is refused (CUS-1), in both languages', async () => {
    const refused = await place()
    expect(rulesOf(refused)).toEqual(['CUS-1'])
    expect(refused.order).toBeNull()
    expect(refused.violations[0].message.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('an order', () => {
  it('goes from placing to delivery, in two shipments that its lot leads to (TRC-7)', async () => {
    await bench.learnCustomer()
    const { order } = await place()
    const orderId = order.id
    const lineId = order.lines[0].id
    expect(
      rulesOf(await change('WAREHOUSE', 'shipGoods', { orderId, items: [{ lineId, lotId, quantity: '4' }] })),
    ).toContain('OPP-1')
    bench.pass(1)
    expect((await change('SALESPERSON', 'confirmOrder', { orderId, expectedVersion: 1 })).order.status).toBe(
      'CONFIRMED',
    )
    const unchecked = { orderId, items: [{ lineId, lotId, quantity: '4', qualityCondition: 'intact' }] }
    expect(rulesOf(await change('WAREHOUSE', 'shipGoods', unchecked))).toEqual(['DEL-2'])
    const check = { orderId, pickedBy: 'warehouse-2', items: [{ lineId, lotId, quantity: '10', result: 'PASSED' }] }
    expect(rulesOf(await change('WAREHOUSE', 'checkOutbound', { ...check, pickedBy: 'WAREHOUSE' }))).toEqual(['DEL-2'])
    expect((await change('WAREHOUSE', 'checkOutbound', check)).order.status).toBe('CHECKED')
    bench.pass(1)
    const first = await change('WAREHOUSE', 'shipGoods', unchecked)
    expect(first).toMatchObject({
      violations: [],
      order: { status: 'PARTLY_SHIPPED', lines: [{ shippedQuantity: '4' }] },
    })
    bench.pass(1)
    const rest = { orderId, items: [{ ...unchecked.items[0], quantity: '6' }] }
    const second = await change('WAREHOUSE', 'shipGoods', rest)
    expect(second.order.status).toBe('SHIPPED')
    bench.pass(1)
    for (const { id: shipmentId } of second.order.shipments) {
      expect(rulesOf(await change('SALESPERSON', 'reportDelivery', { orderId, shipmentId }))).toEqual([])
    }
    const query = `query ($id: ID!, $lotId: ID!) {
      order(id: $id) { status deadlines { key status } shipments { items { lot { lotNumber } salesRecord { handledBy lotNumber } } } }
      lot(id: $lotId) { shipments(first: 1) { edges { node { id order { id } customer { id } } } pageInfo { hasNextPage endCursor } } } }`
    const { data, codes } = await bench.ask(['AUDITOR'], query, { id: orderId, lotId })
    expect(codes).toEqual([])
    const item = { lot: { lotNumber: 'L-1' }, salesRecord: { handledBy: 'WAREHOUSE', lotNumber: 'L-1' } }
    expect(data.order).toEqual({
      status: 'DELIVERED',
      deadlines: expect.arrayContaining([
        { key: 'order.confirm', status: 'MET' },
        { key: 'order.delivery', status: 'MET' },
      ]),
      shipments: [{ items: [item] }, { items: [item] }],
    })
    const node = { id: second.order.shipments[0].id, order: { id: orderId }, customer: { id: customerId } }
    expect(data.lot.shipments).toMatchObject({ edges: [{ node }], pageInfo: { hasNextPage: true } })
    const next = `query ($lotId: ID!, $after: String) { lot(id: $lotId) {
      shipments(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage } } } }`
    const { data: page } = await bench.ask(['AUDITOR'], next, { lotId, after: data.lot.shipments.pageInfo.endCursor })
    expect(page.lot.shipments).toEqual({
      edges: [{ node: { id: second.order.shipments[1].id } }],
      pageInfo: { hasNextPage: false },
    })
  })

  it('is placed once, however often the request comes', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      customerId,
      lines: [{ productId, quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }],
    }
    const first = await change('SALESPERSON', 'placeOrder', input)
    expect(await change('SALESPERSON', 'placeOrder', input)).toEqual(first)
  })

  it('is placed by a salesperson in no other one’s name; a manager names whom it belongs to', async () => {
    const document = `mutation ($entry: Entry!, $input: PlaceOrderInput!) { placeOrder(entry: $entry, input: $input) {
      order { salespersonId } violations { rule }
    } }`
    const placing = (role: string, salespersonId: string) =>
      bench.ask([role], document, entryAndInput({ customerId, lines: [], salespersonId }), 'SALESPERSON')
    expect((await placing('SALESPERSON', 'somebody-else')).codes).toEqual(['INPUT_INVALID'])
    for (const [role, name] of [
      ['SALESPERSON', 'SALESPERSON'],
      ['SALES_MANAGER', 'somebody-else'],
    ] as const) {
      const { data, codes } = await placing(role, name)
      expect([codes, rulesOf(data.placeOrder)]).toEqual([[], ['ORD-3']])
    }
  })

  it('is its salesperson’s, and everybody’s with a further role; there is none by an unknown id', async () => {
    const { order } = await place()
    const query = 'query ($id: ID!) { order(id: $id) { id } }'
    const seenBy = async (roles: readonly string[], id: string) =>
      (await bench.ask(roles, query, { id: order.id }, id)).codes
    expect(await seenBy(['SALESPERSON'], 'SALESPERSON')).toEqual([])
    expect(await seenBy(['SALESPERSON'], 'somebody-else')).toEqual(['NOT_FOUND'])
    expect(await seenBy(['SALESPERSON', 'AUDITOR'], 'somebody-else')).toEqual([])
    expect((await bench.ask(['AUDITOR'], query, { id: randomUUIDv7() })).codes).toEqual(['NOT_FOUND'])
  })
})

describe('the scorecard', () => {
  it('shows the sales figures of what the tests above did, for the same question under its id', async () => {
    const today = localDateOf(bench.now(), zone)
    const variables = { from: plusDays(today, -2), to: plusDays(today, 3) }
    const query = `query ($from: LocalDate!, $to: LocalDate!) { scorecard(from: $from, to: $to) {
      id sales { id numerator denominator pending } } }`
    const { data, codes } = await bench.ask(['SALES_MANAGER'], query, variables)
    expect(codes).toEqual([])
    // Two more orders wait for their confirmation; the one that was delivered shipped 10 for 100.00 by its contract date.
    expect(data.scorecard.sales).toEqual([
      { id: 'KPI-1', numerator: '1', denominator: '1', pending: 2 },
      { id: 'KPI-3', numerator: '10000', denominator: '0', pending: 0 },
      // Ten pieces left, in two shipments: as such, and as what was shipped of them.
      { id: 'KPI-4', numerator: '10', denominator: '0', pending: 0 },
      { id: 'KPI-4', numerator: '10', denominator: '0', pending: 0 },
      expect.objectContaining({ id: 'KPI-9', numerator: '1', denominator: '1' }),
      { id: 'KPI-10', numerator: '10', denominator: '10', pending: 0 },
      // Three orders and two shipments were entered.
      { id: 'KPI-32', numerator: '5', denominator: '5', pending: 0 },
      { id: 'KPI-40', numerator: '2', denominator: '2', pending: 0 },
    ])
    const entity = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Scorecard { sales { id numerator denominator pending } } } }`
    const representations = [{ __typename: 'Scorecard', id: data.scorecard.id }]
    const again = await bench.ask(['SALES_MANAGER'], entity, { representations })
    expect(again.data._entities).toEqual([{ sales: data.scorecard.sales }])
  })
})

describe('the deadline board', () => {
  it('lists the open limits of orders, those that are overdue first', async () => {
    bench.pass(25)
    const query = `{ deadlineBoard(filter: { statuses: [OVERDUE], keys: ["order.confirm"] }) {
      orders { edges { node { key status stream explanation { countedMs } } } } } }`
    const { data, codes } = await bench.ask(['SALES_MANAGER'], query)
    expect(codes).toEqual([])
    expect(data.deadlineBoard.orders.edges).toHaveLength(2)
    expect(data.deadlineBoard.orders.edges[0].node).toMatchObject({ key: 'order.confirm', status: 'OVERDUE' })
  })
})

describe('orders of a customer', () => {
  it('are listed newest first, page by page', async () => {
    const query = `query ($id: ID!, $after: String) { orders(filter: { customerId: [$id] }, first: 2, after: $after) {
      edges { node { id placedAt customer { id } } } pageInfo { hasNextPage endCursor } } }`
    const first = await bench.ask(['AUDITOR'], query, { id: customerId })
    const { endCursor: after, hasNextPage } = first.data.orders.pageInfo
    const second = await bench.ask(['AUDITOR'], query, { id: customerId, after })
    const nodes = [...first.data.orders.edges, ...second.data.orders.edges].map(({ node }) => node)
    expect([hasNextPage, second.data.orders.pageInfo.hasNextPage, nodes.length]).toEqual([true, false, 3])
    const instants = nodes.map(({ placedAt }) => placedAt)
    expect(instants).toEqual(instants.toSorted().toReversed())
  })

  const idsOf = async (args: string, field = 'orders') => {
    const { data, codes } = await bench.ask(
      ['AUDITOR'],
      `{ ${field}${args} { totalCount edges { cursor node { id } } } }`,
    )
    expect(codes).toEqual([])
    return data[field] as {
      readonly totalCount: number
      readonly edges: readonly { cursor: string; node: { id: string } }[]
    }
  }

  it('are counted over all pages', async () => {
    const all = await idsOf('(first: 100)')
    expect(all.totalCount).toBe(all.edges.length)
    expect((await idsOf('(first: 1)')).totalCount).toBe(all.edges.length)
  })

  it('are filtered by any of some values, by a stretch of time and by their last change', async () => {
    const all = await idsOf('(first: 100)')
    expect((await idsOf('(first: 100, filter: { channel: ["DIRECT", "ELSEWHERE"] })')).totalCount).toBe(all.totalCount)
    expect((await idsOf('(filter: { channel: [] })')).totalCount).toBe(0)
    expect((await idsOf(`(filter: { placedAt: { before: "${bench.start}" } })`)).totalCount).toBe(0)
    expect((await idsOf(`(filter: { placedAt: { from: "${bench.start}" } })`)).totalCount).toBe(all.totalCount)
    expect((await idsOf('(filter: { changedSince: "2999-01-01T00:00:00Z" })')).totalCount).toBe(0)
  })

  it('are not paged by the cursor of another list, or of another order of theirs', async () => {
    const { edges } = await idsOf('(first: 1)')
    const [{ cursor } = { cursor: '' }] = edges
    for (const list of [`orders(sort: OLDEST_FIRST, after: "${cursor}")`, `products(after: "${cursor}")`]) {
      expect((await bench.ask(['AUDITOR'], `{ ${list} { edges { cursor } } }`)).codes).toEqual(['CURSOR_INVALID'])
    }
  })

  it('say what can be done with them, by role and stage', async () => {
    const query =
      '{ orders(first: 100) { edges { node { status number availableCommands { mutation isAvailable label { zh } } } } } }'
    const { data } = await bench.ask(['SALES_MANAGER'], query)
    const placed = data.orders.edges.find(({ node }: { node: { status: string } }) => node.status === 'PLACED').node
    const available = placed.availableCommands.filter(({ isAvailable }: { isAvailable: boolean }) => isAvailable)
    expect(available.map(({ mutation }: { mutation: string }) => mutation)).toEqual([
      'confirmOrder',
      'rejectOrder',
      'cancelOrder',
    ])
    expect(placed.availableCommands.map(({ mutation }: { mutation: string }) => mutation)).not.toContain('shipGoods')
    expect(placed.number).toMatch(/^ORD-/)
  })
})

describe('an order that is larger than a message can be', () => {
  it('is refused before it is stored: nothing of the service could be published behind it', async () => {
    const line = { productId, quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }
    const document =
      'mutation ($entry: Entry!, $input: PlaceOrderInput!) { placeOrder(entry: $entry, input: $input) { order { id } } }'
    const values = { customerId, lines: Array(3000).fill(line) }
    expect((await bench.ask(['SALESPERSON'], document, entryAndInput(values))).codes).toEqual(['INPUT_INVALID'])
  })
})

describe('a lot', () => {
  it('cannot be blocked unnoticed while goods of it ship (QLT-4)', async () => {
    const repository = repositoryOf(orders, bench.kit)
    const { order } = await place()
    const document = await repository.model.findById(order.id).lean()
    if (!document) throw new Error('the order is there')
    const ship: OrderCommandOf<'ShipGoods'> = {
      type: 'ShipGoods',
      at: bench.now(),
      by: { id: 'sales-1', role: 'WAREHOUSE' },
      data: { ...goodsToShip, items: [{ ...itemToShip, lineId: order.lines[0].id, lotId }] },
    }
    await inTransaction(bench.kit.connection, async (session) => {
      await repository.lookUp(ship, document.state, sharedReads(session))
      const other = await bench.kit.connection.startSession()
      other.startTransaction()
      const block = bench.kit.connection
        .collection<{ _id: string }>('lots')
        .updateOne({ _id: lotId }, { $set: { 'state.status': 'BLOCKED' } }, { session: other })
      await expect(block).rejects.toMatchObject({ codeName: 'WriteConflict' })
      await other.endSession()
    })
  })

  it('that is blocked stays in the warehouse (QLT-4)', async () => {
    const { order } = await place('1')
    const orderId = order.id
    const items = [{ lineId: order.lines[0].id, lotId, quantity: '1' }]
    await change('SALESPERSON', 'confirmOrder', { orderId })
    await change('WAREHOUSE', 'checkOutbound', {
      orderId,
      pickedBy: 'warehouse-2',
      items: [{ ...items[0], result: 'PASSED' }],
    })
    const decision = { lotId, status: 'BLOCKED', source: 'REGULATOR_NOTICE', reason: 'notice 12' }
    const blocked = await change('QUALITY_CONTROL', 'decideLotQuality', decision, 'lot { status } violations { rule }')
    expect(blocked.lot.status).toBe('BLOCKED')
    const goods = items.map((item) => ({ ...item, qualityCondition: 'intact' }))
    expect(rulesOf(await change('WAREHOUSE', 'shipGoods', { orderId, items: goods }))).toEqual(['QLT-4'])
  })
})

describe('an order of another salesperson’s customer', () => {
  const LINES = { productId: '', quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }
  const answer = 'order { id } violations { rule message { en } facts }'
  const placing = async (roles: readonly string[], customer: string) => {
    const document = `mutation ($entry: Entry!, $input: PlaceOrderInput!) { placeOrder(entry: $entry, input: $input) { ${answer} } }`
    const input = entryAndInput({ customerId: customer, lines: [{ ...LINES, productId }] })
    const { data, codes } = await bench.ask(roles, document, input, 'rival')
    expect(codes).toEqual([])
    return data.placeOrder
  }

  it('is refused as if the customer had no file, also with a second role (CUS-1, SEC-2)', async () => {
    const without = (facts: string) => facts.replace(/"customerId":"[^"]+"/, '')
    for (const roles of [['SALESPERSON'], ['SALESPERSON', 'AUDITOR']]) {
      const [foreign, nobody] = [await placing(roles, customerId), await placing(roles, randomUUIDv7())]
      expect(rulesOf(foreign)).toEqual(['CUS-1'])
      expect(without(JSON.stringify(foreign))).toBe(without(JSON.stringify(nobody)))
    }
  })

  it('is a manager’s to place, and recorded with the role that allowed it (ORG-3)', async () => {
    const { order, violations } = await placing(['SALESPERSON', 'SALES_MANAGER'], customerId)
    expect(violations).toEqual([])
    const [event] = await bench.kit.connection
      .collection('events')
      .find({ stream: `order-${order.id}` })
      .toArray()
    expect(event?.['actor']).toEqual({ id: 'rival', role: 'SALES_MANAGER' })
  })

  it('tells nothing of licence, credit and needs when its customer has gone to somebody else (CUS-4, CUS-5, CUS-8)', async () => {
    const { order } = await place()
    const confirming = async (id: string) => {
      const document = `mutation ($entry: Entry!, $input: ConfirmOrderInput!) { confirmOrder(entry: $entry, input: $input) { ${answer} } }`
      return (await bench.ask(['SALESPERSON'], document, entryAndInput({ orderId: id }))).data.confirmOrder
    }
    const assigned = (ownerId: string) =>
      bench.learn({ type: 'CustomerOwnerAssigned', data: { customerId, ownerId } }, bench.now())
    await assigned('rival')
    const refused = await confirming(order.id)
    await assigned('SALESPERSON')
    expect(new Set(rulesOf(refused))).toEqual(new Set(['CUS-4', 'CUS-5', 'CUS-8']))
    const told = refused.violations.map(({ facts }: { facts: object }) => facts)
    expect(JSON.stringify(told)).not.toMatch(/MI-1|GOOD/)
    expect(rulesOf(await confirming(order.id))).toEqual([])
  })
})

import { randomUUIDv7 } from 'node:crypto'
import { encodeScorecardId, parseInstant, parseLocalDate } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, startBench } from './orders.fixture.ts'

const now = parseInstant('2026-03-02T09:00:00+08:00')
let bench: Bench

beforeAll(async () => {
  bench = await startBench(() => now)
})
afterAll(() => bench.dispose())

async function opened(customerId: string, ownerId: string): Promise<void> {
  const file = { customerId, ownerId, organisation: 'Riverside Clinic', kind: 'CUSTOMER', region: null } as const
  await bench.learn({ type: 'CustomerFileOpened', data: { ...file, partyRoles: ['BUYER'], sourceKey: null } }, now)
}

/** An order of a customer with a file. */
async function placed(salesperson = 'SALESPERSON'): Promise<{ readonly id: string }> {
  const customerId = randomUUIDv7()
  await opened(customerId, salesperson)
  const register = `mutation ($entry: Entry!, $input: RegisterProductInput!) {
    registerProduct(entry: $entry, input: $input) { product { id } } }`
  const product = { code: `G-${customerId}`, name: 'Gauze', productClass: 'UNREGULATED', unit: 'piece' }
  const registered = await bench.ask(['QUALITY_CONTROL'], register, entryAndInput(product))
  const place = `mutation ($entry: Entry!, $input: PlaceOrderInput!) {
    placeOrder(entry: $entry, input: $input) { order { id } violations { rule } } }`
  const { id: productId } = registered.data.registerProduct.product
  const lines = [{ productId, quantity: '1', unitPrice: { minor: 1000, currency: 'CNY' } }]
  const { data } = await bench.ask(['SALESPERSON'], place, entryAndInput({ customerId, lines }), salesperson)
  expect(data.placeOrder.violations).toEqual([])
  return data.placeOrder.order
}

/** How the database answered a question about orders: the indexes that it went by. */
async function plansOf(question: () => Promise<unknown>): Promise<readonly string[]> {
  const { db } = bench.kit.connection
  if (!db) throw new Error('the bench is connected')
  const since = new Date()
  await db.command({ profile: 2 })
  await question()
  await db.command({ profile: 0 })
  const asked = { ns: `${db.databaseName}.orders`, 'command.aggregate': 'orders', ts: { $gte: since } }
  const answers = await db.collection<{ readonly planSummary: string }>('system.profile').find(asked).toArray()
  return answers.map(({ planSummary }) => planSummary)
}

async function cancelled(salesperson: string): Promise<void> {
  const { id: orderId } = await placed(salesperson)
  const cancel = `mutation ($entry: Entry!, $input: CancelOrderInput!) {
    cancelOrder(entry: $entry, input: $input) { violations { rule } } }`
  const { codes } = await bench.ask(
    ['SALESPERSON'],
    cancel,
    entryAndInput({ orderId, reason: 'withdrawn' }),
    salesperson,
  )
  expect(codes).toEqual([])
}

describe('a page of orders', () => {
  it('with findings is read without those that have none', async () => {
    await placed()
    expect(await plansOf(() => bench.ask(['AUDITOR'], '{ findings(first: 5) { pageInfo { hasNextPage } } }'))).toEqual([
      'IXSCAN { _id: 1, findings.rule: 1 }',
    ])
  })

  it("of a salesperson's own at a stage is read without those at others, and without others' own", async () => {
    for (const _ of [1, 2, 3]) {
      await cancelled('sales-2')
      await placed('sales-3')
    }
    const question = '{ orders(first: 5, filter: { status: [CANCELLED] }) { edges { node { id } } } }'
    expect(await plansOf(() => bench.ask(['SALESPERSON'], question, {}, 'sales-3'))).toEqual([
      'IXSCAN { state.salespersonId: 1, state.status: 1, state.placedAt: -1, _id: -1 }',
    ])
  })
})

describe('figures', () => {
  const question =
    'query ($scope: String) { scorecard(from: "2026-01-01", to: "2026-12-31", scope: $scope) { sales { id } } }'
  const asking = async (roles: readonly string[], scope: string) =>
    (await bench.ask(roles, question, { scope }, 'SALESPERSON')).codes
  const entity = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Scorecard { sales { id } salesCountedTo } } }`

  it('of own records are a salesperson’s, and sums over everybody’s; a colleague’s and of unknown customers are not (ORG-8, SEC-2)', async () => {
    const own = randomUUIDv7()
    const foreign = randomUUIDv7()
    await opened(own, 'SALESPERSON')
    await opened(foreign, 'colleague')
    for (const scope of ['company', 'channel:DIRECT', `product:${own}`, 'person:SALESPERSON', `customer:${own}`]) {
      expect([scope, await asking(['SALESPERSON'], scope)]).toEqual([scope, []])
    }
    const refused = ['person:colleague', `customer:${foreign}`, `customer:${randomUUIDv7()}`, `lot:${own}`]
    for (const scope of refused) {
      expect([scope, await asking(['SALESPERSON'], scope)]).toEqual([scope, ['FORBIDDEN']])
      // A role that reads no figures opens none.
      expect(await asking(['SALESPERSON', 'WAREHOUSE'], scope)).toEqual(['FORBIDDEN'])
      expect(await asking(['SALESPERSON', 'AUDITOR'], scope)).toEqual([])
      const period = { from: parseLocalDate('2026-01-01'), to: parseLocalDate('2026-12-31'), zone: null, asOf: now }
      const refs = [{ __typename: 'Scorecard', id: encodeScorecardId({ ...period, scope }) }]
      expect((await bench.ask(['SALESPERSON'], entity, { refs })).data._entities).toEqual([
        { sales: null, salesCountedTo: null },
      ])
    }
  })
})

describe('open limits', () => {
  const question = '{ deadlineBoard { orders(first: 100) { edges { node { stream } } } } }'
  const streamsFor = async (roles: readonly string[], id?: string) => {
    const { data, codes } = await bench.ask(roles, question, {}, id)
    expect(codes).toEqual([])
    return data.deadlineBoard.orders.edges.map(({ node }: { node: { stream: string } }) => node.stream) as string[]
  }

  it('are shown of records that one may read (SEC-2)', async () => {
    const stream = `order-${(await placed()).id}`
    expect(await streamsFor(['SALESPERSON'])).toContain(stream)
    expect(await streamsFor(['SALESPERSON'], 'colleague')).toEqual([])
    expect(await streamsFor(['PRODUCTION'])).toContain(stream)
    expect(await streamsFor(['SALESPERSON', 'PRODUCTION'], 'colleague')).toContain(stream)
  })

  it('are found page by page, also where most are somebody else’s', async () => {
    const own = new Set(await streamsFor(['SALESPERSON']))
    await placed()
    const page = async (after: string | null) => {
      const asked =
        'query ($after: String) { deadlineBoard { orders(first: 1, after: $after) { edges { cursor node { stream } } pageInfo { hasNextPage } } } }'
      return (await bench.ask(['SALESPERSON'], asked, { after })).data.deadlineBoard.orders
    }
    const found = new Set<string>()
    let after: string | null = null
    for (;;) {
      const { edges, pageInfo } = await page(after)
      for (const { node } of edges) found.add(node.stream)
      if (!pageInfo.hasNextPage) break
      after = edges[0].cursor
    }
    expect(found.size).toBe(own.size + 1)
  })
})

describe('the graph', () => {
  it('tells who asks', async () => {
    const { data } = await bench.ask(['AUDITOR'], '{ viewer { subject roles } }', {}, 'auditor-7')
    expect(data.viewer).toEqual({ subject: 'auditor-7', roles: ['AUDITOR'] })
  })

  it('says up to when limits and figures are counted, and what it was to wait for: nothing of the future', async () => {
    const order = await placed()
    const asked = `query ($includes: Instant) {
      scorecard(from: "2026-01-01", to: "2026-12-31", includes: $includes) { includes salesCountedTo sales { id pending } }
      deadlineBoard(filter: { keys: ["order.confirm"] }, includes: $includes) {
        includes orders { countedTo edges { node { stream } } }
      }
    }`
    const { data, codes } = await bench.ask(['LEADERSHIP'], asked, { includes: '2199-01-01T00:00:00.000Z' })
    expect(codes).toEqual([])
    expect(data.scorecard).toMatchObject({ includes: now, salesCountedTo: now })
    expect(data.deadlineBoard).toMatchObject({ includes: now, orders: { countedTo: now } })
    const streams = data.deadlineBoard.orders.edges.map(({ node }: { node: { stream: string } }) => node.stream)
    expect(streams).toContain(`order-${order.id}`)
    const { data: plain } = await bench.ask(['LEADERSHIP'], asked)
    expect(plain.scorecard).toMatchObject({ includes: null, salesCountedTo: now })
    expect((await bench.ask(['LEADERSHIP'], asked, { includes: 'soon' })).data).toBeNull()
  })

  it('tells anybody what values, limits and figures are called, so that no portal invents names', async () => {
    const { data: words, codes } = await bench.ask([], '{ labels { enum values { value label { zh en } } } }')
    expect(codes).toEqual([])
    expect(words.labels).toContainEqual({
      enum: 'CheckResult',
      values: [
        { value: 'PASSED', label: { zh: '合格', en: 'Passed' } },
        { value: 'FAILED', label: { zh: '不合格', en: 'Failed' } },
      ],
    })

    const order = await placed()
    const ofOrder = `query ($id: ID!) { order(id: $id) { deadlines { key label { zh en } } } }`
    const limits = await bench.ask(['AUDITOR'], ofOrder, { id: order.id })
    expect(limits.data.order.deadlines).toContainEqual({
      key: 'order.confirm',
      label: { zh: '订单确认', en: 'Confirmation of the order' },
    })

    const ofPeriod = '{ scorecard(from: "2026-01-01", to: "2026-02-01") { sales { id part label { zh en } } } }'
    const figures = await bench.ask(['AUDITOR'], ofPeriod)
    expect(figures.data.scorecard.sales).toContainEqual({
      id: 'KPI-1',
      part: null,
      label: { zh: '订单按时确认率', en: 'Orders confirmed on time' },
    })
  })
})

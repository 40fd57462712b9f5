import { historyId } from '@afterline/events'
import { parseInstant, parseLocalDate } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, startBench } from '../orders.fixture.ts'

const SYSTEM = 'shop'
const source = { system: SYSTEM, file: 'orders.csv' }
const customerId = historyId(SYSTEM, 'customer', 'C-1')
const licenceId = historyId(SYSTEM, 'licence', 'MI-4711')
const at = (day: string) => parseInstant(`2026-02-${day}T09:00:00+08:00`)

const line = { key: '1', productKey: 'P-1', quantity: '2', unitPrice: { minor: 250, currency: 'CNY' } }
const order = (row: number, changes: object = {}) => ({
  row,
  key: `A-${row}`,
  customerKey: 'C-1',
  channel: 'ONLINE',
  placedAt: at('02'),
  lines: [line],
  ...changes,
})

const IMPORT = `mutation ($input: ImportOrdersInput!) { importOrders(input: $input) {
  results { row key id status findings { rule source } violations { rule path }
  changes { field before after } } } }`

let bench: Bench
const importOrders = async (...records: readonly object[]) => {
  const { data, codes } = await bench.ask(['OPERATOR'], IMPORT, { input: { source, records } })
  expect(codes).toEqual([])
  return data.importOrders.results
}
const rulesOf = ({ findings }: { findings: readonly { rule: string }[] }) => findings.map(({ rule }) => rule).toSorted()

beforeAll(async () => {
  bench = await startBench()
  await bench.learn(
    {
      type: 'CustomerFileOpened',
      data: {
        customerId,
        organisation: 'Riverside Clinic',
        kind: 'CUSTOMER',
        partyRoles: ['BUYER'],
        ownerId: null,
        region: null,
        sourceKey: 'C-1',
      },
    },
    at('01'),
  )
  const products = `mutation ($input: ImportProductsInput!) {
    importProducts(input: $input) { results { status id } } }`
  const records = [
    { row: 1, key: 'P-1', model: 'M', registeredAt: at('01') },
    { row: 2, key: 'P-2', productClass: 'CLASS_II', registeredAt: at('01') },
  ]
  const { data } = await bench.ask(['OPERATOR'], products, { input: { source, records } })
  expect(data.importProducts.results).toEqual([
    { status: 'IMPORTED', id: historyId(SYSTEM, 'product', 'P-1') },
    { status: 'IMPORTED', id: historyId(SYSTEM, 'product', 'P-2') },
  ])
})
afterAll(() => bench.dispose())

describe('an imported order', () => {
  it('keeps what happened, and lists what the gates would have refused', async () => {
    const steps = { confirmedAt: at('03'), shippedAt: at('04'), deliveredAt: at('05') }
    const [result] = await importOrders(order(1, steps))
    expect(result).toMatchObject({ row: 1, key: 'A-1', id: historyId(SYSTEM, 'order', 'A-1'), status: 'IMPORTED' })
    // Neither credit nor needs were on file, and nobody checked the goods; the product needs no licence.
    expect(rulesOf(result)).toEqual(['CUS-4', 'CUS-8', 'DEL-2'])
    expect(result.findings[0].source).toBe('shop/orders.csv:1')
    const { data } = await bench.ask(
      ['AUDITOR'],
      `query ($id: ID!) { order(id: $id) {
      status placedAt confirmedAt netTotals { minor } shipments { shippedAt deliveredAt items { checkedQuantity } } } }`,
      {
        id: result.id,
      },
    )
    expect(data.order).toEqual({
      status: 'DELIVERED',
      placedAt: at('02'),
      confirmedAt: at('03'),
      netTotals: [{ minor: 500 }],
      shipments: [{ shippedAt: at('04'), deliveredAt: at('05'), items: [{ checkedQuantity: '0' }] }],
    })
  })

  it('keeps who sold it then, though nobody here knows that person: history names its own staff (ORG-3)', async () => {
    const [result] = await importOrders(order(60, { confirmedAt: at('03'), salespersonId: 'their-seller' }))
    expect(result.status).toBe('IMPORTED')
    expect(rulesOf(result)).toEqual(['CUS-4', 'CUS-8'])
  })

  it('is left as it is when it comes again, with the findings that it has', async () => {
    const [first] = await importOrders(order(2, { confirmedAt: at('03') }))
    const [again] = await importOrders(order(2, { confirmedAt: at('03') }))
    expect(again).toEqual({ ...first, status: 'ALREADY_PRESENT' })
  })

  it('goes on when it comes again with what has happened since', async () => {
    await importOrders(order(40, { confirmedAt: at('03') }))
    const [again] = await importOrders(order(40, { confirmedAt: at('03'), shippedAt: at('04') }))
    expect(again).toMatchObject({
      status: 'CORRECTED',
      changes: [{ field: 'GoodsShipped', before: null, after: at('04') }],
    })
    const { data } = await bench.ask(['AUDITOR'], `query ($id: ID!) { order(id: $id) { status } }`, { id: again.id })
    expect(data.order).toEqual({ status: 'SHIPPED' })
  })

  it('is different when it comes again with what nothing can change, and tells both values', async () => {
    await importOrders(order(41, { confirmedAt: at('03') }))
    const dearer = [{ ...line, unitPrice: { minor: 300, currency: 'CNY' } }]
    const [again] = await importOrders(order(41, { confirmedAt: at('04'), lines: dearer }))
    expect(again).toMatchObject({
      status: 'DIFFERENT',
      changes: [
        { field: 'lines.0.unitPrice.minor', before: '250', after: '300' },
        { field: 'OrderConfirmed', before: at('03'), after: at('04') },
      ],
    })
  })

  it('is not judged before the files have arrived that the caller knows to be recorded', async () => {
    const asked = async (recordedCustomers: readonly string[]) => {
      const input = { source, records: [order(42, { customerKey: 'C-9' })], recordedCustomers }
      return bench.ask(['OPERATOR'], IMPORT, { input })
    }
    expect((await asked(['C-9'])).codes).toEqual(['BUSY'])
    const { data } = await asked(['C-1'])
    expect(rulesOf(data.importOrders.results[0])).toEqual(['CUS-1'])
  })

  it('is judged in the order of its instants (OPP-1), also by what is dated before the placing', async () => {
    const [unconfirmed, undelivered, early] = await importOrders(
      order(3, { shippedAt: at('03'), confirmedAt: at('04') }),
      order(4, { confirmedAt: at('03'), deliveredAt: at('04'), shippedAt: at('05') }),
      order(5, { confirmedAt: at('03'), shippedAt: at('01') }),
    )
    for (const result of [unconfirmed, undelivered, early]) expect(rulesOf(result)).toContain('OPP-1')
    const shippedAt = `query ($id: ID!) { order(id: $id) { status shipments { shippedAt } } }`
    const { data } = await bench.ask(['AUDITOR'], shippedAt, { id: early.id })
    expect(data.order).toEqual({ status: 'SHIPPED', shipments: [{ shippedAt: at('01') }] })
    const delivered = await bench.ask(['AUDITOR'], shippedAt, { id: undelivered.id })
    expect(delivered.data.order).toEqual({ status: 'DELIVERED', shipments: [{ shippedAt: at('05') }] })
  })

  it('is found wanting without lines (ORD-3), customer (CUS-1), or a licence for devices at that instant (CUS-5)', async () => {
    const device = [{ ...line, productKey: 'P-2' }]
    const [empty, unknown, unlicensed] = await importOrders(
      order(6, { lines: [] }),
      order(7, { customerKey: 'C-2' }),
      order(8, { lines: device, confirmedAt: at('03') }),
    )
    expect(rulesOf(empty)).toEqual(['ORD-3'])
    expect(rulesOf(unknown)).toEqual(['CUS-1'])
    expect(rulesOf(unlicensed)).toEqual(['CUS-4', 'CUS-5', 'CUS-8'])
    await learnLicence()
    const [licensed] = await importOrders(order(9, { lines: device, confirmedAt: at('05') }))
    expect(rulesOf(licensed)).toEqual(['CUS-4', 'CUS-8'])
    const [before] = await importOrders(order(10, { lines: device, confirmedAt: at('03') }))
    expect(rulesOf(before)).toContain('CUS-5')
  })

  it('is unusable where its amounts do not add up exactly: what is kept has to be counted; the others of the batch are not', async () => {
    const unitPrice = { minor: 9_000_000_000_000_000, currency: 'CNY' }
    const lines = ['1', '2'].map((key) => ({ ...line, key, quantity: '1', unitPrice }))
    const [huge, other] = await importOrders(order(21, { lines, confirmedAt: at('03') }), order(22))
    expect([huge.status, other.status]).toEqual(['UNUSABLE', 'IMPORTED'])
  })

  it('is unusable without the instant of placing, or from the future; the others of the batch are not', async () => {
    const [unplaced, future, fine] = await importOrders(
      order(11, { placedAt: null }),
      order(12, { placedAt: '2999-01-01T00:00:00Z' }),
      order(13),
    )
    expect([unplaced.status, future.status, fine.status]).toEqual(['UNUSABLE', 'UNUSABLE', 'IMPORTED'])
    expect(unplaced.violations).toEqual([{ rule: 'ORD-3', path: ['placedAt'] }])
    expect(future.violations).toHaveLength(1)
  })
})

describe('goods of an imported order that came back', () => {
  const back = (quantity: string) => [{ key: 'R-1', productKey: 'P-1', quantity, returnedAt: at('06') }]
  const steps = { confirmedAt: at('03'), shippedAt: at('04') }

  it('are booked to its lines, also when they are told later; the balance of the line holds (TRC-4)', async () => {
    const [sold] = await importOrders(order(80, steps))
    const [again] = await importOrders(order(80, { ...steps, returns: back('1.5') }))
    expect(again).toMatchObject({ status: 'CORRECTED', changes: [{ field: 'GoodsTakenBack', after: at('06') }] })
    const { data } = await bench.ask(
      ['AUDITOR'],
      `query ($id: ID!) { order(id: $id) { lines { id shippedQuantity } returns { takenBackAt items { lineId quantity } } } }`,
      { id: sold.id },
    )
    const [{ id: lineId, shippedQuantity }] = data.order.lines
    expect(shippedQuantity).toBe('2')
    expect(data.order.returns).toEqual([{ takenBackAt: at('06'), items: [{ lineId, quantity: '1.5' }] }])
  })

  it('are a finding where more came back than had left (TRC-4)', async () => {
    const [sold] = await importOrders(order(81, steps))
    const [over] = await importOrders(order(82, { ...steps, returns: back('2.5') }))
    expect(over.status).toBe('IMPORTED')
    expect(rulesOf(over)).toEqual([...rulesOf(sold), 'TRC-4'].toSorted())
  })
})

describe('a check of orders', () => {
  const check = async (input: object) => {
    const { data, codes } = await bench.ask(['OPERATOR'], IMPORT, {
      input: { source, recordedCustomers: [], isCheck: true, ...input },
    })
    expect(codes).toEqual([])
    return data.importOrders.results
  }
  const kept = async () => {
    // What follows from these is made by others meanwhile.
    const names = ['events', 'orders', 'products', 'customerFacts', 'uniqueValues', 'dataKeys', 'commands']
    const { connection } = bench.kit
    return Promise.all(names.map(async (name) => connection.collection(name).countDocuments()))
  }

  it('answers as the import does, and keeps nothing', async () => {
    await importOrders(order(70, { confirmedAt: at('03') }))
    const records = [
      order(70, { confirmedAt: at('03') }),
      order(70, { confirmedAt: at('03'), shippedAt: at('04') }),
      order(71, { confirmedAt: at('03') }),
      order(72, { placedAt: null }),
    ]
    const before = await kept()
    const foreseen = await check({ records })
    expect(await kept()).toEqual(before)
    expect(foreseen.map(({ status }: { status: string }) => status)).toEqual([
      'ALREADY_PRESENT',
      'CORRECTED',
      'IMPORTED',
      'UNUSABLE',
    ])
    expect(await importOrders(...records)).toEqual(foreseen)
  })

  it('takes customers and products for present that the same import brings (CUS-1, ORD-3)', async () => {
    const records = [order(73, { customerKey: 'C-7', lines: [{ ...line, productKey: 'P-7' }] })]
    const before = await kept()
    expect((await check({ records })).map(rulesOf)).toEqual([['CUS-1', 'ORD-3']])
    const presumed = { presumedCustomers: ['C-7'], presumedProducts: [{ row: 1, key: 'P-7', model: 'M' }] }
    expect((await check({ records, ...presumed })).map(rulesOf)).toEqual([[]])
    expect(await kept()).toEqual(before)
  })
})

describe('the findings of imported orders', () => {
  it('are listed page by page, by rule or all', async () => {
    const query = `query ($rule: String, $after: String) { findings(rule: $rule, first: 2, after: $after) {
      edges { node { order { id } finding { rule } } } pageInfo { hasNextPage endCursor } } }`
    const all = async (rule: string | null) => {
      const found: { order: { id: string }; finding: { rule: string } }[] = []
      for (let after: string | null = null, more = true; more; ) {
        const { data, codes } = await bench.ask(['AUDITOR'], query, { rule, after })
        expect(codes).toEqual([])
        found.push(...data.findings.edges.map(({ node }: { node: (typeof found)[number] }) => node))
        after = data.findings.pageInfo.endCursor
        more = data.findings.pageInfo.hasNextPage
      }
      return found.map(({ order, finding }) => `${order.id} ${finding.rule}`)
    }
    const documents = await bench.kit.connection.collection('orders').find().toArray()
    const expected = documents.flatMap(({ _id, findings }) =>
      findings.map(({ rule }: { rule: string }) => `${_id} ${rule}`),
    )
    expect((await all(null)).toSorted()).toEqual(expected.toSorted())
    const unlicensed = expected.filter((finding) => finding.endsWith(' CUS-5'))
    expect((await all('CUS-5')).toSorted()).toEqual(unlicensed.toSorted())
  })
})

describe('a batch', () => {
  it('is the operator’s, and has 200 records at most', async () => {
    const input = { source, records: Array.from({ length: 201 }, (_, index) => order(index + 1)) }
    expect((await bench.ask(['OPERATOR'], IMPORT, { input })).codes).toEqual(['INPUT_INVALID'])
    expect((await bench.ask(['SALES_MANAGER'], IMPORT, { input })).codes).toEqual(['FORBIDDEN'])
  })
})

async function learnLicence(): Promise<void> {
  const licence = {
    licenceId,
    kind: 'MEDICAL_INSTITUTION_LICENCE' as const,
    number: 'MI-4711',
    issuer: 'Health commission',
    scope: ['CLASS_II' as const],
    validFrom: parseLocalDate('2025-01-01'),
    validUntil: null,
  }
  await bench.learn({ type: 'LicenceRecorded', data: { customerId, ...licence } }, at('04'))
  await bench.learn({ type: 'LicenceVerified', data: { customerId, licenceId, method: 'register' } }, at('04'))
}

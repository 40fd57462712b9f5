import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { instantFromMillis } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { wording } from './contract/contract.samples.ts'
import { type Bench, startBench } from './orders.fixture.ts'

const now = instantFromMillis(Date.parse('2026-03-02T02:00:00.000Z'))
const TWENTY = Array.from({ length: 20 }, (_, index) => index)
let bench: Bench
let customerId: string

beforeAll(async () => {
  bench = await startBench(() => now)
  customerId = await customerOf('SALESPERSON')
})
afterAll(() => bench.dispose())

async function customerOf(ownerId: string): Promise<string> {
  const id = randomUUIDv7()
  const file = { customerId: id, organisation: `Customer of ${ownerId}`, kind: 'CUSTOMER', ownerId } as const
  const data = { ...file, partyRoles: ['BUYER' as const], region: null, sourceKey: null }
  await bench.learn({ type: 'CustomerFileOpened', data }, now)
  return id
}

interface Answer {
  readonly id: string | null
  readonly violations: readonly { readonly rule: string; readonly facts: Readonly<Record<string, unknown>> }[]
}

async function create(role: string, name: string, field: string, input: object, id?: string): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const document = `mutation ($entry: Entry!, $input: ${type}!) {
    ${name}(entry: $entry, input: $input) { ${field} { id } violations { rule facts } } }`
  const { data, codes } = await bench.ask([role], document, entryAndInput({ ...input }), id)
  expect(codes).toEqual([])
  return { id: data[name][field]?.id ?? null, violations: data[name].violations }
}

const register = (changes: object) => {
  const product = { code: randomUUID(), name: 'Pump', productClass: 'UNREGULATED', unit: 'piece', ...changes }
  return create('QUALITY_CONTROL', 'registerProduct', 'product', product)
}
const draft = (contractNumber: string, id = 'SALESPERSON', counterpartyId = customerId) => {
  const { tailoredProducts: _, ...text } = wording
  const head = { contractNumber, kind: 'SALE', counterpartyId }
  return create('SALESPERSON', 'draftContract', 'contract', { ...head, text }, id)
}

/** One is there, and everybody else is refused by the rule and told by which. */
function expectOne(answers: readonly Answer[], rule: string, field: string): void {
  const made = answers.filter(({ violations }) => violations.length === 0)
  expect(made).toHaveLength(1)
  const refused = answers.flatMap(({ violations }) => violations)
  expect(refused).toHaveLength(19)
  for (const violation of refused) expect(violation).toMatchObject({ rule, facts: { takenBy: made[0]?.id } })
  expect(Object.keys(refused[0]?.facts ?? {})).toContain(field)
}

/** Many writers at once take as long as the machine needs for them. */
const PATIENCE_MS = 60_000

describe('twenty at once', () => {
  it(
    'that register one product code make one product, whatever they say it is (ORD-3, product.code)',
    async () => {
      const classes = ['CLASS_III', 'UNREGULATED']
      const label = { manufacturer: 'Maker', specification: '5 ml' }
      const written = ['X-1', 'x-1 ', 'Ｘ－ １', 'X\u20131']
      const answers = await Promise.all(
        TWENTY.map((index) => register({ code: written[index % 4], productClass: classes[index % 2], ...label })),
      )
      expectOne(answers, 'ORD-3', 'code')
    },
    PATIENCE_MS,
  )

  it(
    'that register one device identifier make one product (TRC-4, product.device)',
    async () => {
      const written = ['06901234567915', '6901234567915', ' ６９０１２３４５６７９１５']
      const answers = await Promise.all(TWENTY.map((index) => register({ deviceIdentifier: written[index % 3] })))
      expectOne(answers, 'TRC-4', 'deviceIdentifier')
    },
    PATIENCE_MS,
  )

  it(
    'that register one registration number for one model and size make one product (GEN-3, product.registration)',
    async () => {
      const registered = { registrationNumber: 'REG-1', model: 'M', specification: '5 ml' }
      expectOne(await Promise.all(TWENTY.map(() => register(registered))), 'GEN-3', 'registrationNumber')
      expect((await register({ ...registered, specification: '10 ml' })).violations).toEqual([])
    },
    PATIENCE_MS,
  )

  it(
    'that draft contracts of one number make one contract (CON-1, contract.number)',
    async () => {
      const answers = await Promise.all(TWENTY.map((index) => draft(index % 2 ? 'S-1' : ' ｓ－１')))
      expectOne(answers, 'CON-1', 'contractNumber')
    },
    PATIENCE_MS,
  )
})

describe('twenty orders at once', () => {
  it(
    'have twenty numbers (ORD-3, record.number)',
    async () => {
      const { id: productId } = await register({})
      const line = { productId, quantity: '1', unitPrice: { minor: 100, currency: 'CNY' } }
      const answers = await Promise.all(
        TWENTY.map(() => create('SALESPERSON', 'placeOrder', 'order', { customerId, lines: [line] })),
      )
      expect(answers.flatMap(({ violations }) => violations)).toEqual([])
      const query = 'query ($id: ID!) { order(id: $id) { number } }'
      const numbers = await Promise.all(
        answers.map(async ({ id }) => (await bench.ask(['AUDITOR'], query, { id })).data.order.number),
      )
      expect(new Set(numbers).size).toBe(20)
    },
    PATIENCE_MS,
  )
})

describe('an approval of another price', () => {
  const price = (minor: number) => ({ minor, currency: 'CNY' })
  const approve = async (productId: string | null) => {
    const deviation = { productId, floorPrice: price(80), validUntil: '2026-04-01T00:00:00Z', reason: 'large order' }
    return create('SALES_MANAGER', 'approveDeviation', 'deviation', deviation)
  }
  const order = (productId: string | null, approvedDeviation: string | null, unitPrice = price(90)) => {
    const line = { productId, quantity: '1', unitPrice, approvedDeviation }
    return create('SALESPERSON', 'placeOrder', 'order', { customerId, lines: [line] })
  }

  it(
    'is used by one of twenty orders that name it at once, and free again when that is cancelled (QUO-2, order.deviation)',
    async () => {
      const { id: productId } = await register({ listPrice: price(100) })
      const { id: deviationId } = await approve(productId)
      const answers = await Promise.all(TWENTY.map(() => order(productId, deviationId)))
      expectOne(answers, 'QUO-2', 'approvedDeviation')
      const orderId = answers.find(({ violations }) => violations.length === 0)?.id
      await create('SALESPERSON', 'cancelOrder', 'order', { orderId, reason: 'changed its mind' })
      expect((await order(productId, deviationId)).violations).toEqual([])
    },
    PATIENCE_MS,
  )

  it('is one that exists, for this product and price (QUO-2)', async () => {
    const [{ id: productId }, { id: other }] = [await register({ listPrice: price(100) }), await register({})]
    const { id: deviationId } = await approve(other)
    for (const named of [deviationId, 'approval 12', randomUUID()]) {
      const { violations } = await order(productId, named)
      expect(violations.map(({ rule }) => rule)).toContain('QUO-2')
    }
    const { id: own } = await approve(productId)
    expect((await order(productId, own, price(79))).violations).toMatchObject([{ rule: 'QUO-2' }])
  })
})

describe('a number that is taken', () => {
  it('is refused without telling by which record, to whoever may not see that one (CON-1)', async () => {
    const mine = await customerOf('me')
    await draft('S-2', 'me', mine)
    const own = await draft('S-2', 'me', mine)
    const anothers = await draft('S-2', 'somebody-else', await customerOf('somebody-else'))
    expect(own.violations[0]?.facts).toHaveProperty('takenBy')
    expect(anothers.violations).toEqual([{ rule: 'CON-1', facts: { contractNumber: 'S-2' } }])
  })
})

import { randomUUIDv7 } from 'node:crypto'
import type { CustomerEvent } from '@afterline/events'
import {
  type Instant,
  instantFromMillis,
  localDateOf,
  parseLocalDate,
  parseTimeZone,
  plusDays,
  plusMillis,
} from '@afterline/rules'
import type { Kit } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { expect } from '@jest/globals'
import { type Bench, startBench } from './orders.fixture.ts'

const HOUR = 3_600_000
const zone = parseTimeZone('Asia/Shanghai')

const PART = `order { id version status lines { id shippedQuantity checkedQuantity } shipments { id shippedAt } }
  violations { rule message { zh en } path }`

/** The service with a product and a released lot of it, and a clock that only a test moves: nothing has to be waited for. */
export interface Stocked extends Bench {
  readonly start: Instant
  readonly productId: string
  readonly lotId: string
  /** Who orders, once `learnCustomer` was called. */
  readonly customerId: string
  now(): Instant
  pass(hours: number): void
  /** Carries out one mutation as somebody with a role; the answer is its payload. */
  change(role: string, name: string, input: object, selection?: string): Promise<Payload>
  /** One line of the product at its list price, 10 pieces unless said otherwise, to be shipped within two days. */
  place(quantity?: string): Promise<Payload>
  /** A file with all that an order's confirmation asks for (CUS-4, CUS-5, CUS-8). */
  learnCustomer(): Promise<void>
}

// What a test asked for: it knows the shape of its own selection.
// biome-ignore lint/suspicious/noExplicitAny: a payload has the shape of the question
type Payload = any

export async function startStocked(config: Partial<Kit['config']> = {}): Promise<Stocked> {
  const start = instantFromMillis(Date.now())
  let now = start
  const bench = await startBench(() => now, config)
  // Who picks goods, and nothing else.
  await bench.recognise('warehouse-2', 'WAREHOUSE')
  const customerId = randomUUIDv7()
  const change: Stocked['change'] = async (role, name, input, selection = PART) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
    const document = `mutation ($entry: Entry!, $input: ${type}!) { ${name}(entry: $entry, input: $input) { ${selection} } }`
    const { data, codes } = await bench.ask([role], document, entryAndInput({ ...input }))
    expect(codes).toEqual([])
    return data[name]
  }
  const { product } = await change('QUALITY_CONTROL', 'registerProduct', PUMP, 'product { id } violations { rule }')
  const productId: string = product.id
  const { lot } = await change('WAREHOUSE', 'receiveLot', lotOf(productId, start), 'lot { id } violations { rule }')
  const release = { lotId: lot.id, status: 'RELEASED', reason: 'report 1' }
  await change('QUALITY_CONTROL', 'decideLotQuality', release, 'violations { rule }')
  return {
    ...bench,
    start,
    productId,
    lotId: lot.id,
    customerId,
    now: () => now,
    pass: (hours) => {
      now = plusMillis(now, hours * HOUR)
    },
    change,
    place: (quantity = '10') =>
      change('SALESPERSON', 'placeOrder', {
        customerId,
        channel: 'DIRECT',
        lines: [{ productId, quantity, unitPrice: PUMP.listPrice, contractShipBy: plusMillis(now, 48 * HOUR) }],
      }),
    async learnCustomer() {
      for (const event of fileOf(customerId)) await bench.learn(event, plusMillis(now, -HOUR))
    },
  }
}

export const rulesOf = ({ violations }: { violations: readonly { rule: string }[] }) =>
  violations.map(({ rule }) => rule)

const PUMP = {
  code: 'PU-1',
  name: 'Pump',
  productClass: 'CLASS_II',
  manufacturer: 'Jade Medical',
  model: 'PU',
  unit: 'piece',
  listPrice: { minor: 1000, currency: 'CNY' },
}

function lotOf(productId: string, at: Instant) {
  const today = localDateOf(at, zone)
  return {
    productId,
    lotNumber: 'L-1',
    producedOn: plusDays(today, -30),
    expiresOn: plusDays(today, 700),
    quantity: '100',
  }
}

function fileOf(customerId: string): readonly CustomerEvent[] {
  const licenceId = randomUUIDv7()
  return [
    {
      type: 'CustomerFileOpened',
      data: {
        customerId,
        organisation: 'Riverside Hospital',
        kind: 'CUSTOMER',
        partyRoles: ['BUYER'],
        ownerId: 'SALESPERSON',
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
        number: 'MI-1',
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
      data: { customerId, needId: randomUUIDv7(), description: 'pumps', productClasses: [] },
    },
  ]
}

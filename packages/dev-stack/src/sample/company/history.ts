import type { GraphClient } from '@afterline/cli'
import { customers, FORMER_SYSTEM } from './customers.ts'
import type { Moments } from './moments.ts'
import { type Code, priceOf } from './products.ts'

/** Days before today of the first and of the last order that the former system took. */
const FIRST_DAY = 88
const LAST_DAY = 8
const ORDERS = 120

/** What was sold there: seldom a device whose buyer needs a licence. Such orders are what an audit of the past finds. */
const SOLD: readonly Code[] = [
  'HS-9',
  'TB-6',
  'HS-9',
  'HS-9',
  'TB-6',
  'GL-5',
  'HS-9',
  'TB-6',
  'HS-9',
  'TB-6',
  'HS-9',
  'BP-8',
]
const COMMENTS = ['送货及时', '包装完好', '回复有点慢', '一直用这家', '希望增加规格']

/** Some twelve weeks of orders, up to a week ago, and their ratings: imported, since no late entry may go back so far. */
export async function tellHistory(graph: GraphClient, moments: Moments): Promise<void> {
  const buyers = customers.filter(({ kind }) => kind === 'CUSTOMER').map(({ key }) => key)
  const orders = Array.from({ length: ORDERS }, (_, index) => orderOf(index, buyers, moments))
  await graph.query(
    `mutation Orders($input: ImportOrdersInput!) { importOrders(input: $input) { results { status } } }`,
    { input: { source: { system: FORMER_SYSTEM, file: 'orders.csv' }, records: orders, recordedCustomers: buyers } },
  )
  const rated = orders.filter(({ deliveredAt }, index) => deliveredAt !== null && index % 3 === 0)
  await graph.query(
    `mutation Ratings($input: ImportRatingsInput!) { importRatings(input: $input) { results { status } } }`,
    {
      input: {
        source: { system: FORMER_SYSTEM, file: 'ratings.csv' },
        records: rated.map((order, index) => ratingOf(order, index, moments)),
      },
    },
  )
}

type Order = ReturnType<typeof orderOf>

/** Most went well; one in nine was confirmed late, one in eight left late, and a few were called off. */
function orderOf(index: number, buyers: readonly string[], { ago }: Moments) {
  const daysAgo = FIRST_DAY - ((FIRST_DAY - LAST_DAY) * index) / ORDERS
  const after = (hours: number) => ago(daysAgo, -hours)
  const key = `D${String(index + 1).padStart(4, '0')}`
  const productKey = SOLD[index % SOLD.length] ?? 'GL-5'
  const isCalledOff = index % 19 === 11
  const confirmHours = index % 9 === 4 ? 31 : 2 + (index % 7)
  const shipHours = confirmHours + (index % 8 === 3 ? 104 : 20 + (index % 30))
  const happened = (hours: number) => (isCalledOff || hours / 24 > daysAgo ? null : after(hours))
  return {
    ...{ row: index + 1, key, customerKey: buyers[(index * 7) % buyers.length] ?? '' },
    channel: index % 4 === 1 ? 'ONLINE_MARKETPLACE' : 'DIRECT',
    placedAt: after(0),
    confirmedAt: after(confirmHours),
    shippedAt: happened(shipHours),
    deliveredAt: happened(shipHours + 30),
    cancelledAt: isCalledOff ? after(confirmHours + 5) : null,
    lines: [
      {
        ...{ key: '1', productKey, quantity: String(1 + ((index * 11) % 9)) },
        ...{ unitPrice: { minor: priceOf(productKey), currency: 'CNY' }, contractShipBy: after(96) },
      },
    ],
  }
}

function ratingOf({ key, customerKey, deliveredAt }: Order, index: number, { now }: Moments) {
  const delivered = deliveredAt ?? now
  return {
    ...{ row: index + 1, key: `P${key}`, customerKey, orderKey: key },
    ...{ serviceScore: index % 11 === 5 ? 2 : index % 5 === 2 ? 3 : 4 + (index % 2) },
    comment: index % 4 === 0 ? (COMMENTS[index % COMMENTS.length] ?? null) : null,
    ...{ invitedAt: delivered, answeredAt: delivered },
  }
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const PRODUCTS = 10
const DAY_MS = 24 * 3600_000
const BEGIN_MS = Date.parse('2018-01-02T09:00:00Z')

/** How many records the files hold. */
export interface MarketplaceSize {
  readonly records: number
  /** Data rows of all files. */
  readonly rows: number
}

/**
 * Writes the files of a small marketplace in the layout of `packages/cli/mappings/marketplace.yaml`: a customer, an order
 * of one line, and a rating each. Keys begin with `prefix`, so that every folder holds new records.
 */
export async function writeMarketplace(folder: string, prefix: string, orders: number): Promise<MarketplaceSize> {
  await mkdir(folder, { recursive: true })
  const files = filesOf(prefix, orders)
  for (const [name, rows] of Object.entries(files)) {
    await writeFile(join(folder, name), `${rows.map((cells) => cells.join(',')).join('\n')}\n`)
  }
  const rows = Object.values(files).reduce((sum, { length }) => sum + length - 1, 0)
  return { records: PRODUCTS + orders * 3, rows }
}

type Rows = readonly (readonly string[])[]

function filesOf(prefix: string, orders: number): Readonly<Record<string, Rows>> {
  const of = (count: number, rowOf: (index: number) => readonly string[]) =>
    Array.from({ length: count }, (_, at) => rowOf(at))
  const at = (index: number, days: number) =>
    new Date(BEGIN_MS + index * 600_000 + days * DAY_MS).toISOString().slice(0, 19).replace('T', ' ')
  const key = (kind: string, index: number) => `${prefix}-${kind}-${index}`
  return {
    'customers.csv': [
      ['customer_id', 'customer_unique_id', 'customer_state'],
      ...of(orders, (index) => [key('buyer', index), key('person', index), 'SP']),
    ],
    'categories.csv': [
      ['product_category_name', 'product_category_name_english'],
      ['saude', 'health'],
    ],
    'products.csv': [
      ['product_id', 'product_category_name'],
      ...of(PRODUCTS, (index) => [key('product', index), 'saude']),
    ],
    'orders.csv': [
      [
        ...['order_id', 'customer_id', 'order_status', 'order_purchase_timestamp', 'order_approved_at'],
        ...['order_delivered_carrier_date', 'order_delivered_customer_date'],
      ],
      ...of(orders, (index) => [
        ...[key('order', index), key('buyer', index), 'delivered'],
        ...[0, 0.02, 2, 5].map((days) => at(index, days)),
      ]),
    ],
    'order_items.csv': [
      ['order_id', 'order_item_id', 'product_id', 'price', 'shipping_limit_date'],
      ...of(orders, (index) => [key('order', index), '1', key('product', index % PRODUCTS), '58.90', at(index, 3)]),
    ],
    'order_reviews.csv': [
      [
        ...['review_id', 'order_id', 'review_score', 'review_comment_message'],
        ...['review_creation_date', 'review_answer_timestamp'],
      ],
      ...of(orders, (index) => [
        ...[key('review', index), key('order', index), String(1 + (index % 5)), ''],
        ...[at(index, 6), at(index, 7)],
      ]),
    ],
  }
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PRODUCTS, type Sale } from './sales.ts'

/** A table of the layout: its header, and rows of cells. */
interface Table {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Writes the sales as a folder in the column layout that `packages/cli/mappings/marketplace.yaml` reads. */
export async function writeFolder(folder: string, sales: readonly Sale[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { file, header, rows } of tablesOf(sales)) {
    await writeFile(join(folder, file), `${[header, ...rows].map(csvRow).join('\n')}\n`)
  }
}

function tablesOf(sales: readonly Sale[]): readonly Table[] {
  return [customersOf(sales), productTable, categoryTable, ordersOf(sales), itemsOf(sales), reviewsOf(sales)]
}

const customersOf = (sales: readonly Sale[]): Table => ({
  file: 'customers.csv',
  header: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
  rows: sales.map(({ order, buyer }) => [`c-${order}`, buyer, '01310', 'sao paulo', 'SP']),
})

const productTable: Table = {
  file: 'products.csv',
  header: ['product_id', 'product_category_name'],
  rows: PRODUCTS.map((product) => [product, product === 'chair' ? '' : 'casa']),
}

const categoryTable: Table = {
  file: 'categories.csv',
  header: ['product_category_name', 'product_category_name_english'],
  rows: [['casa', 'home']],
}

const ordersOf = (sales: readonly Sale[]): Table => ({
  file: 'orders.csv',
  header: [
    'order_id',
    'customer_id',
    'order_status',
    'order_purchase_timestamp',
    'order_approved_at',
    'order_delivered_carrier_date',
    'order_delivered_customer_date',
  ],
  rows: sales.map(({ order, status, placed, approved, carrier, delivered }) => [
    order,
    `c-${order}`,
    status,
    placed,
    approved,
    carrier,
    delivered,
  ]),
})

const itemsOf = (sales: readonly Sale[]): Table => ({
  file: 'order_items.csv',
  header: ['order_id', 'order_item_id', 'product_id', 'seller_id', 'shipping_limit_date', 'price', 'freight_value'],
  rows: sales.flatMap(({ order, items }) =>
    items.map(({ product, shipBy, price }, index) => [order, String(index + 1), product, 's-1', shipBy, price, '9.99']),
  ),
})

const reviewsOf = (sales: readonly Sale[]): Table => ({
  file: 'order_reviews.csv',
  header: [
    'review_id',
    'order_id',
    'review_score',
    'review_comment_title',
    'review_comment_message',
    'review_creation_date',
    'review_answer_timestamp',
  ],
  rows: sales.flatMap(({ order, review }) =>
    review ? [[`r-${order}`, order, review.score, '', review.comment, review.created, review.answered]] : [],
  ),
})

function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

/** Line of the file on which a row begins: a cell may hold line breaks. `isRow` sees the cells by column name. */
export function lineOf(
  sales: readonly Sale[],
  file: string,
  isRow: (cells: Readonly<Record<string, string>>) => boolean,
): number {
  const table = tablesOf(sales).find((candidate) => candidate.file === file)
  if (!table) throw new Error(`the layout has no ${file}`)
  const index = table.rows.findIndex((row) =>
    isRow(Object.fromEntries(table.header.map((name, column) => [name, row[column] ?? '']))),
  )
  if (index < 0) throw new Error(`${file} has no such row`)
  const before = [table.header, ...table.rows.slice(0, index)].map(csvRow).join('\n')
  return before.split('\n').length + 1
}

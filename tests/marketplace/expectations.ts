import type { Item, Sale } from './sales.ts'

/*
 * What an import of sales must lead to, computed row by row and as plainly as possible: a second opinion that shares no
 * code with the platform. It holds for sales that are long past, so that nothing is pending any more.
 */

export interface Row {
  readonly id: string
  readonly part: string | null
  readonly numerator: number
  readonly denominator: number
  readonly pending: number
}

/** Clocks in Sao Paulo: two hours behind UTC in the summer of 2017/18, else three. The hour that comes twice is the first. */
function utc(local: string): number {
  const isSummer = local >= '2017-10-15 00:00:00' && local < '2018-02-18 00:00:00'
  return Date.parse(`${local.replace(' ', 'T')}${isSummer ? '-02:00' : '-03:00'}`)
}

const cents = (price: string) => Math.round(Number(price) * 100)

/** Sales that can be read whole: the purchase names a day that exists, and every item a price. */
export function readableSales(sales: readonly Sale[]): readonly Sale[] {
  return sales.filter(({ placed, items }) => !placed.startsWith('2017-11-31') && items.every(isReadable))
}

const itemsOf = ({ items }: Sale) => items
const isReadable = ({ price }: Item) => !price.includes(',')

/** Ratings that are numbers, and that were not given before they were asked for. */
export function readableReviews(sales: readonly Sale[]) {
  return sales.flatMap(({ order, review }) => {
    if (!review || Number.isNaN(Number(review.score)) || utc(review.answered) < utc(review.created)) return []
    return [{ order, ...review }]
  })
}

/** All figures over sales, of the days that `isWithin` takes: KPIs count in the period of different instants. */
export function figuresOf(sales: readonly Sale[], isWithin: (local: string) => boolean = () => true): readonly Row[] {
  const readable = readableSales(sales)
  const placed = readable.filter(({ placed }) => isWithin(placed))
  const approved = readable.filter(({ approved }) => approved !== '' && isWithin(approved))
  const carried = readable.filter(({ carrier }) => carrier !== '' && isWithin(carrier))
  const promised = readable.flatMap((sale) =>
    sale.items.filter(({ shipBy }) => isWithin(shipBy)).map(({ shipBy }) => ({ shipBy, carrier: sale.carrier })),
  )
  const reviews = readableReviews(sales)
  const rated = reviews.filter(({ answered }) => isWithin(answered)).map(({ score }) => Number(score))
  const invited = reviews.filter(({ created }) => isWithin(created)).length
  const isConfirmedInTime = (sale: Sale) =>
    sale.approved !== '' && utc(sale.approved) - utc(sale.placed) <= 24 * 3600_000
  const row = (id: string, part: string | null, numerator: number, denominator: number): Row => ({
    ...{ id, part, numerator, denominator },
    pending: 0,
  })
  const shippedRows = (pieces: number) =>
    pieces === 0 ? [] : [row('KPI-4', null, pieces, 0), row('KPI-4', 'shipped', pieces, 0)]
  const isSatisfied = (score: number) => score >= 4
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return [
    row('KPI-1', null, placed.filter(isConfirmedInTime).length, placed.length),
    row('KPI-3', null, sum(approved.flatMap(itemsOf).map(({ price }) => cents(price))), 0),
    // Each item is one piece.
    ...shippedRows(carried.flatMap(itemsOf).length),
    row(
      'KPI-9',
      null,
      promised.filter(({ carrier, shipBy }) => carrier !== '' && utc(carrier) <= utc(shipBy)).length,
      promised.length,
    ),
    // Such files know of no outbound check.
    row('KPI-10', null, 0, carried.flatMap(itemsOf).length),
    // Nobody complained, and no device was sold.
    row('KPI-13', null, 0, 0),
    row('KPI-17', null, 0, 0),
    // The service was rated, the product was not: all ratings are those of the service.
    row('KPI-23', null, rated.filter(isSatisfied).length, rated.length),
    row('KPI-23', 'service', rated.filter(isSatisfied).length, rated.length),
    row('KPI-23', 'service.mean', sum(rated), rated.length),
    row('KPI-24', null, invited, invited),
    row('KPI-40', null, 0, 0),
  ]
}

/** How many orders break each rule; every order counts once per rule. */
export function findingsOf(sales: readonly Sale[]): Readonly<Record<string, number>> {
  const readable = readableSales(sales)
  const count = (breaks: (sale: Sale) => boolean) => readable.filter(breaks).length
  return {
    // Nobody's credit, qualification or needs are on file in such a marketplace: each approval went without.
    'CUS-4': count(({ approved }) => approved !== ''),
    'CUS-8': count(({ approved }) => approved !== ''),
    'DEL-2': count(({ carrier }) => carrier !== ''),
    'OPP-1': count((sale) => !isInOrder(sale)),
    // The layout names no specification, which every sales record needs.
    'TRC-4': count(({ carrier }) => carrier !== ''),
    'ORD-3': count((sale) => sale.items.length === 0),
  }
}

/** Placed, approved, with the carrier, delivered: each only when the former happened, and not before it. */
function isInOrder({ placed, approved, carrier, delivered }: Sale): boolean {
  const steps = [placed, approved, carrier, delivered]
  const known = steps.filter((step) => step !== '')
  const hasNoHole = steps.slice(0, known.length).every((step) => step !== '')
  return hasNoHole && known.every((step, index) => index === 0 || utc(known[index - 1] ?? '') <= utc(step))
}

/** Limits that are overdue for good: orders never decided (ORD-1), and lines that never left by their date (DEL-1). */
export function breachesOf(sales: readonly Sale[]): number {
  const readable = readableSales(sales)
  const undecided = readable.filter(({ approved }) => approved === '').length
  const unshipped = readable.filter(({ carrier }) => carrier === '').flatMap(itemsOf).length
  return undecided + unshipped
}

import { addMoney, type Money } from '../../primitives/money.ts'
import { type Quantity, quantityFromThousandths, thousandthsOf } from '../../primitives/quantity.ts'

/*
 * Ticket, account and goods (票、帐、货). A line may leave in several shipments and lots and be invoiced in parts, so
 * each book is first summed per line, product and lot. The goods are what the two others are compared with: what agrees
 * with the goods on both sides agrees with each other, and a wrong ledger is not told twice.
 */

/** Goods of one order line as one entry of a book has them. What a credit note took back is already taken off. */
export interface BookedGoods {
  readonly lineId: string
  readonly productId: string
  /** `null` where no lots are kept. */
  readonly lotId: string | null
  readonly quantity: Quantity
  /** Net of tax. */
  readonly amount: Money
}

export interface ThreeBooks {
  readonly shipments: readonly BookedGoods[]
  readonly invoices: readonly BookedGoods[]
  readonly ledger: readonly BookedGoods[]
}

/** A book that is compared with the goods. */
export type ComparedBook = 'invoices' | 'ledger'

/** One point in which a book and the shipment differ, with the value of each. */
export interface MatchDifference {
  /** MISSING: shipped, but not in the book. NOT_SHIPPED: in the book, but never shipped. */
  readonly kind: 'PRODUCT' | 'LOT' | 'QUANTITY' | 'AMOUNT' | 'MISSING' | 'NOT_SHIPPED'
  readonly book: ComparedBook
  /** As shipped; as the book has it where nothing was shipped. */
  readonly productId: string
  readonly lotId: string | null
  /** Product, lot, quantity, or minor units and currency; `null` for no lot, or for nothing shipped. */
  readonly shipped: string | null
  readonly stated: string | null
  /** The first entry that the difference is about. */
  readonly path: readonly string[]
}

export interface LineMatch {
  readonly lineId: string
  /** False for a line that only an invoice or the ledger knows: it is no shipped line of KPI-11. */
  readonly isShipped: boolean
  readonly outcome: 'MATCHED' | 'DIFFERENT'
  readonly differences: readonly MatchDifference[]
}

/** The sum of a book for one product and lot of a line. */
interface Total {
  readonly productId: string
  readonly lotId: string | null
  readonly thousandths: number
  /** By currency; a book that mixes currencies agrees only with one that mixes them alike. */
  readonly amounts: ReadonlyMap<string, Money>
  /** Of the first entry. */
  readonly index: number
}

type Position = Readonly<Record<keyof ThreeBooks, Total | null>>

const nowhere: Position = { shipments: null, invoices: null, ledger: null }
const books = ['shipments', 'invoices', 'ledger'] as const
const comparedBooks = ['invoices', 'ledger'] as const

/**
 * Per line whether invoice and ledger agree with the goods on product, lot, quantity and amount, and else every
 * difference (FIN-1, FIN-2, KPI-11). Lines come in the order of their first entry, shipped ones first.
 */
export function matchLines(given: ThreeBooks): readonly LineMatch[] {
  return [...positionsByLine(given)].map(([lineId, positions]) => {
    const aligned = comparedBooks.reduce<readonly Position[]>(alignOddOne, [...positions.values()])
    const differences = aligned.flatMap((position) => comparedBooks.flatMap((book) => differencesOf(position, book)))
    return {
      lineId,
      isShipped: aligned.some(({ shipments }) => shipments !== null),
      outcome: differences.length === 0 ? 'MATCHED' : 'DIFFERENT',
      differences,
    }
  })
}

function positionsByLine(given: ThreeBooks): ReadonlyMap<string, ReadonlyMap<string, Position>> {
  const lines = new Map<string, Map<string, Position>>()
  for (const book of books) {
    for (const [index, goods] of given[book].entries()) {
      const positions = lines.get(goods.lineId) ?? new Map<string, Position>()
      const key = JSON.stringify([goods.productId, goods.lotId])
      const position = positions.get(key) ?? nowhere
      positions.set(key, { ...position, [book]: added(position[book], goods, index) })
      lines.set(goods.lineId, positions)
    }
  }
  return lines
}

function added(total: Total | null, { productId, lotId, quantity, amount }: BookedGoods, index: number): Total {
  const before = total?.amounts.get(amount.currency)
  const sum = before === undefined ? amount : addMoney(before, amount)
  return {
    productId,
    lotId,
    thousandths: (total?.thousandths ?? 0) + thousandthsOf(quantity),
    amounts: new Map([...(total?.amounts ?? []), [amount.currency, sum]]),
    index: total?.index ?? index,
  }
}

/** One lot or product written wrongly is told as that, not as one entry missing and another too many. */
function alignOddOne(positions: readonly Position[], book: ComparedBook): readonly Position[] {
  const lacking = positions.filter((position) => position.shipments !== null && position[book] === null)
  const stray = positions.filter((position) => position.shipments === null && position[book] !== null)
  const [target, source] = [lacking[0], stray[0]]
  // With more than one of either kind nobody can tell which was meant for which.
  if (target === undefined || source === undefined || lacking.length + stray.length > 2) return positions
  return positions.map((position) => {
    if (position === target) return { ...position, [book]: source[book] }
    return position === source ? { ...position, [book]: null } : position
  })
}

function differencesOf(position: Position, book: ComparedBook): readonly MatchDifference[] {
  const shipped = position.shipments
  const stated = position[book]
  if (shipped === null) return stated === null ? [] : [notShipped(stated, book)]
  if (stated === null) return [missing(shipped, book)]
  const { productId, lotId } = shipped
  const place = [book, String(stated.index)]
  return comparisons.flatMap(({ kind, field, textOf }) => {
    const values = { shipped: textOf(shipped), stated: textOf(stated) }
    if (values.shipped === values.stated) return []
    return [{ kind, book, productId, lotId, ...values, path: [...place, field] }]
  })
}

const comparisons = [
  { kind: 'PRODUCT', field: 'productId', textOf: ({ productId }: Total) => productId },
  { kind: 'LOT', field: 'lotId', textOf: ({ lotId }: Total) => lotId },
  { kind: 'QUANTITY', field: 'quantity', textOf: quantityText },
  { kind: 'AMOUNT', field: 'amount', textOf: amountText },
] as const

function notShipped(stated: Total, book: ComparedBook): MatchDifference {
  const { productId, lotId, index } = stated
  const values = { shipped: null, stated: quantityText(stated) }
  return { kind: 'NOT_SHIPPED', book, productId, lotId, ...values, path: [book, String(index)] }
}

function missing(shipped: Total, book: ComparedBook): MatchDifference {
  const { productId, lotId, index } = shipped
  const values = { shipped: quantityText(shipped), stated: null }
  return { kind: 'MISSING', book, productId, lotId, ...values, path: ['shipments', String(index)] }
}

function quantityText({ thousandths }: Total): string {
  return quantityFromThousandths(thousandths)
}

/** Minor units and currency, as digits after the point differ by currency: `2503 CNY`. */
function amountText({ amounts }: Total): string {
  const texts = [...amounts.values()].map(({ minor, currency }) => `${minor} ${currency}`)
  return texts.toSorted().join(' + ')
}

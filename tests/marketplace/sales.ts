/*
 * Invented sales of a marketplace. Instants are local times of Sao Paulo without an offset, as such files have them;
 * an empty text is a step without an instant.
 */

export interface Sale {
  readonly order: string
  readonly buyer: string
  readonly status: string
  readonly placed: string
  readonly approved: string
  /** When the carrier took the goods. */
  readonly carrier: string
  readonly delivered: string
  readonly items: readonly Item[]
  readonly review: Review | null
}

export interface Item {
  readonly product: string
  readonly shipBy: string
  readonly price: string
}

export interface Review {
  readonly score: string
  readonly comment: string
  readonly created: string
  readonly answered: string
}

export const PRODUCTS = ['kettle', 'lamp', 'chair'] as const

const HOUR_MS = 3600_000

/** A local time so many hours after the first day of the files; computed on a clock without zones. */
function localTime(hours: number): string {
  return new Date(Date.UTC(2017, 8, 4, 10) + hours * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/**
 * Sales without anything peculiar: every third has two items, every fourth is late for the carrier, every fifth was
 * approved after 30 hours, every second was rated. No time lies near a change of the clocks.
 */
export function ordinarySales(count: number, prefix = 'o'): readonly Sale[] {
  return Array.from({ length: count }, (_, index) => {
    const placedAt = (index % 60) * 72
    const order = `${prefix}${String(index).padStart(4, '0')}`
    const item = (product: number): Item => ({
      product: PRODUCTS[product % PRODUCTS.length] ?? '',
      shipBy: localTime(placedAt + (index % 4 === 0 ? 24 : 72)),
      price: `${10 + (index % 50)}.${String((index * 7) % 100).padStart(2, '0')}`,
    })
    return {
      order,
      buyer: `buyer-of-${order}`,
      status: 'delivered',
      placed: localTime(placedAt),
      approved: localTime(placedAt + (index % 5 === 0 ? 30 : 2)),
      carrier: localTime(placedAt + 48),
      delivered: localTime(placedAt + 150),
      items: index % 3 === 0 ? [item(index), item(index + 1)] : [item(index)],
      review: index % 2 === 0 ? reviewAt(placedAt + 168, 1 + (index % 5)) : null,
    }
  })
}

function reviewAt(hours: number, score: number): Review {
  return { score: String(score), comment: '', created: localTime(hours), answered: localTime(hours + 20) }
}

const plain: Sale = {
  order: '',
  buyer: '',
  status: 'delivered',
  placed: '2017-11-06 10:00:00',
  approved: '2017-11-06 12:00:00',
  carrier: '2017-11-08 09:00:00',
  delivered: '2017-11-14 18:00:00',
  items: [{ product: 'kettle', shipBy: '2017-11-09 12:00:00', price: '49.90' }],
  review: null,
}

const peculiar = (order: string, changes: Partial<Sale>): Sale => ({
  ...plain,
  order,
  buyer: `buyer-${order}`,
  ...changes,
})

/** One sale for each thing that real files have wrong, or that is easily computed wrongly. */
export const peculiarSales: readonly Sale[] = [
  // 24.5 hours by the clock on the wall, but the clocks went forward in between: 23.5 hours, which is in time.
  peculiar('forward', { placed: '2017-10-14 20:00:00', approved: '2017-10-15 20:30:00' }),
  // 23.5 hours by the clock on the wall, but the clocks went back in between: 24.5 hours, which is late.
  peculiar('back', {
    placed: '2018-02-17 12:00:00',
    approved: '2018-02-18 11:30:00',
    carrier: '2018-02-19 09:00:00',
    delivered: '2018-02-26 09:00:00',
    items: [{ product: 'lamp', shipBy: '2018-02-20 12:00:00', price: '120.00' }],
  }),
  peculiar('shipped-before-approval', { approved: '2017-11-09 08:00:00' }),
  peculiar('shipped-before-placing', { carrier: '2017-11-05 09:00:00' }),
  peculiar('delivered-before-shipping', { delivered: '2017-11-07 18:00:00' }),
  peculiar('delivered-unshipped', { carrier: '' }),
  peculiar('never-approved', { approved: '' }),
  peculiar('only-placed', { status: 'created', approved: '', carrier: '', delivered: '' }),
  peculiar('without-line', { status: 'unavailable', carrier: '', delivered: '', items: [] }),
  peculiar('canceled', { status: 'canceled', carrier: '', delivered: '' }),
  // The second order of a buyer repeats the buyer's row.
  peculiar('second-order', { buyer: 'buyer-canceled' }),
  peculiar('unreadable-price', {
    items: [
      { product: 'chair', shipBy: '2017-11-09 12:00:00', price: '1,50' },
      { product: 'lamp', shipBy: '2017-11-09 12:00:00', price: '7.05' },
    ],
  }),
  peculiar('no-such-day', { placed: '2017-11-31 10:00:00' }),
  peculiar('comment-of-two-lines', { review: { ...reviewAt(1600, 4), comment: 'Came late,\nbut "as described"' } }),
  peculiar('unreadable-score', { review: { ...reviewAt(1600, 4), score: 'five' } }),
  peculiar('answered-unasked', { review: { ...reviewAt(1600, 4), answered: localTime(1500) } }),
]

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Quantity, quantityFromThousandths } from '../../primitives/quantity.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { type BookedGoods, matchLines, type ThreeBooks } from './three-way-match.ts'
import { type InvoicedGoods, threeWayMatchGate } from './three-way-match-gate.ts'

/** Ten pieces of lot 7 at 2.50: 25.00. */
const goods = (given: Partial<BookedGoods> = {}): BookedGoods => ({
  lineId: 'a',
  productId: 'p',
  lotId: 'lot-7',
  quantity: '10' as Quantity,
  amount: { minor: 2500, currency: 'CNY' },
  ...given,
})
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const some = (quantity: string, minor: number, given: Partial<BookedGoods> = {}) =>
  goods({ quantity: quantity as Quantity, amount: cny(minor), ...given })
const books = (given: Partial<ThreeBooks> = {}): ThreeBooks => ({
  shipments: [goods()],
  invoices: [goods()],
  ledger: [goods()],
  ...given,
})
const invoiced = (of: ThreeBooks, lotStatus: InvoicedGoods['lotStatus'] = null) => ({
  ...of,
  invoices: of.invoices.map((one) => ({ ...one, lotStatus })),
})
const gate = (given: Partial<ThreeBooks>) => refused(threeWayMatchGate(invoiced(books(given))))
/** What differs, in which book, from what to what. */
const told = (given: Partial<ThreeBooks>) =>
  matchLines(books(given)).flatMap(({ differences }) =>
    differences.map(({ kind, book, shipped, stated, path }) =>
      [kind, book, shipped ?? '-', stated ?? '-', path.join('.')].join(' '),
    ),
  )

describe('a line on which ticket, account and goods agree', () => {
  it('is matched (FIN-2, KPI-11)', () => {
    expect(matchLines(books())).toEqual([{ lineId: 'a', isShipped: true, outcome: 'MATCHED', differences: [] }])
    expect(gate({})).toEqual([])
  })

  it('is matched in parts: two shipments, three invoices, one entry (FIN-2)', () => {
    // 6 + 4 = 1 + 2.5 + 6.5 = 10; 15.00 + 10.00 = 2.50 + 6.25 + 16.25 = 25.00.
    const shipments = [some('6', 1500), some('4', 1000)]
    const invoices = [some('1', 250), some('2.5', 625), some('6.5', 1625)]
    expect(gate({ shipments, invoices })).toEqual([])
  })

  it('is matched per lot, and without lots (FIN-2)', () => {
    const lots = [goods(), goods({ lotId: 'lot-8' }), goods({ lotId: null })]
    expect(gate({ shipments: lots, invoices: lots.toReversed(), ledger: lots })).toEqual([])
  })
})

describe('a line on which they disagree', () => {
  it.each([
    [
      'a thousandth too little is invoiced',
      { invoices: [some('9.999', 2500)] },
      ['QUANTITY invoices 10 9.999 invoices.0.quantity'],
    ],
    [
      'a thousandth too much is invoiced',
      { invoices: [some('10.001', 2500)] },
      ['QUANTITY invoices 10 10.001 invoices.0.quantity'],
    ],
    ['the ledger is a fen off', { ledger: [some('10', 2501)] }, ['AMOUNT ledger 2500 CNY 2501 CNY ledger.0.amount']],
    [
      'the invoice is in another currency',
      { invoices: [goods({ amount: { minor: 2500, currency: 'USD' } })] },
      ['AMOUNT invoices 2500 CNY 2500 USD invoices.0.amount'],
    ],
    [
      'a part is invoiced in another currency',
      {
        invoices: [
          some('4', 1500),
          goods({ quantity: '6' as Quantity, amount: { minor: 9, currency: 'BRL' } }),
          some('0', 1),
        ],
      },
      ['AMOUNT invoices 2500 CNY 1501 CNY + 9 BRL invoices.0.amount'],
    ],
    [
      'another product is invoiced',
      { invoices: [goods({ productId: 'q' })] },
      ['PRODUCT invoices p q invoices.0.productId'],
    ],
    ['another lot is booked', { ledger: [goods({ lotId: 'lot-8' })] }, ['LOT ledger lot-7 lot-8 ledger.0.lotId']],
    ['no lot is booked', { ledger: [goods({ lotId: null })] }, ['LOT ledger lot-7 - ledger.0.lotId']],
    ['it was never invoiced', { invoices: [] }, ['MISSING invoices 10 - shipments.0']],
    ['it was never booked', { ledger: [] }, ['MISSING ledger 10 - shipments.0']],
    [
      'it was never shipped',
      { shipments: [] },
      ['NOT_SHIPPED invoices - 10 invoices.0', 'NOT_SHIPPED ledger - 10 ledger.0'],
    ],
    [
      'invoice and ledger agree on a wrong quantity',
      { invoices: [some('9', 2500)], ledger: [some('9', 2500)] },
      ['QUANTITY invoices 10 9 invoices.0.quantity', 'QUANTITY ledger 10 9 ledger.0.quantity'],
    ],
    [
      'both name the same wrong lot',
      { invoices: [goods({ lotId: 'x' })], ledger: [goods({ lotId: 'x' })] },
      ['LOT invoices lot-7 x invoices.0.lotId', 'LOT ledger lot-7 x ledger.0.lotId'],
    ],
    [
      'everything about an entry is wrong',
      { invoices: [some('9', 1, { productId: 'q', lotId: null })] },
      [
        'PRODUCT invoices p q invoices.0.productId',
        'LOT invoices lot-7 - invoices.0.lotId',
        'QUANTITY invoices 10 9 invoices.0.quantity',
        'AMOUNT invoices 2500 CNY 1 CNY invoices.0.amount',
      ],
    ],
  ] satisfies [string, Partial<ThreeBooks>, string[]][])('tells that %s (FIN-2)', (_, given, expected) => {
    expect(told(given)).toEqual(expected)
  })

  it('tells which of several lots differs, and points at its first entry (FIN-2)', () => {
    const second = { lotId: 'lot-8' }
    const shipments = [goods(), goods(second)]
    const invoices = [goods(), some('4', 1000, second), some('5', 1250, second)]
    expect(told({ shipments, invoices, ledger: shipments })).toEqual([
      'QUANTITY invoices 10 9 invoices.1.quantity',
      'AMOUNT invoices 2500 CNY 2250 CNY invoices.1.amount',
    ])
  })

  it('tells which lot was written wrongly beside others that agree, in each book by itself (FIN-2)', () => {
    const shipments = [goods(), goods({ lotId: 'lot-8' })]
    expect(told({ shipments, invoices: [goods(), goods({ lotId: 'x' })], ledger: shipments })).toEqual([
      'LOT invoices lot-8 x invoices.1.lotId',
    ])
    expect(told({ invoices: [goods({ lotId: 'x' })], ledger: [goods({ lotId: 'y' })] })).toEqual([
      'LOT invoices lot-7 x invoices.0.lotId',
      'LOT ledger lot-7 y ledger.0.lotId',
    ])
  })

  it('was shipped, though one of its lots was not (FIN-1, FIN-2)', () => {
    const invoices = [goods(), goods({ lotId: 'x' })]
    expect(matchLines(books({ invoices }))).toMatchObject([{ isShipped: true, outcome: 'DIFFERENT' }])
  })

  it('does not guess which of two lots was meant (FIN-2)', () => {
    const shipments = [goods(), goods({ lotId: 'lot-8' })]
    expect(told({ shipments, invoices: [goods({ lotId: 'x' })], ledger: shipments })).toEqual([
      'MISSING invoices 10 - shipments.0',
      'MISSING invoices 10 - shipments.1',
      'NOT_SHIPPED invoices - 10 invoices.0',
    ])
    const strays = [goods({ lotId: 'x' }), goods({ lotId: 'y' })]
    expect(told({ invoices: strays })).toEqual([
      'MISSING invoices 10 - shipments.0',
      'NOT_SHIPPED invoices - 10 invoices.0',
      'NOT_SHIPPED invoices - 10 invoices.1',
    ])
  })

  it('is told apart from other lines with the same goods (FIN-2)', () => {
    const other = goods({ lineId: 'b' })
    const matches = matchLines(books({ invoices: [goods(), other], ledger: [goods(), other] }))
    expect(matches.map(({ lineId, isShipped, outcome }) => [lineId, isShipped, outcome])).toEqual([
      ['a', true, 'MATCHED'],
      ['b', false, 'DIFFERENT'],
    ])
  })

  it('does not take ids for each other that only look alike when joined (FIN-2)', () => {
    const shipments = [goods({ productId: 'p","x', lotId: 'y' }), goods({ productId: 'p', lotId: 'x","y' })]
    expect(matchLines(books({ shipments, invoices: shipments, ledger: shipments }))).toHaveLength(1)
    expect(
      told({ shipments: shipments.slice(0, 1), invoices: shipments.slice(1), ledger: shipments.slice(0, 1) }),
    ).toEqual(['PRODUCT invoices p","x p invoices.0.productId', 'LOT invoices y x","y invoices.0.lotId'])
  })
})

describe('an order at its closing', () => {
  it('lacks an invoice (FIN-1) and an entry of the ledger (FIN-2)', () => {
    const facts = { lineId: 'a', productId: 'p', lotId: 'lot-7', difference: 'MISSING', shipped: '10', stated: null }
    expect(gate({ invoices: [], ledger: [] })).toEqual([
      ['FIN-1', 'shipments.0', { ...facts, books: 'shipments | invoices' }],
      ['FIN-2', 'shipments.0', { ...facts, books: 'shipments | ledger' }],
    ])
  })

  it('is refused for what was invoiced and never shipped (FIN-2)', () => {
    expect(gate({ shipments: [], ledger: [] })).toMatchObject([
      ['FIN-2', 'invoices.0', { difference: 'NOT_SHIPPED', shipped: null, stated: '10' }],
    ])
  })

  it.each([
    ['PRODUCT', { ledger: [goods({ productId: 'q' })] }, 'The product differs: p by shipment, q by ledger.'],
    ['LOT', { ledger: [goods({ lotId: null })] }, 'The lot differs: lot-7 by shipment, none by ledger.'],
    ['QUANTITY', { invoices: [some('9', 2500)] }, 'The quantity differs: 10 by shipment, 9 by invoice.'],
    [
      'AMOUNT',
      { invoices: [some('10', 1)] },
      'The amount in minor units differs: 2500 CNY by shipment, 1 CNY by invoice.',
    ],
    ['MISSING', { invoices: [] }, '10 were shipped, but no invoice has them.'],
    ['NOT_SHIPPED', { shipments: [], invoices: [] }, 'The ledger has 10, but no such goods of this line were shipped.'],
  ] satisfies [string, Partial<ThreeBooks>, string][])(
    'hears both values of a difference in %s (FIN-2)',
    (kind, given, en) => {
      const violations = threeWayMatchGate(invoiced(books(given)))
      expect(refused(violations)).toMatchObject([
        [kind === 'MISSING' ? 'FIN-1' : 'FIN-2', expect.anything(), { difference: kind }],
      ])
      expect(violations[0]?.message.en).toBe(en)
    },
  )

  it('hears of a lot where the goods have none, in both languages (FIN-2)', () => {
    const given = { shipments: [goods({ lotId: null })], invoices: [goods({ lotId: null })] }
    expect(threeWayMatchGate(invoiced(books(given)))[0]?.message).toEqual({
      zh: '批次不符：发货为 无，账目为 lot-7。',
      en: 'The lot differs: none by shipment, lot-7 by ledger.',
    })
  })

  it('is told to complete the book that lacks the goods, or to correct the one that is wrong (FIN-1, FIN-2)', () => {
    const remedies = (given: Partial<ThreeBooks>) =>
      threeWayMatchGate(invoiced(books(given))).map(({ remedy }) => remedy.en)
    expect(remedies({ invoices: [], ledger: [] })).toEqual([
      'Issue the invoice for these goods.',
      'Enter these goods in the ledger.',
    ])
    expect(remedies({ shipments: [], ledger: [] })).toEqual(['Correct the invoice, or record the shipment.'])
    expect(remedies({ ledger: [some('9', 2500)] })).toEqual([
      'Find out which is wrong; the ledger must say what was shipped.',
    ])
  })
})

describe('an invoice for a blocked lot', () => {
  it('is refused, though everything matches (QLT-4)', () => {
    expect(refused(threeWayMatchGate(invoiced(books(), 'BLOCKED')))).toEqual([
      ['QLT-4', 'invoices.0.lotId', { lineId: 'a', productId: 'p', lotId: 'lot-7', lotStatus: 'BLOCKED' }],
    ])
    expect(threeWayMatchGate(invoiced(books(), 'RELEASED'))).toEqual([])
  })

  it('is refused per entry, with every mismatch (FIN-2, QLT-4)', () => {
    const invoices = [
      { ...some('1', 250), lotStatus: null },
      { ...some('8', 2000), lotStatus: 'BLOCKED' as const },
    ]
    const violations = threeWayMatchGate({ ...books(), invoices })
    // 9 of 10 pieces and 22.50 of 25.00 are invoiced.
    expect(rulesRefusing(violations)).toEqual(['FIN-2', 'FIN-2', 'QLT-4'])
    expect(violations.at(-1)?.path).toEqual(['invoices', '1', 'lotId'])
  })
})

describe('the laws of matching', () => {
  const entry = fc.record({
    lineId: fc.constantFrom('a', 'b'),
    productId: fc.constantFrom('p', 'q'),
    lotId: fc.constantFrom(null, 'lot-7'),
    quantity: fc.integer({ min: 0, max: 50_000 }).map(quantityFromThousandths),
    amount: fc.integer({ min: -5000, max: 5000 }).map(cny),
  })
  const entries = fc.array(entry, { minLength: 1, maxLength: 6 })

  it('the order and the number of entries do not matter, only their sums (FIN-2, KPI-11)', () => {
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 0, max: 9 })),
    )
    fc.assert(
      fc.property(shuffled, ([all, again, cut]) => {
        const parts = again.flatMap((one) => {
          const part = Math.min(cut, one.amount.minor)
          const rest = { ...one, amount: cny(one.amount.minor - part) }
          return [{ ...one, quantity: quantityFromThousandths(0), amount: cny(part) }, rest]
        })
        const matches = matchLines({ shipments: all, invoices: again, ledger: parts })
        expect(matches.every(({ outcome, differences }) => outcome === 'MATCHED' && differences.length === 0)).toBe(
          true,
        )
        expect(matches).toHaveLength(new Set(all.map(({ lineId }) => lineId)).size)
      }),
    )
  })

  it('one fen or one entry more in one book is always found, in its line only (FIN-2, KPI-11)', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.constantFrom('invoices', 'ledger'), (all, pick, book) => {
        const one = all[pick % all.length] ?? goods()
        const off = [...all, { ...one, quantity: quantityFromThousandths(0), amount: cny(1) }]
        const matches = matchLines({ shipments: all, invoices: all, ledger: all, [book]: off })
        const different = matches.filter(({ outcome }) => outcome === 'DIFFERENT')
        expect(different.map(({ lineId }) => lineId)).toEqual([one.lineId])
        expect(different[0]?.differences).toMatchObject([{ kind: 'AMOUNT', book }])
      }),
    )
  })
})

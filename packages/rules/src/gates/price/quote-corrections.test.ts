import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseQuantity, quantityFromThousandths } from '../../primitives/quantity.ts'
import { type PricedLine, quoteCorrections } from './quote-corrections.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })
const line = (lineId: string, quantity = '2', unitPrice = cny(1000)): PricedLine => ({
  lineId,
  quantity: parseQuantity(quantity),
  unitPrice,
})

describe('a contract made from a quote', () => {
  it('is accurate with the same prices and quantities, in any order and notation (KPI-8)', () => {
    const contracted = [line('b'), { ...line('a'), quantity: '2.000' as PricedLine['quantity'] }]
    expect(quoteCorrections([line('a'), line('b')], contracted)).toEqual([])
  })

  it.each([
    ['PRICE', line('a', '2', cny(1001))],
    ['PRICE', line('a', '2', { minor: 1000, currency: 'BRL' })],
    ['QUANTITY', line('a', '2.001')],
  ] as const)('corrects the %s of a line (KPI-8)', (of, contracted) => {
    expect(quoteCorrections([line('a')], [contracted])).toEqual([{ lineId: 'a', of, quoted: line('a'), contracted }])
  })

  it('may correct both at once (KPI-8)', () => {
    const contracted = line('a', '3', cny(900))
    expect(quoteCorrections([line('a')], [contracted]).map(({ of }) => of)).toEqual(['PRICE', 'QUANTITY'])
  })

  it('corrects the quantity of a line that it drops or adds (KPI-8)', () => {
    expect(quoteCorrections([line('a'), line('b')], [line('b'), line('c')])).toEqual([
      { lineId: 'a', of: 'QUANTITY', quoted: line('a'), contracted: null },
      { lineId: 'c', of: 'QUANTITY', quoted: null, contracted: line('c') },
    ])
  })

  it('departs from the quote as far as the quote from it (KPI-8)', () => {
    const lines = fc.uniqueArray(
      fc.record({
        lineId: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 2 }).map(quantityFromThousandths),
        unitPrice: fc.integer({ min: 1, max: 2 }).map(cny),
      }),
      { selector: ({ lineId }) => lineId },
    )
    const names = (a: readonly PricedLine[], b: readonly PricedLine[]) =>
      quoteCorrections(a, b)
        .map(({ lineId, of }) => `${lineId} ${of}`)
        .toSorted()
        .join()
    fc.assert(fc.property(lines, lines, (a, b) => names(a, b) === names(b, a) && names(a, a) === ''))
  })
})

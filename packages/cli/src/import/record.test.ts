import { describe, expect, it } from '@jest/globals'
import type { FileFormat } from './mapping.ts'
import { keyOf, readFields } from './record.ts'
import { lineFields, recordKinds } from './record-kinds.ts'

const cellsOf = (cells: Readonly<Record<string, string>>, format: FileFormat = {}) => ({
  cellOf: (column: string) => cells[column],
  formatOf: () => format,
})
const names = { required: ['key'], optional: [], identifiers: ['key'], quantities: [] }

describe('a row', () => {
  const sources = {
    key: { column: 'id' },
    name: { column: 'name', otherwise: 'unnamed' },
    placedAt: { instant: 'placed' },
    price: { money: 'price', currency: 'BRL' },
    score: { integer: 'score' },
    title: { template: 'Order {id}' },
  }
  const read = (cells: Readonly<Record<string, string>>, format?: FileFormat) =>
    readFields(sources, names, cellsOf(cells, format), 'UTC')

  it('gives typed fields; an empty cell is left out or has its stand-in', () => {
    expect(read({ id: 'a1', name: '', placed: '', price: '52.99', score: '4' })).toEqual({
      fields: { key: 'a1', name: 'unnamed', price: { minor: 5299, currency: 'BRL' }, score: 4, title: 'Order a1' },
    })
  })

  it('tells every unreadable cell by its column, not just the first', () => {
    const told = read({ id: '', name: '', placed: '30.02.2018', price: '52.999', score: 'four' })
    expect('unreadable' in told && told.unreadable.map(({ column }) => column)).toEqual([
      'id',
      'placed',
      'price',
      'score',
    ])
  })

  it('is read in full width as in half width, without what nobody sees', () => {
    const cells = {
      id: '\u200B\uFF21\uFF11\u00A0',
      name: '\uFEFF Clinic\u00A0A\t',
      placed: '',
      price: '\uFF15\uFF12.\uFF19',
      score: '\uFF14',
    }
    expect(read(cells)).toEqual({
      fields: {
        key: 'A1',
        name: 'Clinic A',
        price: { minor: 5290, currency: 'BRL' },
        score: 4,
        title: 'Order \uFF21\uFF11',
      },
    })
  })

  it('is read with the decimal mark that the mapping names, and groups only where it names their mark', () => {
    const priceOf = (price: string, format: FileFormat) => {
      const told = read({ id: '1', name: '', placed: '', price, score: '' }, format)
      return 'fields' in told ? told.fields['price'] : 'unreadable'
    }
    expect(priceOf('1250,5', { decimalMark: ',' })).toEqual({ minor: 125_050, currency: 'BRL' })
    expect(priceOf('1.250,50', { decimalMark: ',', groupingMark: '.' })).toEqual({ minor: 125_050, currency: 'BRL' })
    expect(priceOf('1,250', {})).toBe('unreadable')
    expect(priceOf('1.25.0,50', { decimalMark: ',', groupingMark: '.' })).toBe('unreadable')
  })
})

describe('an amount', () => {
  const amount = (price: string, code: string) => {
    const source = { price: { money: 'price', currency: { column: 'code' } } }
    const told = readFields(source, names, cellsOf({ price, code }), 'UTC')
    return 'fields' in told ? told.fields['price'] : 'unreadable'
  }

  it('has the digits of its currency, which a column may name', () => {
    expect(amount('1000', 'JPY')).toEqual({ minor: 1000, currency: 'JPY' })
    expect(amount('1000', 'KWD')).toEqual({ minor: 1_000_000, currency: 'KWD' })
    expect(amount('1000', 'CNY')).toEqual({ minor: 100_000, currency: 'CNY' })
  })

  it('with a fraction that its currency does not have, or in no currency, is unreadable', () => {
    expect(amount('1000.5', 'JPY')).toBe('unreadable')
    expect(amount('1000', 'RMB')).toBe('unreadable')
  })
})

describe('a quantity', () => {
  const quantity = (qty: string) => {
    const told = readFields({ quantity: { column: 'qty' } }, lineFields, cellsOf({ qty }), 'UTC')
    return 'fields' in told ? told.fields['quantity'] : told.unreadable[0]?.reason
  }

  it('is a decimal; a negative one keeps its sign for whoever judges it', () => {
    expect(['\uFF12', '2.50', '-1', '-0'].map(quantity)).toEqual(['2', '2.5', '-1', '0'])
  })

  it('of other text is unreadable', () => {
    expect(quantity('two')).toMatch('is not a number')
    expect(quantity('1.2345')).toMatch('at most 3 decimals')
    expect(quantity('')).toBe('has no value')
  })
})

describe('a product', () => {
  it('has a device identifier where a column holds one, unless a spreadsheet has rounded it (TRC-4)', () => {
    const sources = { code: { column: 'no' }, name: { column: 'no' }, unit: { column: 'no' } }
    const read = (gtin: string) => {
      const cells = cellsOf({ no: 'P-1', gtin })
      return readFields({ ...sources, deviceIdentifier: { column: 'gtin' } }, recordKinds.product, cells, 'UTC')
    }
    const product = { code: 'P-1', name: 'P-1', unit: 'P-1' }
    expect(read('09501101530102')).toEqual({ fields: { ...product, deviceIdentifier: '09501101530102' } })
    expect(read('')).toEqual({ fields: product })
    const rounded = read('9.50110E+12')
    expect('unreadable' in rounded && rounded.unreadable.map(({ column }) => column)).toEqual(['gtin'])
  })
})

describe('a key', () => {
  it('is what its template makes of the row', () => {
    expect(keyOf('{a}/{b}', cellsOf({ a: ' x', b: '\uFF19 ' }))).toBe('x/9')
  })

  it.each(['6.90123E+12', '\uFF16.9E+12', '-1,5e+20'])('that a spreadsheet has rounded to %s is refused', (cell) => {
    expect(() => keyOf('{a}', cellsOf({ a: cell }))).toThrow('last digits are lost')
  })

  it.each(['1E5', 'E+5', '6.90123'])('%s is one as it stands', (cell) => {
    expect(keyOf('{a}', cellsOf({ a: cell }))).toBe(cell)
  })

  it('without a part is refused', () => {
    expect(() => keyOf('{a}/{b}', cellsOf({ a: 'x', b: '\u200B' }))).toThrow("column 'b' is empty")
  })
})

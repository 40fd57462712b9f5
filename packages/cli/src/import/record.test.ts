import { describe, expect, it } from '@jest/globals'
import { readFields, readInstant } from './record.ts'

const place = { file: 'orders.csv', line: 7 }

describe('a local time of the mapping', () => {
  it('is read in its zone: Sao Paulo is three hours behind UTC in winter', () => {
    expect(readInstant('2018-06-01 12:00:00', 'America/Sao_Paulo')).toBe('2018-06-01T15:00:00.000Z')
  })

  it('is read in its zone: two hours behind in summer, so that elapsed hours over the change are right', () => {
    // Clocks went forward at midnight of 15 October 2017: 23:00 to 01:00 of the next day is one elapsed hour.
    expect(readInstant('2017-10-14 23:00:00', 'America/Sao_Paulo')).toBe('2017-10-15T02:00:00.000Z')
    expect(readInstant('2017-10-15 01:00:00', 'America/Sao_Paulo')).toBe('2017-10-15T03:00:00.000Z')
  })

  it('means the first of two when the clocks went back', () => {
    // On 18 February 2018 midnight came twice: 23:30 is first at 01:30 UTC (offset -2), then at 02:30 UTC.
    expect(readInstant('2018-02-17 23:30:00', 'America/Sao_Paulo')).toBe('2018-02-18T01:30:00.000Z')
  })

  it('may carry its own offset instead', () => {
    expect(readInstant('2018-06-01T12:00:00+08:00', 'America/Sao_Paulo')).toBe('2018-06-01T04:00:00.000Z')
  })
})

describe('a row', () => {
  const sources = {
    key: { column: 'id' },
    name: { column: 'name', otherwise: 'unnamed' },
    placedAt: { instant: 'placed' },
    price: { money: 'price', currency: 'BRL' },
    score: { integer: 'score' },
    title: { template: 'Order {id}' },
  }

  it('gives typed fields; an empty cell is null or its stand-in', () => {
    const cells = { id: 'a1', name: '', placed: '', price: '52.99', score: '4' }
    expect(readFields(sources, cells, 'UTC', place)).toEqual({
      fields: {
        key: 'a1',
        name: 'unnamed',
        placedAt: null,
        price: { minor: 5299, currency: 'BRL' },
        score: 4,
        title: 'Order a1',
      },
    })
  })

  it('tells every unreadable cell with file, line and column, not just the first', () => {
    const cells = { id: 'a1', name: '', placed: '30.02.2018', price: '52.999', score: 'four' }
    const read = readFields(sources, cells, 'UTC', place)
    expect('unreadable' in read && read.unreadable.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['orders.csv', 7, 'placed'],
      ['orders.csv', 7, 'price'],
      ['orders.csv', 7, 'score'],
    ])
  })

  it('names a column that the file does not have', () => {
    const read = readFields({ key: { column: 'identifier' } }, { id: 'a1' }, 'UTC', place)
    expect(read).toEqual({
      unreadable: [{ ...place, column: 'identifier', reason: "there is no column 'identifier'" }],
    })
  })

  it('does not take a day that does not exist', () => {
    const read = readFields({ at: { instant: 'at' } }, { at: '2018-02-30 10:00:00' }, 'UTC', place)
    expect('unreadable' in read && read.unreadable).toHaveLength(1)
  })
})

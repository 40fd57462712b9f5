import { describe, expect, it } from '@jest/globals'
import { type GraphQLScalarType, parseValue as parseLiteral } from 'graphql'
import { scalars } from './scalars.ts'

/** What the scalar reads from a variable and from the query's text; both must agree. */
function readBoth(scalar: GraphQLScalarType, value: unknown): unknown {
  const fromVariable = scalar.parseValue(value)
  const fromText = scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {})
  expect(fromText).toEqual(fromVariable)
  return fromVariable
}

describe('an instant', () => {
  it('is read with any offset and kept as UTC with milliseconds', () => {
    expect(readBoth(scalars.Instant, '2026-02-13T16:00:00+08:00')).toBe('2026-02-13T08:00:00.000Z')
  })
})

describe('a scanned label', () => {
  it('keeps its separators, visibly, and not the end of the line that a scanner sends', () => {
    expect(readBoth(scalars.LabelScan, ']d21012345\u001d21S-1\r\n')).toBe(']d21012345\u241d21S-1')
  })
})

describe('a value that fits', () => {
  it.each<[keyof typeof scalars, unknown]>([
    ['LocalDate', '2028-02-29'],
    ['Quantity', '2.5'],
    ['MinorUnits', 3_000_000_000],
    ['LabelScan', '(01)09501101530003'],
    ['MinorUnits', -5],
    ['Currency', 'KWD'],
    ['FactMap', { lot: 'A-1', count: 2, isSterile: true, until: null }],
  ])('%s reads %j', (name, value) => {
    const scalar: GraphQLScalarType = scalars[name]
    expect(name === 'FactMap' ? scalar.parseValue(value) : readBoth(scalar, value)).toEqual(value)
  })
})

describe('a value that does not fit', () => {
  it.each<[keyof typeof scalars, unknown]>([
    ['Instant', '2026-02-13T08:00:00'],
    ['LabelScan', '(01)0950\u200b1101530003'],
    ['LabelScan', ' \r\n'],
    ['Instant', '2026-02-30T08:00:00Z'],
    ['Instant', 1_770_000_000],
    ['Instant', null],
    ['Currency', 'RMB'],
    ['Currency', 'cny'],
    ['Currency', null],
    ['LocalDate', '2027-02-29'],
    ['LocalDate', '13.02.2026'],
    ['LocalDate', '9999-12-31'],
    ['LocalDate', '1899-12-31'],
    ['Instant', '9999-12-31T00:00:00Z'],
    ['LabelScan', '\r\n'],
    ['LabelScan', '1'.repeat(7101)],
    ['LabelScan', 1],
    ['Quantity', '2.5004'],
    ['Quantity', '-1'],
    ['Quantity', 2],
    ['MinorUnits', 12.5],
    ['MinorUnits', '1200'],
    ['MinorUnits', 2 ** 53],
    ['FactMap', { nested: { deep: 1 } }],
    ['FactMap', ['a']],
  ])('%s refuses %j', (name, value) => {
    const scalar: GraphQLScalarType = scalars[name]
    expect(() => scalar.parseValue(value)).toThrow()
    expect(() => scalar.parseLiteral(parseLiteral(JSON.stringify(value).replaceAll(/"(\w+)":/g, '$1:')), {})).toThrow()
  })

  it('is not quoted back when it is long', () => {
    const long = 'x'.repeat(100_000)
    expect(() => scalars.Instant.parseValue(long)).toThrow(/too long/)
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Delimiter, recognisedDelimiter, rowReader } from './delimited-text.ts'

function read(text: string, delimiter: Delimiter = ',', size = 1_000) {
  const reader = rowReader(delimiter)
  const rows = []
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
  return [...rows, ...reader.end()]
}
const cellsOf = (text: string, delimiter?: Delimiter) => read(text, delimiter).map(({ cells }) => cells)

describe('delimited text', () => {
  it('gives rows with the line on which each begins', () => {
    expect(read('id,comment\r\n1,"two\r\nlines"\r\n\n2,"a ""quoted"" word"')).toEqual([
      { line: 1, cells: ['id', 'comment'], broken: null },
      { line: 2, cells: ['1', 'two\r\nlines'], broken: null },
      { line: 4, cells: [''], broken: null },
      { line: 5, cells: ['2', 'a "quoted" word'], broken: null },
    ])
  })

  it('has line ends of three kinds, and the last row needs none', () => {
    expect(cellsOf('a\rb\nc\r\nd')).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  it('keeps a quotation mark in the middle of a cell as it stands', () => {
    expect(cellsOf('1,3" pipe,x')).toEqual([['1', '3" pipe', 'x']])
  })

  it('lets spaces and tabs stand behind a closing mark', () => {
    expect(cellsOf('"690"\t,"x" \n')).toEqual([['690', 'x']])
  })

  it.each([
    ['that text follows', 'id,name\n1,"12 inch\n2,"monitor"\n3,c\n'],
    ['that nothing closes', 'id,name\n1,"12 inch\n2,monitor\n3,c\n'],
  ])('tells where a stray quotation mark %s began, and reads the rows after it', (_, text) => {
    const rows = read(text)
    expect(rows.map(({ line, broken }) => [line, broken !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(rows[2]?.cells).toEqual(['2', 'monitor'])
  })

  it('is what was written, whatever cells hold, whatever pieces it comes in', () => {
    const letters = fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'a', '1', '医')
    const cell = fc.string({ unit: letters, maxLength: 6 })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    const delimiters = fc.constantFrom<Delimiter>(',', ';', '\t', '|')
    fc.assert(
      fc.property(
        rows,
        delimiters,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 5 }),
        (table, delimiter, end, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = table.map((cells) => `${cells.map(quote).join(delimiter)}${end}`).join('')
          const found = read(text, delimiter, size)
          expect(found.map(({ cells }) => cells)).toEqual(table)
          expect(found.every(({ broken }) => broken === null)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the delimiter', () => {
  it.each([
    [',', 'id,name,opened'],
    [';', 'id;name;"a, b"'],
    ['\t', 'id\tname, and branch\topened'],
    ['|', 'id|name'],
    [',', 'id'],
  ] as const)('is %j in %j', (delimiter, header) => {
    expect(recognisedDelimiter(header)).toBe(delimiter)
  })
})

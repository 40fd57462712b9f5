import { describe, expect, it } from '@jest/globals'
import { tokensOf } from './source-tokens.ts'
import { titlesIn } from './test-titles.ts'

const titles = (source: string) => titlesIn(source).map(({ title }) => title)
const printed = (source: string) => titlesIn(source).flatMap((one) => one.printed)

describe('the pieces of a source', () => {
  const values = (source: string) => tokensOf(source).map(({ kind, value }) => `${kind} ${value}`)

  it('are texts, words and marks', () => {
    expect(values('call(\'a\', "b") + 12')).toEqual([
      'WORD call',
      'MARK (',
      'TEXT a',
      'MARK ,',
      'TEXT b',
      'MARK )',
      'MARK +',
      'WORD 12',
    ])
  })

  it('do not hold comments, nor regular expressions with quotes in them', () => {
    expect(values("a // 'b'\n/* 'c' */ d")).toEqual(['WORD a', 'WORD d'])
    expect(values("match(/['\"`]/u, 'a')")).toEqual(['WORD match', 'MARK (', 'MARK ,', 'TEXT a', 'MARK )'])
    expect(values('return /a\\/b/')).toEqual(['WORD return'])
  })

  it('hold a division', () => {
    expect(values("a / b / 'c'")).toEqual(['WORD a', 'MARK /', 'WORD b', 'MARK /', 'TEXT c'])
    expect(values("(a) / 2 / 'c'")).toContain('TEXT c')
  })

  it('hold the fixed parts of a template, however deep its insertions', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
    expect(values('`a ${ b({ c: `d ${`e`} }` }) } f` g')).toEqual(['TEXT a   f', 'WORD g'])
    expect(values('`a\\`b`')).toEqual(['TEXT a`b'])
  })

  it('hold what an escaped quote surrounds', () => {
    expect(values("'it\\'s'")).toEqual(["TEXT it's"])
  })
})

describe('a title', () => {
  it('is that of a test or a group, in any quotes', () => {
    expect(titles('describe(\'a\', () => { it("b", () => {}); test(`c`, () => {}) })')).toEqual(['a', 'b', 'c'])
  })

  it('is that of a test with a modifier that lets it run', () => {
    expect(titles("it.only('a', f); it.concurrent('b', f)")).toEqual(['a', 'b'])
  })

  it('is found behind the types of a table, also where these hold functions', () => {
    expect(titles("it.each<[string, () => Map<string, number>]>([['a', f]])('b', f)")).toEqual(['b'])
    expect(printed("describe.each<[Id, Table<string, string>]>([['ABC-1', t]])('c of %s', f)")).toEqual(['ABC-1'])
  })

  it('is not that of a test that does not run, nor of what stands inside', () => {
    const source =
      "it.skip('a', f); it.todo('b'); it.failing('c', f); describe.skip('d', () => { it('e', f) }); it('f', f)"
    expect(titles(source)).toEqual(['f'])
    expect(titles("it.skip.each([1])('a', f)")).toEqual([])
  })

  it('is not a text elsewhere: in a comment, a value, another call, a regular expression', () => {
    expect(titles("// it('a', f)\nexpect('b').toBe('c'); unit('d'); /it/.test('e'); const f = `it('g')`")).toEqual([])
  })

  it('is not known where it is computed', () => {
    expect(titles('it(name, f); it.each(rows)(name, f)')).toEqual([])
  })
})

describe('a table of tests', () => {
  it('prints the columns that its title has placeholders for, and no further ones', () => {
    const source = "it.each([['a', ['b'], 'c'], ['d', [], 'e']] as const)('%s gives %j', f)"
    expect(titles(source)).toEqual(['%s gives %j'])
    expect(printed(source)).toEqual(['a', 'b', 'd'])
    expect(printed("it.each([['a', 'b']])('nothing', f)")).toEqual([])
    expect(printed("it.each([['a', 'b']])('100%% of row %#', f)")).toEqual([])
  })

  it('prints single values', () => {
    expect(printed("describe.each(['a', 'b'])('of %s', f)")).toEqual(['a', 'b'])
  })

  it('prints named properties', () => {
    expect(printed("it.each([{ name: 'a', other: 'b' }, { name: c }])('$name works', f)")).toEqual(['a'])
  })

  it('prints nothing that is computed, or kept under a name', () => {
    expect(printed("it.each([[of('a')], [() => 'b']])('%s', f); it.each(rows)('%s', f)")).toEqual([])
  })
})

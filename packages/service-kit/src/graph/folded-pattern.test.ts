import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { foldedPattern } from './folded-pattern.ts'

const finds = (part: string, text: string) => new RegExp(foldedPattern(part), 'u').test(text)

describe('a part of a text', () => {
  it.each([
    ['lot', 'LOT-7'],
    ['ＬＯＴ', 'a lot 7'],
    ['a b', 'Ａ\u3000Ｂ'],
    ['7', '批号７号'],
    ['医院', '东山医院'],
    ['É', 'café'],
    ['10㎡ 敷料', '10㎡ 敷料'],
    ['㎡', '10 m2'],
    ['Ⅲ类', 'Ⅲ类注射器'],
    ['37℃', '37℃ 培养箱'],
    ['①号', '①号'],
    ['…x', '…x'],
    ['e\u0301lan', 'e\u0301lan'],
    ['ｱｲｳ', 'ｱｲｳ'],
    ['𠮷野', '株式会社𠮷野家'],
    ['𐐀', '𐐨'],
    ['葛飾', '葛\u{e0100}飾区'],
    ['葛\u{e0100}飾', '葛飾区'],
    ['👩⚕', '👩\u200d⚕\ufe0f'],
  ])('%j is found in %j whatever the case and width of its letters', (part, text) => {
    expect(finds(part, text)).toBe(true)
  })

  it.each([
    ['a.c', 'abc'],
    ['.*', 'anything'],
    ['[a]', 'a'],
    ['a|b', 'b'],
    ['^', 'a'],
  ])('%j is no expression: it is not found in %j', (part, text) => {
    expect(finds(part, text)).toBe(false)
  })

  it('is found in every text that holds it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(fc.property(text, text, text, (before, part, after) => finds(part, `${before}${part}${after}`)))
  })
})

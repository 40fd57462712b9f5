import { enumLabels } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { allEnumLabels } from './choice-labels.ts'

const zh = (name: string, wanted: string) =>
  allEnumLabels.find((each) => each.enum === name)?.values.find(({ value }) => value === wanted)?.label.zh

describe('the labels of all enums', () => {
  it('are those of the dictionary and those of what events tell, each once', () => {
    const names = allEnumLabels.map((each) => each.enum)
    expect(names).toEqual(expect.arrayContaining(enumLabels.map((each) => each.enum)))
    expect(names).toEqual(expect.arrayContaining(['ContractKind', 'LotQuality', 'ProductClass', 'ReviewOutcome']))
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(allEnumLabels)('are in Chinese and in English, and tell the values of $enum apart', ({ values }) => {
    for (const { label } of values) {
      expect(label.zh).toMatch(/^\p{Script=Han}/u)
      expect(label.en).toMatch(/^[A-Z][\p{ASCII}]*$/u)
    }
    expect(new Set(values.map(({ label }) => label.zh)).size).toBe(values.length)
    expect(new Set(values.map(({ label }) => label.en)).size).toBe(values.length)
  })

  it('use the terms of the regulations (QLT-4)', () => {
    expect(zh('QualitySource', 'QUALITY_CONTROL')).toContain('质管部')
    expect(zh('CustomerKind', 'NEAR_CUSTOMER')).toBe('准客户')
    expect(zh('ProductClass', 'CLASS_II')).toBe('第二类医疗器械')
  })
})

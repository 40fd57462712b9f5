import { describe, expect, it } from '@jest/globals'
import type { Comparison } from './comparison.ts'
import { figure, markdownTable, tableOf } from './table.ts'

describe('a figure', () => {
  it.each([
    [0, '0'],
    [0.012345, '0.0123'],
    [0.5, '0.5'],
    [12.345, '12.3'],
    [999.4, '999'],
    [1000, '1,000'],
    [1_234_567.8, '1,234,568'],
  ])('%p is shown as %p', (value, text) => {
    expect(figure(value)).toBe(text)
  })
})

describe('a Markdown table', () => {
  it('has columns as wide as their widest cell, and a rule below the header', () => {
    const rows = [
      ['name', 'n'],
      ['a', '1,000'],
    ]
    expect(markdownTable(rows)).toEqual(['| name | n     |', '| ---- | ----- |', '| a    | 1,000 |'])
  })

  it('fills missing cells', () => {
    expect(markdownTable([['abc', 'def'], ['a']]).at(-1)).toBe('| a   |     |')
  })
})

describe('the table of all benchmarks', () => {
  const comparison: Comparison = {
    title: 'one case',
    unit: 'op/s',
    ours: 'this',
    against: 'that',
    rounds: 5,
    ratio: { median: 0.5, low: 0.25, high: 0.75 },
    absolute: { ours: { median: 1500, low: 1, high: 2000 }, against: { median: 3000, low: 2000, high: 4000 } },
    notes: ['a note'],
  }
  const lines = tableOf([{ benchmark: 'graph', comparisons: [comparison] }]).split('\n')
  const cells = (line = '') =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1)

  it('shows ratio and spread first, and the absolute figures with their unit, labelled as such', () => {
    expect(cells(lines[2])).toEqual(['graph', 'one case', '0.5', '0.25–0.75', '1,500 op/s', '3,000 op/s', '5'])
    expect(cells(lines[0]).filter((header) => header.includes('absolute'))).toHaveLength(2)
  })

  it('says below what each line compares', () => {
    expect(lines.slice(4)).toEqual(['graph, one case: this / that', '  a note'])
  })
})

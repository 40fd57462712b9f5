import { describe, expect, it } from '@jest/globals'
import { timeSpent } from './time-spent.ts'

const file = (name: string, seconds: number) => ({ file: name, seconds })

describe('where the time went', () => {
  it('is told for each level that ran, and for the slowest files of all, slowest first', () => {
    const lines = timeSpent([
      { level: 'fast', seconds: 12.34, files: [file('a.test.ts', 1.25), file('b.test.ts', 11)] },
      { level: 'int', seconds: 0, files: [] },
      { level: 'across', seconds: 130.4, files: [file('tests/c.test.ts', 130.4)] },
    ])
    expect(lines).toEqual([
      'Time: fast 12 s (files: 2), across 130 s (files: 1)',
      'Slowest files:',
      '   130 s  tests/c.test.ts',
      '    11 s  b.test.ts',
      '   1.3 s  a.test.ts',
    ])
  })

  it('names ten files at most', () => {
    const files = Array.from({ length: 30 }, (_, index) => file(`${index}.test.ts`, index))
    const named = timeSpent([{ level: 'fast', seconds: 40, files }]).filter((line) => line.includes('.test.ts'))
    expect(named).toHaveLength(10)
    expect(named[0]).toContain('29.test.ts')
  })

  it('is nothing when no file ran', () => {
    expect(timeSpent([{ level: 'fast', seconds: 0, files: [] }])).toEqual([])
  })
})

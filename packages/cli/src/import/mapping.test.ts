import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { MappingError, parseMapping } from './mapping.ts'

const problemsOf = (text: string): readonly string[] => {
  try {
    parseMapping('map.yaml', text)
    return []
  } catch (error) {
    if (error instanceof MappingError) return error.problems
    throw error
  }
}

describe('a mapping', () => {
  it('is read as the repository ships it', () => {
    const file = new URL('../../mappings/marketplace.yaml', import.meta.url)
    const { records } = parseMapping('marketplace.yaml', readFileSync(file, 'utf8'))
    expect(records.map(({ kind }) => kind)).toEqual(['customer', 'product', 'order', 'rating'])
  })

  it('tells everything that is wrong at once, with the line', () => {
    const problems = problemsOf(
      [
        'system: shop',
        'timeZone: UTC',
        'records:',
        '  - kind: parcel',
        '    file: a.csv',
        '    key: "{id}"',
        '    fields:',
        '      name: { colunm: title }',
      ].join('\n'),
    )
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual(['map.yaml:4', 'map.yaml:8'])
  })

  it('tells the line of a syntax error', () => {
    expect(problemsOf('system: [shop\nrecords: {}\n')[0]).toMatch(/^map\.yaml:\d+: /)
  })
})

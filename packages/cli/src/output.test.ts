import { describe, expect, it } from '@jest/globals'
import { table } from './output.ts'

describe('a table', () => {
  it('lines its columns up where a Chinese character takes two columns of the terminal', () => {
    expect(
      table(
        ['name', 'figure'],
        [
          ['订单确认 confirm', 7],
          ['plain', 12],
        ],
      ).split('\n'),
    ).toEqual([
      'name              figure',
      '────────────────  ──────',
      '订单确认 confirm       7',
      'plain                 12',
    ])
  })

  it('shows that a cell has nothing', () => {
    expect(
      table(['a', 'b'], [[null, 'x']])
        .split('\n')
        .at(-1),
    ).toBe('–  x')
  })
})

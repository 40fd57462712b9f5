import { describe, expect, it } from '@jest/globals'
import { parseKillsOptions } from './kills-options.ts'

const parsed = (...args: readonly string[]) => parseKillsOptions(args, () => 7)

describe('the command kills', () => {
  it('kills ten and freezes two of invented sales, by a seed that it chooses, when nothing is said', () => {
    expect(parsed()).toMatchObject({ seed: 7, kills: 10, freezes: 2, sales: 400, folder: null, isJson: false })
  })

  it('takes what is said', () => {
    const args = ['--seed', '3', '--kills', '50', '--freezes', '0', '--folder', 'data', '--map', 'm.yaml', '--json']
    expect(parsed(...args)).toMatchObject({
      ...{ seed: 3, kills: 50, freezes: 0, folder: 'data', mapping: 'm.yaml', isJson: true },
    })
  })

  it.each([[['--kills', 'many']], [['--seed', '-1']], [['--fast']], [['mongod']]])(
    'refuses %p and shows its usage',
    (args) => {
      expect(() => parsed(...args)).toThrow('Usage: npm run kills')
    },
  )
})

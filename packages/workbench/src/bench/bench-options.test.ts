import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parseBenchOptions } from './bench-options.ts'
import { benchmarks } from './catalogue.ts'

const names = (args: readonly string[]) => parseBenchOptions(args).chosen.map(({ name }) => name)

describe('the command bench', () => {
  it('runs every benchmark in quick sizes when nothing is said', () => {
    expect(names([])).toEqual(benchmarks.map(({ name }) => name))
    expect(parseBenchOptions([])).toMatchObject({ isFull: false, isJson: false })
  })

  it('runs those that are named, in the order of the table', () => {
    expect(names(['--only', 'graph', '--only', 'deadlines'])).toEqual(['deadlines', 'graph'])
  })

  it.each([[['--only', 'nothing']], [['--fast']], [['graph']]])('refuses %p and shows its usage', (args) => {
    expect(() => parseBenchOptions(args)).toThrow('Usage: npm run bench')
  })
})

describe('the benchmarks', () => {
  it.each(benchmarks.map(({ name, file }) => [name, file] as const))('%s has its file', (_, file) => {
    expect(existsSync(file)).toBe(true)
  })

  it('have names of their own', () => {
    expect(new Set(benchmarks.map(({ name }) => name)).size).toBe(benchmarks.length)
  })
})

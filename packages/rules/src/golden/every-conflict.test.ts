import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { conflicts } from '../index.ts'

/* No conflict of the regulations may lose its proof: some test of this package names each of them in its title. */

const folder = new URL('../', import.meta.url)

/** What `it`, `describe` and their tables are called with first. */
const TITLE =
  /(?:\b(?:it|describe)|\))\(\s*(?:'(?<single>(?:[^'\\\n]|\\.)*)'|"(?<double>[^"\n]*)"|`(?<template>[^`]*)`)/g

/** Ids of conflicts that the titles of a test file name in parentheses, as `(CMP-3, C29)` does. */
function conflictsNamedIn(source: string): readonly string[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...code.matchAll(TITLE)]
    .flatMap(({ groups = {} }) => [groups['single'], groups['double'], groups['template']])
    .flatMap((title) => title?.match(/\([^()]*\)/g) ?? [])
    .flatMap((named) => named.match(/(?<![\w-])C\d+\b/g) ?? [])
}

// This file is left out: the samples below are titles of no test.
const files = globSync('**/*.test.ts', { cwd: folder, exclude: ['golden/every-conflict.test.ts'] })
const named = new Set(files.flatMap((file) => conflictsNamedIn(readFileSync(new URL(file, folder), 'utf8'))))

describe('the scanner of titles', () => {
  it.each([
    ['a test', "it('is kept (C1)', () => {})", ['C1']],
    ['a group', "describe('hours (C4) and days (C5)', () => {})", ['C4', 'C5']],
    ['a test beside rules', "it('runs on (CMP-3, C29)', () => {})", ['C29']],
    ['a test in double quotes', 'it("a company\'s own (C23)", () => {})', ['C23']],
    ['a table', "it.each([['%s']])('by %s (C33)', () => {})", ['C33']],
    ['a table over several lines', "it.each([\n  ['a', 1],\n] as const)(\n  'by %s (%s, C12)',\n  () => {})", ['C12']],
  ])('finds what %s names', (_, source, expected) => {
    expect(conflictsNamedIn(source)).toEqual(expected)
  })

  it.each([
    ['a comment', "// it('is kept (C1)', () => {})"],
    ['an expected value', "expect(message).toBe('never paused (C40)')"],
    ['a row of a table', "['not mine (C1)', 1],"],
    ['a title without parentheses', "it('reads ]C101 of C1', () => {})"],
    ['another id', "it('is met (KPI-C1, C1x)', () => {})"],
    ['a test that does not run', "it.skip('is kept (C1)', () => {})"],
  ])('finds nothing in %s', (_, source) => {
    expect(conflictsNamedIn(source)).toEqual([])
  })

  it('reads the tests of the whole package, and not this one', () => {
    expect(files).toEqual(expect.arrayContaining(['deadlines/conflicts.test.ts', 'golden/conflicts-contact.test.ts']))
    expect(files.filter((file) => file.includes('every-conflict'))).toEqual([])
  })

  it('tells when the last test of a conflict is gone', () => {
    const source = readFileSync(new URL('golden/conflicts-calendar.test.ts', folder), 'utf8')
    expect(conflictsNamedIn(source)).toContain('C23')
    expect(conflictsNamedIn(source.replaceAll('C23', 'C-'))).not.toContain('C23')
  })
})

describe('every conflict of the regulations', () => {
  it.each(conflicts.map(({ id }) => id))('%s is named by a test', (id) => {
    expect(named).toContain(id)
  })

  it('and no other is named', () => {
    const known = new Set<string>(conflicts.map(({ id }) => id))
    expect([...named].filter((id) => !known.has(id))).toEqual([])
    expect(known.size).toBe(40)
  })
})

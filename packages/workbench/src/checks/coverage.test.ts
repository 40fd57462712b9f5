import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { kpis, rules, sections } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { coverageFaults } from './coverage.ts'
import {
  proofsOf,
  proofsOfRule,
  readTests,
  type TestsNaming,
  testsNaming,
  unprovedClaims,
} from './coverage-evidence.ts'
import { coveragePage } from './coverage-page.ts'
import { standingsBy } from './coverage-standing.ts'

const file = 'services/orders/src/order/order.test.ts'
const naming = (...titles: readonly string[]): TestsNaming =>
  testsNaming([[file, titles.map((title) => `it('${title}', () => {})`).join('\n')]])
/** As they stand where `confirmOrder` asks one gate, and nobody asks another. */
const standingsOf = standingsBy(new Map([['licenceGate', ['confirmOrder']]]))
const titlesOf = (tests: ReturnType<TestsNaming>) => tests.map(({ title }) => title)

describe('an id in a title', () => {
  it('stands by itself: a longer one is another', () => {
    const tests = naming(
      'is due (XYZ-1)',
      'is late (XYZ-10), not (ABC-XYZ-1)',
      'of order.confirm. Done',
      'of order.confirm.late',
    )
    expect(titlesOf(tests('XYZ-1'))).toEqual(['is due (XYZ-1)'])
    expect(titlesOf(tests('XYZ-10'))).toHaveLength(1)
    expect(titlesOf(tests('order.confirm'))).toEqual(['of order.confirm. Done'])
  })

  it('is counted once for each test, however often it stands there', () => {
    expect(naming('(XYZ-1, XYZ-1)')('XYZ-1')).toEqual([{ file, title: '(XYZ-1, XYZ-1)' }])
  })

  it('may come from a row of a table, and is shown then', () => {
    const tests = testsNaming([[file, "it.each([['XYZ-1', 'XYZ-2']])('%s is measured', f)"]])
    expect(titlesOf(tests('XYZ-1'))).toEqual(['%s is measured [XYZ-1]'])
    expect(tests('XYZ-2')).toEqual([])
  })
})

describe('a test of how policy files are read', () => {
  it('proves a rule that it names, and no figure or limit', () => {
    const tests = testsNaming([
      ['packages/rules/src/policy/policy.test.ts', "it('of XYZ-1, KPI-1 and order.confirm', f)"],
    ])
    expect(['XYZ-1', 'KPI-1', 'order.confirm'].map((id) => tests(id).length)).toEqual([1, 0, 0])
  })
})

describe('an enforcement', () => {
  const timer = { kind: 'TIMER', standing: 'IN_FORCE', deadline: 'order.confirm' } as const
  const kpi = { kind: 'KPI', standing: 'IN_FORCE', kpi: 'KPI-1' } as const
  const gate = { kind: 'GATE', standing: 'COMPUTED', by: 'quoteGate', commands: [] } as const
  const rule = rules.find(({ id }) => id === 'ORD-1') ?? rules[0]
  const proved = (by: Parameters<typeof proofsOf>[1], ...titles: readonly string[]) =>
    titlesOf(proofsOf(rule?.id ?? 'ORD-1', by, naming(...titles)))

  it('is proved by a test that names its rule', () => {
    const { id } = rule ?? { id: '' }
    for (const one of [timer, kpi, gate]) expect(proved(one, `of ${id}`, 'else')).toEqual([`of ${id}`])
  })

  it('that measures or limits is proved by a test that names the figure or the limit', () => {
    const titles = ['of KPI-1', 'of order.confirm'] as const
    expect(proved(kpi, ...titles)).toEqual(['of KPI-1'])
    expect(proved(timer, ...titles)).toEqual(['of order.confirm'])
    expect(proved(gate, ...titles)).toEqual([])
  })
})

describe('the claims of the catalogue', () => {
  it('are all unproved without tests, those that are planned apart', () => {
    const claims = unprovedClaims(() => [], standingsOf)
    expect(new Set(claims.map(({ standing }) => standing))).toEqual(new Set(['IN_FORCE', 'COMPUTED']))
    expect(new Set(claims.map(({ rule, kind }) => `${rule} ${kind}`)).size).toBe(claims.length)
  })

  it('are all proved when a test names each rule', () => {
    expect(unprovedClaims(naming(...rules.map(({ id }) => id)), standingsOf)).toEqual([])
  })

  it('that a figure makes are proved when a test names each figure', () => {
    const left = unprovedClaims(naming(...kpis.map(({ id }) => id)), standingsOf)
    expect(left.filter(({ kind }) => kind === 'KPI')).toEqual([])
    expect(left.length).toBeGreaterThan(0)
  })
})

describe('the page', () => {
  const page = coveragePage(
    naming('is confirmed (ORD-1)', 'one | two', ...['a', 'b', 'c', 'd'].map((one) => `${one} (DEL-2)`)),
    standingsOf,
  )

  it('has each rule, KPI and limit in one line', () => {
    const lines = page.split('\n')
    for (const { id } of [...rules, ...kpis])
      expect(lines.filter((line) => line.startsWith(`| ${id} | `))).toHaveLength(1)
    expect(page).toContain('\n| `order.confirm` | in force | ORD-1')
  })

  it('tells in the line of a rule how far it has come and by what, a lesser means with its own standing', () => {
    expect(page).toContain('\n| ORD-1 | Confirmation within 24 hours | in force | limit `order.confirm`; KPI-1 |\n')
    expect(page).toContain(' | in force | limit `record.entry` (computed); KPI-32 |\n')
  })

  it('says of a gate that it is in force where a command asks it, by which, and else that it is computed', () => {
    expect(page).toContain('\n  - gate `licenceGate` (`confirmOrder`): in force\n')
    expect(page).toContain('\n| CUS-5 | Licensed buyers only | in force | gate `licenceGate`; KPI-40 |\n')
    expect(page).toContain('\n  - gate `needsGate`: computed\n')
    expect(page).toContain('\n| CUS-8 | Needs before offers | computed | gate `needsGate` |\n')
  })

  it('begins with the rules of each section by standing, which add up', () => {
    const [summary = ''] = page.split('\n\n').filter((text) => text.startsWith('| Section |'))
    const counts = summary.split('\n').map((line) => (line.match(/(?<=\| )\d+(?= )/g) ?? []).map(Number))
    const ofSections = counts.slice(2, -1)
    expect(ofSections).toHaveLength(sections.length)
    for (const [count = 0, ...standing] of ofSections) expect(standing.reduce((a, b) => a + b)).toBe(count)
    const sums = [0, 1, 2, 3].map((column) => ofSections.reduce((sum, row) => sum + (row[column] ?? 0), 0))
    expect(counts.at(-1)).toEqual(sums)
    expect(sums[0]).toBe(rules.length)
  })

  it('leads from there to each section', () => {
    expect(page).toContain('](#orders-delivery-invoice-and-collection) |')
    expect(page).toContain('\n## Orders, delivery, invoice and collection\n')
  })

  it('names the tests of a rule in a fold, the first three and the number of further ones', () => {
    const open = page.replaceAll(/<details>.*?<\/details>/gs, '')
    expect(open).not.toContain(file)
    expect(page).toContain(`\n  - \`${file}\`: is confirmed (ORD-1)\n`)
    expect(page).toContain(`\n  - \`${file}\`: c (DEL-2)\n  - and 1 more\n`)
  })

  it('has rows of as many cells as their table', () => {
    for (const block of page.split('\n\n').filter((text) => text.startsWith('|'))) {
      const widths = block
        .trim()
        .split('\n')
        .map((line) => line.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  it('is the same from the same tests', () => {
    const tests = readTests(repositoryRoot)
    expect(coveragePage(tests, standingsOf)).toBe(coveragePage(tests, standingsOf))
  })
})

describe('the check', () => {
  it('tells that the page is missing, and which rule lacks a test', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'coverage-'))
    try {
      const faults = (await coverageFaults(empty))?.split('\n') ?? []
      const first = unprovedClaims(() => [], standingsOf)[0]
      expect(faults[0]).toBe(
        `COVERAGE: ${first?.rule} claims ${first?.standing} (${first?.kind}: ${first?.by.join(', ')}) and no test names it`,
      )
      expect(faults.at(-1)).toBe('packages/rules/COVERAGE.md is out of date; write it with: npm run fix')
    } finally {
      rmSync(empty, { recursive: true })
    }
  })

  it('finds the tests of this repository, and none in its dependencies', () => {
    const tests = readTests(repositoryRoot)
    const all = rules.flatMap(({ id }) => proofsOfRule(id, tests))
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((test) => test.file.includes('node_modules') || test.file.includes('src/catalogue'))).toEqual([])
  })
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Enforcement,
  enforcementsOf,
  type RuleId,
  type RuleKind,
  rules,
  type Standing,
  standings,
} from '@afterline/rules'
import type { StandingEnforcement, Standings } from './coverage-standing.ts'
import { titlesIn } from './test-titles.ts'

/** A test whose title names something. */
export interface NamingTest {
  /** Relative to the repository, with forward slashes. */
  readonly file: string
  /** As written; followed by what names the id, where only a row of the test's table does. */
  readonly title: string
}

/** The tests that name an id: of a rule, a KPI or a deadline. */
export type TestsNaming = (id: string) => readonly NamingTest[]

const PLACES = ['packages/*/src/**/*.test.ts', 'services/**/*.test.ts', 'gateway/**/*.test.ts', 'tests/**/*.test.ts']
/** These ask what the texts of the rules say, not whether anybody keeps to them. */
const TEXTS = 'packages/rules/src/catalogue/'
/** These ask how a policy file is read: a limit or a figure that one of them names is not what it tests. */
const POLICY_TEXTS = 'packages/rules/src/policy/'

/** These ask how sums become rows, with any KPI as an example, except for those that only come about there. */
const ROW_TESTS = 'packages/rules/src/kpi/'
const MADE_OF_ROWS: readonly string[] = ['KPI-2', 'KPI-16', 'KPI-35', 'KPI-39']

const NAMED = /(?<![\w.-])(?:[A-Z]{3}-\d+|[a-z]+[A-Za-z]*(?:\.[a-z][A-Za-z0-9]*)+)(?!\w|-\d|\.\w)/g

/** Reads every test of the repository. */
export function readTests(root: string): TestsNaming {
  const files = globSync(PLACES, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith(TEXTS))
    .toSorted()
  return testsNaming(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

export function testsNaming(sources: readonly (readonly [file: string, source: string])[]): TestsNaming {
  const tests = new Map<string, NamingTest[]>()
  for (const [file, source] of sources) {
    for (const { title, printed } of titlesIn(source)) {
      for (const id of new Set([title, ...printed].flatMap(idsIn))) {
        if (file.startsWith(POLICY_TEXTS) && !isRuleId(id)) continue
        if (file.startsWith(ROW_TESTS) && id.startsWith('KPI-') && !MADE_OF_ROWS.includes(id)) continue
        const isInTitle = idsIn(title).includes(id)
        const named = { file, title: isInTitle ? title : `${title} [${id}]` }
        tests.set(id, [...(tests.get(id) ?? []), named])
      }
    }
  }
  return (id) => tests.get(id) ?? []
}

function isRuleId(id: string): boolean {
  return /^[A-Z]/.test(id) && !id.startsWith('KPI-')
}

function idsIn(text: string): readonly string[] {
  return text.match(NAMED) ?? []
}

/**
 * The tests that prove an enforcement: those that name its rule; and where a KPI or a limit enforces, those that name the
 * KPI or the limit, for then what they test is what enforces.
 */
export function proofsOf(rule: RuleId, enforcement: Enforcement, testsNamingId: TestsNaming): readonly NamingTest[] {
  const direct = testsNamingId(rule)
  switch (enforcement.kind) {
    case 'KPI':
      return distinct([...direct, ...testsNamingId(enforcement.kpi)])
    case 'TIMER':
    case 'JOB':
      return distinct([...direct, ...(enforcement.deadline === undefined ? [] : testsNamingId(enforcement.deadline))])
    default:
      return direct
  }
}

/** Every test that proves some enforcement of a rule; those that name the rule itself come first. */
export function proofsOfRule(rule: RuleId, testsNamingId: TestsNaming): readonly NamingTest[] {
  const all = enforcementsOf(rule).flatMap((enforcement) => proofsOf(rule, enforcement, testsNamingId))
  return distinct([...testsNamingId(rule), ...all])
}

function distinct(tests: readonly NamingTest[]): readonly NamingTest[] {
  const known = new Map(tests.map((test) => [`${test.file}: ${test.title}`, test]))
  return [...known.values()]
}

/** Enforcements of one kind that a rule claims and no test names. */
export interface UnprovedClaim {
  readonly rule: RuleId
  readonly kind: RuleKind
  /** The furthest of them. */
  readonly standing: Standing
  /** What enforces, such as the ids of KPIs. */
  readonly by: readonly string[]
}

/** What the catalogue claims without a test, each rule's kind once. */
export function unprovedClaims(testsNamingId: TestsNaming, standingsOf: Standings): readonly UnprovedClaim[] {
  return rules.flatMap(({ id, kinds }) => {
    const unproved = standingsOf(id).filter(
      (one) => one.standing !== 'PLANNED' && proofsOf(id, one, testsNamingId).length === 0,
    )
    return kinds.flatMap((kind) => {
      const ofKind = unproved.filter((one) => one.kind === kind)
      const standing = standings.find((furthest) => ofKind.some((one) => one.standing === furthest))
      return standing === undefined ? [] : [{ rule: id, kind, standing, by: ofKind.map(enforcerOf) }]
    })
  })
}

function enforcerOf(enforcement: StandingEnforcement): string {
  switch (enforcement.kind) {
    case 'GATE':
      if ('refuses' in enforcement) return enforcement.refuses
      return 'by' in enforcement ? enforcement.by : enforcement.within
    case 'TIMER':
      return enforcement.deadline
    case 'RECORD':
      return enforcement.record
    case 'STAGE':
      return enforcement.lifeCycle
    case 'KPI':
      return enforcement.kpi
    case 'JOB':
      return enforcement.job
    case 'ATTESTATION':
      return enforcement.record.en
  }
}

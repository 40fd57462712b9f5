import { join } from 'node:path'
import { repositoryRoot, runTool } from '@afterline/dev-stack'

/*
 * The linter finds circles over packages, too, with imports of types alone (see biome.json). It warns in the editor; what
 * makes it a failure is this step, because only here some files may wait.
 */

const RULE = 'lint/suspicious/noImportCycles'
const BIOME = join(repositoryRoot, 'node_modules/@biomejs/biome/bin/biome')
const LINT = [BIOME, 'lint', '--only=suspicious/noImportCycles', '--max-diagnostics=none', '--colors=off']

/**
 * These may stand in a circle until their service is declared anew, with one folder an aggregate: wordings that name the
 * state which uses them, and resolvers whose types the generated file names. One that no longer does must go from here.
 */
const WAITING: readonly string[] = [
  'services/after-sales/src/deadline-board/deadline-board.resolvers.ts',
  'services/customers/src/customer/customer.ts',
  'services/customers/src/customer/customer.violations.ts',
  'services/customers/src/operations/operations.resolvers.ts',
  'services/orders/src/deadline-board/deadline-board.resolvers.ts',
  'services/orders/src/scorecard/scorecard.resolvers.ts',
  'services/surveys/src/survey/survey.ts',
  'services/surveys/src/survey/survey.violations.ts',
]

/**
 * The circles of files under a folder that has a configuration of the linter, with all files of each, in the linter's
 * words; `undefined` when there is none but of those that may wait.
 */
export async function circleFaults(root: string, waiting: readonly string[] = WAITING): Promise<string | undefined> {
  const found = await filesInCircles(root)
  const faulty = found.filter((file) => !waiting.includes(file))
  const faults = [
    ...waiting
      .filter((file) => !found.includes(file))
      .map((file) => `${file} stands in no circle any more: take it from WAITING in checks/circles.ts`),
    ...(faulty.length === 0 ? [] : [await biome(root, faulty)]),
  ]
  return faults.length === 0 ? undefined : faults.join('\n')
}

/** The part of the linter's report that is read. */
interface LintReport {
  readonly diagnostics: readonly { readonly category: string | null; readonly location?: { readonly path: string } }[]
}

async function filesInCircles(root: string): Promise<readonly string[]> {
  const output = await biome(root, ['--reporter=json', '.'])
  // One line, after one that says that its form may change: it is that of the pinned version.
  const report: LintReport = JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? output)
  const files = report.diagnostics.flatMap(({ category, location }) =>
    category === RULE && location !== undefined ? [location.path.replaceAll('\\', '/')] : [],
  )
  return [...new Set(files)].toSorted()
}

async function biome(root: string, args: readonly string[]): Promise<string> {
  const { output } = await runTool(process.execPath, [...LINT, ...args], { cwd: root })
  return output
}

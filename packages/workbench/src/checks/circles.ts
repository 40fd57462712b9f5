import { join } from 'node:path'
import { repositoryRoot, runTool } from '@afterline/dev-stack'

/*
 * The linter finds circles over packages, too, with imports of types alone (see biome.json). It warns in the editor, where
 * a circle may stand for a moment; here it fails.
 */

const RULE = 'lint/suspicious/noImportCycles'
const BIOME = join(repositoryRoot, 'node_modules/@biomejs/biome/bin/biome')
const LINT = [BIOME, 'lint', '--only=suspicious/noImportCycles', '--max-diagnostics=none', '--colors=off']

/**
 * The circles of files under a folder that has a configuration of the linter, with all files of each, in the linter's
 * words; `undefined` when there is none.
 */
export async function circleFaults(root: string): Promise<string | undefined> {
  const found = await filesInCircles(root)
  return found.length === 0 ? undefined : biome(root, found)
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

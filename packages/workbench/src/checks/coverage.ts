import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { readTests, type TestsNaming, unprovedClaims } from './coverage-evidence.ts'
import { coveragePage } from './coverage-page.ts'

/*
 * node packages/workbench/src/checks/coverage.ts            writes packages/rules/COVERAGE.md
 * node packages/workbench/src/checks/coverage.ts --check    writes nothing; exit code 1 when the page is not what would
 *                                                           be written, or a rule claims to be enforced and no test
 *                                                           names it
 */

const PAGE = 'packages/rules/COVERAGE.md'

/** What is wrong with the page and with the claims that it makes, a line each; `undefined` when nothing is. */
export function coverageFaults(root: string): string | undefined {
  const testsNaming = readTests(root)
  const page = coveragePage(testsNaming)
  const faults = [
    ...claimsWithoutTest(testsNaming),
    ...(isCurrent(root, page) ? [] : [`${PAGE} is out of date; write it with: npm run fix`]),
  ]
  return faults.length === 0 ? undefined : faults.join('\n')
}

/** What the page claims without a test stays for somebody to mend. */
function writeCoverage(root: string): void {
  const page = coveragePage(readTests(root))
  if (!isCurrent(root, page)) writeFileSync(join(root, PAGE), page)
}

function claimsWithoutTest(testsNaming: TestsNaming): readonly string[] {
  return unprovedClaims(testsNaming).map(
    ({ rule, kind, standing, by }) =>
      `COVERAGE: ${rule} claims ${standing} (${kind}: ${by.join(', ')}) and no test names it`,
  )
}

function isCurrent(root: string, page: string): boolean {
  const target = join(root, PAGE)
  return existsSync(target) && readFileSync(target, 'utf8') === page
}

function main(isCheck: boolean): number {
  if (!isCheck) writeCoverage(repositoryRoot)
  const faults = coverageFaults(repositoryRoot)
  if (faults !== undefined) console.error(faults)
  return faults === undefined || !isCheck ? 0 : 1
}

if (import.meta.main) process.exitCode = main(process.argv.includes('--check'))

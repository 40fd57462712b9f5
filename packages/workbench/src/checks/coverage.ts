import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { readTests, type TestsNaming, unprovedClaims } from './coverage-evidence.ts'
import { coveragePage } from './coverage-page.ts'
import { type Standings, standingsBy } from './coverage-standing.ts'
import { gateFaults } from './gate-faults.ts'
import { gatesWithin } from './gate-sources.ts'
import { askersOf, namingAggregates } from './gates-named.ts'
import { readSources } from './imports.ts'
import { readServiceGraphs } from './service-graphs.ts'

/*
 * node packages/workbench/src/checks/coverage.ts            writes packages/rules/COVERAGE.md
 * node packages/workbench/src/checks/coverage.ts --check    writes nothing; exit code 1 when the page is not what would
 *                                                           be written, a rule claims to be enforced and no test names
 *                                                           it, or commands name other gates than the code asks
 */

const PAGE = 'packages/rules/COVERAGE.md'

/** What the page is made of, and what is wrong with the gates that commands name. */
interface Coverage {
  readonly testsNaming: TestsNaming
  readonly standingsOf: Standings
  readonly gateFaults: readonly string[]
}

async function readCoverage(root: string): Promise<Coverage> {
  const sources = readSources(root)
  const aggregates = namingAggregates(await readServiceGraphs(root))
  return {
    testsNaming: readTests(root),
    standingsOf: standingsBy(askersOf(aggregates, gatesWithin(sources))),
    gateFaults: gateFaults(sources, aggregates),
  }
}

/** What is wrong with the page and with the claims that it makes, a line each; `undefined` when nothing is. */
export async function coverageFaults(root: string): Promise<string | undefined> {
  const coverage = await readCoverage(root)
  const faults = [
    ...coverage.gateFaults,
    ...claimsWithoutTest(coverage),
    ...(isCurrent(root, pageOf(coverage)) ? [] : [`${PAGE} is out of date; write it with: npm run fix`]),
  ]
  return faults.length === 0 ? undefined : faults.join('\n')
}

/** What the page claims without a test, and what commands name wrongly, stays for somebody to mend. */
async function writeCoverage(root: string): Promise<void> {
  const page = pageOf(await readCoverage(root))
  if (!isCurrent(root, page)) writeFileSync(join(root, PAGE), page)
}

function pageOf({ testsNaming, standingsOf }: Coverage): string {
  return coveragePage(testsNaming, standingsOf)
}

function claimsWithoutTest({ testsNaming, standingsOf }: Coverage): readonly string[] {
  return unprovedClaims(testsNaming, standingsOf).map(
    ({ rule, kind, standing, by }) =>
      `COVERAGE: ${rule} claims ${standing} (${kind}: ${by.join(', ')}) and no test names it`,
  )
}

function isCurrent(root: string, page: string): boolean {
  const target = join(root, PAGE)
  return existsSync(target) && readFileSync(target, 'utf8') === page
}

async function main(isCheck: boolean): Promise<number> {
  if (!isCheck) await writeCoverage(repositoryRoot)
  const faults = await coverageFaults(repositoryRoot)
  if (faults !== undefined) console.error(faults)
  return faults === undefined || !isCheck ? 0 : 1
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'))

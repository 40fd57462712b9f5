import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { readTests } from './coverage-evidence.ts'
import { readServiceGraphs } from './service-graphs.ts'
import { uniquePage, uniqueThings, unraced } from './unique-page.ts'

/*
 * node packages/workbench/src/checks/unique.ts            writes packages/service-kit/UNIQUE.md
 * node packages/workbench/src/checks/unique.ts --check    writes nothing; exit code 1 when the page is not what would be
 *                                                         written, or no test races for something on it
 */

const PAGE = 'packages/service-kit/UNIQUE.md'

async function main(isCheck: boolean): Promise<number> {
  const things = uniqueThings((await readServiceGraphs(repositoryRoot)).flatMap(({ graphs }) => graphs))
  const testsNaming = readTests(repositoryRoot)
  const page = uniquePage(things, testsNaming)
  const target = join(repositoryRoot, PAGE)
  const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === page
  if (!isCheck && !isCurrent) writeFileSync(target, page)
  const stale = isCheck && !isCurrent ? [`${PAGE} is out of date; write it with: npm run fix`] : []
  const faults = [...unraced(things, testsNaming), ...stale]
  for (const fault of faults) console.error(fault)
  return isCheck && faults.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.includes('--check'))

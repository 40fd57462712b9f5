import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { repositoryRoot } from '@afterline/dev-stack'
import { chartTopics } from './chart-topics.ts'
import { chartValues, chartValuesPage } from './chart-values.ts'

/*
 * node packages/workbench/src/checks/chart-page.ts            writes what the chart has of elsewhere: the page of its values,
 *                                                             and topics with the rights on them
 * node packages/workbench/src/checks/chart-page.ts --check    writes nothing; exit code 1 when they are not current
 */

const CHART = join(repositoryRoot, 'deploy', 'helm', 'afterline')
const PAGE = join(CHART, 'VALUES.md')
const TOPICS = join(CHART, 'files', 'topics.json')

const page = chartValuesPage(chartValues(readFileSync(join(CHART, 'values.yaml'), 'utf8')))
const rights = chartTopics()
const isCheck = process.argv.includes('--check')
keep(PAGE, page, (text) => text === page)
// The formatter has its own opinion of how JSON is laid out.
keep(TOPICS, `${JSON.stringify(rights, null, 2)}\n`, (text) => isDeepStrictEqual(JSON.parse(text), rights))

function keep(file: string, wanted: string, isCurrent: (text: string) => boolean): void {
  if (existsSync(file) && isCurrent(readFileSync(file, 'utf8'))) return
  if (!isCheck) writeFileSync(file, wanted)
  process.stdout.write(isCheck ? `${file} is out of date; write it with: npm run fix\n` : `Written: ${file}\n`)
  if (isCheck) process.exitCode = 1
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { chartValues, chartValuesPage } from './chart-values.ts'

/*
 * node packages/workbench/src/checks/chart-page.ts            writes the page of the chart's values
 * node packages/workbench/src/checks/chart-page.ts --check    writes nothing; exit code 1 when it is not current
 */

const CHART = join(repositoryRoot, 'deploy', 'helm', 'afterline')
const PAGE = join(CHART, 'VALUES.md')

const page = chartValuesPage(chartValues(readFileSync(join(CHART, 'values.yaml'), 'utf8')))
const isCheck = process.argv.includes('--check')
if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
  if (!isCheck) writeFileSync(PAGE, page)
  process.stdout.write(isCheck ? `${PAGE} is out of date; write it with: npm run fix\n` : `Written: ${PAGE}\n`)
  process.exitCode = isCheck ? 1 : 0
}

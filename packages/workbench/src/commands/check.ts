import { parseArgs } from 'node:util'
import { repositoryRoot } from '@afterline/dev-stack'
import { checkSteps, runSteps } from '../checks/steps.ts'

const HELP = `Usage: npm run check -- [options]

What a change must pass before anything is started for it, cheapest first. Exit code 1 when something is wrong.

  --without-tests  all but the fast tests, for whoever runs npm test anyway
  --help           this text
`

const { values } = parseArgs({ options: { 'without-tests': { type: 'boolean' }, help: { type: 'boolean' } } })

if (values.help) console.log(HELP)
else {
  const steps = checkSteps(repositoryRoot, { withTests: values['without-tests'] !== true })
  const passed = await runSteps(steps, (line) => console.log(line))
  console.log(passed ? 'check passed' : 'check FAILED (npm run fix mends formatting and generated files)')
  process.exitCode = passed ? 0 : 1
}

import { parseArgs } from 'node:util'
import { repositoryRoot } from '@afterline/dev-stack'
import { checkSteps, FAST_TESTS, runSteps } from '../checks/steps.ts'

const steps = checkSteps(repositoryRoot)
const names = steps.map(({ name }) => name)

const HELP = `Usage: npm run check -- [options]

What a change must pass before anything is started for it, cheapest first. Exit code 1 when something is wrong.

  --only STEP      only this step; may be given several times:
                   ${names.join('\n                   ')}
  --without-tests  all but the fast tests, for whoever runs npm test anyway
  --help           this text
`

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: names },
    'without-tests': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
})
const unknown = values.only.filter((name) => !names.includes(name))

if (values.help) console.log(HELP)
else if (unknown.length > 0) {
  console.error(`There is no step "${unknown.join('", "')}". The steps: ${names.join(', ')}`)
  process.exitCode = 1
} else {
  const left = names.filter((name) => values.only.includes(name) && !(values['without-tests'] && name === FAST_TESTS))
  const passed = await runSteps(
    steps.filter(({ name }) => left.includes(name)),
    (line) => console.log(line),
  )
  console.log(passed ? 'check passed' : 'check FAILED (npm run fix mends formatting and generated files)')
  process.exitCode = passed ? 0 : 1
}

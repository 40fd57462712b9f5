import { repositoryRoot } from '@afterline/dev-stack'
import { checkSteps, runSteps } from '../checks/steps.ts'

const passed = await runSteps(checkSteps(repositoryRoot), (line) => console.log(line))
console.log(passed ? 'check passed' : 'check FAILED (npm run fix mends formatting and generated files)')
process.exitCode = passed ? 0 : 1

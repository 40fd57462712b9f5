import { repositoryRoot } from '@afterline/dev-stack'
import { fixSteps, runSteps } from '../checks/steps.ts'

process.exitCode = (await runSteps(fixSteps(repositoryRoot), (line) => console.log(line))) ? 0 : 1

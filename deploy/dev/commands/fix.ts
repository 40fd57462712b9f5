import { fixSteps, runSteps } from '../checks/steps.ts'
import { repositoryRoot } from '../stack/repository.ts'

process.exitCode = (await runSteps(fixSteps(repositoryRoot), (line) => console.log(line))) ? 0 : 1

import { runService } from '@afterline/service-kit'
import { surveys } from './surveys.ts'

await runService(surveys)

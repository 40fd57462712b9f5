import { runService } from '@afterline/service-kit'
import { surveyModel } from './survey/survey.model.ts'
import { surveys } from './surveys.ts'

await runService((kit) => surveys(kit, surveyModel(kit.connection)))

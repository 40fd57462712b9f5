import { randomBytes } from 'node:crypto'
import type { Instant } from '@afterline/rules'
import type { ServiceDefinition } from '@afterline/service-kit'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { type SurveyRepository, surveyModel, surveyRepository } from './survey/survey.model.ts'
import { type SurveyTokens, surveyTokens } from './survey/survey-token.ts'
import { surveys } from './surveys.ts'

/** The whole service on a database of its own, with a clock that only the test moves. */
export interface TestSurveys extends TestSubgraph<ServiceDefinition> {
  readonly clock: { now: Instant }
  readonly repository: SurveyRepository
  readonly tokens: SurveyTokens
}

export async function openSurveys(start: Instant): Promise<TestSurveys> {
  const clock = { now: start }
  const secret = randomBytes(32)
  const subgraph = await openTestSubgraph({
    context: 'surveys',
    now: () => clock.now,
    config: { AFTERLINE_SURVEY_SECRET: secret },
    define: (kit) => {
      const model = surveyModel(kit.connection)
      return { ...surveys(kit, model), repository: surveyRepository(model) }
    },
  })
  return { ...subgraph, clock, repository: subgraph.definition.repository, tokens: surveyTokens(secret) }
}

import { type Kit, mergedResolvers, type ServiceDefinition, storedAggregateOf } from '@afterline/service-kit'
import { operationsResolvers } from './operations/operations.resolvers.ts'
import { customerOwnerModel, customerOwnersProjection } from './projections/customer-owners.ts'
import { resolutionsProjection } from './projections/resolutions.ts'
import { ratingImport } from './rating-import/rating-import.resolvers.ts'
import type { Resolvers } from './schema.generated.ts'
import { scorecardResolvers } from './scorecard/scorecard.resolvers.ts'
import { type SurveyModel, surveyRepository } from './survey/survey.model.ts'
import {
  complaintResolvers,
  customerResolvers,
  subjectResolvers,
  surveyQueries,
  surveyResolvers,
} from './survey/survey.resolvers.ts'
import { respondentMutations, respondentQueries, surveyFormResolvers } from './survey/survey.respondent.ts'
import { surveyTokens } from './survey/survey-token.ts'

const schemaFiles = [
  './survey/survey.graphql',
  './rating-import/rating-import.graphql',
  './scorecard/scorecard.graphql',
  './operations/operations.graphql',
].map((path) => new URL(path, import.meta.url))

/**
 * The surveys service, put together from its parts.
 * @throws Error without AFTERLINE_SURVEY_SECRET: nobody could be sent a link
 */
export function surveys({ config, connection, policies }: SurveyKit, model: SurveyModel): ServiceDefinition {
  if (!config.AFTERLINE_SURVEY_SECRET) throw new Error('AFTERLINE_SURVEY_SECRET is not set')
  const tokens = surveyTokens(config.AFTERLINE_SURVEY_SECRET)
  const repository = surveyRepository(model)
  const owners = customerOwnerModel(connection)
  const resolvers: Resolvers = {
    Query: { ...surveyQueries(model), ...respondentQueries(model, tokens) },
    Mutation: { ...respondentMutations(repository, tokens), ...ratingImport(repository) },
    Survey: surveyResolvers(model, owners, tokens),
    SurveySubject: subjectResolvers,
    SurveyForm: surveyFormResolvers,
    Customer: customerResolvers(model, owners),
    Complaint: complaintResolvers(model, owners),
    Scorecard: scorecardResolvers,
  }
  return {
    context: 'surveys',
    schemaFiles,
    resolvers: mergedResolvers(resolvers, operationsResolvers),
    projections: [resolutionsProjection(repository, policies), customerOwnersProjection(owners)],
    aggregates: [storedAggregateOf(repository)],
    // The store creates the indexes of every model on the connection; there are no others here.
    prepare: async () => undefined,
  }
}

type SurveyKit = Pick<Kit, 'connection' | 'policies'> & {
  readonly config: Pick<Kit['config'], 'AFTERLINE_SURVEY_SECRET'>
}

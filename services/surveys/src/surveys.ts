import { type Kit, knownStaff, mergedResolvers, type ServiceDefinition, serviceOf } from '@afterline/service-kit'
import { deliveryResolvers } from './delivery/delivery.graph.ts'
import { context, graphs } from './graphs.ts'
import { importResolvers } from './import/import.graph.ts'
import { caseWorkerModel, caseWorkersProjection } from './projections/case-workers.ts'
import { contactEntriesProjection, contactEntryModel } from './projections/contact-entries.ts'
import { customerOwnerModel, customerOwnersProjection, ownerOfCustomer } from './projections/customer-owners.ts'
import { resolutionsProjection } from './projections/resolutions.ts'
import { respondentResolvers } from './respondent/respondent.graph.ts'
import { surveyTokens } from './tokens/survey-token.ts'

/**
 * The surveys service, put together from its parts.
 * @throws Error without AFTERLINE_SURVEY_SECRET: nobody could be sent a link
 */
export function surveys(kit: Kit): ServiceDefinition {
  const { connection, config } = kit
  if (!config.AFTERLINE_SURVEY_SECRET) throw new Error('AFTERLINE_SURVEY_SECRET is not set')
  const tokens = surveyTokens(config.AFTERLINE_SURVEY_SECRET)
  const staff = knownStaff(connection, context)
  return serviceOf(kit, {
    context,
    sources: new URL('.', import.meta.url),
    graphs,
    ownerOfCustomer,
    resolvers: mergedResolvers(importResolvers, respondentResolvers(tokens), deliveryResolvers(tokens)),
    staff: staff.sources,
    projections: [
      resolutionsProjection(kit),
      customerOwnersProjection(customerOwnerModel(connection)),
      caseWorkersProjection(caseWorkerModel(connection)),
      contactEntriesProjection(contactEntryModel(connection)),
      staff.projection,
    ],
  })
}

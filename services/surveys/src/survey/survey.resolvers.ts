import { personalText, type RequestContext, requestError } from '@afterline/service-kit'
import { type CustomerOwnerModel, isForeignCustomer } from '../projections/customer-owners.ts'
import type {
  ComplaintResolvers,
  CustomerResolvers,
  QueryResolvers,
  SurveyResolvers,
  SurveySubjectResolvers,
} from '../schema.generated.ts'
import type { AskedSurvey, SurveyModel } from './survey.model.ts'
import { isExpired } from './survey.ts'
import { loadSurvey, surveysOfComplaint } from './survey-access.ts'
import { listSurveys } from './survey-list.ts'
import type { SurveyTokens } from './survey-token.ts'

export function surveyQueries(model: SurveyModel): Pick<QueryResolvers, 'survey' | 'surveys'> {
  return {
    survey: (_, { id }, context) => loadSurvey(context, model, id),
    surveys: (_, { filter, ...page }) => listSurveys(model, filter ?? {}, page),
  }
}

/** A complaint or an order of whomever leads to its customer; so the customer's ratings ask for themselves who reads. */
export function customerResolvers(model: SurveyModel, owners: CustomerOwnerModel): CustomerResolvers {
  return {
    async ratings({ id }, page, context) {
      if (await isForeignCustomer(owners, context, id)) throw requestError('FORBIDDEN')
      return listSurveys(model, { customerId: id }, page)
    },
  }
}

export function complaintResolvers(model: SurveyModel, owners: CustomerOwnerModel): ComplaintResolvers {
  return {
    async surveys({ id }, _, context) {
      const found = await surveysOfComplaint(context, model, id)
      const seen = await Promise.all(found.map((survey) => ownOrNull(owners, context, survey)))
      return seen.filter((survey) => survey !== null)
    },
  }
}

async function ownOrNull(
  owners: CustomerOwnerModel,
  context: RequestContext,
  survey: AskedSurvey | null,
): Promise<AskedSurvey | null> {
  if (survey === null) return null
  return (await isForeignCustomer(owners, context, survey.state.customerId)) ? null : survey
}

export function surveyResolvers(model: SurveyModel, owners: CustomerOwnerModel, tokens: SurveyTokens): SurveyResolvers {
  return {
    __resolveReference: async ({ id }, context) => ownOrNull(owners, context, await loadSurvey(context, model, id)),
    id: ({ _id }) => _id,
    status: ({ state }) => state.status,
    customer: ({ state }) => ({ id: state.customerId }),
    subject: ({ state }) => state.subject,
    invitedAt: ({ state }) => state.invitedAt,
    expiresAt: ({ state }) => state.expiresAt,
    isExpired: ({ state }, _, { kit }) => state.status === 'INVITED' && isExpired(state, kit.now()),
    answeredAt: ({ state }) => state.answeredAt,
    serviceScore: ({ state }) => state.answer?.serviceScore ?? null,
    productScore: ({ state }) => state.answer?.productScore ?? null,
    comment: ({ state }, _, context) => personalText(context, state.answer?.comment ?? null),
    invitationToken: ({ _id, state }, _, { kit }) => {
      const isOpen = state.status === 'INVITED' && !isExpired(state, kit.now())
      return isOpen ? tokens.tokenOf(_id) : null
    },
  }
}

export const subjectResolvers: SurveySubjectResolvers = {
  complaint: ({ kind, id }) => (kind === 'COMPLAINT' ? { id } : null),
  order: ({ kind, id }) => (kind === 'ORDER' ? { id } : null),
}

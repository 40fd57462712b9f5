import { personalText } from '@afterline/service-kit'
import type {
  ComplaintResolvers,
  CustomerResolvers,
  QueryResolvers,
  SurveyResolvers,
  SurveySubjectResolvers,
} from '../schema.generated.ts'
import type { SurveyModel } from './survey.model.ts'
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

export function customerResolvers(model: SurveyModel): CustomerResolvers {
  return { ratings: ({ id }, page) => listSurveys(model, { customerId: id }, page) }
}

export function complaintResolvers(model: SurveyModel): ComplaintResolvers {
  return { surveys: ({ id }, _, context) => surveysOfComplaint(context, model, id) }
}

export function surveyResolvers(model: SurveyModel, tokens: SurveyTokens): SurveyResolvers {
  return {
    __resolveReference: ({ id }, context) => loadSurvey(context, model, id),
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

import {
  type AggregateGraph,
  atMost,
  between,
  fewOf,
  graphOf,
  listOf,
  oneOf,
  personalText,
  refuseAnothers,
} from '@afterline/service-kit'
import { ownerOfCustomer } from '../projections/customer-owners.ts'
import type { Resolvers } from '../schema.generated.ts'
import { isExpired, type SurveyTypes, survey } from './survey.ts'

/** A complaint is resolved a few times at most. */
const MOST_PER_COMPLAINT = 50

export const surveys: AggregateGraph<SurveyTypes> = graphOf(survey, {
  type: 'Survey',
  collection: 'surveys',
  readers: 'RATING_OVERVIEW_READERS',
  ownerOf: (context, { customerId }) => ownerOfCustomer(context, customerId),
  lists: {
    surveys: {
      description: 'Surveys. A salesperson reads those of a customer under Customer.ratings.',
      filter: {
        status: oneOf('SurveyStatus'),
        customerId: oneOf('ID'),
        subjectKind: oneOf('SurveySubjectKind', { path: 'state.subject.kind' }),
        subjectId: oneOf('ID', { path: 'state.subject.id', description: 'Ids of complaints or orders.' }),
        invitedAt: between(),
        answeredAt: between(),
        serviceScoreAtMost: atMost({
          path: 'state.answer.serviceScore',
          description: 'Service rated with at most so many points: 2 lists the dissatisfied.',
        }),
      },
      sort: { NEWEST_FIRST: '-invitedAt', OLDEST_FIRST: 'invitedAt' },
      readers: 'RATING_OVERVIEW_READERS',
    },
  },
  // Invitations follow from events, and respondents answer by token.
  mutations: { InviteToSurvey: null, AnswerSurvey: null },
  resolvers: {
    Customer: {
      // A complaint or an order of whomever leads to its customer; so the customer's ratings ask for themselves who reads.
      async ratings({ id }, args, context) {
        await refuseAnothers(context, () => ownerOfCustomer(context, id))
        return listOf(context, surveys, 'surveys', args, { customerId: [id] })
      },
    },
    Complaint: {
      surveys: ({ id }, _, context) => {
        const query = {
          path: 'state.subject.id',
          match: { 'state.subject.kind': 'COMPLAINT' },
          sort: 'state.invitedAt',
          direction: -1,
          most: MOST_PER_COMPLAINT,
        } as const
        return fewOf(context, surveys, query, id)
      },
    },
    Survey: {
      customer: ({ customerId }) => ({ id: customerId }),
      isExpired: (record, _, { kit }) => record.status === 'INVITED' && isExpired(record, kit.now()),
      serviceScore: ({ answer }) => answer?.serviceScore ?? null,
      productScore: ({ answer }) => answer?.productScore ?? null,
      comment: ({ answer }, _, context) => personalText(context, answer?.comment ?? null),
    },
    SurveySubject: {
      complaint: ({ kind, id }) => (kind === 'COMPLAINT' ? { id } : null),
      order: ({ kind, id }) => (kind === 'ORDER' ? { id } : null),
    },
  } satisfies Resolvers,
})

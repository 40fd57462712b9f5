import { described, nullable, SurveyAnswered, Type } from '@afterline/events'
import { type AggregateGraph, atMost, between, computed, graphOf, oneOf, referenceTo } from '@afterline/service-kit'
import { caseKnown } from '../projections/case-workers.ts'
import { contactEntryOf } from '../projections/contact-entries.ts'
import { ownerOfCustomer } from '../projections/customer-owners.ts'
import { isExpired, NOTHING_LOOKED_UP, type Survey, type SurveyTypes, survey } from './survey.ts'

const { serviceScore, productScore, comment } = SurveyAnswered.data.properties

export const surveys: AggregateGraph<SurveyTypes> = graphOf(survey, {
  type: 'Survey',
  says: "A customer's rating of one resolution: asked for once (SVY-2), answered once, from 1 (poor) to 5 (very good).",
  audience: 'RATING_READERS',
  collection: 'surveys',
  readers: 'RATING_OVERVIEW_READERS',
  ownerOf: (context, { customerId }) => ownerOfCustomer(context, customerId),
  async lookUp({ type }, state, reading) {
    const asks = (type === 'RecordOfflineAnswer' || type === 'AnswerSurvey') && state.status === 'INVITED'
    if (!asks) return NOTHING_LOOKED_UP
    const { customerId, delivery } = state
    const contactId = delivery?.contactId ?? null
    const contact = contactId === null ? null : await contactEntryOf(reading, { customerId, contactId })
    return { ...(await caseKnown(reading, state)), contact }
  },
  lists: {
    surveys: {
      description: 'Surveys. A salesperson reads those of a customer under Customer.ratings.',
      of: {
        // A complaint or an order of whomever leads to its customer; so the customer's ratings ask for themselves who reads.
        Customer: {
          as: 'ratings',
          by: 'customerId',
          description:
            'What the customer was asked, and the ratings given (CMP-8). FORBIDDEN to a salesperson whose customer it is not.',
          readers: 'RATING_READERS',
          ownerOf: ownerOfCustomer,
        },
        Complaint: {
          by: 'subjectId',
          where: { subjectKind: ['COMPLAINT'] },
          description: 'One per confirmed resolution, newest first; at most 50.',
          readers: 'CASE_RATING_READERS',
          // A complaint is resolved a few times at most.
          most: 50,
        },
      },
      filter: {
        status: oneOf('SurveyStatus'),
        customerId: oneOf('ID'),
        subjectKind: oneOf('SurveySubjectKind', { path: 'state.subject.kind' }),
        subjectId: oneOf('ID', { path: 'state.subject.id', description: 'Ids of complaints or orders.' }),
        invitedAt: between(),
        answeredAt: between(),
        deliveryFailure: oneOf('DeliveryFailure', {
          path: 'state.delivery.failure',
          description: 'Those whose invitation could not be taken to the customer.',
        }),
        serviceScoreAtMost: atMost({
          path: 'state.answer.serviceScore',
          description: 'Service rated with at most so many points: 2 lists the dissatisfied.',
        }),
      },
      sort: { NEWEST_FIRST: '-invitedAt', OLDEST_FIRST: 'invitedAt' },
      readers: 'RATING_OVERVIEW_READERS',
    },
  },
  // Invitations follow from events, respondents answer by token, and a delivery channel reads no survey.
  mutations: { InviteToSurvey: null, AnswerSurvey: null, RecordDelivery: null, RecordFailedDelivery: null },
  fields: {
    customer: computed(nullable(referenceTo('Customer', 'Who is asked.')), ({ customerId }) => ({ id: customerId })),
    isExpired: computed(
      described(Type.Boolean(), 'True when it was not answered in time.'),
      (record, _, { kit }) => record.status === 'INVITED' && isExpired(record, kit.now()),
    ),
    serviceScore: computed(
      described(
        nullable(serviceScore),
        'Satisfaction with the service, from 1 (poor) to 5 (very good); null as long as it is not answered.',
      ),
      ({ answer }) => answer?.serviceScore ?? null,
    ),
    productScore: computed(
      described(
        productScore,
        "Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null as long as it is not answered, and where the respondent left it out.",
      ),
      ({ answer }) => answer?.productScore ?? null,
    ),
    counts: computed(
      described(
        nullable(Type.Boolean()),
        'Whether the answer counts for satisfaction (KPI-23, KPI-24): not when the invitation went to a contact person whom somebody who worked on the case, or looks after the customer, entered since the complaint was received (SVY-2). Null as long as it is not answered.',
      ),
      ({ answer }) => answer?.counts ?? null,
    ),
    comment: computed(
      described(
        comment,
        "In the respondent's words. Masked for roles that do not deal with customers; null without a comment, or once the person was erased.",
      ),
      ({ answer }) => answer?.comment ?? null,
    ),
  },
  valueFields: {
    SurveySubject: {
      complaint: computed(
        nullable(referenceTo('Complaint', 'Null when an order was rated.')),
        ({ kind, id }: Survey['subject']) => (kind === 'COMPLAINT' ? { id } : null),
      ),
      order: computed(
        nullable(referenceTo('Order', "Null when a complaint's handling was rated.")),
        ({ kind, id }: Survey['subject']) => (kind === 'ORDER' ? { id } : null),
      ),
    },
  },
})

import {
  choice,
  defineEvent,
  described,
  type EventOf,
  Id,
  InstantText,
  internal,
  named,
  nullable,
  PersonalText,
  record,
  ShortText,
  Type,
} from './vocabulary.ts'

const SurveySubject = named('SurveySubject', 'The matter that a survey is about.', {
  kind: described(
    choice('SurveySubjectKind', 'What a customer can be asked about.', {
      COMPLAINT: { zh: '投诉', en: 'Complaint', meaning: 'its handling, once that was confirmed (SVY-2)' },
      ORDER: { zh: '订单', en: 'Order', meaning: 'only imported ratings are about orders' },
    }),
    'Which of complaint and order is set.',
  ),
  id: described(Id, 'Of the complaint or order.'),
  resolution: described(Type.Integer({ minimum: 1 }), 'Which resolution of it: 2 after one reopening.'),
})
const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const SurveyInvited = defineEvent({
  type: 'SurveyInvited',
  version: 1,
  summary: 'The customer was asked for a rating, once per resolution (SVY-2).',
  data: record({
    surveyId: Id,
    customerId: internal(Id),
    subject: described(SurveySubject, 'What is to be rated.'),
    expiresAt: described(
      nullable(InstantText),
      'Last instant at which an answer is taken; null for imported ratings, which never expire.',
    ),
    sourceKey: internal(nullable(ShortText)),
  }),
})

export const SurveyAnswered = defineEvent({
  type: 'SurveyAnswered',
  version: 1,
  summary: 'The customer rated service, and the product where asked, from 1 (poor) to 5 (very good).',
  data: record({
    surveyId: Id,
    customerId: Id,
    subject: SurveySubject,
    serviceScore: described(Score, 'Satisfaction with the service, from 1 (poor) to 5 (very good).'),
    productScore: described(
      nullable(Score),
      "Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null where the respondent left it out.",
    ),
    comment: described(nullable(PersonalText), "In the respondent's words. Stored encrypted."),
  }),
})

export const surveyEvents = [SurveyInvited, SurveyAnswered] as const
export type SurveyEvent = EventOf<(typeof surveyEvents)[number]>

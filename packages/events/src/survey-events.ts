import {
  defineEvent,
  type EventOf,
  Id,
  InstantText,
  nullable,
  oneOf,
  PersonalText,
  record,
  ShortText,
  Type,
} from './vocabulary.ts'

export const SurveySubject = record({
  kind: oneOf('COMPLAINT', 'ORDER'),
  id: Id,
  resolution: Type.Integer({ minimum: 1 }),
})
const Score = Type.Integer({ minimum: 1, maximum: 5 })

export const SurveyInvited = defineEvent({
  type: 'SurveyInvited',
  version: 1,
  summary: 'The customer was asked for a rating, once per resolution (SVY-2).',
  data: record({
    surveyId: Id,
    customerId: Id,
    subject: SurveySubject,
    expiresAt: nullable(InstantText),
    sourceKey: nullable(ShortText),
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
    serviceScore: Score,
    productScore: nullable(Score),
    comment: nullable(PersonalText),
  }),
})

export const surveyEvents = [SurveyInvited, SurveyAnswered] as const
export type SurveyEvent = EventOf<(typeof surveyEvents)[number]>

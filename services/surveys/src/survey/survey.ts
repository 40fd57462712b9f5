import type { EventOf, SurveyAnswered, SurveyEvent, SurveyInvited } from '@afterline/events'
import { type Instant, surveyStages } from '@afterline/rules'
import { type AnyCommandOf, aggregate, happens, refused, type Shown } from '@afterline/service-kit/aggregate'
import { answerProblems, expired } from './survey.refusals.ts'

type InvitedData = EventOf<typeof SurveyInvited>['data']
export type Subject = InvitedData['subject']
type AnsweredData = EventOf<typeof SurveyAnswered>['data']

/** What the respondent said. The comment is ciphertext once it is stored. */
export type Answer = Pick<AnsweredData, 'serviceScore' | 'productScore' | 'comment'>

export interface Survey extends InvitedData {
  readonly status: 'INVITED' | 'ANSWERED'
  readonly invitedAt: Instant
  readonly answeredAt: Instant | null
  readonly answer: Answer | null
}

export type ShownSurvey = Shown<Survey>

export interface SurveyTypes {
  readonly unbegun: 'UNINVITED'
  readonly state: Survey
  readonly commands: { readonly InviteToSurvey: InvitedData; readonly AnswerSurvey: Answer }
  readonly events: SurveyEvent
  readonly lookUp: undefined
  readonly begins: 'InviteToSurvey'
  readonly begunBy: 'SurveyInvited'
}

export type SurveyCommand = AnyCommandOf<SurveyTypes>

/**
 * One question to a customer about one resolution (SVY-2). Its id follows from what it asks about, so the same
 * resolution cannot be asked about twice; it is answered once, and not after it expired.
 */
export const survey = aggregate<SurveyTypes>({
  category: 'survey',
  shape: 1,
  life: surveyStages,
  begin: { InviteToSurvey: ({ data }) => happens('SurveyInvited', data) },
  decide: {
    /** A second answer, or one without scores, is no event at all, not even in history; a late one is. */
    AnswerSurvey(state, { at, data }) {
      const problems = answerProblems(data)
      const late = isExpired(state, at) ? [expired(state)] : []
      if (state.status === 'ANSWERED' || problems.length > 0) return refused(problems, late)
      const { surveyId, customerId, subject } = state
      const comment = data.comment?.trim() ? data.comment : null
      return happens('SurveyAnswered', { surveyId, customerId, subject, ...data, comment }).unless(late)
    },
  },
  begun: {
    SurveyInvited: ({ data, occurredAt: invitedAt }) => ({
      ...data,
      status: 'INVITED',
      invitedAt,
      answeredAt: null,
      answer: null,
    }),
  },
  evolve: {
    SurveyAnswered: (_, { data: { serviceScore, productScore, comment }, occurredAt: answeredAt }) => ({
      status: 'ANSWERED',
      answeredAt,
      answer: { serviceScore, productScore, comment },
    }),
  },
})

/** The last valid instant is `expiresAt` itself; an imported survey has none and never expires. */
export function isExpired({ expiresAt }: Pick<Survey, 'expiresAt'>, at: Instant): boolean {
  return expiresAt !== null && at > expiresAt
}

import {
  described,
  InstantText,
  internal,
  nullable,
  record,
  SurveyAnswered,
  type SurveyEvent,
  SurveyInvited,
} from '@afterline/events'
import { type Instant, surveyStages } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  happens,
  refused,
  type Shown,
} from '@afterline/service-kit/aggregate'
import { answerProblems, expired } from './survey.refusals.ts'

const invited = SurveyInvited.data.properties
const { serviceScore, productScore, comment } = SurveyAnswered.data.properties
/** What the respondent said. The comment is ciphertext once it is stored. */
const answered = { serviceScore, productScore, comment }

const surveyCommands = {
  InviteToSurvey: command('SurveyInvited', ['SYSTEM'], invited),
  AnswerSurvey: command('SurveyAnswered', ['PUBLIC'], answered),
}

const surveyState = {
  ...invited,
  invitedAt: described(
    InstantText,
    'When the customer was asked: about a complaint, when its resolution was confirmed (SVY-2).',
  ),
  answeredAt: described(nullable(InstantText), 'Null as long as it is not answered.'),
  answer: internal(nullable(record(answered))),
}

export type Survey = DataOf<typeof surveyState> & { readonly status: 'INVITED' | 'ANSWERED' }
export type Answer = DataOf<typeof answered>
export type ShownSurvey = Shown<Survey>

export interface SurveyTypes {
  readonly unbegun: 'UNINVITED'
  readonly state: Survey
  readonly commands: CommandsOf<typeof surveyCommands>
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
  commands: surveyCommands,
  state: surveyState,
  begunAt: 'invitedAt',
  begin: { InviteToSurvey: ({ data }) => happens('SurveyInvited', data) },
  decide: {
    /** A second answer, or one without scores, is no event at all, not even in history; a late one is. */
    AnswerSurvey(state, { at, data }) {
      const problems = answerProblems(data)
      const late = isExpired(state, at) ? [expired(state)] : []
      if (state.status === 'ANSWERED' || problems.length > 0) return refused(problems, late)
      const { surveyId, customerId, subject } = state
      const said = data.comment?.trim() ? data.comment : null
      return happens('SurveyAnswered', { surveyId, customerId, subject, ...data, comment: said }).unless(late)
    },
  },
  evolve: {
    SurveyAnswered: (_, { data: { surveyId: _id, customerId: __, subject: ___, ...answer }, occurredAt }) => ({
      answeredAt: occurredAt,
      answer,
    }),
  },
})

/** The last valid instant is `expiresAt` itself; an imported survey has none and never expires. */
export function isExpired({ expiresAt }: Pick<Survey, 'expiresAt'>, at: Instant): boolean {
  return expiresAt !== null && at > expiresAt
}

import {
  described,
  InstantText,
  internal,
  named,
  nullable,
  OfflineAnswerRecorded,
  record,
  ShortText,
  SurveyAnswered,
  SurveyDelivered,
  SurveyDeliveryFailed,
  type SurveyEvent,
  SurveyInvited,
  SurveyResendRequested,
  Type,
} from '@afterline/events'
import { type Instant, isSamePerson, surveyStages } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  fieldsBesides,
  happens,
  refused,
  type Shown,
} from '@afterline/service-kit/aggregate'
import { SurveyDelivery } from './delivery.ts'
import { answerProblems, enteredTwice, expired, notRefused, saidAtOtherTime, wasDelivered } from './survey.refusals.ts'

const invited = SurveyInvited.data.properties
const { serviceScore, productScore, comment } = SurveyAnswered.data.properties
/** What the respondent said. The comment is ciphertext once it is stored. */
const answered = { serviceScore, productScore, comment }

const { surveyId: _, customerId: __, counts, ...offline } = OfflineAnswerRecorded.data.properties

const surveyCommands = {
  InviteToSurvey: command('SurveyInvited', ['SYSTEM'], invited),
  AnswerSurvey: command('SurveyAnswered', ['PUBLIC'], answered),
  RecordDelivery: command('SurveyDelivered', ['DELIVERY_CHANNEL'], fieldsBesides('surveyId', SurveyDelivered)),
  RecordFailedDelivery: command(
    'SurveyDeliveryFailed',
    ['DELIVERY_CHANNEL'],
    fieldsBesides('surveyId', SurveyDeliveryFailed),
  ),
  ResendInvitation: command(
    'SurveyResendRequested',
    ['ADMINISTRATION', 'HOTLINE_AGENT', 'COMPLAINT_DESK', 'AFTER_SALES', 'SALES_MANAGER', 'SALESPERSON'],
    fieldsBesides('surveyId', SurveyResendRequested),
  ),
  RecordOfflineAnswer: command(
    'OfflineAnswerRecorded',
    ['HOTLINE_AGENT', 'COMPLAINT_DESK', 'AFTER_SALES', 'SALES_MANAGER', 'SALESPERSON'],
    offline,
  ),
}

const OfflineAnswer = named(
  'OfflineAnswer',
  'A rating that staff entered for the customer, who may still answer. Personal text is null once the person was erased.',
  {
    ...offline,
    counts,
    enteredBy: described(ShortText, 'Staff id of whoever entered it.'),
    enteredAt: described(InstantText, 'It counts, where it does, in the period of its entry.'),
  },
)

const Resend = named(
  'InvitationResend',
  'That an invitation is to be sent again, since contact persons were corrected.',
  {
    reason: described(SurveyResendRequested.data.properties.reason, 'What was corrected.'),
    requestedAt: described(InstantText, 'When it was asked for.'),
    requestedBy: described(ShortText, 'Staff id of who asked for it.'),
  },
)

const surveyState = {
  ...invited,
  invitedAt: described(
    InstantText,
    'When the customer was asked: about a complaint, when its resolution was confirmed (SVY-2).',
  ),
  answeredAt: described(nullable(InstantText), 'Null as long as it is not answered.'),
  answer: internal(nullable(record(answered))),
  delivery: described(
    nullable(SurveyDelivery),
    'Null as long as nobody has tried to take it to the customer, or to send it again.',
  ),
  resends: described(Type.Array(Resend), 'Each time that it was to be sent again, oldest first.'),
  offlineAnswer: described(
    nullable(OfflineAnswer),
    'What staff entered for the customer, by phone or on paper; null where nobody did.',
  ),
}

/** What a decision needs of others. */
export interface SurveyLookUp {
  /** Who worked on what is rated, or looks after the customer; `null` where that is not known. */
  readonly involved: readonly string[] | null
}

export type Survey = DataOf<typeof surveyState> & { readonly status: 'INVITED' | 'ANSWERED' }
export type Answer = DataOf<typeof answered>
export type ShownSurvey = Shown<Survey>

export interface SurveyTypes {
  readonly unbegun: 'UNINVITED'
  readonly state: Survey
  readonly commands: CommandsOf<typeof surveyCommands>
  readonly events: SurveyEvent
  readonly lookUp: SurveyLookUp
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
  shape: 3,
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
    RecordDelivery: ({ surveyId, delivery }, { data }) =>
      happens('SurveyDelivered', { surveyId, ...data }).unless(
        delivery !== null && delivery.deliveredAt !== null ? [wasDelivered(delivery.deliveredAt)] : [],
      ),
    RecordFailedDelivery: ({ surveyId, delivery }, { data }) =>
      happens('SurveyDeliveryFailed', { surveyId, ...data }).unless(
        delivery !== null && delivery.deliveredAt !== null ? [wasDelivered(delivery.deliveredAt)] : [],
      ),
    ResendInvitation: (state, { at, data: { reason } }) =>
      happens('SurveyResendRequested', { surveyId: state.surveyId, reason }).unless(
        state.delivery?.failure === 'REFUSED' ? [] : [notRefused(state.delivery?.failure ?? null)],
        isExpired(state, at) ? [expired(state)] : [],
      ),
    /** Whoever worked on the case, or looks after the customer, may enter a rating; it is shown, and counts for nothing. */
    RecordOfflineAnswer(state, { at, by, data }, { involved }) {
      const { surveyId, customerId, invitedAt, expiresAt, offlineAnswer } = state
      const problems = answerProblems(data)
      if (offlineAnswer !== null || problems.length > 0)
        return refused(problems, offlineAnswer === null ? [] : [enteredTwice(offlineAnswer.enteredAt)])
      const isInTime = data.saidAt >= invitedAt && data.saidAt <= at
      const isCounted = involved !== null && !involved.some((person) => isSamePerson(person, by.id))
      return happens('OfflineAnswerRecorded', { surveyId, customerId, ...data, counts: isCounted }).unless(
        isInTime ? [] : [saidAtOtherTime(invitedAt, data.saidAt)],
        isExpired({ expiresAt }, data.saidAt) ? [expired(state)] : [],
      )
    },
  },
  evolve: {
    SurveyDelivered: (_, { data: { channel, reference }, occurredAt }) => ({
      delivery: { channel, reference, deliveredAt: occurredAt, failedAt: null, failure: null },
    }),
    SurveyDeliveryFailed: (_, { data: { channel, reason }, occurredAt }) => ({
      delivery: { channel, reference: null, deliveredAt: null, failedAt: occurredAt, failure: reason },
    }),
    SurveyResendRequested: ({ resends }, { data: { reason }, occurredAt, actor }) => ({
      delivery: null,
      resends: [...resends, { reason, requestedAt: occurredAt, requestedBy: actor.id }],
    }),
    OfflineAnswerRecorded: (_, { data: { surveyId: __, customerId: ___, ...said }, occurredAt, actor }) => ({
      offlineAnswer: { ...said, enteredBy: actor.id, enteredAt: occurredAt },
    }),
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

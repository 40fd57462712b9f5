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
const { serviceScore, productScore, comment, counts: answerCounts } = SurveyAnswered.data.properties
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
  answer: internal(nullable(record({ ...answered, counts: answerCounts }))),
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
  /** When the complaint was received; `null` where that is not known. */
  readonly receivedAt: Instant | null
  /** Who entered the contact person to whom the invitation went; `null` where that is not known. */
  readonly contact: { readonly enteredBy: string; readonly enteredAt: Instant } | null
}

export const NOTHING_LOOKED_UP: SurveyLookUp = { involved: null, receivedAt: null, contact: null }

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
  shape: 4,
  life: surveyStages,
  commands: surveyCommands,
  state: surveyState,
  begunAt: 'invitedAt',
  begin: { InviteToSurvey: ({ data }) => happens('SurveyInvited', data) },
  decide: {
    /** A second answer, or one without scores, is no event at all, not even in history; a late one is. */
    AnswerSurvey(state, { at, data }, lookUp) {
      const problems = answerProblems(data)
      const late = isExpired(state, at) ? [expired(state)] : []
      if (state.status === 'ANSWERED' || problems.length > 0) return refused(problems, late)
      const { surveyId, customerId, subject } = state
      const said = data.comment?.trim() ? data.comment : null
      const counts = isAskedFreely(state, lookUp)
      return happens('SurveyAnswered', { surveyId, customerId, subject, ...data, comment: said, counts }).unless(late)
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
      return happens('OfflineAnswerRecorded', {
        ...{ surveyId, customerId, ...data },
        counts: isOutsider(by.id, involved),
      }).unless(
        isInTime ? [] : [saidAtOtherTime(invitedAt, data.saidAt)],
        isExpired({ expiresAt }, data.saidAt) ? [expired(state)] : [],
      )
    },
  },
  evolve: {
    SurveyDelivered: (_, { data: { channel, reference, contactId }, occurredAt }) => ({
      delivery: { channel, reference, contactId, deliveredAt: occurredAt, failedAt: null, failure: null },
    }),
    SurveyDeliveryFailed: (_, { data: { channel, reason }, occurredAt }) => ({
      delivery: { channel, reference: null, contactId: null, deliveredAt: null, failedAt: occurredAt, failure: reason },
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

/** Whoever may be involved is no outsider. */
function isOutsider(staffId: string, involved: readonly string[] | null): boolean {
  return involved !== null && !involved.some((person) => isSamePerson(person, staffId))
}

/**
 * Whether nobody who is rated chose who was asked: the contact person was there before the complaint, or was entered by somebody
 * else. Where nobody told to whom the invitation went, no staff chose it.
 */
function isAskedFreely(
  { delivery }: Pick<Survey, 'delivery'>,
  { involved, receivedAt, contact }: SurveyLookUp,
): boolean {
  if ((delivery?.contactId ?? null) === null) return true
  if (contact === null) return false
  const wasThere = receivedAt !== null && contact.enteredAt < receivedAt
  return wasThere || isOutsider(contact.enteredBy, involved)
}

/** The last valid instant is `expiresAt` itself; an imported survey has none and never expires. */
export function isExpired({ expiresAt }: Pick<Survey, 'expiresAt'>, at: Instant): boolean {
  return expiresAt !== null && at > expiresAt
}

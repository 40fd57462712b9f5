import type { EventOf, SurveyAnswered, SurveyEvent, SurveyInvited } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '@afterline/service-kit'
import { answeredBefore, answerProblems, expired, invitedBefore, notInvited } from './survey.violations.ts'

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

export type SurveyState = { readonly status: 'UNINVITED' } | Survey

export type SurveyCommand = Command<'InviteToSurvey', InvitedData> | Command<'AnswerSurvey', Answer>

export type NoFacts = Readonly<Record<never, never>>

/**
 * One question to a customer about one resolution (SVY-2). Its id follows from what it asks about, so the same
 * resolution cannot be asked about twice; it is answered once, and not after it expired.
 */
export const survey: Aggregate<SurveyState, SurveyCommand, SurveyEvent, NoFacts> = {
  category: 'survey',
  shape: 1,
  initialState: { status: 'UNINVITED' },
  decide,
  evolve,
}

function decide(state: SurveyState, command: SurveyCommand): Decision<SurveyEvent> {
  if (command.type === 'InviteToSurvey') {
    if (state.status !== 'UNINVITED') return { events: [], violations: [invitedBefore(state)] }
    return { events: [{ type: 'SurveyInvited', data: command.data }], violations: [] }
  }
  if (state.status === 'UNINVITED') return { events: [], violations: [notInvited()] }
  return answer(state, command)
}

/** A second answer, or one without scores, is no event at all, not even in history; a late one is. */
function answer(state: Survey, { at, data }: Extract<SurveyCommand, { type: 'AnswerSurvey' }>): Decision<SurveyEvent> {
  if (state.status === 'ANSWERED') return { events: [], violations: [answeredBefore(state)] }
  const problems = answerProblems(data)
  const violations = isExpired(state, at) ? [...problems, expired(state)] : problems
  if (problems.length > 0) return { events: [], violations }
  const { surveyId, customerId, subject } = state
  const comment = data.comment?.trim() ? data.comment : null
  return { events: [{ type: 'SurveyAnswered', data: { surveyId, customerId, subject, ...data, comment } }], violations }
}

/** The last valid instant is `expiresAt` itself; an imported survey has none and never expires. */
export function isExpired({ expiresAt }: Pick<Survey, 'expiresAt'>, at: Instant): boolean {
  return expiresAt !== null && at > expiresAt
}

function evolve(state: SurveyState, event: Recorded<SurveyEvent>): SurveyState {
  if (event.type === 'SurveyInvited') {
    return { ...event.data, status: 'INVITED', invitedAt: event.occurredAt, answeredAt: null, answer: null }
  }
  if (state.status === 'UNINVITED') return state
  const { serviceScore, productScore, comment } = event.data
  return {
    ...state,
    status: 'ANSWERED',
    answeredAt: event.occurredAt,
    answer: { serviceScore, productScore, comment },
  }
}

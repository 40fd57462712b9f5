import { type Actor, historyId } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import { answeredBeforeInvited, answerProblems } from '../survey/survey.refusals.ts'
import type { SurveyCommand } from '../survey/survey.ts'

/** One rating as another system knows it. */
export interface RatingRecord {
  readonly row: number
  readonly key: string
  readonly customerKey: string
  readonly orderKey: string
  readonly serviceScore: number
  readonly comment?: string | null | undefined
  readonly invitedAt: Instant
  readonly answeredAt: Instant
}

/** Why a record is no rating at all; none of this is a rule that history could have broken. */
export function problemsOf({
  serviceScore,
  comment = null,
  invitedAt,
  answeredAt,
}: RatingRecord): readonly Violation[] {
  const problems = answerProblems({ serviceScore, productScore: null, comment })
  return answeredAt < invitedAt ? [...problems, answeredBeforeInvited(invitedAt, answeredAt)] : problems
}

/** A record as the two commands that it tells of. History had no expiry that we know of, so none is made up. */
export function commandsOf(record: RatingRecord, system: string, by: Actor): readonly SurveyCommand[] {
  const surveyId = historyId(system, 'rating', record.key)
  const customerId = historyId(system, 'customer', record.customerKey)
  const subject = { kind: 'ORDER', id: historyId(system, 'order', record.orderKey), resolution: 1 } as const
  const invitation = { surveyId, customerId, subject, expiresAt: null, sourceKey: record.key }
  const answer = { serviceScore: record.serviceScore, productScore: null, comment: record.comment ?? null }
  return [
    { type: 'InviteToSurvey', at: record.invitedAt, by, data: invitation },
    { type: 'AnswerSurvey', at: record.answeredAt, by, data: answer },
  ]
}

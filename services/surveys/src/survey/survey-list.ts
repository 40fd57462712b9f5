import type { Instant } from '@afterline/rules'
import { type Connection, connectionOf, decodeCursor, encodeCursor, pageSize } from '@afterline/service-kit'
import { type AskedSurvey, askedOf, type SurveyDocument, type SurveyModel } from './survey.model.ts'

/** Conditions hold together; `null` or nothing holds for every survey. */
export interface SurveyFilter {
  readonly status?: string | null | undefined
  readonly customerId?: string | null | undefined
  readonly subjectKind?: string | null | undefined
  readonly subjectId?: string | null | undefined
  readonly invitedFrom?: Instant | null | undefined
  /** Exclusive. */
  readonly invitedTo?: Instant | null | undefined
  readonly serviceScoreAtMost?: number | null | undefined
}

export interface SurveyPage {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/**
 * Surveys, newest invitation first.
 * @throws GraphQLError `INPUT_INVALID` for a page size, `CURSOR_INVALID` for a cursor of another list
 */
export async function listSurveys(
  model: SurveyModel,
  filter: SurveyFilter,
  { first, after }: SurveyPage,
): Promise<Connection<AskedSurvey>> {
  const size = pageSize(first)
  const found = await model
    .find({ $and: [{}, ...conditionsOf(filter), ...beyond(after)] })
    .sort({ 'state.invitedAt': -1, _id: -1 })
    .limit(size + 1)
    .lean<SurveyDocument[]>()
  const cursorOf = ({ _id, state }: AskedSurvey) => encodeCursor([state.invitedAt, _id])
  return connectionOf(found.map(askedOf), size, after, cursorOf, (survey) => survey)
}

function conditionsOf(filter: SurveyFilter): readonly object[] {
  const { invitedFrom, invitedTo, serviceScoreAtMost: atMost } = filter
  const equal = Object.entries({
    'state.status': filter.status,
    'state.customerId': filter.customerId,
    'state.subject.kind': filter.subjectKind,
    'state.subject.id': filter.subjectId,
  }).filter(([, value]) => value !== null && value !== undefined)
  return [
    ...equal.map(([field, value]) => ({ [field]: value })),
    ...(invitedFrom ? [{ 'state.invitedAt': { $gte: invitedFrom } }] : []),
    ...(invitedTo ? [{ 'state.invitedAt': { $lt: invitedTo } }] : []),
    ...(atMost === null || atMost === undefined ? [] : [{ 'state.answer.serviceScore': { $lte: atMost } }]),
  ]
}

function beyond(after: string | null | undefined): readonly object[] {
  if (!after) return []
  const [invitedAt, _id] = decodeCursor(after, 2)
  return [{ $or: [{ 'state.invitedAt': { $lt: invitedAt } }, { 'state.invitedAt': invitedAt, _id: { $lt: _id } }] }]
}

import type { Instant } from '@afterline/rules'
import { type Connection, connectionOf, decodeCursor, encodeCursor, pageSize } from '@afterline/service-kit'
import type { ComplaintDocument, ComplaintModel, ReceivedComplaint } from './complaint.model.ts'
import { receivedOf } from './complaint.model.ts'

/** Conditions hold together; `null` or nothing holds for every complaint. */
export interface ComplaintFilter {
  readonly status?: string | null | undefined
  readonly complaintClass?: string | null | undefined
  readonly customerId?: string | null | undefined
  readonly withAdministration?: boolean | null | undefined
  readonly receivedFrom?: Instant | null | undefined
  /** Exclusive. */
  readonly receivedTo?: Instant | null | undefined
}

export interface ComplaintPage {
  readonly sort?: 'NEWEST_FIRST' | 'OLDEST_FIRST' | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** @throws GraphQLError `INPUT_INVALID` for a page size, `CURSOR_INVALID` for a cursor of another list */
export async function listComplaints(
  model: ComplaintModel,
  filter: ComplaintFilter,
  { sort, first, after }: ComplaintPage,
): Promise<Connection<ReceivedComplaint>> {
  const size = pageSize(first)
  const direction = sort === 'OLDEST_FIRST' ? 1 : -1
  const found = await model
    .find({ $and: [{}, ...conditionsOf(filter), ...beyond(after, direction)] })
    .sort({ 'state.receivedAt': direction, _id: direction })
    .limit(size + 1)
    .lean<ComplaintDocument[]>()
  const cursorOf = ({ _id, state }: ReceivedComplaint) => encodeCursor([state.receivedAt, _id])
  return connectionOf(found.map(receivedOf), size, after, cursorOf, (complaint) => complaint)
}

function conditionsOf(filter: ComplaintFilter): readonly object[] {
  const { receivedFrom, receivedTo } = filter
  const equal = Object.entries({
    'state.status': filter.status,
    'state.complaintClass': filter.complaintClass,
    'state.customerId': filter.customerId,
    'state.isWithAdministration': filter.withAdministration,
  }).filter(([, value]) => value !== null && value !== undefined)
  return [
    ...equal.map(([field, value]) => ({ [field]: value })),
    ...(receivedFrom ? [{ 'state.receivedAt': { $gte: receivedFrom } }] : []),
    ...(receivedTo ? [{ 'state.receivedAt': { $lt: receivedTo } }] : []),
  ]
}

function beyond(after: string | null | undefined, direction: 1 | -1): readonly object[] {
  if (!after) return []
  const [receivedAt, _id] = decodeCursor(after, 2)
  const further = direction === 1 ? '$gt' : '$lt'
  return [
    {
      $or: [
        { 'state.receivedAt': { [further]: receivedAt } },
        { 'state.receivedAt': receivedAt, _id: { [further]: _id } },
      ],
    },
  ]
}

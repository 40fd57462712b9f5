import type { Instant, PolicyBook } from '@afterline/rules'
import type { Connection, mongo } from 'mongoose'
import { ServiceError } from '../store/service-error.ts'
import { type TimerDocument, timerOf, timersOf } from './documents.ts'
import { type DeadlineItem, deadlineItemOf } from './record-deadlines.ts'

/** Groups of open limits: past due; with most of the time used up; neither. */
export type OpenStatus = 'OVERDUE' | 'WARNED' | 'RUNNING'

/** Which open limits are asked for; what is left out does not restrict. */
export interface DeadlineFilter {
  readonly statuses?: readonly OpenStatus[] | null
  readonly keys?: readonly string[] | null
  readonly stream?: string | null
  readonly escalateTo?: string | null
  /** Due before this instant. */
  readonly dueBefore?: Instant | null
}

export interface DeadlinePage {
  /** At most 200. */
  readonly first: number
  readonly after?: string | null
}

/** A limit of the list, with the cursor to go on after it. */
export interface ListedDeadline extends DeadlineItem {
  readonly cursor: string
}

export interface DeadlineList {
  readonly items: readonly ListedDeadline[]
  readonly hasNextPage: boolean
}

export interface DeadlineBoard {
  /** Open limits that have started, soonest due first. @throws ServiceError `CURSOR_INVALID`, `INPUT_INVALID` for a page size */
  list(filter: DeadlineFilter, page: DeadlinePage): Promise<DeadlineList>
}

const LARGEST_PAGE = 200

export function createDeadlineBoard(deps: {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly now: () => Instant
}): DeadlineBoard {
  const { connection, policies, now } = deps
  return {
    async list(filter, page) {
      const at = now()
      const first = checkedSize(page.first)
      const documents = await timersOf(connection)
        .find({ $and: [...conditionsOf(filter, at), ...afterOf(page.after)] }, { readConcern: { level: 'majority' } })
        .sort({ dueAt: 1, _id: 1 })
        .limit(first + 1)
        .toArray()
      const items = documents.slice(0, first).map((document) => {
        return { cursor: cursorOf(document), ...deadlineItemOf(policies, document.stream, timerOf(document), at) }
      })
      return { items, hasNextPage: documents.length > first }
    },
  }
}

function conditionsOf(filter: DeadlineFilter, now: Instant): mongo.Filter<TimerDocument>[] {
  const { statuses, keys, stream, escalateTo, dueBefore } = filter
  return [
    { isOpen: true, startedAt: { $lte: now } },
    ...(statuses ? [{ $or: [...statuses.map((status) => rangeOf(status, now)), { _id: { $in: [] } }] }] : []),
    ...(keys ? [{ key: { $in: [...keys] } }] : []),
    ...(stream ? [{ stream }] : []),
    ...(escalateTo ? [{ escalateTo }] : []),
    ...(dueBefore ? [{ dueAt: { $lt: dueBefore } }] : []),
  ]
}

/** The due instant itself is in time; the warning begins with its instant. */
function rangeOf(status: OpenStatus, now: Instant): mongo.Filter<TimerDocument> {
  switch (status) {
    case 'OVERDUE':
      return { dueAt: { $lt: now } }
    case 'WARNED':
      return { dueAt: { $gte: now }, warnAt: { $lte: now } }
    case 'RUNNING':
      return { dueAt: { $gte: now }, warnAt: { $gt: now } }
  }
}

function checkedSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE) return first
  throw new ServiceError('INPUT_INVALID', `a page has 1 to ${LARGEST_PAGE} limits`)
}

function cursorOf({ dueAt, _id }: TimerDocument): string {
  return Buffer.from(JSON.stringify([dueAt, _id])).toString('base64url')
}

function afterOf(cursor: string | null | undefined): mongo.Filter<TimerDocument>[] {
  if (cursor === null || cursor === undefined) return []
  const [dueAt, id] = readCursor(cursor)
  return [{ $or: [{ dueAt: { $gt: dueAt } }, { dueAt, _id: { $gt: id } }] }]
}

function readCursor(cursor: string): readonly [dueAt: Instant, id: string] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(position) && typeof position[0] === 'string' && typeof position[1] === 'string') {
      return [position[0] as Instant, position[1]]
    }
  } catch {
    // Not JSON: not one of ours either.
  }
  throw new ServiceError('CURSOR_INVALID', 'the cursor was not issued by this list')
}

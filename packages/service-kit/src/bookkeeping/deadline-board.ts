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

/** Which of these streams are shown. */
export type StreamsShown = (streams: readonly string[]) => Promise<ReadonlySet<string>>

export interface DeadlineBoard {
  /**
   * Open limits that have started, soonest due first.
   * @param shown all streams when left out
   * @throws ServiceError `CURSOR_INVALID`, `INPUT_INVALID` for a page size
   */
  list(filter: DeadlineFilter, page: DeadlinePage, shown?: StreamsShown): Promise<DeadlineList>
}

const LARGEST_PAGE = 200
/** So many limits are read at a time where some are not shown. */
const SEARCHED_AT_ONCE = 500

export function createDeadlineBoard(deps: {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly now: () => Instant
}): DeadlineBoard {
  const { connection, policies, now } = deps
  return {
    async list(filter, page, shown) {
      const at = now()
      const first = checkedSize(page.first)
      const read = (after: string | null | undefined, most: number) =>
        timersOf(connection)
          .find({ $and: [...conditionsOf(filter, at), ...afterOf(after)] }, { readConcern: { level: 'majority' } })
          .sort({ dueAt: 1, _id: 1 })
          .limit(most)
          .toArray()
      const documents = await (shown ? search(read, page.after, first + 1, shown) : read(page.after, first + 1))
      const items = documents.slice(0, first).map((document) => {
        return { cursor: cursorOf(document), ...deadlineItemOf(policies, document.stream, timerOf(document), at) }
      })
      return { items, hasNextPage: documents.length > first }
    },
  }
}

type ReadTimers = (after: string | null | undefined, most: number) => Promise<readonly TimerDocument[]>

/** Goes on until enough are found that are shown. Only what is open is looked through. */
async function search(
  read: ReadTimers,
  after: string | null | undefined,
  most: number,
  shown: StreamsShown,
): Promise<readonly TimerDocument[]> {
  const documents = await read(after, SEARCHED_AT_ONCE)
  const streams = await shown([...new Set(documents.map(({ stream }) => stream))])
  const found = documents.filter(({ stream }) => streams.has(stream)).slice(0, most)
  const last = documents.at(-1)
  if (found.length === most || last === undefined || documents.length < SEARCHED_AT_ONCE) return found
  return [...found, ...(await search(read, cursorOf(last), most - found.length, shown))]
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

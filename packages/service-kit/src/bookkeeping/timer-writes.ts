import { canonicalJson } from '@afterline/events'
import { type Announcement, evaluateTimer, type Instant, type PolicyBook, type Timer } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type TimerDocument, timersOf } from './documents.ts'

/** A stream's limits before and after a change. */
export interface TimerChange {
  readonly stream: string
  readonly collection: string
  readonly before: readonly Timer[]
  readonly after: readonly Timer[]
}

const timerIdOf = (stream: string, { key, item }: Pick<Timer, 'key' | 'item'>) => `${stream}|${key}|${item}`

/**
 * Writes the limits that a change touches.
 * @returns those whose recorded breach the change would undo
 */
export async function writeTimers(
  connection: Connection,
  policies: PolicyBook,
  change: TimerChange,
  now: Instant,
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  const before = new Map(change.before.map((timer) => [timerIdOf(change.stream, timer), timer]))
  const after = new Map(change.after.map((timer) => [timerIdOf(change.stream, timer), timer]))
  const changed = [...after].filter(([id, timer]) => !isSame(before.get(id), timer))
  const removed = [...before.keys()].filter((id) => !after.has(id))
  if (changed.length + removed.length === 0) return []
  const known = await knownTimers(connection, [...before.keys()], session)
  const documents = changed.map(([id, timer]) => documentOf(policies, change, id, timer, known.get(id), now))
  await timersOf(connection).bulkWrite([...documents.map(replacement), ...removed.map(removal)], { session })
  const undone = documents.filter((document) => isUndone(known.get(document._id), document))
  return [
    ...undone,
    ...removed.flatMap((id) => known.get(id) ?? []).filter(({ announced }) => announced.includes('BREACH')),
  ]
}

function isSame(a: Timer | undefined, b: Timer): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b)
}

async function knownTimers(connection: Connection, ids: readonly string[], session: ClientSession) {
  if (ids.length === 0) return new Map<string, TimerDocument>()
  const found = await timersOf(connection)
    .find({ _id: { $in: [...ids] } }, { session })
    .toArray()
  return new Map(found.map((document) => [document._id, document]))
}

function documentOf(
  policies: PolicyBook,
  { stream, collection }: TimerChange,
  id: string,
  timer: Timer,
  known: TimerDocument | undefined,
  now: Instant,
): TimerDocument {
  const { dueAt, warnAt, escalateTo, bound, startedAt: runStartedAt, stoppedAt } = evaluateTimer(policies, timer, now)
  const isOpen = bound === 'notAfter' && stoppedAt === null && timer.voidedAt === null
  const announced = announcedOf(runStartedAt, dueAt, known, now)
  const announceAt = isOpen && escalateTo !== null ? nextAnnouncement({ dueAt, warnAt, announced }) : null
  const fixedDueAt = timer.dueAt
  return {
    ...timer,
    _id: id,
    ...{ stream, collection, runStartedAt, isOpen, dueAt, fixedDueAt, warnAt, escalateTo, announced, announceAt },
  }
}

/** A limit that starts anew is another limit, although it has the same key. */
function announcedOf(
  runStartedAt: Instant,
  dueAt: Instant,
  known: TimerDocument | undefined,
  now: Instant,
): readonly Announcement[] {
  if (known?.runStartedAt === runStartedAt) return known.announced
  return dueAt < now ? ['WARNING'] : []
}

/** When a limit has to be announced next; `null` when everything was. */
export function nextAnnouncement(timer: {
  readonly dueAt: Instant
  readonly warnAt: Instant
  readonly announced: readonly Announcement[]
}): Instant | null {
  if (!timer.announced.includes('WARNING')) return timer.warnAt
  return timer.announced.includes('BREACH') ? null : timer.dueAt
}

/** A breach that was announced is undone when its limit then counts as met or was given up before it was due. */
function isUndone(known: TimerDocument | undefined, next: TimerDocument): boolean {
  if (known === undefined || !known.announced.includes('BREACH')) return false
  const { startedAt, stoppedAt, voidedAt, dueAt } = next
  const endedAt = stoppedAt ?? voidedAt
  return known.startedAt !== startedAt || (endedAt !== null && endedAt <= dueAt)
}

function replacement(document: TimerDocument): mongo.AnyBulkWriteOperation<TimerDocument> {
  const { _id, ...fields } = document
  return { replaceOne: { filter: { _id }, replacement: fields, upsert: true } }
}

function removal(id: string): mongo.AnyBulkWriteOperation<TimerDocument> {
  return { deleteOne: { filter: { _id: id } } }
}

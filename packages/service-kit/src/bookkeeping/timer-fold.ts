import { canonicalJson, type StoredEvent, type StoredEventOf } from '@afterline/events'
import { type Announcement, evaluateTimer, type Instant, type PolicyBook, type Timer } from '@afterline/rules'
import type { StreamPlace, TimerDocument } from './documents.ts'

/** One event, and the limits of its stream by the ledger before and after it. */
export interface TimerStep {
  readonly event: StoredEvent
  readonly before: readonly Timer[]
  readonly after: readonly Timer[]
}

/** The limits of one stream as they are stored, by their ids. */
export type StoredTimers = ReadonlyMap<string, TimerDocument>

export const timerIdOf = (stream: string, { key, item }: Pick<Timer, 'key' | 'item'>) => `${stream}|${key}|${item}`

/** Most events move no limit; then nothing has to be read. */
export function changesTimers({ event, before, after }: TimerStep): boolean {
  if (isAnnounced(event) || before.length !== after.length) return true
  return before !== after && before.some((timer, index) => !isSame(timer, after[index]))
}

/** The stored limits after one more event. What the event does not touch stays the very same document. */
export function timersAfter(
  policies: PolicyBook,
  place: StreamPlace,
  known: StoredTimers,
  { event, before, after }: TimerStep,
): StoredTimers {
  const next = new Map(known)
  const former = new Map(before.map((timer) => [timerIdOf(place.stream, timer), timer]))
  for (const timer of after) {
    const id = timerIdOf(place.stream, timer)
    if (!isSame(former.get(id), timer)) {
      next.set(id, documentOf(policies, place, timer, known.get(id), event.recordedAt))
    }
    former.delete(id)
  }
  for (const id of former.keys()) next.delete(id)
  return isAnnounced(event) ? withAnnouncement(place.stream, next, event) : next
}

function isSame(a: Timer | undefined, b: Timer | undefined): boolean {
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)
}

function documentOf(
  policies: PolicyBook,
  { stream, collection }: StreamPlace,
  timer: Timer,
  known: TimerDocument | undefined,
  now: Instant,
): TimerDocument {
  const { dueAt, warnAt, escalateTo, bound, startedAt: runStartedAt, stoppedAt } = evaluateTimer(policies, timer, now)
  const isOpen = bound === 'notAfter' && stoppedAt === null && timer.voidedAt === null
  const announced = announcedOf(runStartedAt, dueAt, known, now)
  const looks = { isOpen, escalateTo, dueAt, warnAt, announced }
  const _id = timerIdOf(stream, timer)
  return {
    ...timer,
    ...{ _id, stream, collection, runStartedAt, fixedDueAt: timer.dueAt },
    ...looks,
    announceAt: announceAtOf(looks),
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

/** When a limit has to be announced next; `null` when everything was, and where nobody is told or nothing runs. */
export function announceAtOf({
  isOpen,
  escalateTo,
  dueAt,
  warnAt,
  announced,
}: Pick<TimerDocument, 'isOpen' | 'escalateTo' | 'dueAt' | 'warnAt' | 'announced'>): Instant | null {
  if (!isOpen || escalateTo === null) return null
  if (!announced.includes('WARNING')) return warnAt
  return announced.includes('BREACH') ? null : dueAt
}

/** An announcement is of the limit that it names; where another shape of the ledger began it elsewhere, of none. */
function withAnnouncement(
  stream: string,
  timers: StoredTimers,
  { data }: StoredEventOf<'DeadlineAnnounced'>,
): StoredTimers {
  const id = timerIdOf(stream, data)
  const timer = timers.get(id)
  if (timer === undefined || timer.startedAt !== data.startedAt) return timers
  const announced = [...timer.announced, data.announcement]
  return new Map(timers).set(id, { ...timer, announced, announceAt: announceAtOf({ ...timer, announced }) })
}

/** A stored event keeps its type's contract: it was checked before it was appended. */
function isAnnounced(event: StoredEvent): event is StoredEventOf<'DeadlineAnnounced'> {
  return event.type === 'DeadlineAnnounced'
}

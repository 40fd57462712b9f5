import { type Announcement, announcementsDue, evaluateTimer, type PolicyBook, platformActors } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { type TimerDocument, timerOf, timersOf } from '../bookkeeping/documents.ts'
import { booksOf } from '../bookkeeping/stream-books.ts'
import { announceAtOf } from '../bookkeeping/timer-fold.ts'
import { isCounted } from '../bookkeeping/uncounted.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { isSetAside } from '../relay/blocked-streams.ts'
import { loadCurrent } from './current-document.ts'
import { draftOf } from './event-drafts.ts'
import { persistChange } from './persist.ts'
import { ServiceError } from './service-error.ts'
import type { StoreDeps } from './store-deps.ts'
import { appendEvent, beginChange } from './stream-change.ts'
import { readStreams } from './stream-reads.ts'

const CLOCK = { id: platformActors.clock, role: 'SYSTEM' } as const

interface Look {
  /** The stream whose limits are looked at. */
  readonly stream: string
  readonly correlationId: string
}

/**
 * Appends what is due to be announced of a stream's limits, of those that are still open. Of several clocks the first one
 * does it: the limits are read in the transaction that writes the document, as they are with everything of the stream, so
 * the others see them announced, or met by somebody in between.
 */
export async function announceOnce(
  deps: StoreDeps,
  aggregates: readonly StoredAggregate[],
  { stream, correlationId }: Look,
  session: ClientSession,
): Promise<readonly Announcement[]> {
  const aggregate = aggregateOf(aggregates, stream)
  const document = await loadCurrent(deps, aggregate, stream.slice(aggregate.category.length + 1), session)
  const due = await dueTimers(deps, aggregate, stream, session)
  if (due.length === 0) return []
  if (!document) throw new ServiceError('NOT_FOUND', `${stream} has a limit but no document`)
  const looks = due.map((timer) => ({ timer, owed: owedOf(deps.policies, timer, deps) }))
  await moveLooks(
    deps,
    looks.flatMap(({ timer, owed }) => (owed.length === 0 ? timer : [])),
    session,
  )
  await appendAnnouncements(deps, { aggregate, document, looks, correlationId }, session)
  return looks.flatMap(({ owed }) => owed)
}

/**
 * As they are counted. What was just met, or announced, and is not counted yet may still look open: the next round sees it.
 * A stream that is set aside would wait for that too long; what is due of it, its own events say.
 */
async function dueTimers(
  deps: StoreDeps,
  { category, collection }: StoredAggregate,
  stream: string,
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  const { connection, policies } = deps
  const isDue = ({ isOpen, announceAt }: TimerDocument) => isOpen && announceAt !== null && announceAt <= deps.now()
  if (await isCounted(connection, stream, session)) {
    const open = timersOf(connection).find({ stream, isOpen: true }, { session }).sort({ announceAt: 1, _id: 1 })
    return (await open.toArray()).filter(isDue)
  }
  if (!(await isSetAside(connection, stream, session))) return []
  const events = (await readStreams(deps, [stream], session)).get(stream) ?? []
  return booksOf(policies, { category, collection, stream }, events).timers.filter(isDue)
}

function aggregateOf(aggregates: readonly StoredAggregate[], stream: string): StoredAggregate {
  const found = aggregates.find(({ category }) => stream.startsWith(`${category}-`))
  if (!found) throw new ServiceError('NOT_FOUND', `${stream} is of no aggregate of this service`)
  return found
}

/** A limit that waits falls due later than it did at the last look: the clock has to come back then, not every round. */
async function moveLooks(
  { connection, policies, now }: StoreDeps,
  timers: readonly TimerDocument[],
  session: ClientSession,
): Promise<void> {
  for (const timer of timers) {
    const { dueAt, warnAt } = evaluateTimer(policies, timerOf(timer), now())
    const announceAt = announceAtOf({ ...timer, dueAt, warnAt })
    await timersOf(connection).updateOne({ _id: timer._id }, { $set: { dueAt, warnAt, announceAt } }, { session })
  }
}

function owedOf(policies: PolicyBook, timer: TimerDocument, { now }: StoreDeps): readonly Announcement[] {
  return announcementsDue(policies, timerOf(timer), now()).filter((owed) => !timer.announced.includes(owed))
}

interface Owed {
  readonly aggregate: StoredAggregate
  readonly document: AggregateDocument<unknown>
  readonly looks: readonly { readonly timer: TimerDocument; readonly owed: readonly Announcement[] }[]
  readonly correlationId: string
}

async function appendAnnouncements(
  deps: StoreDeps,
  { aggregate, document, looks, correlationId }: Owed,
  session: ClientSession,
): Promise<void> {
  const origin = {
    actor: CLOCK,
    correlationId,
    causationId: null,
    traceparent: deps.traceparent(),
    // The clock may be late, but nobody backdates anything: the limit passed when it passed.
    backdatedBecause: null,
    recordedAt: deps.now(),
  }
  let change = beginChange(aggregate, document._id, document, origin.recordedAt)
  for (const { timer, announcement } of looks.flatMap(({ timer, owed }) =>
    owed.map((announcement) => ({ timer, announcement })),
  )) {
    const { key, item, startedAt, dueAt, warnAt, escalateTo } = timer
    const event = { type: 'DeadlineAnnounced', data: { key, item, announcement, startedAt, dueAt, escalateTo } }
    const passedAt = announcement === 'BREACH' ? dueAt : warnAt
    change = appendEvent(deps, change, aggregate, await draftOf(deps, event, passedAt, origin, session))
  }
  if (change.events.length === 0) return
  // The limit's own document follows from these events as everything else does.
  await persistChange(deps.connection, aggregate.collection, change, session)
}

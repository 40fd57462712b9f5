import { type Instant, evaluateTimer } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { type Announcement, type TimerDocument, timerOf, timersOf } from '../bookkeeping/documents.ts'
import { nextAnnouncement } from '../bookkeeping/timer-writes.ts'
import { draftOf } from './event-drafts.ts'
import { loadDocument } from './persist.ts'
import { ServiceError } from './service-error.ts'
import { type StoreDeps, writeChange } from './store-deps.ts'
import { appendStreamEvent, beginChange } from './stream-change.ts'

const CLOCK = { id: 'system', role: 'SYSTEM' } as const

/**
 * Appends what is due to be announced of a limit, if it is still open: the breach once the due instant has passed, the
 * warning before. One that is found past due gets its breach alone. Of several clocks the first one does it; the limit
 * is read and written in the transaction, so the others see it done, as they see it met by somebody in between.
 */
export async function announceOnce(
  deps: StoreDeps,
  timerId: string,
  correlationId: string,
  session: ClientSession,
): Promise<Announcement | null> {
  const timer = await timersOf(deps.connection).findOne({ _id: timerId }, { session })
  const announcement = timer ? dueAnnouncement(timer, deps.now()) : null
  if (!timer || !announcement) return null
  await appendAnnouncement(deps, timer, announcement, correlationId, session)
  const announced = [...timer.announced, announcement]
  const announceAt = nextAnnouncement({ ...timer, announced })
  await timersOf(deps.connection).updateOne({ _id: timerId }, { $set: { announced, announceAt } }, { session })
  return announcement
}

function dueAnnouncement({ isOpen, announced, dueAt, warnAt }: TimerDocument, now: Instant): Announcement | null {
  if (!isOpen || announced.includes('BREACH')) return null
  if (now > dueAt) return 'BREACH'
  return now >= warnAt && !announced.includes('WARNING') ? 'WARNING' : null
}

async function appendAnnouncement(
  deps: StoreDeps,
  timer: TimerDocument,
  announcement: Announcement,
  correlationId: string,
  session: ClientSession,
): Promise<void> {
  const [category = '', id = ''] = splitStream(timer.stream)
  const document = await loadDocument(deps.connection, timer.collection, id, session)
  if (!document) throw new ServiceError('NOT_FOUND', `${timer.stream} has a limit but no document`)
  const { key, item, startedAt, dueAt, warnAt } = timer
  const { escalateTo } = evaluateTimer(deps.policies, timerOf(timer), deps.now())
  const event = { type: 'DeadlineAnnounced', data: { key, item, announcement, startedAt, dueAt, escalateTo } }
  const origin = {
    actor: CLOCK,
    correlationId,
    causationId: null,
    traceparent: deps.traceparent(),
    // The clock may be late, but nobody backdates anything: the limit passed when it passed.
    backdatedBecause: null,
    recordedAt: deps.now(),
  }
  const draft = await draftOf(deps, event, announcement === 'BREACH' ? dueAt : warnAt, origin, session)
  const change = appendStreamEvent(
    beginChange({ category, initialState: document.state, evolve: (state) => state }, id, document, origin.recordedAt),
    category,
    draft,
  )
  await writeChange(deps, category, timer.collection, change, session)
}

function splitStream(stream: string): readonly [category: string, id: string] {
  const dash = stream.indexOf('-')
  return [stream.slice(0, dash), stream.slice(dash + 1)]
}

import { type Announcement, announcementsDue, evaluateTimer, type PolicyBook } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { type TimerDocument, timerOf, timersOf } from '../bookkeeping/documents.ts'
import { nextAnnouncement } from '../bookkeeping/timer-writes.ts'
import { draftOf } from './event-drafts.ts'
import { loadDocument } from './persist.ts'
import { ServiceError } from './service-error.ts'
import { type AttemptDeps, writeChange } from './store-deps.ts'
import { appendStreamEvent, beginChange } from './stream-change.ts'

const CLOCK = { id: 'system', role: 'SYSTEM' } as const

/**
 * Appends what is due to be announced of a limit, if it is still open. Of several clocks the first one does it: the
 * limit is read and written in the transaction, so the others see it announced, or met by somebody in between.
 */
export async function announceOnce(
  deps: AttemptDeps,
  timerId: string,
  correlationId: string,
  session: ClientSession,
): Promise<readonly Announcement[]> {
  const timer = await timersOf(deps.connection).findOne({ _id: timerId }, { session })
  if (!timer?.isOpen) return []
  const owed = owedOf(deps.policies, timer, deps)
  if (owed.length === 0) {
    await moveLook(deps, timer, session)
    return []
  }
  await appendAnnouncements(deps, timer, owed, correlationId, session)
  const announced = [...timer.announced, ...owed]
  const announceAt = nextAnnouncement({ ...timer, announced })
  await timersOf(deps.connection).updateOne({ _id: timerId }, { $set: { announced, announceAt } }, { session })
  return owed
}

/** A limit that waits falls due later than it did at the last look: the clock has to come back then, not every round. */
async function moveLook({ connection, policies, now }: AttemptDeps, timer: TimerDocument, session: ClientSession) {
  const { dueAt, warnAt } = evaluateTimer(policies, timerOf(timer), now())
  if (dueAt === timer.dueAt && warnAt === timer.warnAt) return
  const announceAt = nextAnnouncement({ dueAt, warnAt, announced: timer.announced })
  await timersOf(connection).updateOne({ _id: timer._id }, { $set: { dueAt, warnAt, announceAt } }, { session })
}

function owedOf(policies: PolicyBook, timer: TimerDocument, { now }: AttemptDeps): readonly Announcement[] {
  return announcementsDue(policies, timerOf(timer), now()).filter((owed) => !timer.announced.includes(owed))
}

async function appendAnnouncements(
  deps: AttemptDeps,
  timer: TimerDocument,
  owed: readonly Announcement[],
  correlationId: string,
  session: ClientSession,
): Promise<void> {
  const [category, id] = splitStream(timer.stream)
  const document = await loadDocument(deps.connection, timer.collection, id, session)
  if (!document) throw new ServiceError('NOT_FOUND', `${timer.stream} has a limit but no document`)
  const origin = {
    actor: CLOCK,
    correlationId,
    causationId: null,
    traceparent: deps.traceparent(),
    // The clock may be late, but nobody backdates anything: the limit passed when it passed.
    backdatedBecause: null,
    recordedAt: deps.now(),
  }
  const { key, item, startedAt, dueAt, warnAt, escalateTo } = timer
  let change = beginChange({ category, initialState: document.state }, id, document, origin.recordedAt)
  for (const announcement of owed) {
    const event = { type: 'DeadlineAnnounced', data: { key, item, announcement, startedAt, dueAt, escalateTo } }
    const passedAt = announcement === 'BREACH' ? dueAt : warnAt
    change = appendStreamEvent(deps, change, category, await draftOf(deps, event, passedAt, origin, session))
  }
  await writeChange(deps, category, timer.collection, change, session)
}

function splitStream(stream: string): readonly [category: string, id: string] {
  const dash = stream.indexOf('-')
  return [stream.slice(0, dash), stream.slice(dash + 1)]
}

import { type Announcement, announcementsDue, evaluateTimer, type PolicyBook } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import { type TimerDocument, timerOf, timersOf } from '../bookkeeping/documents.ts'
import { announceAtOf } from '../bookkeeping/timer-fold.ts'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { loadCurrent } from './current-document.ts'
import { draftOf } from './event-drafts.ts'
import { ServiceError } from './service-error.ts'
import { type AttemptDeps, writeChange } from './store-deps.ts'
import { appendEvent, beginChange } from './stream-change.ts'

const CLOCK = { id: 'system', role: 'SYSTEM' } as const

interface Look {
  /** `<stream>|<key>|<item>`. */
  readonly timerId: string
  readonly correlationId: string
}

/**
 * Appends what is due to be announced of a limit, if it is still open. Of several clocks the first one does it: the
 * limit is read and written in the transaction, so the others see it announced, or met by somebody in between.
 */
export async function announceOnce(
  deps: AttemptDeps,
  aggregates: readonly StoredAggregate[],
  { timerId, correlationId }: Look,
  session: ClientSession,
): Promise<readonly Announcement[]> {
  const stream = timerId.slice(0, timerId.indexOf('|'))
  const aggregate = aggregateOf(aggregates, stream)
  // Before the limit is read: the limits of a stale document are put right with it.
  const document = await loadCurrent(deps, aggregate, stream.slice(aggregate.category.length + 1), session)
  const timer = await timersOf(deps.connection).findOne({ _id: timerId }, { session })
  if (!timer?.isOpen) return []
  if (!document) throw new ServiceError('NOT_FOUND', `${stream} has a limit but no document`)
  const owed = owedOf(deps.policies, timer, deps)
  if (owed.length === 0) await moveLook(deps, timer, session)
  else await appendAnnouncements(deps, { aggregate, document, timer, owed, correlationId }, session)
  return owed
}

function aggregateOf(aggregates: readonly StoredAggregate[], stream: string): StoredAggregate {
  const found = aggregates.find(({ category }) => stream.startsWith(`${category}-`))
  if (!found) throw new ServiceError('NOT_FOUND', `${stream} is of no aggregate of this service`)
  return found
}

/** A limit that waits falls due later than it did at the last look: the clock has to come back then, not every round. */
async function moveLook({ connection, policies, now }: AttemptDeps, timer: TimerDocument, session: ClientSession) {
  const { dueAt, warnAt } = evaluateTimer(policies, timerOf(timer), now())
  if (dueAt === timer.dueAt && warnAt === timer.warnAt) return
  const announceAt = announceAtOf({ ...timer, dueAt, warnAt })
  await timersOf(connection).updateOne({ _id: timer._id }, { $set: { dueAt, warnAt, announceAt } }, { session })
}

function owedOf(policies: PolicyBook, timer: TimerDocument, { now }: AttemptDeps): readonly Announcement[] {
  return announcementsDue(policies, timerOf(timer), now()).filter((owed) => !timer.announced.includes(owed))
}

interface Owed {
  readonly aggregate: StoredAggregate
  readonly document: AggregateDocument<unknown>
  readonly timer: TimerDocument
  readonly owed: readonly Announcement[]
  readonly correlationId: string
}

async function appendAnnouncements(
  deps: AttemptDeps,
  { aggregate, document, timer, owed, correlationId }: Owed,
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
  const { key, item, startedAt, dueAt, warnAt, escalateTo } = timer
  let change = beginChange(aggregate, document._id, document, origin.recordedAt)
  for (const announcement of owed) {
    const event = { type: 'DeadlineAnnounced', data: { key, item, announcement, startedAt, dueAt, escalateTo } }
    const passedAt = announcement === 'BREACH' ? dueAt : warnAt
    change = appendEvent(deps, change, aggregate, await draftOf(deps, event, passedAt, origin, session))
  }
  // The limit's own document follows from these events as everything else does.
  await writeChange(deps, aggregate, change, session)
}

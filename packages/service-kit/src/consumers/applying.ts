import type { StoredEvent } from '@afterline/events'
import type { ClientSession } from 'mongoose'
import { backOffMs } from '../kafka/back-off.ts'
import { inTransaction } from '../store/transaction.ts'
import { ConsumerError } from './consumer-error.ts'
import { advanceCursors, isGapClosed, planChunk, readCursors, START, standingOf } from './cursor.ts'
import { type Fault, faultOf } from './fault.ts'
import { parkEvent } from './park-event.ts'
import { storeWaiting } from './parked.ts'
import { type Permit, untilNotTransient } from './permit.ts'
import { type ConsumerDeps, isHandled, type RunningProjection, runHandler } from './projection-run.ts'
import { resumeStream } from './resuming.ts'
import { isTransient } from './transient.ts'

/** A fault that may lie in the event or its handler gets this many attempts before the stream is parked. */
const ATTEMPTS = 3

/** How often events have failed that are to be tried again, by their ids; kept between two deliveries of the same messages. */
export type FailedAttempts = Map<string, number>

/**
 * Applies consecutive events of one partition to one projection: together if all goes well, else one by one, so that
 * one bad event costs only its own stream.
 * @returns `null` when every event is applied, parked, waiting or known already; else the milliseconds after which the same
 * events have to come again, since one of them failed and is worth another attempt
 * @throws ConsumerError STOPPED when the permit ended before that
 */
export async function applyEvents(
  deps: ConsumerDeps,
  projection: RunningProjection,
  events: readonly StoredEvent[],
  permit: Permit,
  failed: FailedAttempts,
): Promise<number | null> {
  const isRepeated = events.some(({ id }) => failed.has(id))
  if (!isRepeated && (await untilNotTransient(deps, permit, () => applyTogether(deps, projection, events)))) return null
  // What follows in the stream of an event that failed comes again with it.
  const postponed = new Map<string, number>()
  for (const event of events) {
    if (postponed.has(event.stream)) continue
    const attempt = await applyAlone(deps, projection, event, permit, failed)
    if (attempt !== null) postponed.set(event.stream, attempt)
  }
  return postponed.size === 0 ? null : backOffMs(Math.max(...postponed.values()))
}

/** False when the events have to be looked at one by one; then nothing has changed. */
async function applyTogether(
  deps: ConsumerDeps,
  projection: RunningProjection,
  events: readonly StoredEvent[],
): Promise<boolean> {
  try {
    const applied = await inTransaction(deps.connection, (session) => applyPlanned(deps, projection, events, session))
    if (applied === null) return false
    deps.meters.applied(projection.name, applied)
    return true
  } catch (error) {
    if (isTransient(error)) throw error
    return false
  }
}

async function applyPlanned(
  deps: ConsumerDeps,
  projection: RunningProjection,
  events: readonly StoredEvent[],
  session: ClientSession,
): Promise<number | null> {
  const { connection } = deps
  const streams = events.map(({ stream }) => stream)
  const plan = planChunk(events, await readCursors(connection, projection.consumer, streams, session))
  if (!plan) return null
  for (const event of plan.next) {
    if (isHandled(projection, event.type)) await runHandler(deps, projection, event, session)
  }
  await advanceCursors(connection, projection.consumer, plan.versions, session)
  await storeWaiting(connection, projection.consumer, plan.waiting, deps.now(), session)
  return plan.next.length
}

/** @returns how many attempts have failed, when another one is due; `null` when the event is dealt with */
async function applyAlone(
  deps: ConsumerDeps,
  projection: RunningProjection,
  event: StoredEvent,
  permit: Permit,
  failed: FailedAttempts,
): Promise<number | null> {
  const result = await untilNotTransient(deps, permit, () => attemptAlone(deps, projection, event))
  if (result.step === 'FAILED') {
    const attempts = (failed.get(event.id) ?? 0) + 1
    const isLast = attempts === ATTEMPTS || result.fault.code === 'GAP' || result.fault.code === 'UNREADABLE'
    if (!isLast) {
      failed.set(event.id, attempts)
      return attempts
    }
    await parkEvent(deps, projection, event, { fault: result.fault, attempts }, permit)
  }
  failed.delete(event.id)
  if (result.step === 'RESUME') await resumeStream(deps, projection, event.stream, permit)
  return null
}

type Attempt =
  | { readonly step: 'DONE' }
  /** The missing event has been applied: those behind it can follow. */
  | { readonly step: 'RESUME' }
  | { readonly step: 'FAILED'; readonly fault: Fault }

async function attemptAlone(deps: ConsumerDeps, projection: RunningProjection, event: StoredEvent): Promise<Attempt> {
  const { connection } = deps
  const { consumer } = projection
  try {
    return await inTransaction<Attempt>(connection, async (session) => {
      const cursor = (await readCursors(connection, consumer, [event.stream], session)).get(event.stream) ?? START
      const standing = standingOf(cursor, event)
      if (standing === 'GAP') {
        throw new ConsumerError('GAP', `version ${cursor.version + 1} is missing before version ${event.version}`)
      }
      if (isGapClosed(cursor, event)) return { step: 'RESUME' }
      if (standing === 'WAITS') await storeWaiting(connection, consumer, [event], deps.now(), session)
      if (standing === 'WAITS' || standing === 'DUPLICATE') return { step: 'DONE' }
      await runHandler(deps, projection, event, session)
      await advanceCursors(connection, consumer, new Map([[event.stream, event.version]]), session)
      return { step: standing === 'AWAITED' ? 'RESUME' : 'DONE' }
    })
  } catch (error) {
    if (isTransient(error)) throw error
    return { step: 'FAILED', fault: faultOf(error) }
  }
}

import type { StoredEvent } from '@afterline/events'
import type { ClientSession } from 'mongoose'
import { waitBefore } from '../kafka/back-off.ts'
import { inTransaction } from '../store/transaction.ts'
import { advanceCursors, readCursors, START, setParked } from './cursor.ts'
import { type Fault, faultOf } from './fault.ts'
import { parkEvent } from './park-event.ts'
import { type ParkedDocument, parkedId, parkedOf } from './parked.ts'
import { type Permit, untilNotTransient } from './permit.ts'
import { type ConsumerDeps, type RunningProjection, runHandler } from './projection-run.ts'
import { isTransient } from './transient.ts'

/** What came of letting a parked stream go on. */
export interface Resumption {
  /** Events that were applied, the parked one included. */
  readonly applied: number
  /** Events that still wait. */
  readonly remaining: number
  /** The event that could not be applied, with the reason; `null` when all were, or when one is missing. */
  readonly failure: { readonly version: number; readonly errorCode: string; readonly errorMessage: string } | null
}

const ATTEMPTS = 3

/**
 * Applies what is parked of a stream, in order, each event in its own transaction with the cursor, until nothing is left,
 * one is missing, or one fails again. Safe while the consumer goes on receiving: both change the cursor.
 */
export async function resumeStream(
  deps: ConsumerDeps,
  projection: RunningProjection,
  stream: string,
  permit: Permit,
): Promise<Resumption> {
  const { consumer } = projection
  for (let applied = 0; ; applied += 1) {
    const step = await nextStep(deps, projection, stream, permit)
    if (step.kind === 'APPLIED') continue
    if (step.kind === 'FAILED') {
      await parkEvent(deps, projection, step.event, { fault: step.fault, attempts: ATTEMPTS }, permit)
    }
    const remaining = await parkedOf(deps.connection).countDocuments({ consumer, stream, version: { $gt: 0 } })
    return { applied, remaining, failure: step.kind === 'FAILED' ? failureOf(step.event, step.fault) : null }
  }
}

type Step =
  | { readonly kind: 'APPLIED' }
  | { readonly kind: 'ENDED' }
  | { readonly kind: 'FAILED'; readonly event: StoredEvent; readonly fault: Fault }

async function nextStep(
  deps: ConsumerDeps,
  projection: RunningProjection,
  stream: string,
  permit: Permit,
): Promise<Step> {
  for (let attempt = 1; ; attempt += 1) {
    const step = await untilNotTransient(deps, permit, () => attemptStep(deps, projection, stream))
    if (step.kind !== 'FAILED' || attempt === ATTEMPTS) return step
    await waitBefore(attempt, permit.signal)
  }
}

async function attemptStep(deps: ConsumerDeps, projection: RunningProjection, stream: string): Promise<Step> {
  let tried: StoredEvent | null = null
  try {
    return await inTransaction<Step>(deps.connection, async (session) => {
      const cursor = (await readCursors(deps.connection, projection.consumer, [stream], session)).get(stream) ?? START
      const _id = parkedId(projection.consumer, stream, cursor.version + 1)
      const parked = await parkedOf(deps.connection).findOne({ _id }, { session })
      if (!parked?.event) {
        if (cursor.parkedCode !== null) await endParking(deps, projection, stream, session)
        return { kind: 'ENDED' }
      }
      tried = parked.event
      await runHandler(deps, projection, parked.event, session)
      await advanceCursors(deps.connection, projection.consumer, new Map([[stream, parked.version]]), session)
      await parkedOf(deps.connection).deleteOne({ _id }, { session })
      await standAtNext(deps, projection, parked, session)
      return { kind: 'APPLIED' }
    })
  } catch (error) {
    if (isTransient(error) || tried === null) throw error
    return { kind: 'FAILED', event: tried, fault: faultOf(error) }
  }
}

/**
 * The stream stands still at the next event until that is applied, too: if a stop or a crash comes between, it stays
 * listed, with the error that began it, and can be tried again.
 */
async function standAtNext(
  { connection }: ConsumerDeps,
  { consumer }: RunningProjection,
  { stream, version, errorCode, errorMessage }: ParkedDocument,
  session: ClientSession,
): Promise<void> {
  const _id = parkedId(consumer, stream, version + 1)
  await parkedOf(connection).updateOne({ _id }, { $set: { head: true, errorCode, errorMessage } }, { session })
}

/** With nothing left the stream goes on; with something left, the event before it is missing. */
async function endParking(
  { connection }: ConsumerDeps,
  { consumer }: RunningProjection,
  stream: string,
  session: ClientSession,
): Promise<void> {
  const first = await parkedOf(connection).findOne(
    { consumer, stream, version: { $gt: 0 } },
    { session, sort: { version: 1 }, projection: { _id: 1 } },
  )
  await setParked(connection, consumer, stream, first ? 'GAP' : null, session)
  if (!first) return
  const fault = { errorCode: 'GAP', errorMessage: 'an earlier version is missing', head: true }
  await parkedOf(connection).updateOne({ _id: first._id }, { $set: fault }, { session })
}

function failureOf({ version }: StoredEvent, { code, message }: Fault): Resumption['failure'] {
  return { version, errorCode: code, errorMessage: message }
}

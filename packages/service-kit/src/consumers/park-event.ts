import type { StoredEvent } from '@afterline/events'
import { inTransaction } from '../store/transaction.ts'
import { readCursors, START, standingOf } from './cursor.ts'
import { publishDeadLetter } from './dead-letters.ts'
import type { Fault } from './fault.ts'
import { parkHead } from './parked.ts'
import { type Permit, untilNotTransient } from './permit.ts'
import type { ConsumerDeps, RunningProjection } from './projection-run.ts'

/** The letter goes out first: after a crash in between it goes out twice, and never not at all. */
export async function parkEvent(
  deps: ConsumerDeps,
  projection: RunningProjection,
  event: StoredEvent,
  failure: { readonly fault: Fault; readonly attempts: number },
  permit: Permit,
): Promise<void> {
  const { connection, kafka, context, log, meters } = deps
  const { stream, version, type } = event
  const at = deps.now()
  await untilNotTransient(deps, permit, async () => {
    await publishDeadLetter(kafka, context, { consumer: projection.name, fault: failure.fault, at, event, raw: null })
    await inTransaction(connection, async (session) => {
      const cursor = (await readCursors(connection, projection.consumer, [stream], session)).get(stream) ?? START
      // Somebody else may have applied it meanwhile: a member that took the partition over, or a retry.
      if (standingOf(cursor, event) === 'DUPLICATE') return
      await parkHead(connection, projection.consumer, event, { ...failure, at }, session)
    })
  })
  meters.parked(projection.name, failure.fault.code)
  log.error({ consumer: projection.name, stream, version, type, code: failure.fault.code }, 'a stream is parked')
}

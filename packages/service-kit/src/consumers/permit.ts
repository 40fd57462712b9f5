import { backOffMs, isWorthTelling, waitBefore } from '../kafka/back-off.ts'
import type { Log } from '../store/log.ts'
import { ConsumerError } from './consumer-error.ts'
import { faultOf } from './fault.ts'
import { isTransient } from './transient.ts'

/** Says whether work on the batch may go on; it may not after the stop or when the partition went to another member. */
export interface Permit {
  readonly signal: AbortSignal
  isCurrent(): boolean
}

/** Repeats work while the database or Kafka is away, for as long as the permit lasts. */
export async function untilNotTransient<Result>(
  { log }: { readonly log: Log },
  permit: Permit,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    if (!permit.isCurrent()) throw new ConsumerError('STOPPED', 'the consumer stops or has lost the partition')
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error)) throw error
      const fields = { code: faultOf(error).code, attempt, pauseMs: backOffMs(attempt) }
      if (isWorthTelling(attempt)) log.warn(fields, 'the consumer tries again')
      await waitBefore(attempt, permit.signal)
    }
  }
}

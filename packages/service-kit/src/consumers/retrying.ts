import { setTimeout as pause } from 'node:timers/promises'
import { faultOf } from './fault.ts'
import type { Permit } from './permit.ts'
import type { ConsumerDeps, RunningProjection } from './projection-run.ts'
import { type Resumption, resumeStream } from './resuming.ts'
import {
  answerRetryRequest,
  type RetryRequestDocument,
  returnRetryRequest,
  takeRetryRequest,
} from './retry-requests.ts'

/** Carries out what `createParking(…).retry` asks for, in this or another process. */
export async function answerRetries(
  deps: ConsumerDeps,
  running: () => readonly RunningProjection[],
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const names = running().map(({ name }) => name)
      const request = await takeRetryRequest(deps.connection, names)
      if (request !== null) {
        const { consumer, stream } = request
        const builds = running().filter(({ name }) => name === consumer)
        const outcome = await resumeOrReturn(deps, builds, request, signal)
        await answerRetryRequest(deps.connection, request._id, outcome)
        deps.log.info({ consumer, stream, ...outcome }, 'a parked stream was tried again')
        continue
      }
    } catch (error) {
      if (!signal.aborted) deps.log.warn({ code: faultOf(error).code }, 'a retry request could not be carried out')
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** A request that is interrupted by the stop of this process waits for the next one. */
async function resumeOrReturn(
  deps: ConsumerDeps,
  builds: readonly RunningProjection[],
  { _id, stream }: RetryRequestDocument,
  signal: AbortSignal,
): Promise<Resumption> {
  const permit: Permit = { signal, isCurrent: () => !signal.aborted }
  let outcome: Resumption = { applied: 0, remaining: 0, failure: null }
  try {
    // While a build catches up there are two, and whoever asks need not know in which of them the stream stands still.
    for (const build of builds) outcome = addedTo(outcome, await resumeStream(deps, build, stream, permit))
    return outcome
  } catch (error) {
    if (signal.aborted) await returnRetryRequest(deps.connection, _id)
    throw error
  }
}

function addedTo(sum: Resumption, { applied, remaining, failure }: Resumption): Resumption {
  return {
    applied: sum.applied + applied,
    remaining: sum.remaining + remaining,
    failure: sum.failure ?? failure,
  }
}

import { type Instant, millisOf } from '../../primitives/instant.ts'
import { phasesOf } from '../phase.ts'
import type { ReceivedRequest, ServiceRequestLedger } from './service-request-state.ts'

/** Time in which the customer heard nothing. */
export interface ProgressGap {
  readonly endedAt: Instant
  readonly millis: number
}

/**
 * SRV-10: the stretches between what the customer heard. Such a stretch begins with the receipt, a reopening or a
 * report, and ends with the next report, the confirmed solution or, where nobody answered, the closing. No gap runs
 * while a request rests solved or closed.
 *
 * A gap is time elapsed, not business time: the regulations call for progress to be told in time and name no working
 * hours, hours are elapsed unless they say otherwise (C4), and a customer waits at night, too.
 */
export function progressGaps(request: ServiceRequestLedger, received: ReceivedRequest): readonly ProgressGap[] {
  const ends = [...request.confirmedAt, ...request.closedUnansweredAt]
  return phasesOf(received.at, ends, request.reopenedAt).flatMap(({ since, achievedAt: end }) => {
    const told = request.toldAt.filter((at) => since < at && (end === null || at < end))
    const heard = [...new Set([since, ...told, ...(end === null || end <= since ? [] : [end])])].toSorted()
    return heard.slice(1).map((endedAt, index) => gap(heard[index] ?? since, endedAt))
  })
}

function gap(from: Instant, endedAt: Instant): ProgressGap {
  return { endedAt, millis: millisOf(endedAt) - millisOf(from) }
}

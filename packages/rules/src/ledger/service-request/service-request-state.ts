import type { Instant } from '../../primitives/instant.ts'
import type { Act } from '../act.ts'
import type { ExclusionMark } from '../exclusion.ts'
import type { RequestReceivedData } from './facts.ts'
import type { RequestWait } from './waits.ts'

export interface ReceivedRequest extends RequestReceivedData {
  readonly at: Instant
  readonly policyVersion: string
}

/** The instants of one service request, kept as they are told; see `OrderLedger` for why there is no status. */
export interface ServiceRequestLedger {
  readonly received: ReceivedRequest | null
  readonly assignments: readonly Act[]
  readonly waits: readonly RequestWait[]
  /** When the customer heard how things stand, whether that was progress or the result. */
  readonly toldAt: readonly Instant[]
  readonly confirmedAt: readonly Instant[]
  readonly closedUnansweredAt: readonly Instant[]
  readonly reopenedAt: readonly Instant[]
  readonly linkedAt: Instant | null
  readonly marks: readonly ExclusionMark[]
}

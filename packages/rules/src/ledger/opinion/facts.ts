import type { Instant } from '../../primitives/instant.ts'

export interface OpinionReceivedData {
  /** `null` where it was given anonymously. */
  readonly customerId: string | null
  readonly productId: string | null
  /** The last moment of the review at which it has to be studied and settled. */
  readonly reviewBy: Instant
}

export interface OpinionFactData {
  readonly OpinionReceived: OpinionReceivedData
  /** Only the moment is read. */
  readonly OpinionStudied: unknown
  /** Only the moment is read. */
  readonly OpinionSettled: unknown
  /** Found to be a duplicate, merged into another opinion, or spam. Only the moment is read. */
  readonly OpinionExcluded: unknown
  /** The exclusion was a mistake. Only the moment is read. */
  readonly OpinionRestored: unknown
}

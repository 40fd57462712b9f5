import type { Instant } from '../../primitives/instant.ts'

export interface ImprovementApprovedData {
  readonly ownerId: string
  readonly teamId: string | null
  readonly productId: string | null
  /** The last moment by which it has to be verified as effective. */
  readonly effectiveBy: Instant
}

export interface ImprovementVerifiedData {
  readonly isEffective: boolean
}

/** One improvement action (IMP-1). It may be verified again: an effect can fade, and a second attempt can succeed. */
export interface ImprovementFactData {
  readonly ImprovementApproved: ImprovementApprovedData
  readonly ImprovementVerified: ImprovementVerifiedData
}

import type { Instant } from '../../primitives/instant.ts'
import type { ReviewedText } from '../contract/contract-review-input.ts'
import type { Moment } from '../moment.ts'

/** What an online platform is screened on (CHN-3). */
export const platformCriteria = [
  'REPUTATION',
  'USER_SCALE',
  'SALES_POLICY',
  'MARKET_DEMAND',
  'CUSTOMER_GROUP',
  'STABILITY',
] as const
export type PlatformCriterion = (typeof platformCriteria)[number]

export interface PlatformAssessment {
  readonly criterion: PlatformCriterion
  readonly outcome: 'MET' | 'NOT_MET'
  /** What the outcome rests on, in words. */
  readonly grounds: string
  readonly assessedAt: Instant
}

/** The cooperation agreement, whose terms legal reviews like those of a contract (C38). */
export interface PlatformAgreement extends ReviewedText {
  readonly agreementId: string
  /** When the last party signed; `null` for not yet. */
  readonly signedAt: Instant | null
  readonly validFrom: Instant
  /** The first instant at which it holds no more; `null` for an agreement without end. */
  readonly validUntil: Instant | null
  readonly terminatedAt: Instant | null
}

/** Asked when something is sold on the platform. */
export interface PlatformGateInput extends Moment {
  readonly platformId: string
  readonly assessments: readonly PlatformAssessment[]
  readonly agreement: PlatformAgreement | null
}

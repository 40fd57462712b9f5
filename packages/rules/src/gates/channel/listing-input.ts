import type { Instant } from '../../primitives/instant.ts'

/** A study of one product, as it was filed. */
export interface ProductStudy {
  readonly studyId: string
  readonly productId: string
  /** When it was made. */
  readonly datedAt: Instant
  readonly filedAt: Instant
}

export interface ListingGateInput {
  readonly productId: string
  /** `null` for none on file. */
  readonly marketAnalysis: ProductStudy | null
  /** `null` for none on file. */
  readonly userResearch: ProductStudy | null
  /** What the studies were held against, in words or by document id. */
  readonly qualityRequirements: readonly string[]
  readonly afterSalesRequirements: readonly string[]
  /** When the product is listed on a platform. */
  readonly at: Instant
}

/** Names of the two studies in the gate's input. */
export type StudyName = 'marketAnalysis' | 'userResearch'

/** Names of the two lists of requirements in the gate's input. */
export type RequirementName = 'qualityRequirements' | 'afterSalesRequirements'

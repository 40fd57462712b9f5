import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../primitives/violation.ts'
import { isWritten } from '../written-text.ts'
import * as refusal from './listing-violations.ts'

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

/** Why a study does not carry a listing. */
export type StudyFlaw = 'MISSING' | 'OTHER_PRODUCT' | 'NOT_DATED_BEFORE' | 'NOT_FILED_BEFORE'

/**
 * CHN-5: a market analysis and a user research of the product were made and filed before it is listed, and the
 * requirements on quality and after-sales service that they answer to are named.
 */
export function listingGate(input: ListingGateInput): readonly Violation[] {
  const studies = (['marketAnalysis', 'userResearch'] as const).flatMap((name) =>
    studyFlaws(input[name], input).map((flaw) => refusal.unstudied(flaw, name, input)),
  )
  const requirements = (['qualityRequirements', 'afterSalesRequirements'] as const)
    .filter((name) => !input[name].some(isWritten))
    .map((name) => refusal.unnamedRequirements(name, input))
  return [...studies, ...requirements]
}

function studyFlaws(study: ProductStudy | null, { productId, at }: ListingGateInput): readonly StudyFlaw[] {
  if (study === null) return ['MISSING']
  return [
    ...(study.productId === productId ? [] : (['OTHER_PRODUCT'] as const)),
    ...(study.datedAt < at ? [] : (['NOT_DATED_BEFORE'] as const)),
    ...(study.filedAt < at ? [] : (['NOT_FILED_BEFORE'] as const)),
  ]
}

import type { Violation } from '../../violation.ts'
import { isWritten } from '../written-text.ts'
import type { ListingGateInput, ProductStudy } from './listing-input.ts'
import type { StudyFlaw } from './listing-violations.ts'
import * as refusal from './listing-violations.ts'

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

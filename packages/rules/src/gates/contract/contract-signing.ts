import type { Violation } from '../../violation.ts'
import type { Moment } from '../moment.ts'
import { contractClausesGate } from './contract-clauses.ts'
import type { ClauseRequirement, ContractContent } from './contract-content.ts'
import { contractReviewGate } from './contract-review.ts'
import type { ReviewedText, TemplateUse } from './contract-review-input.ts'
import { bothPartiesGate, firstConsentAt } from './party-consent.ts'
import type { PartyConsents } from './party-consent-input.ts'
import { type TailoredProduct, tailoredProductsGate } from './tailored-product.ts'

export interface ContractSigningInput extends ReviewedText, Moment {
  readonly content: ContractContent
  /** `null` for a text that was drafted by itself. */
  readonly template: TemplateUse | null
  /** Products made to the customer's need; empty where only goods of the catalogue are sold. */
  readonly tailoredProducts: readonly TailoredProduct[]
  readonly signatures: PartyConsents
}

/**
 * Everything that a contract needs to be concluded: its clauses (CON-2, CON-6) and stated terms (CON-1), legal review
 * (CON-3) and agreed products (CON-5) before the first signature, and the signatures of both parties (CON-1).
 * @param required of a sales contract: the regulations' six, or more
 * @throws RulesError `POLICY_INVALID` when the required kinds leave out one of the regulations' six
 */
export function contractSigningGate(
  input: ContractSigningInput,
  required?: readonly ClauseRequirement[],
): readonly Violation[] {
  const { content, tailoredProducts, signatures, text, at } = input
  const signedAt = firstConsentAt(signatures, at)
  // What legal says after the first signature is nothing to the second one, however late that is entered.
  const knownAt = signedAt < at ? undefined : input.knownAt
  return [
    ...contractClausesGate(content, required, ['content']),
    ...contractReviewGate({ ...input, signedAt, knownAt }),
    ...tailoredProductsGate({ tailoredProducts, signedAt }),
    ...bothPartiesGate({ subject: 'CONTRACT', consents: signatures, text, at, path: ['signatures'] }),
  ]
}

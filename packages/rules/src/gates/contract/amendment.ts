import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import type { ContractChange } from './amendment-violations.ts'
import * as refusal from './amendment-violations.ts'
import { contractClausesGate } from './contract-clauses.ts'
import type { ClauseRequirement } from './contract-content.ts'
import { type ContractContent, contractParties } from './contract-content.ts'
import { legalReviewGate } from './contract-review.ts'
import type { ReviewedText } from './contract-review-input.ts'
import { bothPartiesGate, firstConsentAt } from './party-consent.ts'
import type { PartyConsents } from './party-consent-input.ts'
import type { TextVersion } from './text-version.ts'

export interface AmendmentInput {
  readonly current: {
    readonly text: TextVersion
    readonly content: ContractContent
    /** When it was drafted, or amended last. */
    readonly stoodSince: Instant
  }
  /** The contract as it shall read, with the legal reviews of that text. */
  readonly amended: ReviewedText & { readonly content: ContractContent }
  /**
   * The places that the parties know to change: `kind`, `counterpartyId`, `clauses.` and a clause id, or `terms.`, a
   * party and `.rights` or `.duties`.
   */
  readonly declaredChanges: readonly string[]
  readonly agreements: PartyConsents
  readonly at: Instant
}

/**
 * CON-4: both parties agreed to a written revision that takes the number after the present one and changes what was
 * declared, all of it and nothing else. CON-3, C38: legal reviewed the revision after the present text came to stand and before
 * the first party agreed, for no template stands in for that. What results is a complete contract (CON-1, CON-2, CON-6).
 * @param required of a sales contract: the regulations' six, or more
 * @throws RulesError `POLICY_INVALID` when the required kinds leave out one of the regulations' six
 */
export function amendmentGate(input: AmendmentInput, required?: readonly ClauseRequirement[]): readonly Violation[] {
  const { current, amended, agreements, at } = input
  const { text } = amended
  const isNext = text.revision === current.text.revision + 1
  return [
    ...(isNext ? [] : [refusal.wrongRevision(current.text, text)]),
    ...changeViolations(input),
    ...contractClausesGate(amended.content, required, ['amended', 'content']),
    ...legalReviewGate(amended, firstConsentAt(agreements, at), ['amended']),
    ...amended.reviews.flatMap(({ reviewedAt }, index) =>
      reviewedAt < current.stoodSince ? [refusal.olderReview(reviewedAt, current.stoodSince, index)] : [],
    ),
    ...bothPartiesGate({ subject: 'AMENDMENT', consents: agreements, text, at, path: ['agreements'] }),
  ]
}

function changeViolations({ current, amended, declaredChanges }: AmendmentInput): readonly Violation[] {
  const before = wordingByPlace(current.content)
  const after = wordingByPlace(amended.content)
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (place) => before.get(place) !== after.get(place),
  )
  if (changed.length === 0 && declaredChanges.length === 0) return [refusal.noChange(current.text)]
  const silent = changed
    .filter((place) => !declaredChanges.includes(place))
    .map((place) => refusal.silentChange(place, changeAt(place, before, after)))
  const idle = declaredChanges.flatMap((place, index) =>
    changed.includes(place) ? [] : [refusal.idleDeclaration(place, index)],
  )
  return [...silent, ...idle]
}

type Wordings = ReadonlyMap<string, string>

function changeAt(place: string, before: Wordings, after: Wordings): ContractChange {
  if (!before.has(place)) return 'ADDED'
  return after.has(place) ? 'REWORDED' : 'REMOVED'
}

/** Everything that a contract says, by its place. */
function wordingByPlace({ kind, counterpartyId, clauses, terms }: ContractContent): Wordings {
  const ofParties = contractParties.flatMap((party) =>
    (['rights', 'duties'] as const).map((aspect) => [`terms.${party}.${aspect}`, terms[party][aspect]] as const),
  )
  // Two clauses of one id are refused elsewhere; here neither may hide a change of the other.
  const ofClauses = clauses.map(({ clauseId }) => {
    const same = clauses.filter((clause) => clause.clauseId === clauseId)
    return [`clauses.${clauseId}`, JSON.stringify(same.map((clause) => [clause.kind, clause.wording]))] as const
  })
  return new Map([['kind', kind], ['counterpartyId', counterpartyId], ...ofParties, ...ofClauses])
}

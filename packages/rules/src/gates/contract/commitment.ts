import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../primitives/violation.ts'
import * as refusal from './commitment-violations.ts'
import { type ProductClaim, productClaimGate } from './product-claim.ts'
import { isSameText, type TextVersion } from './text-version.ts'

/** Something that a salesperson is about to promise a customer. */
export interface Commitment {
  readonly commitmentId: string
  readonly text: TextVersion
  readonly promisedBy: string
  /** The clause that the promise repeats; `null` when the contract says nothing of it. */
  readonly clauseId: string | null
}

/** The company's consent to one promise. */
export interface CommitmentApproval {
  readonly approvalId: string
  readonly commitmentId: string
  readonly text: TextVersion
  readonly approvedBy: string
  readonly approvedAt: Instant
}

export interface CommitmentGateInput {
  readonly commitment: Commitment
  /** The customer's contract in force; `null` for none. */
  readonly contract: { readonly contractId: string; readonly clauseIds: readonly string[] } | null
  readonly approval: CommitmentApproval | null
  /** What the promise says of products. */
  readonly claims: readonly ProductClaim[]
  readonly registeredClaims: readonly ProductClaim[]
  /** When the promise goes to the customer. */
  readonly sentAt: Instant
}

/** Why an approval does not let a promise go. */
export type CommitmentFlaw = 'NOT_APPROVED' | 'OTHER_COMMITMENT' | 'OTHER_TEXT' | 'BY_PROMISER' | 'NOT_BEFORE_SENDING'

/**
 * CON-8, C22: a promise either repeats a clause of the customer's contract, or the company consented to this very text
 * before it is sent, through another person than the one who promises. ETH-2: what it says of products is registered.
 */
export function commitmentGate(input: CommitmentGateInput): readonly Violation[] {
  return [...consentViolations(input), ...productClaimGate(input)]
}

function consentViolations(input: CommitmentGateInput): readonly Violation[] {
  const { commitment, contract } = input
  const { clauseId } = commitment
  if (clauseId !== null && contract?.clauseIds.includes(clauseId)) return []
  const flaws = approvalFlaws(input)
  if (flaws.length === 0) return []
  return [
    ...(clauseId === null ? [] : [refusal.unknownClause(commitment, clauseId, contract?.contractId ?? null)]),
    ...flaws.map((flaw) => refusal.unapprovedCommitment(flaw, input)),
  ]
}

function approvalFlaws({ commitment, approval, sentAt }: CommitmentGateInput): readonly CommitmentFlaw[] {
  if (approval === null) return ['NOT_APPROVED']
  return [
    ...(approval.commitmentId === commitment.commitmentId ? [] : (['OTHER_COMMITMENT'] as const)),
    ...(isSameText(approval.text, commitment.text) ? [] : (['OTHER_TEXT'] as const)),
    ...(approval.approvedBy === commitment.promisedBy ? (['BY_PROMISER'] as const) : []),
    ...(approval.approvedAt < sentAt ? [] : (['NOT_BEFORE_SENDING'] as const)),
  ]
}

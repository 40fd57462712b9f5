import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'
import type { CommitmentGateInput } from './commitment-input.ts'
import type { CommitmentFlaw } from './commitment-violations.ts'
import * as refusal from './commitment-violations.ts'
import { productClaimGate } from './product-claim.ts'
import { isSameText } from './text-version.ts'

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
    ...(isSamePerson(approval.approvedBy, commitment.promisedBy) ? (['BY_PROMISER'] as const) : []),
    ...(approval.approvedAt < sentAt ? [] : (['NOT_BEFORE_SENDING'] as const)),
  ]
}

import type { Instant } from '../../primitives/instant.ts'
import type { ProductClaim } from './product-claim.ts'
import type { TextVersion } from './text-version.ts'

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

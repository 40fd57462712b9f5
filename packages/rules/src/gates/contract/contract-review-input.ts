import type { Role } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { TextVersion } from './text-version.ts'

/** What somebody found who examined one version of a text. */
export interface LegalReview {
  readonly reviewId: string
  readonly text: TextVersion
  readonly reviewedBy: string
  readonly reviewerRole: Role
  readonly reviewedAt: Instant
  readonly outcome: 'APPROVED' | 'RETURNED'
}

/** A text and every review on file, in the order in which they were recorded. */
export interface ReviewedText {
  readonly text: TextVersion
  readonly draftedBy: string
  readonly reviews: readonly LegalReview[]
}

/** A template and what became of its wording in the contract. */
export interface TemplateUse extends ReviewedText {
  readonly templateId: string
  /** Digest of the contract's wording with its blanks emptied; the template's digest when nothing else was changed. */
  readonly wordingDigest: string
}

export interface ContractReviewInput extends ReviewedText {
  /** `null` for a text that was drafted by itself. */
  readonly template: TemplateUse | null
  /** When the first party signs. */
  readonly signedAt: Instant
  /** Of a signature that is entered late: when it is recorded (see `Moment`). */
  readonly knownAt?: Instant | undefined
}

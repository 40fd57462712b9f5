import { type Actor, digestOf } from '@afterline/events'
import {
  contractSigningGate,
  type Instant,
  type LegalReview,
  legalReviewGate,
  type Moment,
  type PartyConsents,
  plusMillis,
  type Role,
  type TailoredProduct,
  type TextVersion,
  type Violation,
} from '@afterline/rules'
import * as refusal from './contract.refusals.ts'
import type { Contract, WrittenText } from './fields.ts'

/** The caller is the reviewer: nobody enters a review in another's name. A text is reviewed once; its digest tells which. */
export function reviewBy(
  by: Actor,
  text: TextVersion,
  reviewedAt: Instant,
  outcome: LegalReview['outcome'],
): LegalReview {
  // What acts on a mutation is one of the catalogue's roles, and the gate refuses any but LEGAL.
  return { reviewId: text.digest, text, reviewedBy: by.id, reviewerRole: by.role as Role, reviewedAt, outcome }
}

/** CON-3 at the review itself: legal alone, and never the drafter, approves a text or returns it. */
export function reviewerGate(draftedBy: string, review: LegalReview): readonly Violation[] {
  const { text, reviewedAt } = review
  return legalReviewGate({ text, draftedBy, reviews: [{ ...review, outcome: 'APPROVED' }] }, plusMillis(reviewedAt, 1))
}

/** CON-1, CON-2, CON-3, CON-5, with either signature: only the other party's own may still be awaited. */
export function signingGate(contract: Contract, signatures: PartyConsents, moment: Moment): readonly Violation[] {
  const awaited = (['COMPANY', 'COUNTERPARTY'] as const).filter((party) => signatures[party] === null)
  return contractSigningGate({ ...contract, tailoredProducts: tailoredIn(contract), signatures, ...moment }).filter(
    ({ path: [what, party] }) => !(what === 'signatures' && awaited.some((each) => each === party)),
  )
}

/** A specification is part of the text; a customer agrees to the one that stands there. */
export function tailoredIn({ text: { revision }, tailoredProducts }: WrittenText): readonly TailoredProduct[] {
  return tailoredProducts.map(({ productId, specification: wording, agreedAt }) => {
    const specification = { revision, digest: digestOf(wording) }
    return { productId, specification, agreement: agreedAt === null ? null : { specification, agreedAt } }
  })
}

/** CON-4 of the sum, which no clause holds: it changes as declared. */
export function valueGate(
  { value: before }: WrittenText,
  { value }: WrittenText,
  declaredChanges: readonly string[],
): readonly Violation[] {
  const isChanged = before?.minor !== value?.minor || before?.currency !== value?.currency
  return isChanged === declaredChanges.includes('value') ? [] : [refusal.valueNotAsDeclared(before, value)]
}

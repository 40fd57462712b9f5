import type { Instant } from '../../primitives/instant.ts'
import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'
import { latestOf } from '../latest.ts'
import { decisive, type Moment } from '../moment.ts'
import type { ContractReviewInput, LegalReview, ReviewedText } from './contract-review-input.ts'
import type { ReviewFlaw } from './contract-review-violations.ts'
import * as refusal from './contract-review-violations.ts'
import { isSameText } from './text-version.ts'

/**
 * CON-3: somebody of legal other than the drafter approved this very text before anybody signs it. C38: a template
 * that was reviewed so and is used unchanged stands in for it, unless legal returned the contract itself.
 */
export function contractReviewGate(input: ContractReviewInput): readonly Violation[] {
  const { template, reviews, signedAt, knownAt } = input
  const signing = { at: signedAt, knownAt }
  const own = reviewViolations(input, signing, [])
  if (template === null || decidingReview(input, signing) !== null) return own
  const ofTemplate = reviewViolations(template, signing, ['template'])
  const isUnchanged = template.wordingDigest === template.text.digest
  if (isUnchanged && ofTemplate.length === 0) return []
  // With a review of its own on file, the contract did not rest on the template: what that review lacks is the matter.
  if (reviews.length > 0) return own
  return isUnchanged ? ofTemplate : [refusal.changedTemplate(template), ...ofTemplate]
}

/**
 * CON-3 for any text, such as an amendment or the terms of a platform, where no template helps. The latest review that
 * counts decides, so that legal may still return what it had approved. If none counts, everything is named that is
 * wrong with the one that comes nearest.
 * @param before the instant of signature: a review at the same moment is not one before it
 * @param path where the text stands in the caller's input
 */
export function legalReviewGate(
  reviewed: ReviewedText,
  before: Instant,
  path: readonly string[] = [],
): readonly Violation[] {
  return reviewViolations(reviewed, { at: before }, path)
}

function reviewViolations(reviewed: ReviewedText, signing: Moment, path: readonly string[]): readonly Violation[] {
  const { text, reviews } = reviewed
  const before = signing.at
  const deciding = decidingReview(reviewed, signing)
  if (deciding?.outcome === 'APPROVED') return []
  if (deciding !== null) return [refusal.returned(deciding, [...path, 'reviews', String(reviews.indexOf(deciding))])]
  const judged = reviews.map((review, index) => ({ review, index, flaws: flawsOf(review, reviewed, before) }))
  const fewest = Math.min(...judged.map(({ flaws }) => flaws.length))
  const nearest = judged.findLast(({ flaws }) => flaws.length === fewest)
  if (nearest === undefined) return [refusal.noReview(text, [...path, 'reviews'])]
  return nearest.flaws.map((flaw) =>
    refusal.uncountedReview(flaw, nearest.review, { text, before }, [...path, 'reviews', String(nearest.index)]),
  )
}

/** What legal said before the signature, unless it is known that it returned the text since. */
function decidingReview(reviewed: ReviewedText, signing: Moment): LegalReview | null {
  return decisive(
    (before) => latestReview(reviewed, before),
    ({ outcome }) => outcome === 'RETURNED',
    signing,
  )
}

/** The latest of the reviews that count; of two at one moment that which returned the text. */
function latestReview(reviewed: ReviewedText, before: Instant): LegalReview | null {
  const counting = reviewed.reviews.filter((review) => flawsOf(review, reviewed, before).length === 0)
  const decisive = latestOf(counting, ({ reviewedAt }) => reviewedAt)
  return decisive.find(({ outcome }) => outcome === 'RETURNED') ?? decisive[0] ?? null
}

function flawsOf(
  { text, reviewerRole, reviewedBy, reviewedAt }: LegalReview,
  reviewed: ReviewedText,
  before: Instant,
): readonly ReviewFlaw[] {
  return [
    ...(isSameText(text, reviewed.text) ? [] : (['OTHER_TEXT'] as const)),
    ...(reviewerRole === 'LEGAL' ? [] : (['NOT_LEGAL'] as const)),
    ...(isSamePerson(reviewedBy, reviewed.draftedBy) ? (['BY_DRAFTER'] as const) : []),
    ...(reviewedAt < before ? [] : (['NOT_BEFORE_SIGNATURE'] as const)),
  ]
}

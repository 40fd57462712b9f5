import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import type { LegalReview, TemplateUse } from './contract-review-input.ts'
import type { TextVersion } from './text-version.ts'

/** Why a review does not count for a text, apart from what it found. */
export type ReviewFlaw = 'OTHER_TEXT' | 'NOT_LEGAL' | 'BY_DRAFTER' | 'NOT_BEFORE_SIGNATURE'

/* What the legal review says when it is missing or does not count (CON-3, C38). */

type Wording = Pick<Violation, 'message' | 'remedy'>

const fields = {
  OTHER_TEXT: 'text',
  NOT_LEGAL: 'reviewerRole',
  BY_DRAFTER: 'reviewedBy',
  NOT_BEFORE_SIGNATURE: 'reviewedAt',
} as const satisfies Record<ReviewFlaw, keyof LegalReview>

const wordings: Readonly<Record<ReviewFlaw, Wording>> = {
  OTHER_TEXT: {
    message: {
      zh: '法务审查的是另一份文本，不是要签署的这一份。',
      en: 'The legal review was of another text than the one to be signed.',
    },
    remedy: { zh: '请法务审查现行文本。', en: 'Have legal review the present text.' },
  },
  NOT_LEGAL: {
    message: { zh: '审查人不是法务人员。', en: 'The reviewer does not belong to legal.' },
    remedy: { zh: '请法务人员审查。', en: 'Have somebody of legal review it.' },
  },
  BY_DRAFTER: {
    message: { zh: '起草人审查了自己的文本。', en: 'The text was reviewed by the person who drafted it.' },
    remedy: { zh: '请起草人以外的法务人员审查。', en: 'Have somebody of legal other than the drafter review it.' },
  },
  NOT_BEFORE_SIGNATURE: {
    message: { zh: '法务审查不在签署之前。', en: 'The legal review does not precede the signature.' },
    remedy: { zh: '先完成审查，再由双方签署。', en: 'Finish the review first, then let the parties sign.' },
  },
}

export function noReview({ revision }: TextVersion, path: readonly string[]): Violation {
  return {
    rule: 'CON-3',
    message: { zh: '文本未经法务审查。', en: 'Legal has not reviewed the text.' },
    path,
    remedy: { zh: '签署前请法务审查。', en: 'Have legal review it before signature.' },
    facts: { reason: 'MISSING', revision },
  }
}

/** One flaw of one review; `path` leads to the review. */
export function uncountedReview(
  flaw: ReviewFlaw,
  review: LegalReview,
  { text, before }: { readonly text: TextVersion; readonly before: Instant },
  path: readonly string[],
): Violation {
  return {
    rule: 'CON-3',
    ...wordings[flaw],
    path: [...path, fields[flaw]],
    facts: {
      reason: flaw,
      reviewId: review.reviewId,
      revision: text.revision,
      digest: text.digest,
      reviewedRevision: review.text.revision,
      reviewedDigest: review.text.digest,
      reviewerRole: review.reviewerRole,
      reviewedAt: review.reviewedAt,
      signedAt: before,
    },
  }
}

export function returned({ reviewId, text, reviewedAt }: LegalReview, path: readonly string[]): Violation {
  return {
    rule: 'CON-3',
    message: { zh: '法务审查后退回了文本。', en: 'Legal reviewed the text and returned it.' },
    path: [...path, 'outcome'],
    remedy: {
      zh: '按审查意见修改，再次送审。',
      en: 'Revise it as the review asks and submit it again.',
    },
    facts: { reason: 'RETURNED', reviewId, revision: text.revision, reviewedAt },
  }
}

export function changedTemplate({ templateId, text, wordingDigest }: TemplateUse): Violation {
  return {
    rule: 'CON-3',
    message: {
      zh: '合同改动了模板的文字，模板的审查不再适用。',
      en: 'The contract departs from its template, so the review of the template does not cover it.',
    },
    path: ['template', 'wordingDigest'],
    remedy: {
      zh: '恢复模板原文，或请法务审查这份合同。',
      en: 'Restore the wording of the template, or have legal review this contract.',
    },
    facts: { reason: 'TEMPLATE_CHANGED', templateId, templateDigest: text.digest, wordingDigest },
  }
}

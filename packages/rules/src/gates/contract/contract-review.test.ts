import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { contractReviewGate, legalReviewGate } from './contract-review.ts'
import type { ContractReviewInput, LegalReview, TemplateUse } from './contract-review-input.ts'

const signedAt = parseInstant('2026-03-10T09:00:00+08:00')
const reviewedAt = parseInstant('2026-03-09T09:00:00+08:00')
const text = { revision: 2, digest: 'digest-2' }

function review(given: Partial<LegalReview> = {}): LegalReview {
  return {
    reviewId: 'r1',
    text,
    reviewedBy: 'lawyer',
    reviewerRole: 'LEGAL',
    reviewedAt,
    outcome: 'APPROVED',
    ...given,
  }
}

const templateText = { revision: 7, digest: 'template-7' }

function template(given: Partial<TemplateUse> = {}): TemplateUse {
  return {
    templateId: 't1',
    text: templateText,
    draftedBy: 'template-drafter',
    reviews: [review({ reviewId: 'tr1', text: templateText })],
    wordingDigest: 'template-7',
    ...given,
  }
}

function gate(given: Partial<ContractReviewInput> = {}) {
  const input = { text, draftedBy: 'drafter', reviews: [review()], template: null, signedAt, ...given }
  return contractReviewGate(input)
}

const reasons = (given: Partial<ContractReviewInput>) =>
  refused(gate(given)).map(([rule, path, { reason }]) => `${rule} ${path} ${reason}`)

describe('a contract before signature', () => {
  it('passes when somebody of legal approved this very text before (CON-3)', () => {
    expect(gate()).toEqual([])
  })

  it('is refused without any review (CON-3)', () => {
    expect(refused(gate({ reviews: [] }))).toEqual([['CON-3', 'reviews', { reason: 'MISSING', revision: 2 }]])
  })

  it.each([
    ['OTHER_TEXT', 'text', { text: { revision: 1, digest: 'digest-2' } }],
    ['OTHER_TEXT', 'text', { text: { revision: 2, digest: 'digest-1' } }],
    ['NOT_LEGAL', 'reviewerRole', { reviewerRole: 'SALES_MANAGER' }],
    ['BY_DRAFTER', 'reviewedBy', { reviewedBy: 'drafter' }],
    ['NOT_BEFORE_SIGNATURE', 'reviewedAt', { reviewedAt: signedAt }],
    ['NOT_BEFORE_SIGNATURE', 'reviewedAt', { reviewedAt: plusMillis(signedAt, 1) }],
  ] as const)('is refused for a review that is %s, at its %s (CON-3)', (reason, field, given) => {
    expect(reasons({ reviews: [review(given)] })).toEqual([`CON-3 reviews.0.${field} ${reason}`])
  })

  it('passes with a review one millisecond before the signature (CON-3)', () => {
    expect(gate({ reviews: [review({ reviewedAt: plusMillis(signedAt, -1) })] })).toEqual([])
  })

  it('hears of everything that is wrong with a review, and on which facts (CON-3)', () => {
    const wrong = review({
      text: { revision: 1, digest: 'digest-1' },
      reviewedBy: 'drafter',
      reviewerRole: 'SALESPERSON',
      reviewedAt: signedAt,
    })
    const facts = {
      reviewId: 'r1',
      revision: 2,
      digest: 'digest-2',
      reviewedRevision: 1,
      reviewedDigest: 'digest-1',
      reviewerRole: 'SALESPERSON',
      reviewedAt: signedAt,
      signedAt,
    }
    expect(refused(gate({ reviews: [wrong] }))).toEqual([
      ['CON-3', 'reviews.0.text', { reason: 'OTHER_TEXT', ...facts }],
      ['CON-3', 'reviews.0.reviewerRole', { reason: 'NOT_LEGAL', ...facts }],
      ['CON-3', 'reviews.0.reviewedBy', { reason: 'BY_DRAFTER', ...facts }],
      ['CON-3', 'reviews.0.reviewedAt', { reason: 'NOT_BEFORE_SIGNATURE', ...facts }],
    ])
  })

  it('hears of the review that comes nearest, the later of two that come as near (CON-3)', () => {
    const far = review({ reviewedBy: 'drafter', reviewerRole: 'SALESPERSON' })
    const near = review({ reviewedBy: 'drafter' })
    expect(reasons({ reviews: [near, far] })).toEqual(['CON-3 reviews.0.reviewedBy BY_DRAFTER'])
    expect(reasons({ reviews: [far, near] })).toEqual(['CON-3 reviews.1.reviewedBy BY_DRAFTER'])
    expect(reasons({ reviews: [near, review({ reviewerRole: 'FINANCE' })] })).toEqual([
      'CON-3 reviews.1.reviewerRole NOT_LEGAL',
    ])
  })

  it('passes when one of several reviews counts (CON-3)', () => {
    expect(gate({ reviews: [review({ reviewedBy: 'drafter' }), review(), review({ text: templateText })] })).toEqual([])
  })

  it('says another thing for each reason (CON-3)', () => {
    const all = [
      gate({ reviews: [] }),
      gate({ reviews: [review({ text: templateText })] }),
      gate({ reviews: [review({ reviewerRole: 'FINANCE' })] }),
      gate({ reviews: [review({ reviewedBy: 'drafter' })] }),
      gate({ reviews: [review({ reviewedAt: signedAt })] }),
      gate({ reviews: [review({ outcome: 'RETURNED' })] }),
      gate({ reviews: [], template: template({ wordingDigest: 'other' }) }),
    ].flat()
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(all.map(({ message }) => message[language])).size).toBe(7)
      expect(new Set(all.map(({ remedy }) => remedy[language])).size).toBe(7)
    }
  })
})

describe('a contract that legal returned', () => {
  const later = plusMillis(reviewedAt, 1)

  it('is refused (CON-3)', () => {
    expect(refused(gate({ reviews: [review({ outcome: 'RETURNED' })] }))).toEqual([
      ['CON-3', 'reviews.0.outcome', { reason: 'RETURNED', reviewId: 'r1', revision: 2, reviewedAt }],
    ])
  })

  it.each([
    ['after it was approved', [review(), review({ outcome: 'RETURNED', reviewedAt: later })], ['1']],
    ['whatever the order on file', [review({ outcome: 'RETURNED', reviewedAt: later }), review()], ['0']],
    ['at the same moment', [review(), review({ outcome: 'RETURNED' })], ['1']],
    ['and then approved', [review({ outcome: 'RETURNED' }), review({ reviewedAt: later })], []],
  ] as const)('is judged by the latest review: returned %s (CON-3)', (_, reviews, refusedAt) => {
    expect(reasons({ reviews })).toEqual(refusedAt.map((index) => `CON-3 reviews.${index}.outcome RETURNED`))
  })

  it('is not touched by a return that does not count (CON-3)', () => {
    const uncounted = review({ outcome: 'RETURNED', reviewedAt: later, reviewerRole: 'SALES_MANAGER' })
    expect(gate({ reviews: [review(), uncounted] })).toEqual([])
  })
})

describe('a contract made from a template', () => {
  it('needs no review of its own when the template was reviewed and is used unchanged (CON-3, C38)', () => {
    expect(gate({ reviews: [], template: template() })).toEqual([])
    expect(gate({ reviews: [review({ reviewerRole: 'FINANCE' })], template: template() })).toEqual([])
  })

  it('is refused when it departs from the template (CON-3, C38)', () => {
    expect(refused(gate({ reviews: [], template: template({ wordingDigest: 'mine' }) }))).toEqual([
      [
        'CON-3',
        'template.wordingDigest',
        { reason: 'TEMPLATE_CHANGED', templateId: 't1', templateDigest: 'template-7', wordingDigest: 'mine' },
      ],
    ])
  })

  it('may depart from it with a review of its own (CON-3, C38)', () => {
    expect(gate({ template: template({ wordingDigest: 'mine', reviews: [] }) })).toEqual([])
  })

  it.each([
    ['was never reviewed', [], 'template.reviews MISSING'],
    [
      'was reviewed in another version',
      [review({ text: { revision: 6, digest: 'template-6' } })],
      'template.reviews.0.text OTHER_TEXT',
    ],
    [
      'was reviewed by its own drafter',
      [review({ text: templateText, reviewedBy: 'template-drafter' })],
      'template.reviews.0.reviewedBy BY_DRAFTER',
    ],
    [
      'was reviewed too late',
      [review({ text: templateText, reviewedAt: signedAt })],
      'template.reviews.0.reviewedAt NOT_BEFORE_SIGNATURE',
    ],
    ['was returned', [review({ text: templateText, outcome: 'RETURNED' })], 'template.reviews.0.outcome RETURNED'],
  ] as const)('is refused when the template %s (CON-3, C38)', (_, reviews, expected) => {
    expect(reasons({ reviews: [], template: template({ reviews }) })).toEqual([`CON-3 ${expected}`])
  })

  it('hears of a changed and an unreviewed template at once (CON-3, C38)', () => {
    expect(reasons({ reviews: [], template: template({ wordingDigest: 'mine', reviews: [] }) })).toEqual([
      'CON-3 template.wordingDigest TEMPLATE_CHANGED',
      'CON-3 template.reviews MISSING',
    ])
  })

  it('hears of its own review when there is one that does not count (CON-3)', () => {
    const reviews = [review({ reviewerRole: 'FINANCE' })]
    expect(reasons({ reviews, template: template({ wordingDigest: 'mine' }) })).toEqual([
      'CON-3 reviews.0.reviewerRole NOT_LEGAL',
    ])
  })

  it('is not saved by the template once legal returned the contract itself (CON-3, C38)', () => {
    expect(reasons({ reviews: [review({ outcome: 'RETURNED' })], template: template() })).toEqual([
      'CON-3 reviews.0.outcome RETURNED',
    ])
  })
})

describe('any text that legal reviews', () => {
  it('has its violations below the path of the caller (CON-3)', () => {
    const path = ['agreement']
    const paths = (reviews: readonly LegalReview[]) =>
      refused(legalReviewGate({ text, draftedBy: 'drafter', reviews }, signedAt, path)).map(([, where]) => where)
    expect(paths([])).toEqual(['agreement.reviews'])
    expect(paths([review({ reviewedBy: 'drafter' })])).toEqual(['agreement.reviews.0.reviewedBy'])
    expect(paths([review({ outcome: 'RETURNED' })])).toEqual(['agreement.reviews.0.outcome'])
  })
})

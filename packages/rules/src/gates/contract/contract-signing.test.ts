import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { requiredClauses } from './contract-clauses.ts'
import type { LegalReview } from './contract-review-input.ts'
import { type ContractSigningInput, contractSigningGate } from './contract-signing.ts'
import type { TailoredProduct } from './tailored-product.ts'

const at = parseInstant('2026-03-10T09:00:00+08:00')
const companySignedAt = parseInstant('2026-03-09T09:00:00+08:00')
const reviewedAt = parseInstant('2026-03-08T09:00:00+08:00')
const text = { revision: 2, digest: 'digest-2' }
const specification = { revision: 4, digest: 'specification-4' }
const stated = { rights: 'what it may claim', duties: 'what it owes' }

const review: LegalReview = {
  reviewId: 'r1',
  text,
  reviewedBy: 'lawyer',
  reviewerRole: 'LEGAL',
  reviewedAt,
  outcome: 'APPROVED',
}

function product(agreement: Partial<NonNullable<TailoredProduct['agreement']>> | null = {}): TailoredProduct {
  return {
    productId: 'p',
    specification,
    agreement: agreement && { specification, agreedAt: reviewedAt, ...agreement },
  }
}

/** Reviewed and agreed on 8 March, signed by the company on the 9th, by the customer on the 10th. */
function contract(given: Partial<ContractSigningInput> = {}): ContractSigningInput {
  return {
    content: {
      kind: 'SALE',
      counterpartyId: 'customer',
      clauses: requiredClauses.map(({ kind }) => ({ clauseId: kind, kind, wording: 'words' })),
      terms: { COMPANY: stated, COUNTERPARTY: stated },
    },
    text,
    draftedBy: 'drafter',
    reviews: [review],
    template: null,
    tailoredProducts: [product()],
    signatures: {
      COMPANY: { text, givenBy: 'director', givenAt: companySignedAt },
      COUNTERPARTY: { text, givenBy: 'buyer', givenAt: at },
    },
    at,
    ...given,
  }
}

describe('a contract that both parties sign', () => {
  it('passes with clauses, review, agreed products and both signatures (CON-1, CON-2, CON-3, CON-5)', () => {
    expect(contractSigningGate(contract())).toEqual([])
  })

  it('passes without tailored products (CON-5)', () => {
    expect(contractSigningGate(contract({ tailoredProducts: [] }))).toEqual([])
  })

  it('hears of everything at once (CON-1, CON-2, CON-3, CON-5)', () => {
    const { content } = contract()
    const bare = contract({
      content: { ...content, clauses: content.clauses.slice(1) },
      reviews: [],
      tailoredProducts: [product(null)],
      signatures: { COMPANY: null, COUNTERPARTY: null },
    })
    expect(refused(contractSigningGate(bare)).map(([rule, path]) => `${rule} ${path}`)).toEqual([
      'CON-2 content.clauses',
      'CON-3 reviews',
      'CON-5 tailoredProducts.0.agreement',
      'CON-1 signatures.COMPANY',
      'CON-1 signatures.COUNTERPARTY',
    ])
  })

  it('is held to the clauses that the company adds (CON-2)', () => {
    const required = [...requiredClauses, { kind: 'WARRANTY', name: { zh: '保修', en: 'warranty' } }]
    expect(refused(contractSigningGate(contract(), required))).toEqual([
      ['CON-2', 'content.clauses', { clause: 'WARRANTY', isBlank: false }],
    ])
  })

  it('is reviewed before the first of the signatures, not only before the last (CON-3)', () => {
    const reviewed = (when: typeof at) => contract({ reviews: [{ ...review, reviewedAt: when }] })
    expect(contractSigningGate(reviewed(plusMillis(companySignedAt, -1)))).toEqual([])
    expect(rulesRefusing(contractSigningGate(reviewed(companySignedAt)))).toEqual(['CON-3'])
  })

  it('made from a reviewed template passes without a review of its own (CON-3, C38)', () => {
    const template = { templateId: 't', text, draftedBy: 'someone', reviews: [review], wordingDigest: 'digest-2' }
    expect(contractSigningGate(contract({ reviews: [], template }))).toEqual([])
  })
})

describe('a tailored product', () => {
  const gate = (agreement: Parameters<typeof product>[0]) =>
    refused(contractSigningGate(contract({ tailoredProducts: [product(), product(agreement)] })))
  const facts = { productId: 'p', revision: 4, digest: 'specification-4', signedAt: companySignedAt }
  const agreed = { agreedRevision: 4, agreedDigest: 'specification-4', agreedAt: reviewedAt }
  const nothing = { agreedRevision: null, agreedDigest: null, agreedAt: null }
  const path = 'tailoredProducts.1.agreement'

  it('is refused as long as the customer has not agreed (CON-5)', () => {
    expect(gate(null)).toEqual([['CON-5', path, { reason: 'MISSING', ...facts, ...nothing }]])
  })

  it.each([
    ['revision', { revision: 3, digest: 'specification-4' }],
    ['text', { revision: 4, digest: 'specification-3' }],
  ])('is refused when another %s of the specification was agreed (CON-5)', (_, other) => {
    const found = { agreedRevision: other.revision, agreedDigest: other.digest, agreedAt: reviewedAt }
    expect(gate({ specification: other })).toEqual([
      ['CON-5', `${path}.specification`, { reason: 'OTHER_SPECIFICATION', ...facts, ...found }],
    ])
  })

  it('is refused when the agreement does not precede the first signature (CON-5)', () => {
    expect(gate({ agreedAt: companySignedAt })).toEqual([
      ['CON-5', `${path}.agreedAt`, { reason: 'NOT_BEFORE_SIGNATURE', ...facts, ...agreed, agreedAt: companySignedAt }],
    ])
    expect(gate({ agreedAt: plusMillis(companySignedAt, -1) })).toEqual([])
  })

  it('hears of both flaws of one agreement at once, each in other words (CON-5)', () => {
    const violations = contractSigningGate(
      contract({
        tailoredProducts: [product({ agreedAt: at, specification: { revision: 3, digest: 'x' } }), product(null)],
      }),
    )
    expect(violations.map(({ facts: { reason } }) => reason)).toEqual([
      'OTHER_SPECIFICATION',
      'NOT_BEFORE_SIGNATURE',
      'MISSING',
    ])
    expect(new Set(violations.map(({ message }) => message.zh)).size).toBe(3)
    expect(new Set(violations.map(({ message }) => message.en)).size).toBe(3)
  })
})

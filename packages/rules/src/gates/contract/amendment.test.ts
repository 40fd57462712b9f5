import { describe, expect, it } from '@jest/globals'
import { type Instant, parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { type AmendmentInput, amendmentGate } from './amendment.ts'
import { requiredClauses } from './contract-clauses.ts'
import type { ContractContent } from './contract-content.ts'
import type { LegalReview } from './contract-review-input.ts'

const at = parseInstant('2026-05-10T09:00:00+08:00')
const agreedAt = parseInstant('2026-05-09T09:00:00+08:00')
const draftedAt = parseInstant('2026-04-01T09:00:00+08:00')
const present = { revision: 1, digest: 'digest-1' }
const text = { revision: 2, digest: 'digest-2' }
const stated = { rights: 'what it may claim', duties: 'what it owes' }

const content: ContractContent = {
  kind: 'SALE',
  counterpartyId: 'customer',
  clauses: requiredClauses.map(({ kind }) => ({ clauseId: `4.${kind}`, kind, wording: `first words on ${kind}` })),
  terms: { COMPANY: stated, COUNTERPARTY: stated },
}

const reworded = (kind: string, from: ContractContent = content): ContractContent => ({
  ...from,
  clauses: from.clauses.map((clause) => (clause.kind === kind ? { ...clause, wording: 'second words' } : clause)),
})

const review: LegalReview = {
  reviewId: 'r2',
  text,
  reviewedBy: 'lawyer',
  reviewerRole: 'LEGAL',
  reviewedAt: plusMillis(agreedAt, -1),
  outcome: 'APPROVED',
}

/** The price changes, as declared; the customer agreed on 9 May, the company on the 10th. */
function amendment(
  given: Partial<AmendmentInput> = {},
  amended: Partial<AmendmentInput['amended']> = {},
): AmendmentInput {
  return {
    current: { text: present, content, stoodSince: draftedAt },
    amended: { text, draftedBy: 'drafter', reviews: [review], content: reworded('PRICE'), ...amended },
    declaredChanges: ['clauses.4.PRICE'],
    agreements: {
      COMPANY: { text, givenBy: 'director', givenAt: at },
      COUNTERPARTY: { text, givenBy: 'buyer', givenAt: agreedAt },
    },
    at,
    ...given,
  }
}

const changing = (changed: ContractContent, declaredChanges: readonly string[]) =>
  refused(amendmentGate(amendment({ declaredChanges }, { content: changed })))

describe('an amendment', () => {
  it('is not agreed to on a review from before there was a text to amend (CON-3)', () => {
    const reviewOf = (reviewedAt: Instant) => amendment({}, { reviews: [{ ...review, reviewedAt }] })
    expect(amendmentGate(reviewOf(draftedAt))).toEqual([])
    expect(refused(amendmentGate(reviewOf(plusMillis(draftedAt, -1))))).toMatchObject([
      ['CON-3', 'amended.reviews.0.reviewedAt', { reason: 'OLDER_THAN_PRESENT_TEXT' }],
    ])
  })

  it('passes when agreed by both, written as the next revision and reviewed anew (CON-3, CON-4, C38)', () => {
    expect(amendmentGate(amendment())).toEqual([])
  })

  it.each(['COMPANY', 'COUNTERPARTY'] as const)('is refused without the agreement of the %s (CON-4)', (party) => {
    const { agreements } = amendment()
    const violations = amendmentGate(amendment({ agreements: { ...agreements, [party]: null } }))
    expect(refused(violations)).toMatchObject([['CON-4', `agreements.${party}`, { reason: 'MISSING', party }]])
  })

  it('is refused when a party agreed to another revision (CON-4)', () => {
    const { agreements } = amendment()
    const COUNTERPARTY = { text: present, givenBy: 'buyer', givenAt: agreedAt }
    expect(refused(amendmentGate(amendment({ agreements: { ...agreements, COUNTERPARTY } })))).toMatchObject([
      ['CON-4', 'agreements.COUNTERPARTY.text', { reason: 'OTHER_TEXT', signedRevision: 1, revision: 2 }],
    ])
  })

  // The present revision is 1, so 2 follows it.
  it.each([0, 1, 3])('is refused as revision %i after revision 1 (CON-4)', (revision) => {
    const other = { revision, digest: 'digest-2' }
    const { agreements } = amendment()
    const signed = {
      COMPANY: agreements.COMPANY && { ...agreements.COMPANY, text: other },
      COUNTERPARTY: agreements.COUNTERPARTY && { ...agreements.COUNTERPARTY, text: other },
    }
    const input = amendment({ agreements: signed }, { text: other, reviews: [{ ...review, text: other }] })
    expect(refused(amendmentGate(input))).toEqual([
      ['CON-4', 'amended.text.revision', { reason: 'WRONG_REVISION', currentRevision: 1, amendedRevision: revision }],
    ])
    expect(amendmentGate(input)[0]?.message.en).toContain(`revision ${revision}, not 2`)
  })

  it('is refused without a legal review, or with that of the present text (CON-3, C38)', () => {
    expect(refused(amendmentGate(amendment({}, { reviews: [] })))).toEqual([
      ['CON-3', 'amended.reviews', { reason: 'MISSING', revision: 2 }],
    ])
    const old = amendment({}, { reviews: [{ ...review, text: present }] })
    expect(refused(amendmentGate(old))).toMatchObject([['CON-3', 'amended.reviews.0.text', { reason: 'OTHER_TEXT' }]])
  })

  it('is refused when the first party agreed no later than legal (CON-3)', () => {
    const input = amendment({}, { reviews: [{ ...review, reviewedAt: agreedAt }] })
    expect(refused(amendmentGate(input))).toMatchObject([
      ['CON-3', 'amended.reviews.0.reviewedAt', { reason: 'NOT_BEFORE_SIGNATURE', signedAt: agreedAt }],
    ])
  })

  it('hears of everything at once (CON-3, CON-4)', () => {
    const input = amendment(
      { agreements: { COMPANY: null, COUNTERPARTY: null }, declaredChanges: [] },
      { reviews: [], text: { revision: 5, digest: 'digest-5' } },
    )
    expect(rulesRefusing(amendmentGate(input))).toEqual(['CON-4', 'CON-4', 'CON-3', 'CON-4', 'CON-4'])
  })
})

describe('what an amendment changes', () => {
  const silent = (place: string, path: string, change: string) => [
    'CON-4',
    `amended.content.${path}`,
    { reason: 'SILENT_CHANGE', place, change },
  ]

  it('is refused where it was not declared: another clause (CON-4)', () => {
    expect(changing(reworded('DELIVERY_TIME', reworded('PRICE')), ['clauses.4.PRICE'])).toEqual([
      silent('clauses.4.DELIVERY_TIME', 'clauses.4.DELIVERY_TIME', 'REWORDED'),
    ])
  })

  it('has a path of one step for a clause, whatever its id (CON-4)', () => {
    const [violation] = amendmentGate(amendment({ declaredChanges: [] }))
    expect(violation?.path).toEqual(['amended', 'content', 'clauses', '4.PRICE'])
  })

  const penalty = { clauseId: '9', kind: 'PENALTY', wording: 'words' }
  const withPenalty = { ...content, clauses: [...content.clauses, penalty] }

  it('is refused where it was not declared: a clause more or less (CON-4)', () => {
    expect(changing(withPenalty, [])).toEqual([silent('clauses.9', 'clauses.9', 'ADDED')])
    const fewer = amendment(
      { current: { text: present, content: withPenalty, stoodSince: draftedAt }, declaredChanges: [] },
      { content },
    )
    expect(refused(amendmentGate(fewer))).toEqual([silent('clauses.9', 'clauses.9', 'REMOVED')])
  })

  it.each([
    ['kind', { ...withPenalty, clauses: [...content.clauses, { ...penalty, kind: 'BONUS' }] }],
    ['wording', { ...withPenalty, clauses: [...content.clauses, { ...penalty, wording: 'others' }] }],
  ])("is refused where it was not declared: a clause's %s (CON-4)", (_, changed) => {
    const input = amendment(
      { current: { text: present, content: withPenalty, stoodSince: draftedAt }, declaredChanges: [] },
      { content: changed },
    )
    expect(refused(amendmentGate(input))).toEqual([silent('clauses.9', 'clauses.9', 'REWORDED')])
  })

  it.each([
    ['terms.COMPANY.rights', { terms: { COMPANY: { ...stated, rights: 'more' }, COUNTERPARTY: stated } }],
    ['terms.COMPANY.duties', { terms: { COMPANY: { ...stated, duties: 'less' }, COUNTERPARTY: stated } }],
    ['terms.COUNTERPARTY.rights', { terms: { COMPANY: stated, COUNTERPARTY: { ...stated, rights: 'less' } } }],
    ['terms.COUNTERPARTY.duties', { terms: { COMPANY: stated, COUNTERPARTY: { ...stated, duties: 'more' } } }],
    ['counterpartyId', { counterpartyId: 'somebody else' }],
  ])('is refused where it was not declared, and passes declared: %s (CON-4)', (place, given) => {
    expect(changing({ ...content, ...given }, [])).toEqual([silent(place, place, 'REWORDED')])
    expect(changing({ ...content, ...given }, [place])).toEqual([])
  })

  it('includes the kind of the contract (CON-4)', () => {
    const clauses = [
      ...content.clauses,
      { clauseId: '7', kind: 'SUPPLIER_REPAIR', wording: 'words' },
      { clauseId: '8', kind: 'SUPPLIER_MAINTENANCE', wording: 'words' },
    ]
    const current = { text: present, content: { ...content, clauses }, stoodSince: draftedAt }
    const turned = { content: { ...content, clauses, kind: 'QUALITY_ASSURANCE' } } as const
    expect(refused(amendmentGate(amendment({ current, declaredChanges: [] }, turned)))).toEqual([
      silent('kind', 'kind', 'REWORDED'),
    ])
  })

  it('does not include the order of the clauses (CON-4)', () => {
    const turned = { ...reworded('PRICE'), clauses: reworded('PRICE').clauses.toReversed() }
    expect(changing(turned, ['clauses.4.PRICE'])).toEqual([])
  })

  it('cannot hide behind a second clause of the same id (CON-1, CON-4)', () => {
    const twin = { clauseId: '4.PRICE', kind: 'PRICE', wording: 'first words on PRICE' }
    for (const clauses of [
      [...reworded('PRICE').clauses, twin],
      [twin, ...reworded('PRICE').clauses],
    ]) {
      expect(changing({ ...content, clauses }, []).map(([rule]) => rule)).toEqual(['CON-4', 'CON-1'])
    }
  })

  it('is refused where it was declared but not made (CON-4)', () => {
    expect(changing(reworded('PRICE'), ['clauses.4.PRICE', 'clauses.4.QUANTITY'])).toEqual([
      ['CON-4', 'declaredChanges.1', { reason: 'CHANGE_NOT_MADE', place: 'clauses.4.QUANTITY' }],
    ])
  })

  it('is refused when it is nothing (CON-4)', () => {
    expect(changing(content, [])).toEqual([['CON-4', 'declaredChanges', { reason: 'NO_CHANGE', currentRevision: 1 }]])
    expect(changing(content, ['kind'])).toEqual([
      ['CON-4', 'declaredChanges.0', { reason: 'CHANGE_NOT_MADE', place: 'kind' }],
    ])
  })

  it('may not take away what every contract must state, even if both agree (CON-1, CON-2)', () => {
    const clauses = content.clauses.filter(({ kind }) => kind !== 'PRICE')
    const terms = { COMPANY: { ...stated, duties: '' }, COUNTERPARTY: stated }
    expect(changing({ ...content, clauses, terms }, ['clauses.4.PRICE', 'terms.COMPANY.duties'])).toEqual([
      ['CON-2', 'amended.content.clauses', { clause: 'PRICE', isBlank: false }],
      ['CON-1', 'amended.content.terms.COMPANY.duties', { party: 'COMPANY', aspect: 'duties' }],
    ])
  })

  it('is held to the clauses that the company adds (CON-2)', () => {
    const required = [...requiredClauses, { kind: 'WARRANTY', name: { zh: '保修', en: 'warranty' } }]
    expect(rulesRefusing(amendmentGate(amendment(), required))).toEqual(['CON-2'])
  })
})

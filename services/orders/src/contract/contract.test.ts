import type { AnyCommandOf } from '@afterline/service-kit/aggregate'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import {
  accepted,
  acceptedAt,
  approved,
  clause,
  command,
  director,
  drafted,
  drafter,
  head,
  hours,
  ids,
  lawyer,
  lookUp,
  pastOf,
  returned,
  review,
  reworded,
  signedBy,
  submitted,
  template,
  text,
  wording,
} from './contract.samples.ts'
import { type ContractTypes, contract } from './contract.ts'
import { type Head, type Wording, writtenText } from './text.ts'

const spec = specificationOf(contract)
const contractId = ids.contract
const lawyerWhoDrafts = { id: drafter.id, role: 'LEGAL' }

const draft = (changes: Partial<Wording> = {}, of: Partial<Head> = {}): AnyCommandOf<ContractTypes> =>
  command(
    'DraftContract',
    {
      ...head,
      ...of,
      contractId,
      salespersonId: drafter.id,
      quoteAcceptedAt: acceptedAt,
      text: { ...wording, ...changes },
    },
    { at: hours(1) },
  )

const sign = (contactId: string | null, digest = text.text.digest) =>
  command('SignContract', { digest, contactId }, { by: contactId === null ? director : drafter })

const inReview = pastOf.LEGAL_REVIEW
const ofText = (changes: Partial<Wording>) => {
  const written = writtenText(head, 1, { ...wording, ...changes }, drafter.id)
  const own = { ...review, reviewId: written.text.digest, text: written.text }
  return {
    written,
    past: [
      { ...drafted, data: { ...drafted.data, ...written } },
      submitted,
      { ...approved, data: { contractId, review: own } },
    ],
  }
}

describe('a new contract', () => {
  it('is drafted with its clauses, and tells when the quote was accepted (CON-1, CON-2)', () => {
    const { type, data } = accepted
    spec
      .given()
      .when(draft(), lookUp)
      .then({ type: 'ContractDrafted', data: drafted.data }, { type, data, occurredAt: acceptedAt })
  })

  it('comes of a quote that is accepted now, where nobody says when (CON-1)', () => {
    const data = { ...head, contractId, salespersonId: drafter.id, quoteAcceptedAt: null, text: wording }
    const { decision } = spec.given().when(command('DraftContract', data, { at: hours(1) }), lookUp)
    expect(decision.events[1]).toMatchObject({ type: 'QuoteAccepted', occurredAt: hours(1) })
  })

  it('is refused for a customer without a file (CUS-1)', () => {
    spec
      .given()
      .when(draft(), { ...lookUp, customer: null })
      .thenRefused('CUS-1')
  })

  it('is refused without a required clause, and without what a party owes (CON-1, CON-2)', () => {
    const companyTerms = { rights: 'payment', duties: ' ' }
    spec
      .given()
      .when(draft({ clauses: wording.clauses.slice(1), companyTerms }), lookUp)
      .thenRefused('CON-1', 'CON-2')
  })

  it('with a supplier needs repair and maintenance, and neither customer nor quote (CON-6)', () => {
    const supplier = { kind: 'QUALITY_ASSURANCE', counterpartyId: ids.supplier } as const
    const facts = { ...lookUp, customer: null }
    const clauses = [clause('SUPPLIER_REPAIR'), clause('SUPPLIER_MAINTENANCE')]
    spec
      .given()
      .when(draft({ clauses: [] }, supplier), facts)
      .thenRefused('CON-6', 'CON-6')
    const { decision } = spec.given().when(draft({ clauses }, supplier), facts)
    expect([decision.violations, decision.events.map(({ type }) => type)]).toEqual([[], ['ContractDrafted']])
  })
})

describe('the digest of a text', () => {
  it('is the same for the same words, and another for another word, sum or specification (CON-3)', () => {
    const tailored = (specification: string) => ({
      tailoredProducts: [{ productId: ids.product, specification, agreedAt: null }],
    })
    const digests = [{}, {}, reworded('PRICE', 'free'), { value: null }, tailored('blue'), tailored('red')].map(
      (changes) => writtenText(head, 1, { ...wording, ...changes }, drafter.id).text.digest,
    )
    expect(digests[0]).toBe(digests[1])
    expect(new Set(digests).size).toBe(5)
  })

  it('stays when the customer agrees to what stands there (CON-5)', () => {
    const digestAgreed = (agreedAt: typeof acceptedAt | null) => {
      const tailoredProducts = [{ productId: ids.product, specification: 'blue', agreedAt }]
      return writtenText(head, 1, { ...wording, tailoredProducts }, drafter.id).text.digest
    }
    expect(digestAgreed(hours(1))).toBe(digestAgreed(null))
  })
})

describe('a contract in review', () => {
  it('is approved by somebody of legal, as it stands (CON-3)', () => {
    const data = { contractId, review: { ...review, reviewedAt: hours(7) } }
    spec
      .given(...inReview)
      .when(command('ApproveContract', {}, { by: lawyer }), lookUp)
      .then({ type: 'ContractApproved', data })
  })

  it('is returned with a reason, which its review keeps (CON-3)', () => {
    const { decision } = spec
      .given(...inReview)
      .when(command('ReturnContract', { reason: 'liability' }, { by: lawyer }), lookUp)
    expect(decision).toMatchObject({
      violations: [],
      events: [{ type: 'ContractReturned', data: { reason: 'liability' } }],
    })
    expect(spec.stateAfter([...inReview, returned])).toMatchObject({
      status: 'RETURNED',
      reviews: [{ outcome: 'RETURNED', reason: 'liability' }],
    })
  })

  it.each([
    ['its drafter', lawyerWhoDrafts],
    ['anybody but legal', director],
  ])('is neither approved nor returned by %s (CON-3)', (_, by) => {
    spec
      .given(...inReview)
      .when(command('ApproveContract', {}, { by }), lookUp)
      .thenRefused('CON-3')
    spec
      .given(...inReview)
      .when(command('ReturnContract', { reason: 'no' }, { by }), lookUp)
      .thenRefused('CON-3')
  })
})

describe('a revised contract', () => {
  const revise = command('ReviseContract', { text: reworded('PRICE', 'less') }, { by: lawyerWhoDrafts })
  const revised = writtenText(head, 2, reworded('PRICE', 'less'), drafter.id)

  it('is a draft again, under the next number, and needs another approval (CON-3)', () => {
    spec
      .given(...pastOf.APPROVED)
      .when(revise, lookUp)
      .then({ type: 'ContractRevised', data: { contractId, ...revised } })
    const past = [
      ...pastOf.APPROVED,
      { type: 'ContractRevised', data: { contractId, ...revised }, occurredAt: hours(3) },
    ] as const
    spec
      .given(...past)
      .when(sign(null, revised.text.digest), lookUp)
      .thenRefused('OPP-1')
  })

  it('has its required clauses still (CON-2)', () => {
    const clauses = wording.clauses.slice(0, 5)
    spec
      .given(...pastOf.RETURNED)
      .when(command('ReviseContract', { text: { ...wording, clauses } }), lookUp)
      .thenRefused('CON-2')
  })

  it('is refused once a party has signed the text (CON-4)', () => {
    spec
      .given(...pastOf.APPROVED, signedBy('COUNTERPARTY', hours(3)))
      .when(revise, lookUp)
      .thenRefused('CON-4')
  })
})

describe('a draft on a template', () => {
  const adopt = command('AdoptTemplate', { templateId: ids.template })
  const adopting = (changes: Partial<Wording>, given = template) => {
    const { written } = ofText(changes)
    return spec
      .given({ ...drafted, data: { ...drafted.data, ...written } }, accepted)
      .when(adopt, { ...lookUp, template: given })
  }

  it('counts as reviewed when only its blanks were filled in, and may be signed (C38, CON-3)', () => {
    const { written } = ofText(reworded('PRICE', 'PRICE 【20 a piece】'))
    const { decision } = adopting(reworded('PRICE', 'PRICE 【20 a piece】'))
    expect(decision.violations).toEqual([])
    const past = [{ ...drafted, data: { ...drafted.data, ...written } }, ...decision.events].map((event) => ({
      ...event,
      occurredAt: hours(2),
    }))
    expect(spec.stateAfter(past)).toMatchObject({ status: 'APPROVED', template: { templateId: ids.template } })
    expect(spec.given(...past).when(sign(null, written.text.digest), lookUp).decision.violations).toEqual([])
  })

  it.each([
    ['another word', reworded('PRICE', 'price 【as agreed】')],
    ['another clause', { clauses: [...wording.clauses, clause('PENALTY')] }],
    ['whole clauses in a blank', reworded('PRICE', `PRICE 【${'and no liability '.repeat(20)}】`)],
    ['other duties', { companyTerms: { rights: 'payment', duties: 'none' } }],
  ])('is refused with %s (C38, CON-3)', (_, changes) => {
    adopting(changes).thenRefused('CON-3')
  })

  it('is refused when legal approved no such text, or its drafter did (C38, CON-3)', () => {
    adopting({}, { ...template, reviews: [] }).thenRefused('CON-3')
    adopting({}, { ...template, draftedBy: lawyer.id }).thenRefused('CON-3')
    spec.given(drafted).when(adopt, lookUp).thenRefused('CON-3')
  })

  it('is refused when only an earlier text of the template was approved (C38, CON-3)', () => {
    adopting({}, { ...template, text: { revision: 2, digest: 'another' } }).thenRefused('CON-3')
  })
})

describe('an approved contract', () => {
  const past = pastOf.APPROVED

  it('waits for the other party after the first signature, and is signed by the second (CON-1)', () => {
    const signature = { contractId, text: text.text }
    spec
      .given(...past)
      .when(sign(null), lookUp)
      .then({ type: 'ContractSigned', data: { ...signature, party: 'COMPANY', givenBy: director.id } })
    const half = [...past, signedBy('COMPANY', hours(3))]
    expect(spec.stateAfter(half).status).toBe('APPROVED')
    spec
      .given(...half)
      .when(sign(ids.contact), lookUp)
      .then({ type: 'ContractSigned', data: { ...signature, party: 'COUNTERPARTY', givenBy: ids.contact } })
    expect(spec.stateAfter(pastOf.SIGNED).status).toBe('SIGNED')
  })

  it('is signed once by each party, and in no other text (CON-1)', () => {
    spec
      .given(...past, signedBy('COMPANY', hours(3)))
      .when(sign(null), lookUp)
      .thenRefused('CON-1')
    spec
      .given(...past)
      .when(sign(null, 'another'), lookUp)
      .thenRefused('CON-1')
  })

  it('is not signed when the approval was of another text, or came from its drafter (CON-3)', () => {
    const other = { ...review, text: { revision: 1, digest: 'another' } }
    for (const told of [other, { ...review, reviewedBy: drafter.id }, { ...review, reviewedAt: hours(8) }]) {
      spec
        .given(...inReview, { ...approved, data: { contractId, review: told } })
        .when(sign(null), lookUp)
        .thenRefused('CON-3')
    }
  })

  it('is not signed before the customer agreed to a tailored product (CON-5)', () => {
    const signing = (agreedAt: typeof acceptedAt | null) => {
      const { past: ofIt, written } = ofText({
        tailoredProducts: [{ productId: ids.product, specification: 'blue', agreedAt }],
      })
      return spec.given(...ofIt).when(sign(ids.contact, written.text.digest), lookUp)
    }
    signing(null).thenRefused('CON-5')
    signing(hours(8)).thenRefused('CON-5')
    expect(signing(hours(1)).decision.violations).toEqual([])
  })
})

describe('a contract in force', () => {
  type Amendment = ContractTypes['commands']['AmendContract']
  const amend = (changes: Partial<Amendment> = {}, by = lawyer) => {
    const data: Amendment = {
      text: { ...reworded('PRICE', 'less'), value: { minor: 900_00, currency: 'CNY' } },
      draftedBy: drafter.id,
      declaredChanges: ['clauses.PRICE', 'value'],
      reviewedAt: hours(7),
      company: { givenBy: director.id, givenAt: hours(8) },
      counterparty: { givenBy: ids.contact, givenAt: hours(9) },
      ...changes,
    }
    return spec.given(...pastOf.ACTIVE).when(command('AmendContract', data, { at: hours(10), by }), lookUp)
  }

  it('is amended by both parties after a legal review of the next text (CON-4, C38)', () => {
    const { decision } = amend()
    expect(decision).toMatchObject({
      violations: [],
      events: [
        { type: 'ContractAmended', data: { text: { revision: 2 }, declaredChanges: ['clauses.PRICE', 'value'] } },
      ],
    })
    const after = spec.stateAfter([
      ...pastOf.ACTIVE,
      ...decision.events.map((event) => ({ ...event, occurredAt: hours(10) })),
    ])
    expect(after).toMatchObject({ status: 'AMENDED', value: { minor: 900_00 }, amendedAt: hours(10) })
  })

  it.each<[string, Partial<Amendment>, readonly string[]]>([
    ['with a change that was not declared', { declaredChanges: ['value'] }, ['CON-4']],
    ['with another sum than was declared', { declaredChanges: ['clauses.PRICE'] }, ['CON-4']],
    ['that changes nothing', { text: wording, declaredChanges: [] }, ['CON-4']],
    [
      'that takes a required clause away',
      { text: { ...wording, clauses: wording.clauses.slice(1) }, declaredChanges: ['clauses.QUANTITY'] },
      ['CON-2'],
    ],
    ['before both have agreed', { counterparty: { givenBy: ids.contact, givenAt: hours(11) } }, ['CON-4']],
    ['by one person for both', { counterparty: { givenBy: director.id, givenAt: hours(8) } }, ['CON-4']],
    ['that was reviewed after a party had agreed', { reviewedAt: hours(9) }, ['CON-3']],
    ['on a review from before the contract was drafted', { reviewedAt: hours(-1) }, ['CON-3']],
    ['that its reviewer drafted', { draftedBy: lawyer.id }, ['CON-3']],
  ])('is not amended %s (CON-2, CON-3, CON-4)', (_, changes, rules) => {
    amend(changes).thenRefused(...rules)
  })

  it('is not amended on the review of anybody but legal (CON-3)', () => {
    amend({}, director).thenRefused('CON-3')
  })

  it('is amended by no tailored product that the customer has not agreed to (CON-5)', () => {
    const tailoredProducts = [{ productId: ids.product, specification: 'blue', agreedAt: null }]
    amend({
      text: { ...reworded('SPECIFICATION', 'blue'), tailoredProducts },
      declaredChanges: ['clauses.SPECIFICATION'],
    }).thenRefused('CON-5')
  })

  it('ends as terminated, with its reason (OPP-1)', () => {
    spec
      .given(...pastOf.ACTIVE)
      .when(command('TerminateContract', { reason: 'insolvency' }), lookUp)
      .then({ type: 'ContractTerminated', data: { contractId, reason: 'insolvency' } })
  })
})

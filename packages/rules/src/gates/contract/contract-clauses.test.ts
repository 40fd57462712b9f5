import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { contractClausesGate, requiredClauses, requiredSupplierClauses } from './contract-clauses.ts'
import type { ClauseRequirement, ContractContent } from './contract-content.ts'

const stated = { rights: 'what it may claim', duties: 'what it owes' }
const terms = { COMPANY: stated, COUNTERPARTY: stated }

const clausesOf = (kinds: readonly string[]) =>
  kinds.map((kind) => ({ clauseId: `c-${kind}`, kind, wording: `words on ${kind}` }))
const six = ['QUANTITY', 'SPECIFICATION', 'QUALITY_STANDARD', 'PRICE', 'PAYMENT_METHOD', 'DELIVERY_TIME']

function sale(given: Partial<ContractContent> = {}): ContractContent {
  return { kind: 'SALE', counterpartyId: 'customer', clauses: clausesOf(six), terms, ...given }
}

function quality(kinds: readonly string[]): ContractContent {
  return { kind: 'QUALITY_ASSURANCE', counterpartyId: 'supplier', clauses: clausesOf(kinds), terms }
}

describe('a sales contract', () => {
  it('passes with the six clauses and the terms of both parties (CON-1, CON-2)', () => {
    expect(contractClausesGate(sale())).toEqual([])
  })

  it('is asked by default for the six kinds that the regulations name (CON-2)', () => {
    expect(requiredClauses.map(({ kind }) => kind)).toEqual(six)
  })

  it.each(six)('is refused without a clause on %s (CON-2)', (kind) => {
    const clauses = clausesOf(six.filter((other) => other !== kind))
    expect(refused(contractClausesGate(sale({ clauses })))).toEqual([
      ['CON-2', 'clauses', { clause: kind, isBlank: false }],
    ])
  })

  it('is refused for a clause without words, at its place (CON-2)', () => {
    const clauses = clausesOf(six).map((clause) => (clause.kind === 'PRICE' ? { ...clause, wording: ' \n' } : clause))
    expect(refused(contractClausesGate(sale({ clauses })))).toEqual([
      ['CON-2', 'clauses.3.wording', { clause: 'PRICE', isBlank: true }],
    ])
  })

  it('passes when another clause of the same kind has the words (CON-2)', () => {
    const blank = { clauseId: 'c-0', kind: 'PRICE', wording: '' }
    expect(contractClausesGate(sale({ clauses: [blank, ...clausesOf(six)] }))).toEqual([])
  })

  it('names each missing clause in the words of both languages (CON-2)', () => {
    const [violation] = contractClausesGate(sale({ clauses: clausesOf(six.slice(1)) }))
    expect(violation?.message).toEqual({ zh: '合同没有写明数量。', en: 'The contract does not state the quantity.' })
  })

  it('is refused when two clauses bear the same id, at the second (CON-1)', () => {
    const clauses = [...clausesOf(six), { clauseId: 'c-PRICE', kind: 'PENALTY', wording: 'words' }]
    expect(refused(contractClausesGate(sale({ clauses })))).toEqual([
      ['CON-1', 'clauses.6.clauseId', { clauseId: 'c-PRICE' }],
    ])
  })

  it.each([
    ['COMPANY', 'rights'],
    ['COMPANY', 'duties'],
    ['COUNTERPARTY', 'rights'],
    ['COUNTERPARTY', 'duties'],
  ] as const)('is refused when the %s has no %s (CON-1)', (party, aspect) => {
    const content = sale({ terms: { ...terms, [party]: { ...stated, [aspect]: ' ' } } })
    expect(refused(contractClausesGate(content))).toEqual([['CON-1', `terms.${party}.${aspect}`, { party, aspect }]])
  })

  it('hears of everything at once, below the path of the caller (CON-1, CON-2)', () => {
    const nothing = { rights: '', duties: '' }
    const empty = sale({ clauses: [], terms: { COMPANY: nothing, COUNTERPARTY: nothing } })
    const violations = contractClausesGate(empty, requiredClauses, ['content'])
    expect(rulesRefusing(violations)).toEqual([...six.map(() => 'CON-2'), 'CON-1', 'CON-1', 'CON-1', 'CON-1'])
    expect(new Set(violations.map(({ path }) => path[0]))).toEqual(new Set(['content']))
  })

  it('lacks exactly the clauses that are left out, whatever the order (CON-2)', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(six), (kinds) => {
        const missing = contractClausesGate(sale({ clauses: clausesOf(kinds) })).map(({ facts }) => facts['clause'])
        return missing.join() === six.filter((kind) => !kinds.includes(kind)).join()
      }),
    )
  })
})

describe("a company's own list of required clauses", () => {
  const warranty: ClauseRequirement = { kind: 'WARRANTY', name: { zh: '保修', en: 'warranty' } }

  it('may ask for more (CON-2)', () => {
    const required = [...requiredClauses, warranty]
    expect(refused(contractClausesGate(sale(), required))).toEqual([
      ['CON-2', 'clauses', { clause: 'WARRANTY', isBlank: false }],
    ])
    expect(contractClausesGate(sale({ clauses: clausesOf([...six, 'WARRANTY']) }), required)).toEqual([])
  })

  it('may never ask for fewer, and the fault names what is left out (CON-2)', () => {
    const fewer = [...requiredClauses.filter(({ kind }) => kind !== 'PRICE' && kind !== 'QUANTITY'), warranty]
    expect(() => contractClausesGate(sale(), fewer)).toThrow(
      expect.objectContaining({
        code: 'POLICY_INVALID',
        message: 'the required clauses of a contract leave out QUANTITY, PRICE (CON-2)',
      }),
    )
  })
})

describe('a quality-assurance agreement with a supplier', () => {
  it("passes with the supplier's repair and maintenance, and needs no price (CON-6)", () => {
    expect(contractClausesGate(quality(requiredSupplierClauses.map(({ kind }) => kind)))).toEqual([])
  })

  it.each([
    [['SUPPLIER_MAINTENANCE'], ['SUPPLIER_REPAIR']],
    [['SUPPLIER_REPAIR'], ['SUPPLIER_MAINTENANCE']],
    [six, ['SUPPLIER_REPAIR', 'SUPPLIER_MAINTENANCE']],
  ])('with clauses on %j only is refused for lack of %j (CON-6)', (kinds, missing) => {
    expect(refused(contractClausesGate(quality(kinds)))).toEqual(
      missing.map((clause) => ['CON-6', 'clauses', { clause, isBlank: false }]),
    )
  })

  it('does not end the duty of a sales contract, which needs no such terms (CON-6)', () => {
    expect(contractClausesGate({ ...quality(six), kind: 'SALE' })).toEqual([])
  })
})

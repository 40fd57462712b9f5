import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { listingGate } from './listing.ts'
import type { ListingGateInput, ProductStudy } from './listing-input.ts'

const at = parseInstant('2026-03-02T09:00:00+08:00')
const before = plusMillis(at, -1)

function study(given: Partial<ProductStudy> = {}): ProductStudy {
  return { studyId: 'study-1', productId: 'p', datedAt: before, filedAt: before, ...given }
}

function gate(given: Partial<ListingGateInput> = {}) {
  return listingGate({
    productId: 'p',
    marketAnalysis: study(),
    userResearch: study(),
    qualityRequirements: ['sterile'],
    afterSalesRequirements: ['spare parts for five years'],
    at,
    ...given,
  })
}

describe('a product to be listed', () => {
  it('passes with both studies made and filed a moment before, and requirements named (CHN-5)', () => {
    expect(gate()).toEqual([])
  })

  describe.each(['marketAnalysis', 'userResearch'] as const)('with a %s', (name) => {
    it('that is missing is refused (CHN-5)', () => {
      const none = { studyId: null, studiedProductId: null, datedAt: null, filedAt: null }
      expect(refused(gate({ [name]: null }))).toEqual([
        ['CHN-5', name, { reason: 'MISSING', productId: 'p', ...none, at }],
      ])
    })

    it.each([
      ['OTHER_PRODUCT', 'productId', { productId: 'q' }],
      ['NOT_DATED_BEFORE', 'datedAt', { datedAt: at }],
      ['NOT_FILED_BEFORE', 'filedAt', { filedAt: at }],
    ] as const)('that is %s is refused, at its %s (CHN-5)', (reason, field, given) => {
      const { studyId, productId: studiedProductId, datedAt, filedAt } = study(given)
      expect(refused(gate({ [name]: study(given) }))).toEqual([
        ['CHN-5', `${name}.${field}`, { reason, productId: 'p', studyId, studiedProductId, datedAt, filedAt, at }],
      ])
    })
  })

  it.each([
    ['qualityRequirements', []],
    ['qualityRequirements', [' ', '']],
    ['afterSalesRequirements', []],
    ['afterSalesRequirements', ['']],
  ])('is refused when no %s are named: %j (CHN-5)', (name, requirements) => {
    expect(refused(gate({ [name]: requirements }))).toEqual([
      ['CHN-5', name, { reason: 'NOT_NAMED', productId: 'p', requirements: name }],
    ])
  })

  it('passes when one of the named requirements says something (CHN-5)', () => {
    expect(gate({ qualityRequirements: ['', 'sterile'] })).toEqual([])
  })

  it('hears of everything at once, each in other words (CHN-5)', () => {
    const late = study({ productId: 'q', datedAt: at, filedAt: at })
    const violations = [
      ...gate({ marketAnalysis: late, userResearch: late, qualityRequirements: [], afterSalesRequirements: [] }),
      ...gate({ marketAnalysis: null, userResearch: null }),
    ]
    expect(refused(violations).map(([, path]) => path)).toEqual([
      'marketAnalysis.productId',
      'marketAnalysis.datedAt',
      'marketAnalysis.filedAt',
      'userResearch.productId',
      'userResearch.datedAt',
      'userResearch.filedAt',
      'qualityRequirements',
      'afterSalesRequirements',
      'marketAnalysis',
      'userResearch',
    ])
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(violations.map(({ message }) => message[language])).size).toBe(10)
      expect(new Set(violations.map(({ remedy }) => remedy[language])).size).toBe(10)
    }
  })
})

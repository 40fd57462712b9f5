import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { commitmentGate } from './commitment.ts'
import type { CommitmentApproval, CommitmentGateInput } from './commitment-input.ts'
import { productClaimGate } from './product-claim.ts'

const sentAt = parseInstant('2026-03-02T09:00:00+08:00')
const approvedAt = plusMillis(sentAt, -1)
const text = { revision: 2, digest: 'digest-2' }
const commitment = { commitmentId: 'promise-1', text, promisedBy: 'seller', clauseId: null }
const contract = { contractId: 'contract-1', clauseIds: ['4', '5'] }

function approval(given: Partial<CommitmentApproval> = {}): CommitmentApproval {
  return { approvalId: 'approval-1', commitmentId: 'promise-1', text, approvedBy: 'manager', approvedAt, ...given }
}

function gate(given: Partial<CommitmentGateInput> = {}) {
  return commitmentGate({
    commitment,
    contract,
    approval: approval(),
    claims: [],
    registeredClaims: [],
    sentAt,
    ...given,
  })
}

describe('a promise within the contract', () => {
  const within = { ...commitment, clauseId: '5' }

  it('needs no approval, and is not hindered by one that is flawed (CON-8, C22)', () => {
    expect(gate({ commitment: within, approval: null })).toEqual([])
    expect(gate({ commitment: within, approval: approval({ approvedBy: 'seller' }) })).toEqual([])
  })

  it.each([
    ['the contract lacks the clause', contract, 'contract-1'],
    ['there is no contract', null, null],
  ])('is none when %s (CON-8, C22)', (_, given, contractId) => {
    const beyond = { ...commitment, clauseId: '6' }
    expect(refused(gate({ commitment: beyond, contract: given, approval: null }))).toMatchObject([
      [
        'CON-8',
        'commitment.clauseId',
        { reason: 'CLAUSE_UNKNOWN', commitmentId: 'promise-1', clauseId: '6', contractId },
      ],
      ['CON-8', 'approval', { reason: 'NOT_APPROVED' }],
    ])
    expect(gate({ commitment: beyond, contract: given })).toEqual([])
  })
})

describe('a promise beyond the contract', () => {
  const facts = { commitmentId: 'promise-1', revision: 2, digest: 'digest-2', sentAt }

  it('passes when the company consented to this text before (CON-8, C22)', () => {
    expect(gate()).toEqual([])
    expect(gate({ contract: null })).toEqual([])
  })

  it('is refused without an approval (CON-8, C22)', () => {
    const none = {
      approvalId: null,
      approvedCommitmentId: null,
      approvedRevision: null,
      approvedDigest: null,
      approvedAt: null,
    }
    expect(refused(gate({ approval: null }))).toEqual([
      ['CON-8', 'approval', { reason: 'NOT_APPROVED', ...facts, ...none }],
    ])
  })

  it.each([
    ['OTHER_COMMITMENT', 'commitmentId', { commitmentId: 'promise-2' }],
    ['OTHER_TEXT', 'text', { text: { revision: 1, digest: 'digest-2' } }],
    ['OTHER_TEXT', 'text', { text: { revision: 2, digest: 'digest-1' } }],
    ['BY_PROMISER', 'approvedBy', { approvedBy: 'seller' }],
    ['NOT_BEFORE_SENDING', 'approvedAt', { approvedAt: sentAt }],
    ['NOT_BEFORE_SENDING', 'approvedAt', { approvedAt: plusMillis(sentAt, 1) }],
  ] as const)('is refused under an approval that is %s, at its %s (CON-8, C22)', (reason, field, given) => {
    const found = approval(given)
    expect(refused(gate({ approval: found }))).toEqual([
      [
        'CON-8',
        `approval.${field}`,
        {
          reason,
          ...facts,
          approvalId: 'approval-1',
          approvedCommitmentId: found.commitmentId,
          approvedRevision: found.text.revision,
          approvedDigest: found.text.digest,
          approvedAt: found.approvedAt,
        },
      ],
    ])
  })

  it('hears of everything at once, each in other words (CON-8, ETH-2)', () => {
    const wrong = approval({
      commitmentId: 'promise-2',
      text: { revision: 1, digest: 'digest-1' },
      approvedBy: 'seller',
      approvedAt: sentAt,
    })
    const violations = [
      ...gate({
        commitment: { ...commitment, clauseId: '6' },
        approval: wrong,
        claims: [{ productId: 'p', claimId: 'heals at once' }],
      }),
      ...gate({ approval: null }),
    ]
    expect(refused(violations).map(([rule]) => rule)).toEqual([
      'CON-8',
      'CON-8',
      'CON-8',
      'CON-8',
      'CON-8',
      'ETH-2',
      'CON-8',
    ])
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(violations.map(({ message }) => message[language])).size).toBe(7)
      expect(new Set(violations.map(({ remedy }) => remedy[language])).size).toBe(7)
    }
  })
})

describe('a claim on a product', () => {
  const registeredClaims = [
    { productId: 'p', claimId: 'claim-1' },
    { productId: 'q', claimId: 'claim-2' },
  ]

  it('passes when it is registered for the product (ETH-2)', () => {
    expect(productClaimGate({ claims: registeredClaims, registeredClaims })).toEqual([])
    expect(gate({ claims: registeredClaims, registeredClaims })).toEqual([])
  })

  it.each([
    ['unknown', { productId: 'p', claimId: 'claim-3' }],
    ["another product's", { productId: 'p', claimId: 'claim-2' }],
    ['only alike', { productId: 'p', claimId: 'Claim-1' }],
    ['only longer', { productId: 'p', claimId: 'claim-1 ' }],
  ])('is refused when it is %s (ETH-2)', (_, claim) => {
    expect(refused(productClaimGate({ claims: [...registeredClaims, claim], registeredClaims }))).toEqual([
      ['ETH-2', 'claims.2.claimId', claim],
    ])
  })

  it('is refused in a promise that the company approved, too (ETH-2)', () => {
    expect(refused(gate({ claims: [{ productId: 'p', claimId: 'claim-3' }], registeredClaims }))).toEqual([
      ['ETH-2', 'claims.0.claimId', { productId: 'p', claimId: 'claim-3' }],
    ])
  })
})

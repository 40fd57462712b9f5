import type { Bilingual } from '../../primitives/bilingual.ts'

/** The two sides of a contract; the counterparty is the customer, or the supplier of a quality agreement. */
export const contractParties = ['COMPANY', 'COUNTERPARTY'] as const
export type ContractParty = (typeof contractParties)[number]

export interface ContractClause {
  /** Unique in the contract: promises and amendments refer to it. */
  readonly clauseId: string
  readonly kind: string
  readonly wording: string
}

/** What a contract entitles one party to, and what it asks of it. */
export interface PartyTerms {
  readonly rights: string
  readonly duties: string
}

export interface ContractContent {
  readonly kind: 'SALE' | 'QUALITY_ASSURANCE'
  readonly counterpartyId: string
  readonly clauses: readonly ContractClause[]
  readonly terms: Readonly<Record<ContractParty, PartyTerms>>
}

/** A kind of clause that must not be missing, as messages name it. */
export interface ClauseRequirement {
  readonly kind: string
  readonly name: Bilingual
}

import type { Instant } from '../../primitives/instant.ts'
import type { ContractParty } from './contract-content.ts'
import type { TextVersion } from './text-version.ts'

/** What the parties sign. */
export type ConsentSubject = 'CONTRACT' | 'AMENDMENT'

/** One party's signature under a version of a text. */
export interface PartyConsent {
  readonly text: TextVersion
  readonly givenBy: string
  readonly givenAt: Instant
}

/** `null` for a party that has not signed. */
export type PartyConsents = Readonly<Record<ContractParty, PartyConsent | null>>

export interface BothPartiesInput {
  /** What is signed: the contract (CON-1) or its amendment (CON-4). */
  readonly subject: ConsentSubject
  readonly consents: PartyConsents
  readonly text: TextVersion
  readonly at: Instant
  readonly path: readonly string[]
}

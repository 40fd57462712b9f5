import { earlierOf, type Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../primitives/violation.ts'
import { type ContractParty, contractParties } from './contract-clauses.ts'
import { type ConsentSubject, consentViolation } from './party-consent-violations.ts'
import { isSameText, type TextVersion } from './text-version.ts'

/** One party's signature under a version of a text. */
export interface PartyConsent {
  readonly text: TextVersion
  readonly givenBy: string
  readonly givenAt: Instant
}

/** `null` for a party that has not signed. */
export type PartyConsents = Readonly<Record<ContractParty, PartyConsent | null>>

export type ConsentFlaw = 'MISSING' | 'OTHER_TEXT' | 'NOT_YET_GIVEN' | 'SAME_PERSON'

export interface BothPartiesInput {
  /** What is signed: the contract (CON-1) or its amendment (CON-4). */
  readonly subject: ConsentSubject
  readonly consents: PartyConsents
  readonly text: TextVersion
  readonly at: Instant
  readonly path: readonly string[]
}

/** Both parties have signed this very text by the instant, each through a person of its own (CON-1, CON-4). */
export function bothPartiesGate({ subject, consents, text, at, path }: BothPartiesInput): readonly Violation[] {
  return contractParties.flatMap((party) =>
    flawsOf(party, consents, { text, at }).map((flaw) =>
      consentViolation({ subject, flaw, party, consent: consents[party], text, at, path: [...path, party] }),
    ),
  )
}

/** When the first party signed; the instant handed in where nobody has, or only later. */
export function firstConsentAt({ COMPANY, COUNTERPARTY }: PartyConsents, at: Instant): Instant {
  return earlierOf(earlierOf(COMPANY?.givenAt ?? at, COUNTERPARTY?.givenAt ?? at), at)
}

function flawsOf(
  party: ContractParty,
  consents: PartyConsents,
  { text, at }: Pick<BothPartiesInput, 'text' | 'at'>,
): readonly ConsentFlaw[] {
  const consent = consents[party]
  if (consent === null) return ['MISSING']
  // Said of one party only, as one other signature cures it.
  const isBySamePerson = party === 'COUNTERPARTY' && consents.COMPANY?.givenBy === consent.givenBy
  return [
    ...(isSameText(consent.text, text) ? [] : (['OTHER_TEXT'] as const)),
    ...(consent.givenAt <= at ? [] : (['NOT_YET_GIVEN'] as const)),
    ...(isBySamePerson ? (['SAME_PERSON'] as const) : []),
  ]
}

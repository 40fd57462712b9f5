import { earlierOf, type Instant } from '../../primitives/instant.ts'
import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'
import { type ContractParty, contractParties } from './contract-content.ts'
import type { BothPartiesInput, PartyConsents } from './party-consent-input.ts'
import type { ConsentFlaw } from './party-consent-violations.ts'
import { consentViolation } from './party-consent-violations.ts'
import { isSameText } from './text-version.ts'

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
  const isBySamePerson = party === 'COUNTERPARTY' && isSamePerson(consents.COMPANY?.givenBy, consent.givenBy)
  return [
    ...(isSameText(consent.text, text) ? [] : (['OTHER_TEXT'] as const)),
    ...(consent.givenAt <= at ? [] : (['NOT_YET_GIVEN'] as const)),
    ...(isBySamePerson ? (['SAME_PERSON'] as const) : []),
  ]
}

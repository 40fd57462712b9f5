import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import { partyNames } from './contract-clauses-violations.ts'
import type { ContractParty } from './contract-content.ts'
import type { ConsentSubject, PartyConsent } from './party-consent-input.ts'
import type { TextVersion } from './text-version.ts'

export type ConsentFlaw = 'MISSING' | 'OTHER_TEXT' | 'NOT_YET_GIVEN' | 'SAME_PERSON'

const subjects = {
  CONTRACT: { rule: 'CON-1', name: { zh: '合同', en: 'contract' } },
  AMENDMENT: { rule: 'CON-4', name: { zh: '修订', en: 'amendment' } },
} as const satisfies Record<ConsentSubject, { readonly rule: Violation['rule']; readonly name: Bilingual }>

const fields = {
  MISSING: [],
  OTHER_TEXT: ['text'],
  NOT_YET_GIVEN: ['givenAt'],
  SAME_PERSON: ['givenBy'],
} as const satisfies Record<ConsentFlaw, readonly (keyof PartyConsent)[]>

interface FlawedConsent {
  readonly subject: ConsentSubject
  readonly flaw: ConsentFlaw
  readonly party: ContractParty
  readonly consent: PartyConsent | null
  readonly text: TextVersion
  readonly at: Instant
  readonly path: readonly string[]
}

/** CON-1 or CON-4 refused for one party. */
export function consentViolation({ subject, flaw, party, consent, text, at, path }: FlawedConsent): Violation {
  const { rule, name } = subjects[subject]
  return {
    rule,
    ...wordingOf(flaw, partyNames[party], name),
    path: [...path, ...fields[flaw]],
    facts: {
      reason: flaw,
      party,
      revision: text.revision,
      digest: text.digest,
      signedRevision: consent?.text.revision ?? null,
      signedDigest: consent?.text.digest ?? null,
      signedAt: consent?.givenAt ?? null,
      at,
    },
  }
}

function wordingOf(flaw: ConsentFlaw, party: Bilingual, subject: Bilingual): Pick<Violation, 'message' | 'remedy'> {
  switch (flaw) {
    case 'MISSING':
      return {
        message: { zh: `${party.zh}尚未签署${subject.zh}。`, en: `The ${party.en} has not signed the ${subject.en}.` },
        remedy: { zh: `请${party.zh}签署。`, en: `Obtain the signature of the ${party.en}.` },
      }
    case 'OTHER_TEXT':
      return {
        message: {
          zh: `${party.zh}签署的是另一份${subject.zh}文本。`,
          en: `The ${party.en} signed another text of the ${subject.en}.`,
        },
        remedy: { zh: `请${party.zh}签署现行文本。`, en: `Have the ${party.en} sign the present text.` },
      }
    case 'NOT_YET_GIVEN':
      return {
        message: { zh: `${party.zh}的签署时间尚未到来。`, en: `The signature of the ${party.en} lies in the future.` },
        remedy: { zh: '更正签署时间，或等到实际签署。', en: 'Correct its time, or wait until it is given.' },
      }
    case 'SAME_PERSON':
      return {
        message: {
          zh: `同一人代表双方签署了${subject.zh}。`,
          en: `One person signed the ${subject.en} for both parties.`,
        },
        remedy: { zh: '请双方各自的代表签署。', en: 'Have each party sign through a person of its own.' },
      }
  }
}

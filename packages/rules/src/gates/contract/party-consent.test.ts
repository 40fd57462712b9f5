import { describe, expect, it } from '@jest/globals'
import { parseInstant, plusMillis } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { bothPartiesGate, firstConsentAt } from './party-consent.ts'
import type { PartyConsent, PartyConsents } from './party-consent-input.ts'

const at = parseInstant('2026-03-10T09:00:00+08:00')
const text = { revision: 3, digest: 'digest-3' }

function consents(
  company: Partial<PartyConsent> | null = {},
  counterparty: Partial<PartyConsent> | null = {},
): PartyConsents {
  return {
    COMPANY: company && { text, givenBy: 'director', givenAt: at, ...company },
    COUNTERPARTY: counterparty && { text, givenBy: 'buyer', givenAt: at, ...counterparty },
  }
}

function gate(given: PartyConsents, subject: 'CONTRACT' | 'AMENDMENT' = 'CONTRACT') {
  return bothPartiesGate({ subject, consents: given, text, at, path: ['signatures'] })
}

const reasons = (given: PartyConsents) =>
  refused(gate(given)).map(([rule, path, { reason, party }]) => `${rule} ${path} ${reason} ${party}`)

describe('a text that both parties signed', () => {
  it('passes, to the very moment (CON-1, CON-4)', () => {
    expect(gate(consents())).toEqual([])
    expect(gate(consents(), 'AMENDMENT')).toEqual([])
  })
})

describe('a text that not both parties signed', () => {
  it.each([
    ['the company has not', consents(null), ['CON-1 signatures.COMPANY MISSING COMPANY']],
    ['the counterparty has not', consents({}, null), ['CON-1 signatures.COUNTERPARTY MISSING COUNTERPARTY']],
    [
      'another revision was signed',
      consents({ text: { revision: 2, digest: 'digest-3' } }),
      ['CON-1 signatures.COMPANY.text OTHER_TEXT COMPANY'],
    ],
    [
      'another text of the same number was signed',
      consents({}, { text: { revision: 3, digest: 'other' } }),
      ['CON-1 signatures.COUNTERPARTY.text OTHER_TEXT COUNTERPARTY'],
    ],
    [
      'the signature lies one millisecond ahead',
      consents({}, { givenAt: plusMillis(at, 1) }),
      ['CON-1 signatures.COUNTERPARTY.givenAt NOT_YET_GIVEN COUNTERPARTY'],
    ],
    [
      'one person signed for both',
      consents({ givenBy: 'buyer' }),
      ['CON-1 signatures.COUNTERPARTY.givenBy SAME_PERSON COUNTERPARTY'],
    ],
  ])('is refused when %s (CON-1)', (_, given, expected) => {
    expect(reasons(given)).toEqual(expected)
  })

  it('hears of everything at once, and on which facts (CON-1)', () => {
    const other = { text: { revision: 2, digest: 'digest-2' }, givenAt: plusMillis(at, 1) }
    const facts = {
      revision: 3,
      digest: 'digest-3',
      signedRevision: 2,
      signedDigest: 'digest-2',
      signedAt: plusMillis(at, 1),
      at,
    }
    expect(refused(gate(consents(other)))).toEqual([
      ['CON-1', 'signatures.COMPANY.text', { reason: 'OTHER_TEXT', party: 'COMPANY', ...facts }],
      ['CON-1', 'signatures.COMPANY.givenAt', { reason: 'NOT_YET_GIVEN', party: 'COMPANY', ...facts }],
    ])
    expect(reasons(consents(null, null))).toHaveLength(2)
  })

  it('is refused under the rule of amendments for an amendment (CON-4)', () => {
    const none = { signedRevision: null, signedDigest: null, signedAt: null }
    expect(refused(gate(consents({}, null), 'AMENDMENT'))).toEqual([
      [
        'CON-4',
        'signatures.COUNTERPARTY',
        { reason: 'MISSING', party: 'COUNTERPARTY', revision: 3, digest: 'digest-3', ...none, at },
      ],
    ])
  })

  it('says another thing for each reason, of the party and the text concerned (CON-1, CON-4)', () => {
    const all = [
      gate(consents(null, null)),
      gate(consents({ text: { revision: 2, digest: 'digest-2' } })),
      gate(consents({ givenAt: plusMillis(at, 1) })),
      gate(consents({ givenBy: 'buyer' })),
      gate(consents({ givenBy: 'buyer' }), 'AMENDMENT'),
    ].flat()
    expect(new Set(all.map(({ message }) => message.en)).size).toBe(6)
    expect(new Set(all.map(({ message }) => message.zh)).size).toBe(6)
    expect(all[0]?.message).toEqual({ zh: '本公司尚未签署合同。', en: 'The company has not signed the contract.' })
  })
})

describe('the first signature', () => {
  const early = plusMillis(at, -2)
  const late = plusMillis(at, -1)

  it.each([
    ["is the company's", consents({ givenAt: early }, { givenAt: late }), early],
    ["is the counterparty's", consents({ givenAt: late }, { givenAt: early }), early],
    ['is the only one', consents(null, { givenAt: late }), late],
    ['is given now when there is none', consents(null, null), at],
    ['is given now when all lie ahead', consents({ givenAt: plusMillis(at, 1) }, null), at],
  ])('%s (CON-3)', (_, given, expected) => {
    expect(firstConsentAt(given, at)).toBe(expected)
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Instant, parseInstant, plusMillis } from '../primitives/instant.ts'
import { localDateOf, parseTimeZone } from '../primitives/local-date.ts'
import type { Violation } from '../violation.ts'
import { platformGate } from './channel/platform.ts'
import { type PlatformAgreement, type PlatformAssessment, platformCriteria } from './channel/platform-input.ts'
import { contractReviewGate } from './contract/contract-review.ts'
import type { LegalReview } from './contract/contract-review-input.ts'
import { contractSigningGate } from './contract/contract-signing.ts'
import { creditGate } from './customer/customer.ts'
import { licenceGate } from './customer/licence.ts'
import type { Licence } from './customer/licence-input.ts'
import { lotGate } from './goods/lot.ts'
import type * as gates from './index.ts'
import { decisive, isWithdrawn, type Moment } from './moment.ts'
import { type DeviationOnRecord, namedDeviationGate } from './price/named-deviation.ts'

/* Every gate that is asked about an instant, on random facts from the days around a late entry. */

const zone = parseTimeZone('Asia/Shanghai')
const start = parseInstant('2026-03-02T00:00:00Z')
const instants = fc.integer({ min: 2, max: 40 }).map((halfDays) => plusMillis(start, halfDays * 43_200_000))
const maybe = fc.option(instants)
const text = { revision: 1, digest: 'digest' }

/** Dates what was withdrawn between an act and its entry back to the act; `null` leaves everything as it was. */
type Back = { readonly at: Instant; readonly knownAt: Instant } | null

function dated(instant: Instant | null, back: Back): Instant | null {
  return back && instant && instant > back.at && instant <= back.knownAt ? back.at : instant
}

/** Asks a gate on facts whose withdrawals were dated back, or not. */
type Ask = (moment: Moment, back: Back) => readonly Violation[]

const licence: fc.Arbitrary<Licence> = fc
  .record({ from: instants, until: maybe, verifiedAt: maybe, revokedAt: maybe })
  .map(({ from, until, ...facts }) => ({
    licenceId: 'l',
    kind: 'DEVICE_DEALER_LICENCE',
    number: 'No. 1',
    scope: ['CLASS_III'],
    validFrom: localDateOf(from, zone),
    validUntil: until && localDateOf(until, zone),
    ...facts,
  }))
const licences = fc.array(licence, { maxLength: 4 })
const revokedBack = (held: readonly Licence[], back: Back) =>
  held.map((one) => ({ ...one, revokedAt: dated(one.revokedAt, back) }))

const approved: LegalReview = {
  reviewId: 'r',
  text,
  reviewedBy: 'lawyer',
  reviewerRole: 'LEGAL',
  reviewedAt: plusMillis(start, -1),
  outcome: 'APPROVED',
}
const reviews = fc.array(
  fc
    .record({ reviewedAt: instants, outcome: fc.constantFrom('APPROVED' as const, 'RETURNED' as const) })
    .map((said): LegalReview => ({ ...approved, ...said })),
  { maxLength: 3 },
)

const assessments: fc.Arbitrary<readonly PlatformAssessment[]> = fc
  .array(fc.record({ assessedAt: instants, outcome: fc.constantFrom('MET' as const, 'NOT_MET' as const) }), {
    maxLength: 3,
  })
  .map((words) => words.map((word) => ({ ...word, criterion: 'REPUTATION' as const, grounds: 'what was found' })))
const otherAssessments = platformCriteria
  .filter((criterion) => criterion !== 'REPUTATION')
  .map((criterion) => {
    return { criterion, outcome: 'MET', grounds: 'what was found', assessedAt: start } as const
  })

/** The last word that is known, where it is against, as though it had been said at the act; there it takes precedence. */
function notMetBack(told: readonly PlatformAssessment[], back: Back): readonly PlatformAssessment[] {
  if (back === null) return told
  const known = told.filter(({ assessedAt }) => assessedAt <= back.knownAt)
  const last = known.filter((one) => !known.some(({ assessedAt }) => assessedAt > one.assessedAt))
  const against = last.find(({ outcome }) => outcome === 'NOT_MET')
  return against ? [...told, { ...against, assessedAt: dated(against.assessedAt, back) ?? back.at }] : told
}

const agreement: fc.Arbitrary<PlatformAgreement> = fc
  .record({ validFrom: instants, validUntil: maybe, terminatedAt: maybe })
  .map((facts) => ({ ...facts, agreementId: 'a', text, draftedBy: 'platform', signedAt: start, reviews: [approved] }))

const deviation: fc.Arbitrary<DeviationOnRecord> = fc
  .record({ approvedAt: instants, validFrom: instants, validUntil: instants, withdrawnAt: maybe })
  .map((facts) => ({
    deviationId: 'd',
    productId: 'p',
    customerId: null,
    floorPrice: { minor: 900, currency: 'CNY' },
    ceilingPrice: null,
    approvedBy: 'manager',
    approverRole: 'SALES_MANAGER',
    ...facts,
  }))

/** A review counts when it came before the signature: one that returned the text since is told as just before it. */
function returnedBack(told: readonly LegalReview[], back: Back): readonly LegalReview[] {
  if (back === null) return told
  const counting = told.filter(({ reviewedAt }) => reviewedAt < back.knownAt)
  const latest = counting.filter((one) => !counting.some(({ reviewedAt }) => reviewedAt > one.reviewedAt))
  const returned = latest.find(({ outcome, reviewedAt }) => outcome === 'RETURNED' && reviewedAt >= back.at)
  return returned ? [...told, { ...returned, reviewedAt: plusMillis(back.at, -1) }] : told
}

const asks = {
  licenceGate: licences.map(
    (held): Ask =>
      (moment, back) => {
        const input = { licences: revokedBack(held, back), productClasses: ['CLASS_III'] as const, zone }
        return licenceGate({ ...moment, ...input }).violations
      },
  ),
  creditGate: licences.map(
    (held): Ask =>
      (moment, back) => {
        return creditGate({ ...moment, creditOutcome: 'GOOD', licences: revokedBack(held, back), zone })
      },
  ),
  lotGate: maybe.map(
    (until): Ask =>
      (moment) => {
        const expiresOn = until && localDateOf(until, zone)
        const lot = { lotId: 'l', lotNumber: 'L-1', status: 'RELEASED', source: null, expiresOn } as const
        return lotGate({ ...moment, lots: [lot], zone })
      },
  ),
  namedDeviationGate: deviation.map(
    (known): Ask =>
      (moment, back) => {
        const withdrawnAt = dated(known.withdrawnAt, back)
        const unitPrice = { minor: 950, currency: 'CNY' }
        const line = { lineId: 'l', productId: 'p', unitPrice, listPrice: { minor: 1000, currency: 'CNY' }, named: 'd' }
        const lines = [{ ...line, deviation: { ...known, withdrawnAt }, path: [] }]
        return namedDeviationGate({ ...moment, lines, customerId: 'c', salespersonId: 's' })
      },
  ),
  platformGate: fc.tuple(assessments, agreement).map(
    ([told, known]): Ask =>
      (moment, back) => {
        const terminatedAt = dated(known.terminatedAt, back)
        return platformGate({
          ...moment,
          platformId: 'p',
          assessments: [...otherAssessments, ...notMetBack(told, back)],
          agreement: { ...known, terminatedAt },
        })
      },
  ),
  contractReviewGate: reviews.map(
    (told): Ask =>
      (moment, back) => {
        const own = { text, draftedBy: 'drafter', reviews: returnedBack(told, back), template: null }
        return contractReviewGate({ ...own, signedAt: moment.at, knownAt: moment.knownAt })
      },
  ),
  contractSigningGate: reviews.map(
    (told): Ask =>
      (moment, back) => {
        const own = { text, draftedBy: 'drafter', reviews: returnedBack(told, back), template: null }
        const signature = (givenBy: string) => ({ text, givenBy, givenAt: moment.at })
        const signatures = { COMPANY: signature('company'), COUNTERPARTY: signature('counterparty') }
        const terms = { COMPANY: { rights: '', duties: '' }, COUNTERPARTY: { rights: '', duties: '' } }
        const content = { kind: 'SALE', counterpartyId: 'c', clauses: [], terms } as const
        return contractSigningGate({ ...moment, ...own, content, tailoredProducts: [], signatures }).filter(
          ({ rule }) => rule === 'CON-3',
        )
      },
  ),
}

/** What of the others cannot be withdrawn: a late entry finds nothing there that it did not find then. */
const withoutWithdrawals = {
  amendmentGate: 'reviews and agreements are entered with it',
  bothPartiesGate: 'a consent stands once given',
  competenceGate: 'a training that somebody had is not undone by a later one, and the day counts',
  listingGate: 'studies are on file once filed',
  lotBalanceGate: 'asks of every later instant anyway',
  priceGate: 'what a price rests on is on file once recorded',
  promotionUseGate: 'a promotion is approved once, and ends on its day',
  quoteGate: 'price lists and deviations end at the instant that is on them',
  tailoredProductsGate: 'an agreement stands once given',
} satisfies Partial<Record<AskedOfAnInstant, string>>

/** Names of the gates whose input has an instant to judge by. */
type AskedOfAnInstant = {
  [Name in keyof typeof gates]: (typeof gates)[Name] extends (input: infer Input) => readonly Violation[] | object
    ? Input extends { readonly at: Instant } | { readonly signedAt: Instant }
      ? Name extends `${string}Gate`
        ? Name
        : never
      : never
    : never
}[keyof typeof gates]

type Unnamed = Exclude<AskedOfAnInstant, keyof typeof asks | keyof typeof withoutWithdrawals>
/** Compiles only while every gate that is asked about an instant stands in one of the tables. */
const everyGateIsNamed: [Unnamed] extends [never] ? true : Unnamed = true

const isRefused = (violations: readonly Violation[]) => violations.length > 0

describe.each(Object.entries(asks))('a late entry before %s', (_, arbitrary: fc.Arbitrary<Ask>) => {
  it('is refused just if it was refused then, or would have been after what was withdrawn since', () => {
    fc.assert(
      fc.property(arbitrary, instants, instants, (ask, one, other) => {
        const [at, knownAt] = one < other ? [one, other] : [other, one]
        const late = { at, knownAt }
        const then = ask({ at }, null)
        const withdrawnBefore = ask({ at }, late)
        expect(isRefused(ask(late, null))).toBe(isRefused(then) || isRefused(withdrawnBefore))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('gates that are asked about an instant', () => {
  it('are all named here', () => {
    expect(everyGateIsNamed).toBe(true)
  })
})

const [nine, ten, eleven] = ['09', '10', '11'].map((hour) => parseInstant(`2026-03-02T${hour}:00:00Z`)) as [
  Instant,
  Instant,
  Instant,
]

describe('what was withdrawn', () => {
  it('is so from that instant on, and for a late entry once it is known', () => {
    expect(isWithdrawn(null, { at: nine, knownAt: eleven })).toBe(false)
    expect(isWithdrawn(ten, { at: nine })).toBe(false)
    expect(isWithdrawn(ten, { at: ten })).toBe(true)
    expect(isWithdrawn(ten, { at: nine, knownAt: ten })).toBe(true)
    expect(isWithdrawn(eleven, { at: nine, knownAt: ten })).toBe(false)
  })
})

describe('of words that were said one after the other', () => {
  const said = (words: readonly (readonly [Instant, 'YES' | 'NO'])[]) => (moment: Moment) =>
    decisive(
      (until) => words.findLast(([instant]) => instant <= until)?.[1] ?? null,
      (word) => word === 'NO',
      moment,
    )

  it('the last one at the instant decides', () => {
    const word = said([
      [nine, 'NO'],
      [ten, 'YES'],
    ])
    expect([word({ at: nine }), word({ at: ten })]).toEqual(['NO', 'YES'])
  })

  it('one against that came since decides for a late entry, one in favour does not', () => {
    expect(
      said([
        [nine, 'YES'],
        [ten, 'NO'],
      ])({ at: nine, knownAt: eleven }),
    ).toBe('NO')
    expect(
      said([
        [nine, 'NO'],
        [ten, 'YES'],
      ])({ at: nine, knownAt: eleven }),
    ).toBe('NO')
    expect(said([[ten, 'YES']])({ at: nine, knownAt: eleven })).toBe(null)
  })

  it('one against that was taken back before the entry decides nothing', () => {
    const word = said([
      [nine, 'YES'],
      [ten, 'NO'],
      [eleven, 'YES'],
    ])
    expect(word({ at: nine, knownAt: eleven })).toBe('YES')
  })
})

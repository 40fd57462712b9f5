import { type Instant, laterOf, localDateOf } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { OrderCommandName, OrderCommandOf, OrderLookUp } from './commands.ts'
import { command, goodsToShip, hospital, hours, ids, lookUp, lot } from './order.samples.ts'
import { order } from './order.ts'
import { checked, confirmed, placed } from './past.samples.ts'

const spec = specificationOf(order)
const lastDay = localDateOf(hours(6), lookUp.zone)

/** What is refused of a command that happened at hour 6, entered then or later. */
function refusedRules<Name extends OrderCommandName>(
  given: OrderCommandOf<Name>,
  facts: OrderLookUp,
  knownAt: Instant | null,
): readonly string[] {
  const past = given.type === 'ConfirmOrder' ? [placed] : [placed, confirmed, checked('100')]
  const told = knownAt === null ? given : { ...given, knownAt }
  const { decision } = spec.given(...past).when(told, facts)
  return decision.violations.map(({ rule }) => rule)
}

const shipping = command('ShipGoods', goodsToShip, hours(6))
const confirming = command('ConfirmOrder', {}, hours(6))
const nextDay = hours(24)

function facts({ customer, ofLot }: { customer?: Partial<typeof hospital>; ofLot?: Partial<typeof lot> }): OrderLookUp {
  return { ...lookUp, customer: { ...hospital, ...customer }, lots: { [ids.lot]: { ...lot, ...ofLot } } }
}
const licence = (changes: Partial<(typeof hospital.licences)[number]>) => ({
  licences: hospital.licences.map((one) => ({ ...one, ...changes })),
})
const blocked = (decidedAt: Instant) =>
  ({ status: 'BLOCKED', source: 'QUALITY_CONTROL', reason: 'particles', decidedAt }) as const
const released = (decidedAt: Instant) =>
  ({ status: 'RELEASED', source: 'QUALITY_CONTROL', reason: 'tested again', decidedAt }) as const

describe('a shipment that is entered the next day', () => {
  it('rests on the licence whose last day it was (CUS-5)', () => {
    const known = facts({ customer: licence({ validUntil: lastDay }) })
    expect(refusedRules(shipping, known, nextDay)).toEqual([])
    expect(refusedRules(command('ShipGoods', goodsToShip, nextDay), known, null)).toEqual(['CUS-5'])
  })

  it('is of goods whose last day it was (DEL-3)', () => {
    const known = facts({ ofLot: { expiresOn: lastDay } })
    expect(refusedRules(shipping, known, nextDay)).toEqual([])
    expect(refusedRules(command('ShipGoods', goodsToShip, nextDay), known, null)).toEqual(['DEL-3'])
  })

  it('rests on no licence that was revoked since (CUS-5), and on the one that was not', () => {
    const revoked = licence({ revokedAt: hours(8) }).licences
    expect(refusedRules(shipping, facts({ customer: { licences: revoked } }), nextDay)).toEqual(['CUS-5'])
    expect(refusedRules(shipping, facts({ customer: { licences: revoked } }), hours(7))).toEqual([])
    const another = [...revoked, ...licence({ licenceId: ids.nothing, validUntil: lastDay }).licences]
    expect(refusedRules(shipping, facts({ customer: { licences: another } }), nextDay)).toEqual([])
  })

  it('is of no lot that is blocked by now (QLT-4), and helped by none that was released since', () => {
    const since = facts({ ofLot: { decisions: [...lot.decisions, blocked(hours(8))] } })
    expect(refusedRules(shipping, since, nextDay)).toEqual(['QLT-4'])
    const before = facts({ ofLot: { decisions: [blocked(hours(5)), released(hours(8))] } })
    expect(refusedRules(shipping, before, nextDay)).toEqual(['QLT-4'])
  })
})

describe('a confirmation that is entered the next day', () => {
  it('is none for a customer whose credit was refused since (CUS-4)', () => {
    const refusedSince = { outcome: 'REFUSED', creditLimit: null, investigatedAt: hours(8) } as const
    const known = facts({ customer: { credit: [...hospital.credit, refusedSince] } })
    expect(refusedRules(confirming, known, nextDay)).toEqual(['CUS-4'])
    expect(refusedRules(confirming, known, null)).toEqual([])
  })
})

describe('any late entry', () => {
  const instants = fc.integer({ min: -4, max: 10 }).map((halfDays) => hours(6 + 12 * halfDays))
  const decisions = fc.array(fc.tuple(fc.boolean(), instants), { maxLength: 3 }).map((words) => {
    const inOrder = words.toSorted(([, one], [, other]) => (one < other ? -1 : 1))
    return inOrder.map(([isBlocked, at]) => (isBlocked ? blocked(at) : released(at)))
  })
  const some = fc.record({ decisions, revokedAt: fc.option(instants), lastOfLot: instants, lastOfLicence: instants })

  it('is refused just if it was refused then, or would have been after what was withdrawn since', () => {
    fc.assert(
      fc.property(some, instants, fc.constantFrom(shipping, confirming), (known, recordedAt, late) => {
        const asked = (at: { readonly revokedAt: Instant | null; readonly words: typeof known.decisions }) =>
          facts({
            customer: licence({
              revokedAt: at.revokedAt,
              validUntil: localDateOf(known.lastOfLicence, lookUp.zone),
            }),
            ofLot: { decisions: at.words, expiresOn: localDateOf(known.lastOfLot, lookUp.zone) },
          })
        const knownAt = laterOf(recordedAt, late.at)
        const { revokedAt, decisions: words } = known
        const back = revokedAt !== null && revokedAt > late.at && revokedAt <= knownAt ? late.at : revokedAt
        const last = words.findLast(({ decidedAt }) => decidedAt <= knownAt)
        const withdrawn =
          last?.status === 'BLOCKED' ? [...words.filter((one) => one.decidedAt < late.at), blocked(late.at)] : words
        const then = refusedRules(late, asked({ revokedAt, words }), null)
        const afterwards = refusedRules(late, asked({ revokedAt: back, words: withdrawn }), null)
        const isRefused = refusedRules(late, asked({ revokedAt, words }), knownAt).length > 0
        expect(isRefused).toBe(then.length > 0 || afterwards.length > 0)
      }),
      { numRuns: 1000 },
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, VERSION } from '../deadlines/deadline-fixture.ts'
import { refused } from '../gates/violation-fixture.ts'
import {
  accessRoles,
  attainmentOf,
  type ComplaintFactData,
  conflicts,
  enforcementsOf,
  type Fact,
  ledgers,
  lotGate,
  money,
  parseLocalDate,
  parseQuantity,
  purgeGate,
  type RuleId,
  roles,
} from '../index.ts'
import type { RecallFactData } from '../ledger/recall/facts.ts'
import { recallLedger } from '../ledger/recall/recall-ledger.ts'
import { complaintData, factsOf, goodsUntil2026, SHANGHAI, shippedRetention, streamOf } from './golden-fixture.ts'

/*
 * Conflicts that an organisation has to live with: reward and penalty, erasure against keeping, secrecy against duty.
 * Most of what settles them is not computed in this package; each test says where the rest is.
 */

/** The part of the platform that refuses by itself what a rule forbids. */
const placesOf = (rule: RuleId) => enforcementsOf(rule).flatMap((one) => ('within' in one ? [one.within] : []))

describe('a target that was missed', () => {
  it('is a figure, and nobody is penalised by a figure (PRF-1, C14)', () => {
    // 40.00 of 100.00: two integers and not a word of what follows from them.
    const attainment = attainmentOf(
      { measure: { kind: 'AMOUNT', currency: 'CNY' }, value: 10_000 },
      { kind: 'AMOUNT', amount: money(4_000, 'CNY') },
    )
    expect(attainment).toEqual({ numerator: 4_000, denominator: 10_000 })
  })

  it('has a decision on record as its only consequence: nothing refuses, runs out or acts by itself (C14)', () => {
    // No amount of a reward or penalty is policy either: the regulations name none.
    expect(new Set(enforcementsOf('PRF-3').map(({ kind }) => kind))).toEqual(new Set(['RECORD']))
    expect(china.settings(VERSION).filter(({ key }) => /reward|penalty/i.test(key))).toEqual([])
  })
})

describe('a customer who asks to be erased', () => {
  const received = (more: object): Fact => {
    const { type, data, ...moment } = factsOf<ComplaintFactData>()(
      'ComplaintReceived',
      shanghai('2026-03-04 10:00'),
      complaintData(),
    )
    return { ...moment, type, data: { ...Object(data), ...more } }
  }
  const stateAfter = (fact: Fact) => ledgers.complaint.record(ledgers.complaint.initial, fact)

  it('leaves limits and figures as they were: the ledger never held what the key was for (C20)', () => {
    const before = received({ contactName: 'Wang Fang', description: 'called at home' })
    const after = received({ contactName: null, description: null })
    expect(stateAfter(before)).toEqual(stateAfter(after))
    expect(JSON.stringify(stateAfter(before))).not.toMatch(/Wang Fang|at home/)
    expect(streamOf(ledgers.complaint, [before])).toEqual(streamOf(ledgers.complaint, [after]))
  })

  it('leaves the record in its place until its period is over (TRC-5, TRC-6, C20)', () => {
    // What retention asks of a record names nobody, so that the answer is the same before and after the erasure.
    const purgedOn = (day: string) =>
      purgeGate({
        record: { kind: 'SALES_RECORD', goods: [goodsUntil2026], holds: [] },
        settings: shippedRetention,
        on: parseLocalDate(day),
      })
    expect(refused(purgedOn('2026-06-01')).map(([rule]) => rule)).toEqual(['TRC-5', 'TRC-6'])
    expect(purgedOn('2029-01-01')).toEqual([])
  })

  it('is erased with a key, and the chain holds, by what the service kit refuses (C20)', () => {
    // Proved in its own tests: personal-cipher.int.test.ts (key per customer), command-bus.int.test.ts (chain after it).
    expect(placesOf('SEC-1')).toContain('packages/service-kit/src/personal')
    expect(placesOf('SEC-4')).toContain('packages/service-kit/src/verification')
  })
})

describe('what is told outside the company', () => {
  const recallFact = factsOf<RecallFactData>()
  const recall = [
    recallFact('RecallDeclared', shanghai('2026-03-04 10:00'), {
      recallClass: null,
      lots: [{ productId: 'p', lotId: 'l', shippedQuantity: parseQuantity('10') }],
    }),
    recallFact('AffectedBuyersListed', shanghai('2026-03-04 11:00'), { buyerIds: ['b'] }),
    recallFact('BuyerNotified', shanghai('2026-03-04 12:00'), { buyerId: 'b' }),
  ]

  it('of a recall are product and lot, and no person (KPI-37, C35)', () => {
    const scopes = streamOf(recallLedger, recall).measurements.flatMap((measurement) => measurement.scopes)
    expect([...new Set(scopes)].toSorted()).toEqual(['lot:l', 'product:p'])
  })

  it('of a lot found bad are its number and who found it: an office, not a person (QLT-4, C35)', () => {
    const lot = { lotId: 'l', lotNumber: 'B1', status: 'BLOCKED', source: 'REGULATOR_NOTICE', expiresOn: null } as const
    const violations = lotGate({ lots: [lot], at: shanghai('2026-03-04 10:00'), zone: SHANGHAI })
    expect(refused(violations)).toEqual([
      ['QLT-4', 'items.0.lotId', { lotId: 'l', lotNumber: 'B1', status: 'BLOCKED', source: 'REGULATOR_NOTICE' }],
    ])
  })

  it('is asked for by nobody outside: supplier, partner, regulator and customer hold no token (C35)', () => {
    const outside = roles.filter(({ standing }) => standing === 'EXTERNAL').map(({ id }) => id)
    expect(outside).toEqual(['CUSTOMER', 'SUPPLIER', 'CHANNEL_PARTNER', 'REGULATOR'])
    const carried: readonly string[] = accessRoles.map(({ id }) => id)
    expect(outside.filter((role) => carried.includes(role))).toEqual([])
  })

  it('and inside is by role, field by field, by what the service kit refuses (C35)', () => {
    // Proved there: roles.test.ts. The log of disclosures and the customer's consent are nowhere yet.
    expect(placesOf('SEC-2')).toContain('packages/service-kit/src/graphql')
  })
})

describe('the settlement of every conflict', () => {
  it.each(conflicts.map((conflict) => [conflict.id, conflict] as const))(
    'of %s is written in both languages, about rules that each take effect somehow',
    (_, { subject, policy, rules }) => {
      for (const { zh, en } of [subject, policy]) {
        expect(zh).toMatch(/\p{Script=Han}/u)
        expect(en).toMatch(/^[A-Z0-9][^\p{Script=Han}]+$/u)
      }
      for (const rule of rules) expect([rule, enforcementsOf(rule).length > 0]).toEqual([rule, true])
    },
  )
})

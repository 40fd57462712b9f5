import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf } from '../../kpi/durations.ts'
import { anyHour, counted, expectSameInAnyOrder, MILLISECOND, reckoningWith, rowOf } from '../after-sales-fixture.ts'
import { hour, told } from '../fixtures.ts'
import { expectOthersSkipped, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { contactLedger } from './contact-ledger.ts'
import type { ContactFactData } from './facts.ts'

const HOUR = 3_600_000
const reckoning = reckoningWith({ 'contact.first': 0.5 })
const fact = factsOf<ContactFactData>()
const received = (at: number, customerId: string | null = 'c', policyVersion = 'v1') =>
  fact('ContactReceived', at, { customerId }, { policyVersion })
const replied = (at: number, repliedBy: string | null = 'p', teamId: string | null = null) =>
  fact('ContactReplied', at, { isAutomatic: false, repliedBy, teamId })
const acknowledged = (at: number) => fact('ContactReplied', at, { isAutomatic: true, repliedBy: null, teamId: null })
const excluded = (at: number) => fact('ContactExcluded', at, {})
const restored = (at: number) => fact('ContactRestored', at, {})

const measure = (...facts: readonly Fact[]) => outcomeOf(contactLedger, facts, reckoning).measurements
const timersOf = (...facts: readonly Fact[]) => outcomeOf(contactLedger, facts, reckoning).timers

describe('a received contact (contact.first, SRV-2)', () => {
  it('must get a reply, under the policy of the contact', () => {
    expect(timersOf(received(3, 'c', 'v7'))).toEqual([
      {
        key: 'contact.first',
        item: '',
        rule: 'SRV-2',
        startedAt: hour(3),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('is replied to by a person, not by a machine', () => {
    expect(timersOf(received(0), acknowledged(0.1))).toMatchObject([{ stoppedAt: null }])
    expect(timersOf(received(0), acknowledged(0.1), replied(2), replied(1))).toMatchObject([{ stoppedAt: hour(1) }])
  })

  it('keeps the earliest receipt, however often it is told', () => {
    expect(timersOf(received(2, 'c', 'v2'), received(1, 'c', 'v1'), received(3))).toMatchObject([
      { startedAt: hour(1), policyVersion: 'v1' },
    ])
    const once = told(contactLedger, [received(1)])
    expect(contactLedger.record(once, received(1))).toBe(once)
  })

  it('needs no reply when it is spam, unless the limit had passed', () => {
    expect(timersOf(received(0), excluded(0.5))).toMatchObject([{ stoppedAt: null, voidedAt: hour(0.5) }])
    expect(timersOf(received(0), excluded(5))).toMatchObject([{ stoppedAt: hour(5), voidedAt: null }])
    expect(timersOf(received(0), excluded(0.5), restored(6))).toMatchObject([{ stoppedAt: null, voidedAt: null }])
  })
})

describe('the first response (KPI-20)', () => {
  const response = (...facts: readonly Fact[]) => measure(...facts).find(({ kpi }) => kpi === 'KPI-20')

  it('is not measured before a person replied', () => {
    expect(measure(received(0))).toEqual([])
    expect(measure(received(0), acknowledged(1))).toEqual([])
  })

  it('lasts from the contact to the first reply, in the period of the contact, for who replied', () => {
    expect(response(received(1), replied(4, 'p', 't'), replied(9, 'q'))).toEqual({
      kpi: 'KPI-20',
      part: null,
      item: '',
      since: hour(4),
      countsAt: hour(1),
      dueAt: null,
      achievedAt: hour(4),
      numerator: 1,
      denominator: 1,
      currency: null,
      bin: binOf(3 * HOUR),
      scopes: ['customer:c', 'person:p', 'team:t'],
    })
  })

  it('is measured in open time, under the policy of the contact', () => {
    // Open are the first 20 minutes of what is asked about, under v5 only.
    const openTimeBetween = (version: string, from: string, to: string) =>
      version === 'v5' && from === hour(0) && to === hour(3) ? 20 * 60_000 : HOUR
    const facts = [received(0, 'c', 'v5'), replied(3)]
    const [first] = outcomeOf(contactLedger, facts, { ...reckoning, openTimeBetween }).measurements
    expect(first?.bin).toBe(binOf(20 * 60_000))
  })

  it('took no time where the reply is dated before the contact', () => {
    expect(response(received(5), replied(4))).toMatchObject({ bin: binOf(0), since: hour(5), achievedAt: hour(5) })
  })

  it('is shown as median and 90th percentile', () => {
    // 1 to 10 hours: the median is the 5th, the 90th percentile the 9th.
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((hours) => measure(received(0), replied(hours)))
    const millisAt = (part: string) => rowOf(all, ['KPI-20', part], 20)?.value ?? 0
    expect(Math.abs(millisAt('median') / (5 * HOUR) - 1)).toBeLessThanOrEqual(0.01)
    expect(Math.abs(millisAt('p90') / (9 * HOUR) - 1)).toBeLessThanOrEqual(0.01)
    expect(rowOf(all, ['KPI-20', 'median'], 0.9)).toBeUndefined()
    expect(rowOf(all, ['KPI-20', 'median'], 1)).toMatchObject({ denominator: 1 })
  })
})

describe('a handled contact (KPI-41)', () => {
  const handled = (...facts: readonly Fact[]) => measure(...facts).filter(({ kpi }) => kpi === 'KPI-41')

  it('counts once for the company and once for everybody who replied', () => {
    expect(handled(received(1), replied(4, 'p', 't'), replied(5, 'q', 't'), replied(6, 'p', 't'))).toEqual([
      {
        kpi: 'KPI-41',
        part: 'conductComplaints',
        item: '',
        since: hour(4),
        countsAt: hour(4),
        dueAt: null,
        achievedAt: hour(4),
        numerator: 0,
        denominator: 1,
        currency: null,
        scopes: ['person:p', 'team:t', 'person:q'],
      },
    ])
  })

  it('divides the conduct complaints of a person, per thousand', () => {
    // The complaint itself comes from elsewhere: 1 of 4 contacts of p is 250 in a thousand.
    const contacts = [0, 1, 2, 3].flatMap((at) => measure(received(at), replied(at + 1)))
    const upheld = contacts.filter(({ kpi }) => kpi === 'KPI-41').slice(0, 1)
    const complaint = upheld.map((one) => ({ ...one, item: 'complaint', numerator: 1, denominator: 0 }))
    const all = [...contacts, ...complaint, ...measure(received(0), replied(1, 'q'))]
    const row = (scope: string) => rowOf(all, ['KPI-41', 'conductComplaints'], 10, { scope })
    expect(row('person:p')).toMatchObject({ numerator: 1, denominator: 4, value: 250, per: 1000 })
    expect(row('person:q')).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    expect(row('company')).toMatchObject({ numerator: 1, denominator: 5, value: 200 })
  })

  it('is for nobody where the record names nobody', () => {
    expect(handled(received(0, null), replied(1, null))).toMatchObject([{ scopes: [] }])
  })
})

describe('a contact that is spam', () => {
  it('counts nowhere, unless that was a mistake (KPI-20, KPI-41)', () => {
    const facts = [received(0), replied(1), excluded(2)]
    expect(counted(measure(...facts), 2)).toEqual([0, 0, 0])
    // A response and a contact; what conduct complaints are divided by has no numerator.
    expect(counted(measure(...facts), 2 - MILLISECOND)).toEqual([1, 2, 0])
    expect(counted(measure(...facts, restored(3)), 3)).toEqual([1, 2, 0])
  })
})

describe('the history of a contact', () => {
  it('may be told in any order', () => {
    const anyFact = fc.oneof(
      fc.tuple(anyHour, fc.constantFrom('a', 'b', null)).map(([at, person]) => replied(at, person, 't')),
      anyHour.map(acknowledged),
      anyHour.map(excluded),
      anyHour.map(restored),
    )
    const history = fc.tuple(anyHour, fc.array(anyFact, { maxLength: 6 }))
    expectSameInAnyOrder(
      contactLedger,
      reckoning,
      history.map(([at, rest]) => [received(at), ...rest]),
    )
  })

  it('is skipped where it is not known, and measures nothing before the receipt is known', () => {
    expectOthersSkipped(contactLedger, [received(0), replied(1)])
    const headless = [replied(1), restored(1)]
    expect(outcomeOf(contactLedger, headless, reckoning)).toEqual({ timers: [], measurements: [] })
  })
})

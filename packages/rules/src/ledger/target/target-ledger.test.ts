import { describe, expect, it } from '@jest/globals'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { parseQuantity } from '../../primitives/quantity.ts'
import { hour } from '../fixtures.ts'
import {
  expectOthersSkipped,
  expectSameFromStorage,
  expectSameToldAnyhow,
  factsOf,
  outcomeOf,
  rowsOf,
} from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { anAmount } from '../timing.ts'
import type { AmountTarget, TargetFactData, TargetsPublishedData } from './facts.ts'
import { targetLedger } from './target-ledger.ts'

const fact = factsOf<TargetFactData>()
/** March 2026 begins in Shanghai 32 hours before hour 0, which is 2 March, 08:00. */
const MONTH_BEGAN = -32
const expected = fact('TargetsExpected', MONTH_BEGAN, {}, { policyVersion: 'v0' })
const submitted = (at: number, salespersonId: string) => fact('PersonalTargetSubmitted', at, { salespersonId })

function published(at: number, id: string, given: Partial<TargetsPublishedData>, policyVersion = 'v1') {
  const data = {
    publicationId: id,
    monthOn: parseLocalDate('2026-03-01'),
    zone: parseTimeZone('Asia/Shanghai'),
    amounts: [],
    quantities: [],
    salespersonIds: [],
    ...given,
  }
  return fact('TargetsPublished', at, data, { policyVersion })
}

function target(minor: number, teamId: string | null, personId: string | null, currency = 'CNY'): AmountTarget {
  return { teamId, personId, amount: { minor, currency } }
}

const timersOf = (key: string, ...facts: readonly Fact[]) =>
  outcomeOf(targetLedger, facts).timers.filter((timer) => timer.key === key)
const measured = (...facts: readonly Fact[]) => outcomeOf(targetLedger, facts).measurements

describe('a month that began', () => {
  it('owes targets from its beginning, under the policy of then (TGT-2, target.monthly)', () => {
    expect(timersOf('target.monthly', expected)).toEqual([
      {
        key: 'target.monthly',
        item: '',
        rule: 'TGT-2',
        startedAt: hour(MONTH_BEGAN),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v0',
      },
    ])
  })

  it('has its targets by the first publication, also one before it began (TGT-2, target.monthly)', () => {
    const [before, after] = [published(-100, 'a', {}), published(10, 'b', {})]
    expect(timersOf('target.monthly', expected, after)).toMatchObject([{ stoppedAt: hour(10) }])
    expect(timersOf('target.monthly', expected, after, before)).toMatchObject([{ stoppedAt: hour(-100) }])
  })

  it('is under no limit while it is not expected (TGT-2, target.monthly)', () => {
    expect(timersOf('target.monthly', published(10, 'b', {}))).toEqual([])
  })
})

describe('a salesperson who was told', () => {
  const told = published(10, 'a', { salespersonIds: ['x', 'y'] }, 'v2')

  it('owes a personal target and plan from the publication, under its policy (TGT-4, target.personal)', () => {
    const timer = {
      key: 'target.personal',
      rule: 'TGT-4',
      startedAt: hour(10),
      voidedAt: null,
      dueAt: null,
      policyVersion: 'v2',
    }
    expect(timersOf('target.personal', told, submitted(30, 'y'), submitted(20, 'y'), submitted(15, 'z'))).toEqual([
      { ...timer, item: 'x', stoppedAt: null },
      { ...timer, item: 'y', stoppedAt: hour(20) },
    ])
  })

  it('owes one also when only a target names him or her, and each but one (TGT-3, TGT-4, target.personal)', () => {
    const named = published(10, 'a', {
      salespersonIds: ['x'],
      amounts: [target(5, 't', 'y'), target(5, 't', 'x'), target(9, 't', null)],
    })
    expect(timersOf('target.personal', named).map(({ item }) => item)).toEqual(['x', 'y'])
  })

  it('owes none anew for a correction (TGT-4, target.personal)', () => {
    const corrected = published(50, 'b', { salespersonIds: ['x', 'new'] }, 'v3')
    expect(
      timersOf('target.personal', corrected, told).map(({ item, startedAt, policyVersion }) => [
        item,
        startedAt,
        policyVersion,
      ]),
    ).toEqual([
      ['x', hour(10), 'v2'],
      ['y', hour(10), 'v2'],
      ['new', hour(50), 'v3'],
    ])
  })
})

describe('published targets', () => {
  it('are denominators of their month, from the publication on (TGT-5, KPI-2)', () => {
    const quantities = [{ teamId: null, personId: 'x', quantity: parseQuantity('2.5') }]
    const counted = {
      kpi: 'KPI-2',
      since: hour(10),
      countsAt: hour(MONTH_BEGAN),
      dueAt: null,
      achievedAt: hour(10),
      numerator: 0,
      until: null,
    }
    expect(measured(published(10, 'a', { amounts: [target(700, 't', 'x')], quantities }))).toEqual([
      {
        ...counted,
        part: 'amount',
        item: `person:x/team:t/CNY/${hour(10)}`,
        denominator: 700,
        currency: 'CNY',
        scopes: ['person:x', 'team:t'],
      },
      // 2.5 pieces in thousandths.
      {
        ...counted,
        part: 'quantity',
        item: `person:x/${hour(10)}`,
        denominator: 2500,
        currency: null,
        scopes: ['person:x'],
      },
    ])
  })

  const tree = published(-100, 'a', {
    amounts: [
      target(1000, null, null),
      target(600, 't', null),
      target(400, 't', 'x'),
      target(150, 't', 'y'),
      target(90, null, null, 'BRL'),
    ],
  })
  // What orders bring: 300 by x, who is in t, on 2 March.
  const sold = { ...anAmount('KPI-3', null, hour(-1), 300, ['person:x', 'team:t']), currency: 'CNY' }

  it('give each scope its own attainment, none counted twice (ORG-8, C6, KPI-2)', () => {
    const rows = (scope: string) => rowsOf('KPI-2', [...measured(tree), sold], { asOf: hour(100), scope })
    expect(rows('person:x')).toEqual([['amount', 300, 400, 0, 0.75]])
    expect(rows('team:t')).toEqual([['amount', 300, 600, 0, 0.5]])
    expect(rows('person:y')).toEqual([['amount', 0, 150, 0, 0]])
    expect(rows('company')).toEqual([
      ['amount', 0, 90, 0, 0],
      ['amount', 300, 1000, 0, 0.3],
    ])
  })

  it('have no attainment before they are published: no row, neither 0 nor 100 % (KPI-2)', () => {
    const late = published(100, 'a', { amounts: [target(400, null, null)] })
    const rows = (asOf: number) => rowsOf('KPI-2', [...measured(expected, late), sold], { asOf: hour(asOf) })
    expect(rows(99)).toEqual([])
    expect(rows(100)).toEqual([['amount', 300, 400, 0, 0.75]])
  })

  it('count in no other month (KPI-2)', () => {
    expect(rowsOf('KPI-2', measured(tree), { asOf: hour(100), from: '2026-02-01', to: '2026-03-01' })).toEqual([])
    expect(rowsOf('KPI-2', measured(tree), { asOf: hour(2000), from: '2026-04-01', to: '2026-05-01' })).toEqual([])
  })
})

describe('a corrected target', () => {
  const first = published(0, 'a', { amounts: [target(1000, null, null), target(400, 't', 'x')] })
  const correction = published(50, 'b', { amounts: [target(700, 't', 'x')] })
  const rows = (asOf: number, scope: string, ...facts: readonly Fact[]) =>
    rowsOf('KPI-2', measured(...facts), { asOf: hour(asOf), scope }).map(([, , denominator]) => denominator)

  it('replaces the former one from its publication, and leaves the others as they are (KPI-2)', () => {
    const history = [correction, first]
    expect([rows(49.99, 'person:x', ...history), rows(49.99, 'company', ...history)]).toEqual([[400], [1000]])
    expect([rows(50, 'person:x', ...history), rows(50, 'company', ...history)]).toEqual([[700], [1000]])
  })

  it('replaces it at once where both were published at one instant (KPI-2)', () => {
    const atOnce = published(0, 'b', { amounts: [target(700, 't', 'x')] })
    expect(rows(0, 'person:x', first, atOnce)).toEqual([700])
  })

  it('of 0 takes the target away (KPI-2)', () => {
    const taken = published(50, 'b', { amounts: [target(0, 't', 'x')] })
    expect(rows(50, 'person:x', first, taken)).toEqual([])
    expect(rows(50, 'company', first, taken)).toEqual([1000])
  })

  it('is of its holder, measure and currency alone (C6, KPI-2)', () => {
    const others = published(50, 'b', {
      amounts: [target(1, 'u', 'x'), target(2, 't', 'y'), target(3, 't', 'x', 'BRL'), target(5, 't', null)],
      quantities: [{ teamId: 't', personId: 'x', quantity: parseQuantity('0.004') }],
    })
    // Of x in CNY: 400 in t and 1 in u; in BRL 3; 4 thousandths of quantity, shown in whole units.
    expect(rows(50, 'person:x', first, others)).toEqual([3, 401, 0.004])
  })
})

describe('the ledger of targets', () => {
  const history = [
    expected,
    published(-50, 'a', { amounts: [target(1000, null, null), target(400, 't', 'x')], salespersonIds: ['y'] }),
    published(20, 'b', {
      amounts: [target(700, 't', 'x')],
      quantities: [{ teamId: 't', personId: null, quantity: parseQuantity('3') }],
    }),
    submitted(30, 'x'),
    submitted(10, 'y'),
    submitted(40, 'y'),
  ]

  it('says nothing before anything is known (TGT-2, TGT-4, KPI-2)', () => {
    expect(outcomeOf(targetLedger, [submitted(1, 'x')])).toEqual({ timers: [], measurements: [] })
  })

  it('says the same in whatever order and however often it is told (TGT-2, TGT-4, KPI-2)', () => {
    expectSameToldAnyhow(targetLedger, history)
  })

  it('says the same from stored sums (KPI-2)', () => {
    expectSameFromStorage(targetLedger, history)
    expectSameFromStorage(targetLedger, history, 'team:t')
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(targetLedger, history)
  })
})

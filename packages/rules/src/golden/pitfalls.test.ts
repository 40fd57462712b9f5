import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, shipped, timerOf, VERSION } from '../deadlines/deadline-fixture.ts'
import {
  type ComplaintExtraFactData,
  type ComplaintFactData,
  evaluateTimer,
  explainTimer,
  type Fact,
  type Instant,
  ledgers,
  type OrderFactData,
  type PolicyBook,
  parseInstant,
  parsePolicies,
  plusMillis,
  type SurveyFactData,
  type TimerPause,
} from '../index.ts'
import type { ReportFactData } from '../ledger/report/facts.ts'
import { reportLedger } from '../ledger/report/report-ledger.ts'
import { companyFile, policyFile, problemsOf } from '../policy/fixtures.ts'
import {
  bookWithCalendar,
  complaintData,
  everyDay,
  factsOf,
  figureOf,
  justAfter,
  justBefore,
  limitsOf,
  streamOf,
} from './golden-fixture.ts'

/*
 * Mistakes that other systems made with time, figures and policy, each with the case that shows it. Those with calendar
 * feeds, keeping and lots are in `pitfalls-of-records.test.ts`. What only the platform can get wrong is tested there:
 * personal data inside hashed entries in service-kit (personal-cipher.int.test.ts; command-bus.int.test.ts: an erased
 * customer leaves every chain valid), a chain without an outside anchor in verify-context.int.test.ts and
 * tests/e2e/tampering.test.ts, and records that somebody deletes in the same two.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const withRow = (row: string, effectiveOn = VERSION): PolicyBook =>
  parsePolicies([...shipped, companyFile('deadlines', effectiveOn, `deadlines: [{ ${row} }]`)])

/** A company where the first answer, a limit of its own, and by approval the handling may wait for the customer. */
const patient = parsePolicies([
  ...shipped,
  companyFile(
    'deadlines',
    VERSION,
    [
      'deadlines:',
      '  - { key: contact.first, pauses: [WAITING_FOR_CUSTOMER] }',
      '  - { key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP, reason: agreed }',
    ].join('\n'),
  ),
])

const wait = (from: string, until: string): TimerPause => ({
  reason: 'WAITING_FOR_CUSTOMER',
  from: shanghai(from),
  until: shanghai(until),
})

describe('a wait for the customer', () => {
  // Friday 6 March 2026, 17:50: 10 minutes until closing, 20 from Monday 09:00 on.
  const startedAt = shanghai('2026-03-06 17:50')
  const dueWith = (...pauses: readonly TimerPause[]) =>
    evaluateTimer(patient, timerOf('contact.first', startedAt, { pauses }), shanghai('2026-03-09 18:00')).dueAt

  it('moves the due instant by the open time that it took, not by its length on the wall (SRV-2, C40; pitfall 1)', () => {
    expect(dueWith()).toBe(shanghai('2026-03-09 09:20'))
    // 17:55 to Saturday 12:00 are 18 h 5 min on the wall, and 5 minutes of open time. Added to the start, they would make
    // it begin on Saturday and be due at 09:30.
    expect(dueWith(wait('2026-03-06 17:55', '2026-03-07 12:00'))).toBe(shanghai('2026-03-09 09:25'))
  })

  it('takes nothing while it is closed anyway (SRV-2, C40; pitfall 2)', () => {
    // From the closing on Friday to the opening on Monday: 63 hours on the wall.
    expect(dueWith(wait('2026-03-06 18:00', '2026-03-09 09:00'))).toBe(dueWith())
    expect(dueWith(wait('2026-03-06 17:59', '2026-03-09 09:01'))).toBe(plusMillis(dueWith(), 2 * MINUTE))
  })

  it('ends with the handling, although nobody said that it did (CMP-3, KPI-17, C40; pitfall 3)', () => {
    const fact = factsOf<ComplaintFactData & ComplaintExtraFactData>()
    // Monday 2 March 10:00, one working day. It waits from 12:00 on and is handled on Wednesday at 11:00.
    const received = fact('ComplaintReceived', shanghai('2026-03-02 10:00'), complaintData())
    const handledAt = shanghai('2026-03-04 11:00')
    const handled = fact('ComplaintHandled', handledAt)
    const waiting = fact('ComplaintWaitBegan', shanghai('2026-03-02 12:00'), { reason: 'WAITING_FOR_CUSTOMER' })
    const handleOf = (...facts: readonly Fact[]) => {
      const stream = streamOf(ledgers.complaint, facts, patient)
      const timer = stream.timers.find(({ key }) => key === 'complaint.handle')
      return {
        status: limitsOf(stream, handledAt, patient)['complaint.handle']?.[0],
        figure: figureOf(stream, ['KPI-17', 'complaint.handle'], handledAt),
        counted: timer && explainTimer(patient, timer, handledAt).counted,
      }
    }
    // Counted is Monday 10:00 to 12:00 only. Without the wait it was due on Tuesday at 10:00.
    expect(handleOf(received, waiting, handled)).toEqual({ status: 'MET', figure: [1, 1, 0], counted: 2 * HOUR })
    expect(handleOf(received, handled)).toMatchObject({ status: 'MISSED', figure: [0, 1, 0] })
  })
})

describe('a time without a zone', () => {
  it.each(['2026-02-13T16:00:00', '2026-02-13 16:00', '2026-02-13'])(
    '%s is refused, not guessed (pitfall 4)',
    (text) => {
      expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'INSTANT_INVALID' }))
    },
  )

  it('is one moment, whatever zone it is written in (pitfall 4)', () => {
    // 16:00 in Shanghai is 08:00 in London and 05:00 in São Paulo.
    const moments = ['2026-02-13T16:00:00+08:00', '2026-02-13T08:00:00Z', '2026-02-13T05:00:00-03:00'].map(parseInstant)
    expect(new Set(moments)).toEqual(new Set([shanghai('2026-02-13 16:00')]))
  })
})

describe('the end of a day', () => {
  const fact = factsOf<ReportFactData>()
  const midnight = shanghai('2026-03-03 00:00')
  const reported = (at: Instant) => {
    const expected = { personId: 's', teamId: null, kind: 'DAILY', period: '2026-03-02' } as const
    const facts = [fact('ReportExpected', shanghai('2026-03-02 00:00'), expected), fact('ReportSubmitted', at)]
    return limitsOf(streamOf(reportLedger, facts), midnight)['report.daily']?.[0]
  }

  it('is midnight, not 23:59 (RPT-1, report.daily; pitfall 5)', () => {
    const instants = [shanghai('2026-03-02 23:59'), plusMillis(midnight, -30_000), justBefore(midnight), midnight]
    expect(instants.map(reported)).toEqual(['MET', 'MET', 'MET', 'MISSED'])
  })

  it('costs a company that never closes no minute (SRV-2; pitfall 5)', () => {
    const always = bookWithCalendar(everyDay, ['00:00-24:00'])
    // 15 minutes before midnight and 15 after it.
    const timer = timerOf('contact.first', shanghai('2026-03-02 23:45'))
    expect(evaluateTimer(always, timer, timer.startedAt).dueAt).toBe(shanghai('2026-03-03 00:15'))
  })
})

describe('an order that was confirmed after 20 hours in May', () => {
  const fact = factsOf<OrderFactData>()
  const placedAt = shanghai('2026-05-04 10:00')
  const placed = { customerId: 'c', salespersonId: 's', channel: 'ONLINE', lines: [] }
  const order = (policyVersion: string, book: PolicyBook) =>
    streamOf(
      ledgers.order,
      [
        fact('OrderPlaced', placedAt, placed, policyVersion),
        fact('OrderConfirmed', plusMillis(placedAt, 20 * HOUR), {}, policyVersion),
      ],
      book,
    )

  it('was in time and remains so when policy asks for 12 hours from June on (ORD-1, KPI-1, GEN-5; pitfall 7)', () => {
    const later = withRow('key: order.confirm, clock: elapsed, limit: 12 hours', '2026-06-01')
    const inJuly = shanghai('2026-07-01 00:00')
    const seen = (policyVersion: string, book: PolicyBook) => [
      evaluateTimer(book, timerOf('order.confirm', placedAt, { policyVersion }), placedAt).dueAt,
      figureOf(order(policyVersion, book), ['KPI-1', null], inJuly),
    ]
    expect(seen(VERSION, later)).toEqual([shanghai('2026-05-05 10:00'), [1, 1, 0]])
    expect(seen(VERSION, later)).toEqual(seen(VERSION, china))
    // What begins under the new version is judged by it.
    expect(seen('2026-06-01', later)).toEqual([shanghai('2026-05-04 22:00'), [0, 1, 0]])
    expect(later.versionAt(placedAt)).toBe(VERSION)
    expect(later.versionAt(inJuly)).toBe('2026-06-01')
  })
})

describe('a limit that runs out while no job runs', () => {
  const fact = factsOf<ComplaintFactData>()
  const complaint = streamOf(ledgers.complaint, [
    fact('ComplaintReceived', shanghai('2026-03-04 10:00'), complaintData()),
  ])
  const dueAt = shanghai('2026-03-04 12:00')
  const seen = (now: Instant) => [
    limitsOf(complaint, now)['complaint.verify']?.[0],
    figureOf(complaint, ['KPI-17', 'complaint.verify'], now),
  ]

  it('is broken from its first late millisecond on, in status and figure alike (CMP-2, KPI-17; pitfall 8)', () => {
    expect(seen(dueAt)).toEqual(['WARNED', [0, 0, 1]])
    expect(seen(justAfter(dueAt))).toEqual(['OVERDUE', [0, 1, 0]])
  })

  it('was not broken before, whenever that is asked (CMP-2, KPI-17; pitfall 8)', () => {
    seen(shanghai('2026-12-31 12:00'))
    expect(seen(dueAt)).toEqual(['WARNED', [0, 0, 1]])
  })
})

describe('a complaint that was solved twice', () => {
  const fact = factsOf<SurveyFactData>()
  const asOf = shanghai('2026-04-01 00:00')
  const answer = (serviceScore: number, at: string) =>
    fact('SurveyAnswered', shanghai(at), { customerId: 'c', serviceScore, productScore: null })
  const survey = (at: string, ...answers: readonly Fact[]) =>
    streamOf(ledgers.survey, [fact('SurveyInvited', shanghai(at), { customerId: 'c' }), ...answers]).measurements

  it('is rated for each solution, and each of them once (KPI-23, KPI-24; pitfall 9)', () => {
    // The first was bad and is not forgiven by a second answer to it; the second was good.
    const first = survey('2026-03-02 10:00', answer(2, '2026-03-02 11:00'), answer(5, '2026-03-02 12:00'))
    const second = survey('2026-03-09 10:00', answer(5, '2026-03-09 11:00'))
    const both = { measurements: [...first, ...second] }
    expect(figureOf(both, ['KPI-23', 'service'], asOf)).toEqual([1, 2, 0])
    expect(figureOf(both, ['KPI-23', 'service.mean'], asOf)).toEqual([7, 2, 0])
    expect(figureOf(both, ['KPI-24', null], asOf)).toEqual([2, 2, 0])
  })
})

describe('policies that overlap', () => {
  const confirm = (limit: string) => `deadlines: [{ key: order.confirm, clock: elapsed, limit: ${limit} }]`
  const ofClass = (limit: string, number = 'CO-CLASS') =>
    policyFile({ kind: 'deadlines', layer: 'productClass', appliesTo: '[CLASS_III]', number, body: confirm(limit) })
  const ofContract = policyFile({
    kind: 'deadlines',
    layer: 'contract',
    appliesTo: '[K-1]',
    body: confirm('8 hours'),
  })

  it('have the stricter of class and contract, and the narrower of class and company (ORD-1, C18; pitfall 15)', () => {
    const company = companyFile('deadlines', VERSION, confirm('20 hours'))
    const book = parsePolicies([...shipped, company, ofClass('12 hours'), ofContract])
    const limitIn = (context: Parameters<PolicyBook['deadline']>[2]) =>
      book.deadline('order.confirm', VERSION, context).limit.en
    expect(limitIn({})).toBe('20 hours')
    expect(limitIn({ productClass: 'CLASS_III' })).toBe('12 hours')
    expect(limitIn({ contractId: 'K-1' })).toBe('8 hours')
    expect(limitIn({ productClass: 'CLASS_III', contractId: 'K-1' })).toBe('8 hours')
    expect(limitIn({ productClass: 'CLASS_II', contractId: 'K-2' })).toBe('20 hours')
  })

  it('are refused where two documents say the same of one class: none of them wins silently (GEN-5; pitfall 15)', () => {
    const two = [ofClass('12 hours'), ofClass('6 hours', 'CO-OTHER')]
    expect(problemsOf([...shipped, ...two])).toEqual([
      expect.stringMatching(/: 'order\.confirm' is changed by two documents for product class CLASS_III$/),
    ])
  })
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china } from '../deadlines/deadline-fixture.ts'
import {
  type ComplaintFactData,
  type DeadlineKey,
  evaluateTimer,
  type Fact,
  type Instant,
  type KpiId,
  ledgers,
  type OrderFactData,
  type RuleId,
} from '../index.ts'
import { enquiryLedger } from '../ledger/enquiry/enquiry-ledger.ts'
import type { EnquiryFactData } from '../ledger/enquiry/facts.ts'
import type { FollowUpFactData } from '../ledger/follow-up/facts.ts'
import { followUpLedger } from '../ledger/follow-up/follow-up-ledger.ts'
import type { ReportFactData } from '../ledger/report/facts.ts'
import { reportLedger } from '../ledger/report/report-ledger.ts'
import { complaintData, factsOf, figureOf, justAfter, justBefore, type Stream, streamOf } from './golden-fixture.ts'

/*
 * The numbers of the regulations that are limits of time, each from its fact to its figure under the policy as shipped:
 * the due instant is the last moment that meets it. Those that count things are in `numbers-counted.test.ts`.
 */

/** A stream in which a limit began, and ended where an end is given. */
type StreamUntil = (startedAt: Instant, doneAt: Instant | null) => Stream

const until = (doneAt: Instant | null, ended: (at: Instant) => Fact) => (doneAt === null ? [] : [ended(doneAt)])

const orderFact = factsOf<OrderFactData>()
const order: StreamUntil = (startedAt, doneAt) =>
  streamOf(ledgers.order, [
    orderFact('OrderPlaced', startedAt, { customerId: 'c', salespersonId: 's', channel: 'ONLINE', lines: [] }),
    ...until(doneAt, (at) => orderFact('OrderConfirmed', at)),
  ])

const complaintFact = factsOf<ComplaintFactData>()
const complaint =
  (end: keyof ComplaintFactData, complaintClass: 'QUALITY' | 'OTHER'): StreamUntil =>
  (startedAt, doneAt) =>
    streamOf(ledgers.complaint, [
      complaintFact('ComplaintReceived', startedAt, complaintData(complaintClass)),
      ...until(doneAt, (at) => complaintFact(end, at)),
    ])

const enquiryFact = factsOf<EnquiryFactData>()
const enquiry =
  (channel: 'PHONE' | 'LETTER' | 'EMAIL'): StreamUntil =>
  (startedAt, doneAt) =>
    streamOf(enquiryLedger, [
      enquiryFact('EnquiryReceived', startedAt, { customerId: 'c', channel }),
      ...until(doneAt, (at) => enquiryFact('EnquiryAnswered', at, { answeredBy: 'advisor', teamId: null })),
    ])

const followUpFact = factsOf<FollowUpFactData>()
const visit: StreamUntil = (startedAt, doneAt) =>
  streamOf(followUpLedger, [
    followUpFact('FollowUpExpected', startedAt, {
      customerId: 'c',
      salespersonId: 's',
      teamId: null,
      month: '2026-02',
    }),
    ...until(doneAt, (at) => followUpFact('FollowUpRecorded', at, { isTwoWay: true })),
  ])

const reportFact = factsOf<ReportFactData>()
const report =
  (kind: 'DAILY' | 'WEEKLY'): StreamUntil =>
  (startedAt, doneAt) =>
    streamOf(reportLedger, [
      reportFact('ReportExpected', startedAt, { personId: 's', teamId: null, kind, period: 'the period' }),
      ...until(doneAt, (at) => reportFact('ReportSubmitted', at)),
    ])

type Row = readonly [
  number: string,
  rule: RuleId,
  key: DeadlineKey,
  figure: readonly [KpiId, string | null],
  stream: StreamUntil,
  start: string,
  dueAt: Instant,
]

describe('a number of the regulations', () => {
  it.each<Row>([
    // From Friday to Saturday: hours do not stop for a weekend.
    [
      '24 hours to confirm an order',
      'ORD-1',
      'order.confirm',
      ['KPI-1', null],
      order,
      '2026-03-06 17:00',
      shanghai('2026-03-07 17:00'),
    ],
    // Over midnight.
    [
      '2 hours to verify a complaint',
      'CMP-2',
      'complaint.verify',
      ['KPI-17', 'complaint.verify'],
      complaint('ComplaintRegistered', 'OTHER'),
      '2026-03-04 23:30',
      shanghai('2026-03-05 01:30'),
    ],
    // Friday to Monday: 72 hours on the wall.
    [
      '1 working day to handle it',
      'CMP-3',
      'complaint.handle',
      ['KPI-17', 'complaint.handle'],
      complaint('ComplaintHandled', 'OTHER'),
      '2026-03-06 16:00',
      shanghai('2026-03-09 16:00'),
    ],
    // Saturday to Sunday.
    [
      '24 hours for an opinion on quality',
      'CMP-5',
      'complaint.opinion.quality',
      ['KPI-17', 'complaint.opinion.quality'],
      complaint('OpinionIssued', 'QUALITY'),
      '2026-03-07 09:00',
      shanghai('2026-03-08 09:00'),
    ],
    // Saturday to Monday.
    [
      '48 hours for another opinion',
      'CMP-6',
      'complaint.opinion.other',
      ['KPI-17', 'complaint.opinion.other'],
      complaint('OpinionIssued', 'OTHER'),
      '2026-03-07 09:00',
      shanghai('2026-03-09 09:00'),
    ],
    // Sunday evening to Monday evening.
    [
      '24 hours to answer a call',
      'CMP-14',
      'enquiry.phone',
      ['KPI-19', 'enquiry.phone'],
      enquiry('PHONE'),
      '2026-03-08 18:00',
      shanghai('2026-03-09 18:00'),
    ],
    // 14, 15 and 16 February, the latter two holidays.
    [
      '3 days to answer a letter',
      'CMP-15',
      'enquiry.written',
      ['KPI-19', 'enquiry.written'],
      enquiry('LETTER'),
      '2026-02-13 16:00',
      shanghai('2026-02-16 16:00'),
    ],
    // The last millisecond of February, which has 28 days.
    [
      '1 visit a month',
      'FUP-1',
      'visit.monthly',
      ['KPI-25', 'monthly'],
      visit,
      '2026-02-01 00:00',
      justBefore(shanghai('2026-03-01 00:00')),
    ],
    // The last millisecond of the day.
    [
      '1 report a day',
      'RPT-1',
      'report.daily',
      ['KPI-31', 'daily'],
      report('DAILY'),
      '2026-03-02 00:00',
      justBefore(shanghai('2026-03-03 00:00')),
    ],
    // That it is due on Monday at noon is proposed; the regulations say weekly.
    [
      '1 report a week',
      'RPT-2',
      'report.weekly',
      ['KPI-31', 'weekly'],
      report('WEEKLY'),
      '2026-03-02 00:00',
      shanghai('2026-03-09 12:00'),
    ],
  ])(
    '%s: met at the due instant and missed a millisecond later (%s, %s)',
    (_, rule, key, figure, stream, start, dueAt) => {
      const startedAt = shanghai(start)
      const lateAt = justAfter(dueAt)
      /** Rule, due instant and status of the limit, and its figure, seen from an instant. */
      const seen = (doneAt: Instant | null, asOf: Instant) => {
        const happened = stream(startedAt, doneAt)
        const states = happened.timers
          .filter((timer) => timer.key === key)
          .map((timer) => evaluateTimer(china, timer, asOf))
        return [states.map((state) => [state.rule, state.dueAt, state.status]), figureOf(happened, figure, asOf)]
      }
      // Numerator, denominator, pending.
      expect(seen(dueAt, dueAt)).toEqual([[[rule, dueAt, 'MET']], [1, 1, 0]])
      expect(seen(lateAt, lateAt)).toEqual([[[rule, dueAt, 'MISSED']], [0, 1, 0]])
      expect(seen(null, dueAt)).toEqual([[[rule, dueAt, 'WARNED']], [0, 0, 1]])
      expect(seen(null, lateAt)).toEqual([[[rule, dueAt, 'OVERDUE']], [0, 1, 0]])
    },
  )
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { type DeadlineKey, deadlineKeys } from '../catalogue/entry.ts'
import type { RuleId } from '../catalogue/index.ts'
import type { Timer } from '../ledger/ledger.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { plusMillis } from '../primitives/instant.ts'
import { china, HOUR, shipped, timerOf, VERSION } from './deadline-fixture.ts'
import { evaluateTimer, reckoningOf } from './index.ts'

const { dueAtOf } = reckoningOf(china)

/** Rule and key, start, due, and how the due instant is worked out. */
const golden: readonly (readonly [RuleId, DeadlineKey, string, string, string])[] = [
  ['ORD-1', 'order.confirm', '2026-02-13 16:00', '2026-02-14 16:00', '24 hours on the wall'],
  ['CMP-2', 'complaint.verify', '2026-02-28 23:30', '2026-03-01 01:30', '2 hours over the end of February'],
  ['CMP-5', 'complaint.opinion.quality', '2024-02-28 16:00', '2024-02-29 16:00', '24 hours into a leap day'],
  ['CMP-6', 'complaint.opinion.other', '2025-12-30 18:30', '2026-01-01 18:30', '48 hours over the year end'],
  // 14 February 2026 is a make-up day, 15 to 23 are the Spring Festival.
  ['CMP-3', 'complaint.handle', '2026-02-13 16:00', '2026-02-14 16:00', 'the next working day is that Saturday (N2)'],
  ['CMP-3', 'complaint.handle', '2026-02-14 16:00', '2026-02-24 16:00', 'the next working day is the Tuesday after'],
  ['CMP-4', 'complaint.handover', '2026-03-04 23:50', '2026-03-05 00:05', '15 minutes over midnight'],
  ['CMP-14', 'enquiry.phone', '2026-12-31 12:00', '2027-01-01 12:00', '24 hours, holiday or not'],
  ['CMP-15', 'enquiry.written', '2026-02-13 16:00', '2026-02-16 16:00', '3 calendar days, two of them holidays (C5)'],
  ['SRV-2', 'contact.first', '2026-02-14 17:45', '2026-02-24 09:15', '15 minutes on Saturday, 15 on Tuesday the 24th'],
  // The following Monday is 16 February, a holiday.
  ['RPT-2', 'report.weekly', '2026-02-09 00:00', '2026-02-24 12:00', 'noon of the first working day from Monday on'],
  ['TGT-2', 'target.monthly', '2026-02-01 00:00', '2026-02-04 18:00', 'working days Mon 2, Tue 3, Wed 4'],
  ['TGT-4', 'target.personal', '2026-02-12 10:00', '2026-02-24 10:00', 'Fri 13, Sat 14 (made up), Tue 24'],
  ['CUS-6', 'record.entry', '2026-03-07 10:00', '2026-03-08 10:00', '24 hours over a weekend'],
  ['CON-1', 'contract.sign', '2026-02-09 14:00', '2026-02-14 14:00', '10, 11, 12, 13 and Saturday 14'],
  ['CUS-7', 'file.update', '2024-02-26 08:00', '2024-03-04 08:00', '27, 28, 29 February, 1 to 4 March'],
  ['OPS-1', 'backup.daily', '2026-02-14 02:00', '2026-02-15 02:00', '24 hours'],
  ['TRC-6', 'retention.record', '2024-02-29 00:00', '2026-03-01 00:00', '2 years to a day that does not exist (C1)'],
  ['RCL-1', 'recall.notify', '2026-02-13 17:30', '2026-02-14 17:30', '24 hours'],
  ['RCL-1', 'recall.notify.class1', '2026-02-14 09:00', '2026-02-15 09:00', '1 calendar day, a holiday (C5)'],
  ['RCL-1', 'recall.notify.class2', '2026-02-14 09:00', '2026-02-17 09:00', '3 calendar days'],
  ['RCL-1', 'recall.notify.class3', '2026-02-14 09:00', '2026-02-21 09:00', '7 calendar days'],
  ['QLT-2', 'adverseEvent.death', '2026-02-14 09:00', '2026-02-21 09:00', '7 calendar days'],
  // 14 + 20 = 34, and February has 28 days.
  ['QLT-2', 'adverseEvent.injury', '2026-02-14 09:00', '2026-03-06 09:00', '20 calendar days'],
  // 1 to 5 May 2026 are free: Wed 6, Thu 7, Fri 8.
  ['FIN-2', 'invoice.match', '2026-04-30 11:00', '2026-05-08 11:00', '3 working days after Labour Day'],
]

/** Limits that end with a day or month: met up to the last millisecond before the next one begins. */
const untilMidnight = [
  ['RPT-1', 'report.daily', '2026-03-02 00:00', '2026-03-03 00:00'],
  ['RPT-1', 'report.daily', '2026-12-31 23:59', '2027-01-01 00:00'],
  ['FUP-1', 'visit.monthly', '2026-02-01 00:00', '2026-03-01 00:00'],
  ['FUP-1', 'visit.monthly', '2024-02-01 00:00', '2024-03-01 00:00'],
] as const

/** Limits whose timers bring the due instant. */
const brought = [
  ['DEL-1', 'order.delivery'],
  ['CUS-11', 'project.contacts'],
] as const

describe('the shipped limits, one by one', () => {
  it.each(golden)('%s %s from %s is due %s: %s', (rule, key, start, due) => {
    const timer = timerOf(key, shanghai(start))
    expect([timer.rule, dueAtOf(timer)]).toEqual([rule, shanghai(due)])
  })

  it.each(untilMidnight)('%s %s from %s ends with the day, not at 23:59 (before %s)', (rule, key, start, end) => {
    const timer = timerOf(key, shanghai(start))
    const lastMoment = plusMillis(shanghai(end), -1)
    expect([timer.rule, dueAtOf(timer)]).toEqual([rule, lastMoment])
    const done = (stoppedAt: Timer['stoppedAt']) => evaluateTimer(china, { ...timer, stoppedAt }, shanghai(end)).status
    expect([done(lastMoment), done(shanghai(end))]).toEqual(['MET', 'MISSED'])
  })

  it.each(brought)('%s %s is due when its timer says so', (rule, key) => {
    const dueAt = shanghai('2026-05-20 18:00')
    const timer = timerOf(key, shanghai('2026-05-01 10:00'), { dueAt })
    expect([timer.rule, dueAtOf(timer)]).toEqual([rule, dueAt])
    expect(evaluateTimer(china, timer, dueAt)).toMatchObject({ dueAt, status: 'WARNED', calendarVersion: null })
  })

  it('are all there', () => {
    const shown = [...golden, ...untilMidnight, ...brought].map(([, key]) => key)
    expect([...new Set<string>(shown)].toSorted()).toEqual([...deadlineKeys].toSorted())
  })
})

describe('hours (C4) and days (C5)', () => {
  // Friday 6 March 2026, 17:00.
  const friday = shanghai('2026-03-06 17:00')

  it('count the weekend, unless a company asks for business hours with an approver (C4)', () => {
    expect(dueAtOf(timerOf('order.confirm', friday))).toBe(shanghai('2026-03-07 17:00'))
    const row = '{ key: order.confirm, clock: business, limit: 24 hours, approvedBy: LEADERSHIP, reason: agreed }'
    const company = parsePolicies([...shipped, companyFile('deadlines', '2026-01-01', `deadlines: [${row}]`)])
    // 1 h on Friday, 7.5 h on Monday, Tuesday and Wednesday make 23.5 h: half an hour of Thursday is left.
    expect(reckoningOf(company).dueAtOf(timerOf('order.confirm', friday))).toBe(shanghai('2026-03-12 09:30'))
    expect(company.overrides.map(({ key }) => key)).toEqual(['order.confirm'])
  })

  it('are calendar days that end at the same clock time (C5)', () => {
    expect(dueAtOf(timerOf('enquiry.written', friday))).toBe(shanghai('2026-03-09 17:00'))
    expect(dueAtOf(timerOf('recall.notify.class1', friday))).toBe(shanghai('2026-03-07 17:00'))
  })
})

describe('what is closed', () => {
  const verify = timerOf('complaint.verify', shanghai('2026-05-04 10:00'), { stoppedAt: shanghai('2026-05-04 11:30') })
  const row = 'deadlines: [{ key: complaint.verify, clock: elapsed, limit: 1 hour }]'
  const later = parsePolicies([...shipped, companyFile('deadlines', '2026-06-01', row)])

  it('keeps the verdict of the policy that it pinned, whatever policy comes later (GEN-5)', () => {
    const now = shanghai('2026-07-01 00:00')
    expect(evaluateTimer(later, verify, now)).toEqual(evaluateTimer(china, verify, now))
    expect(evaluateTimer(later, verify, now).status).toBe('MET')
    expect(evaluateTimer(later, { ...verify, policyVersion: '2026-06-01' }, now).status).toBe('MISSED')
  })
})

describe('an overdue limit', () => {
  const verify = timerOf('complaint.verify', shanghai('2026-05-04 10:00'))

  it('is overdue from its first late millisecond on, without any job that says so (CMP-2)', () => {
    const dueAt = plusMillis(verify.startedAt, 2 * HOUR)
    const statuses = [dueAt, plusMillis(dueAt, 1)].map((now) => evaluateTimer(china, verify, now).status)
    expect(statuses).toEqual(['WARNED', 'OVERDUE'])
    expect(verify.policyVersion).toBe(VERSION)
  })
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, VERSION } from '../deadlines/deadline-fixture.ts'
import {
  accessRoles,
  type ComplaintFactData,
  enforcementsOf,
  evaluateTimer,
  type Fact,
  ledgers,
  type Role,
} from '../index.ts'
import { contactLedger } from '../ledger/contact/contact-ledger.ts'
import type { ContactFactData } from '../ledger/contact/facts.ts'
import { enquiryLedger } from '../ledger/enquiry/enquiry-ledger.ts'
import type { ContactChannel, EnquiryFactData } from '../ledger/enquiry/facts.ts'
import type { FollowUpFactData } from '../ledger/follow-up/facts.ts'
import { followUpLedger } from '../ledger/follow-up/follow-up-ledger.ts'
import type { ProjectFactData } from '../ledger/project/facts.ts'
import { projectLedger } from '../ledger/project/project-ledger.ts'
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

/* How customers are reached, and by whom: what the regulations leave open, as it was settled. */

const enquiryFact = factsOf<EnquiryFactData>()
const contactFact = factsOf<ContactFactData>()
const enquiry = (channel: ContactChannel, at: string, ...more: readonly Fact[]) =>
  streamOf(enquiryLedger, [enquiryFact('EnquiryReceived', shanghai(at), { customerId: 'c', channel }), ...more])
const contact = (at: string, ...more: readonly Fact[]) =>
  streamOf(contactLedger, [contactFact('ContactReceived', shanghai(at), { customerId: 'c' }), ...more])

describe('an enquiry of Friday 13 February 2026, 16:00', () => {
  it.each([
    // 24 hours, a make-up Saturday or not; 3 calendar days, of which two are holidays.
    ['PHONE', 'enquiry.phone', '2026-02-14 16:00', null],
    ['ONLINE_CHAT', 'enquiry.phone', '2026-02-14 16:00', null],
    ['LETTER', 'enquiry.written', '2026-02-16 16:00', [0, 1, 0]],
    ['EMAIL', 'enquiry.written', '2026-02-16 16:00', [0, 1, 0]],
    ['WECHAT', 'enquiry.written', '2026-02-16 16:00', [0, 1, 0]],
    ['WEB_FORM', 'enquiry.written', '2026-02-16 16:00', [0, 1, 0]],
    ['SMS', 'enquiry.written', '2026-02-16 16:00', [0, 1, 0]],
  ] as const)(
    'by %s is under %s, and within the reply rate where it is written (CMP-14, CMP-15, CMP-16, KPI-18, C33)',
    (channel, key, due, replies) => {
      const dueAt = shanghai(due)
      const received = enquiry(channel, '2026-02-13 16:00')
      expect(limitsOf(received, dueAt)).toEqual({ [key]: ['WARNED', dueAt] })
      expect(limitsOf(received, justAfter(dueAt))).toEqual({ [key]: ['OVERDUE', dueAt] })
      expect(figureOf(received, ['KPI-18', null], justAfter(dueAt))).toEqual(replies)
    },
  )

  it('is a contact as well, whatever the channel: answered for the first time within 30 open minutes (SRV-2, C33)', () => {
    // The channel of a contact is not even read. Friday is open until 18:00.
    const dueAt = shanghai('2026-02-13 16:30')
    const replied = (at: typeof dueAt) =>
      contact(
        '2026-02-13 16:00',
        contactFact('ContactReplied', at, { isAutomatic: false, repliedBy: 'agent', teamId: null }),
      )
    expect(limitsOf(replied(dueAt), dueAt)).toEqual({ 'contact.first': ['MET', dueAt] })
    expect(limitsOf(replied(justAfter(dueAt)), justAfter(dueAt))).toEqual({ 'contact.first': ['MISSED', dueAt] })
  })
})

describe('an enquiry that an advisor or an agent answers', () => {
  // Which of the two it goes to depends on product and question. This package reads only who it went to.
  const assignedTo = (channel: ContactChannel, assigneeId: string) =>
    enquiry(
      channel,
      '2026-03-06 17:00',
      enquiryFact('EnquiryAssigned', shanghai('2026-03-06 17:05'), { assigneeId, teamId: null }),
    )

  it.each([
    ['PHONE', 'enquiry.phone', '2026-03-07 17:00'],
    ['EMAIL', 'enquiry.written', '2026-03-09 17:00'],
  ] as const)('by %s has the same limit from both: %s until %s (CMP-14, CMP-15, C12)', (channel, key, due) => {
    const [advisor, agent] = [assignedTo(channel, 'advisor'), assignedTo(channel, 'agent')]
    expect(advisor.timers).toEqual(agent.timers)
    expect(limitsOf(advisor, shanghai('2026-03-06 17:05'))).toEqual({ [key]: ['RUNNING', shanghai(due)] })
    expect(advisor.measurements.flatMap(({ scopes }) => scopes)).toContain('person:advisor')
    expect(agent.measurements.flatMap(({ scopes }) => scopes)).toContain('person:agent')
  })

  it('is for one of two roles, and one person is called for both (C12)', () => {
    const isRegulated = (role: Role) => accessRoles.find(({ id }) => id === role)?.isRegulated
    expect([isRegulated('MEDICAL_ADVISOR'), isRegulated('HOTLINE_AGENT')]).toEqual([true, false])
    const called = ['enquiry.phone', 'enquiry.written'].map((key) => china.deadline(key, VERSION).escalateTo)
    expect(called).toEqual(['DEPARTMENT_HEAD', 'DEPARTMENT_HEAD'])
  })
})

describe('what arrives on Sunday 8 March 2026 at 03:00', () => {
  const at = '2026-03-08 03:00'
  const complaint = streamOf(ledgers.complaint, [
    factsOf<ComplaintFactData>()('ComplaintReceived', shanghai(at), complaintData()),
  ])
  const everything = { timers: [...complaint.timers, ...enquiry('PHONE', at).timers, ...contact(at).timers] }
  const dueOf = (book = china) =>
    Object.fromEntries(
      everything.timers.map((timer) => {
        const { key, dueAt, calendarVersion } = evaluateTimer(book, timer, shanghai(at))
        return [key, [dueAt, calendarVersion]]
      }),
    )
  const inHours = {
    'complaint.verify': [shanghai('2026-03-08 05:00'), null],
    'complaint.opinion.quality': [shanghai('2026-03-09 03:00'), null],
    'enquiry.phone': [shanghai('2026-03-09 03:00'), null],
  }

  it('is taken in: its hours run through the night, and only open time waits for Monday (SRV-2, CMP-2, C19)', () => {
    expect(dueOf()).toEqual({
      ...inHours,
      // From Monday 09:00 on: one working day, and 30 minutes.
      'complaint.handle': [shanghai('2026-03-10 09:00'), 'cn-office@2026'],
      'contact.first': [shanghai('2026-03-09 09:30'), 'cn-office@2026'],
      'complaint.handover': [shanghai('2026-03-10 09:15'), null],
    })
  })

  it('is due by the same hours for a company that never closes (C19)', () => {
    expect(dueOf(bookWithCalendar(everyDay, ['00:00-24:00']))).toMatchObject({
      ...inHours,
      'complaint.handle': [shanghai('2026-03-09 03:00'), 'own@1'],
      'contact.first': [shanghai('2026-03-08 03:30'), 'own@1'],
    })
  })
})

describe('an active customer with a project, in March 2026', () => {
  const followUpFact = factsOf<FollowUpFactData>()
  const projectFact = factsOf<ProjectFactData>()
  const asOf = shanghai('2026-05-01 00:00')

  const visits = (month: string, ...days: readonly string[]) =>
    streamOf(followUpLedger, [
      followUpFact('FollowUpExpected', shanghai(`${month}-01 00:00`), {
        customerId: 'c',
        salespersonId: 's',
        teamId: null,
        month,
      }),
      ...days.map((day) => followUpFact('FollowUpRecorded', shanghai(`${day} 10:00`), { isTwoWay: true })),
    ])
  const project = (...days: readonly string[]) =>
    streamOf(projectLedger, [
      projectFact('ProjectStarted', shanghai('2026-03-02 09:00'), { customerId: 'c', leadId: 'l', teamId: null }),
      ...days.map((day) =>
        projectFact('ProjectContactRecorded', shanghai(`${day} 10:00`), {
          contactId: day,
          tellsSiteProgress: true,
          tellsOpinion: true,
        }),
      ),
      projectFact('ProjectClosed', shanghai('2026-03-20 17:00')),
    ])

  it('is owed the visit of the month and two contacts of the project: one talk is not enough for both (FUP-1, CUS-11, C8)', () => {
    expect(figureOf(visits('2026-03', '2026-03-10'), ['KPI-25', 'monthly'], asOf)).toEqual([1, 1, 0])
    expect(figureOf(project('2026-03-10'), ['KPI-26', null], asOf)).toEqual([0, 1, 0])
    expect(figureOf(project('2026-03-10', '2026-03-18'), ['KPI-26', null], asOf)).toEqual([1, 1, 0])
  })

  it('is owed another visit in April, however often March had one (FUP-1, C8)', () => {
    const april = visits('2026-04', '2026-03-10', '2026-03-18')
    expect(figureOf(april, ['KPI-25', 'monthly'], justBefore(shanghai('2026-05-01 00:00')))).toEqual([0, 0, 1])
    expect(figureOf(april, ['KPI-25', 'monthly'], asOf)).toEqual([0, 1, 0])
  })

  it('is called back after a service besides: a job and its record, with no limit in the policy (C8)', () => {
    // The proposed 7 days after a closed service are no limit that this package could reckon: nothing begins it yet.
    expect(enforcementsOf('FUP-2').map(({ kind }) => kind)).toEqual(expect.arrayContaining(['JOB', 'RECORD']))
    expect(china.deadlines(VERSION).filter(({ rule }) => rule === 'FUP-2')).toEqual([])
  })
})

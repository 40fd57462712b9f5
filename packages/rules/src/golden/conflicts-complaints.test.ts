import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, VERSION } from '../deadlines/deadline-fixture.ts'
import { refused } from '../gates/violation-fixture.ts'
import {
  accessRoles,
  announcementsDue,
  type ComplaintExtraFactData,
  type ComplaintFactData,
  complaintStages,
  delayExplainedGate,
  evaluateTimer,
  type Fact,
  ledgers,
  roles,
  stageGate,
} from '../index.ts'
import { complaintData, factsOf, figureOf, justAfter, limitsOf, streamOf } from './golden-fixture.ts'

/* Who has a complaint, and what counts as its success: what the regulations leave open, as it was settled. */

const fact = factsOf<ComplaintFactData & ComplaintExtraFactData>()
const RECEIVED_AT = shanghai('2026-03-04 10:00')
const received = (complaintClass: 'UNCLASSIFIED' | 'QUALITY' | 'OTHER') =>
  fact('ComplaintReceived', RECEIVED_AT, complaintData(complaintClass))
const at = (type: keyof ComplaintFactData, when: string) => fact(type, shanghai(when))
const told = (...facts: readonly Fact[]) => streamOf(ledgers.complaint, facts)

describe('a complaint of Wednesday 10:00 that nobody solves', () => {
  /** Who has been called because a limit was broken, by Friday 10:00 and a millisecond. */
  function calledFor(complaintClass: 'QUALITY' | 'OTHER') {
    const now = justAfter(shanghai('2026-03-06 10:00'))
    return told(received(complaintClass))
      .timers.filter((timer) => announcementsDue(china, timer, now).includes('BREACH'))
      .map((timer) => [timer.key, evaluateTimer(china, timer, now).escalateTo])
  }

  it('goes to administration, and to quality control only where quality is concerned (CMP-4, C11)', () => {
    expect(calledFor('QUALITY')).toEqual([
      ['complaint.verify', 'AFTER_SALES'],
      ['complaint.opinion.quality', 'QUALITY_CONTROL'],
      ['complaint.handle', 'ADMINISTRATION'],
      ['complaint.handover', 'LEADERSHIP'],
    ])
    expect(calledFor('OTHER')).toEqual([
      ['complaint.verify', 'AFTER_SALES'],
      ['complaint.opinion.other', 'AFTER_SALES'],
      ['complaint.handle', 'ADMINISTRATION'],
      ['complaint.handover', 'LEADERSHIP'],
    ])
  })

  it('is with administration once administration accepts it, and by no act of a department (CMP-4, C11)', () => {
    // One working day later it should have been handled: Thursday 10:00. Hand over within 15 minutes.
    const asOf = justAfter(shanghai('2026-03-05 10:15'))
    const handover = (...more: readonly Fact[]) =>
      limitsOf(told(received('OTHER'), ...more), asOf)['complaint.handover']
    const due = shanghai('2026-03-05 10:15')
    expect(handover(at('AdministrationAccepted', '2026-03-05 10:15'))).toEqual(['MET', due])
    expect(handover(at('OpinionIssued', '2026-03-05 10:10'))).toEqual(['OVERDUE', due])
  })

  it('calls roles that somebody can sign in with (C11)', () => {
    const carried = accessRoles.map(({ id }) => id)
    for (const role of ['AFTER_SALES', 'QUALITY_CONTROL', 'ADMINISTRATION', 'LEADERSHIP'] as const) {
      expect(carried).toContain(role)
    }
  })
})

describe('a complaint that administration accepts', () => {
  const accept = (expectedAt: string | null) =>
    refused(
      delayExplainedGate({
        isSolvedAtOnce: false,
        explanation: {
          toldAt: shanghai('2026-03-05 10:10'),
          reason: 'the part has to be made',
          expectedAt: expectedAt === null ? null : shanghai(expectedAt),
        },
      }),
    ).map(([rule, path]) => [rule, path])

  it('needs an expected time that lies ahead, told to the customer (SRV-11, C29)', () => {
    const place = ['SRV-11', 'explanation.expectedAt']
    expect([accept(null), accept('2026-03-05 10:10'), accept('2026-03-05 10:11')]).toEqual([[place], [place], []])
  })
})

describe('a complaint that anybody received', () => {
  // D1 and D3 have it received by after-sales, D15 by a desk of its own, D9 by customer service, D14 by salespeople.
  const receivers = ['AFTER_SALES', 'COMPLAINT_DESK', 'HOTLINE_AGENT', 'SALESPERSON'] as const

  it.each(receivers)('%s: its clocks run from that receipt (CMP-1, CMP-2, C30)', (receivedBy) => {
    const { type, data, ...moment } = received('UNCLASSIFIED')
    const by = { ...moment, type, data: { ...Object(data), receivedBy } }
    expect(told(by).timers).toEqual(told(received('UNCLASSIFIED')).timers)
    expect(limitsOf(told(by), RECEIVED_AT)['complaint.verify']).toEqual(['RUNNING', shanghai('2026-03-04 12:00')])
  })

  it('is accepted from each of them, and leaves nobody before it was handled (CMP-1, C30)', () => {
    expect(stageGate(complaintStages, 'UNRECEIVED', 'ReceiveComplaint')).toEqual([])
    const unhandled = new Set<string>(['RECEIVED'])
    for (const stage of unhandled) {
      const ways = Object.entries<Readonly<Record<string, string>>>(complaintStages.transitions)
      const next = ways.flatMap(([from, targets]) => (from === stage ? Object.values(targets) : []))
      for (const target of next) if (target !== 'HANDLED') unhandled.add(target)
    }
    // No REJECTED, no DISMISSED, no CLOSED: of an unfounded complaint that is told to whoever made it (CMP-1).
    expect(unhandled).toEqual(new Set(['RECEIVED', 'REGISTERED', 'OPINION_GIVEN']))
  })

  it('has a desk that is a role, and after-sales to call where there is none (C30)', () => {
    // Which members of staff hold the role is the company's to say, so no limit calls the desk itself.
    expect(roles.find(({ id }) => id === 'COMPLAINT_DESK')).toMatchObject({
      standing: 'STAFF',
      documents: ['D9', 'D15'],
    })
    for (const role of receivers) expect(accessRoles.map(({ id }) => id)).toContain(role)
    expect(china.deadline('complaint.verify', VERSION).escalateTo).toBe('AFTER_SALES')
    expect(china.deadlines(VERSION).filter(({ escalateTo }) => escalateTo === 'COMPLAINT_DESK')).toEqual([])
  })
})

describe('a complaint as a success', () => {
  const handled = (when: string) => at('ComplaintHandled', when)
  const confirmed = at('ResolutionConfirmed', '2026-03-06 10:00')
  const toAdministration = [
    at('ComplaintMarkedUnsolvable', '2026-03-04 11:00'),
    at('AdministrationAccepted', '2026-03-04 11:10'),
  ]
  const comeBack = [at('ComplaintReopened', '2026-03-07 10:00'), handled('2026-03-08 10:00')]
  const asOf = shanghai('2026-04-01 00:00')

  it.each([
    // Handled, success, first-time success: each of those handled.
    ['handled once and confirmed', [handled('2026-03-04 12:00'), confirmed], [1, 1, 0], [1, 1, 0]],
    ['not confirmed', [handled('2026-03-04 12:00')], [0, 1, 0], [0, 1, 0]],
    [
      'confirmed after a second attempt',
      [handled('2026-03-04 12:00'), handled('2026-03-05 12:00'), confirmed],
      [1, 1, 0],
      [0, 1, 0],
    ],
    ['solved by administration', [...toAdministration, handled('2026-03-04 12:00'), confirmed], [1, 1, 0], [0, 1, 0]],
    ['reopened within 14 days', [handled('2026-03-04 12:00'), confirmed, ...comeBack], [0, 1, 0], [0, 1, 0]],
    [
      'reopened, and confirmed again',
      [handled('2026-03-04 12:00'), confirmed, ...comeBack, at('ResolutionConfirmed', '2026-03-09 10:00')],
      [1, 1, 0],
      [0, 1, 0],
    ],
  ])('%s (KPI-14, KPI-15, CMP-17, C16)', (_, history, success, firstTime) => {
    const stream = told(received('OTHER'), ...history)
    expect(figureOf(stream, ['KPI-14', null], asOf)).toEqual(success)
    expect(figureOf(stream, ['KPI-15', null], asOf)).toEqual(firstTime)
  })
})

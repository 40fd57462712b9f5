import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shanghai } from '../calendar/fixtures.ts'
import { ruleOf } from '../catalogue/index.ts'
import type { Timer } from '../ledger/ledger.ts'
import { companyFile, saoPauloCompany } from '../policy/fixtures.ts'
import { type PolicyFile, parsePolicies } from '../policy/index.ts'
import { type Instant, instantFromMillis, laterOf, millisOf, parseInstant, plusMillis } from '../primitives/instant.ts'
import { announcementsDue, evaluateTimer, explainTimer } from './index.ts'
import { dueAtOf } from './reckoning.ts'

const folder = new URL('../../policies/', import.meta.url)
const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const china = parsePolicies(shipped)
const brazil = parsePolicies([...shipped, saoPauloCompany])
const MINUTE = 60_000
const HOUR = 60 * MINUTE

function timerOf(key: string, startedAt: Instant, known: Partial<Timer> = {}): Timer {
  const policyVersion = known.policyVersion ?? '2026-01-01'
  const rule = ruleOf(china.deadline(key, '2026-01-01').rule).id
  return { key, item: '', rule, startedAt, stoppedAt: null, voidedAt: null, dueAt: null, ...known, policyVersion }
}

describe('due instants under the shipped policy', () => {
  it.each([
    ['order.confirm', '2026-02-13 16:00', '2026-02-14 16:00'],
    ['complaint.verify', '2026-02-13 23:30', '2026-02-14 01:30'],
    ['complaint.opinion.quality', '2026-02-14 16:00', '2026-02-15 16:00'],
    ['complaint.opinion.other', '2026-02-14 16:00', '2026-02-16 16:00'],
    // Friday before a make-up Saturday (N2).
    ['complaint.handle', '2026-02-13 16:00', '2026-02-14 16:00'],
    ['complaint.handover', '2026-02-16 03:00', '2026-02-16 03:15'],
    ['enquiry.phone', '2026-12-31 12:00', '2027-01-01 12:00'],
    // 26 February + 3 days in a leap year: 29 February.
    ['enquiry.written', '2024-02-26 08:15', '2024-02-29 08:15'],
    ['contact.first', '2026-02-13 17:45', '2026-02-14 09:15'],
    ['file.update', '2025-12-28 10:00', '2026-01-04 10:00'],
    // Thursday 24 September 2026 + 3: 25 to 27 are Mid-Autumn; Mon 28, Tue 29, Wed 30.
    ['target.personal', '2026-09-24 10:00', '2026-09-30 10:00'],
    // Monday 28 September + 5: 29, 30, then 1 to 7 October free: Thu 8, Fri 9, Sat 10 (made up).
    ['contract.sign', '2026-09-28 10:00', '2026-10-10 10:00'],
    // Monday 2 March 2026 starts the week; noon is noon, although the lunch break has begun.
    ['report.weekly', '2026-03-02 00:00', '2026-03-09 12:00'],
    // The following Monday is 5 October, in the holiday week: first working day on or after it is Thursday 8.
    ['report.weekly', '2026-10-02 10:00', '2026-10-08 12:00'],
    // Working days of January 2026: Sunday 4 (made up), Mon 5, Tue 6.
    ['target.monthly', '2026-01-01 00:00', '2026-01-06 18:00'],
    // October 2026: Thu 8, Fri 9, Sat 10 (made up). Asked from within the month it is the same.
    ['target.monthly', '2026-10-20 15:00', '2026-10-10 18:00'],
    // A leap day two years on does not exist; the record is kept one day longer rather than shorter.
    ['retention.record', '2024-02-29 00:00', '2026-03-01 00:00'],
  ])('%s from %s is due %s', (key, start, due) => {
    expect(dueAtOf(china)(timerOf(key, shanghai(start)))).toBe(shanghai(due))
  })

  it.each([
    ['report.daily', '2026-03-02 00:00', '2026-03-03 00:00'],
    ['report.daily', '2026-03-02 23:59', '2026-03-03 00:00'],
    ['visit.monthly', '2026-02-01 00:00', '2026-03-01 00:00'],
    ['visit.monthly', '2024-02-29 23:00', '2024-03-01 00:00'],
    ['visit.monthly', '2026-12-05 10:00', '2027-01-01 00:00'],
  ])('%s from %s is met up to the last millisecond before %s', (key, start, end) => {
    expect(dueAtOf(china)(timerOf(key, shanghai(start)))).toBe(plusMillis(shanghai(end), -1))
  })

  it('a due instant that the timer brings is kept', () => {
    const agreed = shanghai('2026-05-20 18:00')
    expect(dueAtOf(china)(timerOf('order.delivery', shanghai('2026-05-01 10:00'), { dueAt: agreed }))).toBe(agreed)
  })

  it('a fixed deadline without its due instant is refused', () => {
    expect(() => dueAtOf(china)(timerOf('order.delivery', shanghai('2026-05-01 10:00')))).toThrow(
      expect.objectContaining({ code: 'DEADLINE_INVALID' }),
    )
  })
})

describe('due instants of a company in São Paulo', () => {
  it.each([
    // Summer time begins on Sunday 15 October 2017: 24 hours later the clock shows 11:00, one calendar day later 10:00.
    ['order.confirm', '2017-10-14T10:00:00-03:00', '2017-10-15T11:00:00-02:00'],
    ['file.update', '2017-10-10T10:00:00-03:00', '2017-10-17T10:00:00-02:00'],
    // 00:00 of 15 October does not exist; three days after the 12th, 00:30 is the instant of the change.
    ['enquiry.written', '2017-10-12T00:30:00-03:00', '2017-10-15T01:00:00-02:00'],
    // It ended on 19 February 2017: 24 hours later the clock shows 09:00.
    ['order.confirm', '2017-02-18T10:00:00-02:00', '2017-02-19T09:00:00-03:00'],
    ['file.update', '2017-02-15T10:00:00-02:00', '2017-02-22T10:00:00-03:00'],
    // 23:30 of the 18th comes twice; the first counts.
    ['enquiry.written', '2017-02-15T23:30:00-02:00', '2017-02-18T23:30:00-02:00'],
    ['complaint.handle', '2017-10-13T16:00:00-03:00', '2017-10-16T16:00:00-02:00'],
    ['contact.first', '2017-10-13T16:45:00-03:00', '2017-10-16T09:15:00-02:00'],
  ])('%s from %s is due %s', (key, start, due) => {
    const timer = timerOf(key, parseInstant(start), { policyVersion: '2016-01-01' })
    expect(dueAtOf(brazil)(timer)).toBe(parseInstant(due))
  })

  it('refuses years whose holidays nobody has entered, where open time counts', () => {
    const late = { policyVersion: '2026-01-01' }
    const start = parseInstant('2026-03-03T10:00:00-03:00')
    expect(() => dueAtOf(brazil)(timerOf('complaint.handle', start, late))).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_PUBLISHED' }),
    )
    expect(dueAtOf(brazil)(timerOf('complaint.verify', start, late))).toBe(plusMillis(start, 2 * HOUR))
  })
})

describe('a timer as it stands', () => {
  // 2 hours from 10:00: 75 % are used at 11:30, due at 12:00.
  const start = shanghai('2026-03-04 10:00')
  const running = timerOf('complaint.verify', start)
  const at = (text: string) => shanghai(`2026-03-04 ${text}`)

  it.each([
    ['NOT_STARTED', running, plusMillis(start, -1)],
    ['RUNNING', running, start],
    ['RUNNING', running, plusMillis(at('11:30'), -1)],
    ['WARNED', running, at('11:30')],
    ['WARNED', running, at('12:00')],
    ['OVERDUE', running, plusMillis(at('12:00'), 1)],
    ['MET', { ...running, stoppedAt: at('12:00') }, at('15:00')],
    ['MISSED', { ...running, stoppedAt: plusMillis(at('12:00'), 1) }, at('15:00')],
    ['VOID', { ...running, voidedAt: at('11:00') }, at('15:00')],
    ['VOID', { ...running, stoppedAt: at('10:30'), voidedAt: at('11:00') }, at('15:00')],
    // It can stop applying before it begins: the hand-over of a complaint that is handled in time (CMP-4).
    ['VOID', { ...running, voidedAt: plusMillis(start, -2) }, plusMillis(start, -1)],
    // As of an earlier instant the stop or the end of the limit is not known yet.
    ['WARNED', { ...running, stoppedAt: at('11:50') }, at('11:45')],
    ['OVERDUE', { ...running, voidedAt: at('14:00') }, at('13:00')],
  ] as const)('is %s', (status, timer, now) => {
    expect(evaluateTimer(china, timer, now).status).toBe(status)
  })

  it('tells what it follows from', () => {
    expect(evaluateTimer(china, running, at('11:00'))).toEqual({
      key: 'complaint.verify',
      item: '',
      rule: 'CMP-2',
      status: 'RUNNING',
      isPaused: false,
      startedAt: start,
      dueAt: at('12:00'),
      warnAt: at('11:30'),
      stoppedAt: null,
      bound: 'notAfter',
      count: null,
      escalateTo: 'AFTER_SALES',
      informs: [],
      clock: 'elapsed',
      limit: { zh: '2 小时', en: '2 hours' },
      policyVersion: '2026-01-01',
      calendarVersion: null,
    })
    expect(evaluateTimer(china, timerOf('complaint.handle', start), start).calendarVersion).toBe('cn-office@2026')
  })

  it('warns when 75 % of the open time is used, not of the time on the wall', () => {
    // Friday 13 February 16:00 to Saturday 16:00: 2 h + 3 h + 2.5 h = 7.5 h open; 75 % are 5 h 37.5 min:
    // 2 h on Friday, 3 h until Saturday noon, 37.5 min from 13:30.
    const handle = timerOf('complaint.handle', shanghai('2026-02-13 16:00'))
    expect(evaluateTimer(china, handle, handle.startedAt).warnAt).toBe(
      plusMillis(shanghai('2026-02-14 13:30'), 37.5 * MINUTE),
    )
  })

  it('warns not before it is due when it was late from the beginning', () => {
    const dueAt = shanghai('2026-03-01 10:00')
    const late = timerOf('order.delivery', start, { dueAt })
    expect(evaluateTimer(china, late, start)).toMatchObject({ status: 'OVERDUE', warnAt: dueAt, dueAt })
  })

  it('is pinned to its policy version', () => {
    const row = 'deadlines: [{ key: complaint.verify, clock: elapsed, limit: 1 hour }]'
    const later = parsePolicies([...shipped, companyFile('deadlines', '2026-06-01', row)])
    expect(evaluateTimer(later, running, at('11:30')).status).toBe('WARNED')
    expect(evaluateTimer(later, { ...running, policyVersion: '2026-06-01' }, at('11:30')).status).toBe('OVERDUE')
  })

  it('waits, where the limit is one to wait for', () => {
    const retention = timerOf('retention.record', shanghai('2026-03-04 00:00'))
    expect(evaluateTimer(china, retention, shanghai('2028-03-03 23:59')).status).toBe('RUNNING')
    expect(evaluateTimer(china, retention, shanghai('2028-03-04 00:00')).status).toBe('MET')
    expect(evaluateTimer(china, retention, shanghai('2026-03-03 00:00')).status).toBe('NOT_STARTED')
    expect(evaluateTimer(china, { ...retention, voidedAt: start }, at('12:00')).status).toBe('VOID')
    expect(announcementsDue(china, retention, shanghai('2030-01-01 00:00'))).toEqual([])
  })
})

describe('announcements', () => {
  const running = timerOf('complaint.verify', shanghai('2026-03-04 10:00'))
  const at = (text: string) => shanghai(`2026-03-04 ${text}`)

  it.each([
    ['nothing before 75 %', running, plusMillis(at('11:30'), -1), []],
    ['the warning at 75 %', running, at('11:30'), ['WARNING']],
    ['the warning at the due instant, which still meets the limit', running, at('12:00'), ['WARNING']],
    ['both after it', running, plusMillis(at('12:00'), 1), ['WARNING', 'BREACH']],
    ['nothing for what is done', { ...running, stoppedAt: at('13:00') }, at('14:00'), []],
    ['nothing for what no longer applies', { ...running, voidedAt: at('13:00') }, at('14:00'), []],
  ] as const)('are %s', (_, timer, now, expected) => {
    expect(announcementsDue(china, timer, now)).toEqual(expected)
  })
})

describe('the explanation of a timer', () => {
  const told = (timer: Timer, until: Instant) => {
    const { counted, segments } = explainTimer(china, timer, until)
    return {
      hours: counted / HOUR,
      segments: segments.map((segment) => [segment.to, segment.counted, segment.reason.zh]),
    }
  }

  it('names lunch, night, make-up day and holiday', () => {
    const handle = timerOf('complaint.handle', shanghai('2026-02-13 16:00'))
    // 2 h on Friday, 3 h and 4.5 h on Saturday, then the holiday from Sunday.
    expect(told(handle, shanghai('2026-02-15 12:00'))).toEqual({
      hours: 9.5,
      segments: [
        [shanghai('2026-02-13 18:00'), true, '工作时间'],
        [shanghai('2026-02-14 00:00'), false, '非工作时间'],
        [shanghai('2026-02-14 09:00'), false, '非工作时间（春节调休上班）'],
        [shanghai('2026-02-14 12:00'), true, '工作时间（春节调休上班）'],
        [shanghai('2026-02-14 13:30'), false, '非工作时间（春节调休上班）'],
        [shanghai('2026-02-14 18:00'), true, '工作时间（春节调休上班）'],
        [shanghai('2026-02-15 00:00'), false, '非工作时间（春节调休上班）'],
        [shanghai('2026-02-15 12:00'), false, '春节'],
      ],
    })
  })

  it('joins free days of one reason and marks what is assumed', () => {
    const handle = timerOf('complaint.handle', shanghai('2026-12-31 17:00'))
    const assumed = '（节假日安排未公布，按每周工作时间推算）'
    // 1 January 2027 is a Friday, 2 and 3 a weekend.
    expect(told(handle, shanghai('2027-01-03 12:00')).segments).toEqual([
      [shanghai('2026-12-31 18:00'), true, '工作时间'],
      [shanghai('2027-01-01 00:00'), false, '非工作时间'],
      [shanghai('2027-01-01 09:00'), false, `非工作时间${assumed}`],
      [shanghai('2027-01-01 12:00'), true, `工作时间${assumed}`],
      [shanghai('2027-01-01 13:30'), false, `非工作时间${assumed}`],
      [shanghai('2027-01-01 18:00'), true, `工作时间${assumed}`],
      [shanghai('2027-01-02 00:00'), false, `非工作时间${assumed}`],
      [shanghai('2027-01-03 12:00'), false, `休息日${assumed}`],
    ])
  })

  it('counts every hour of an elapsed limit, until it stopped', () => {
    const stoppedAt = shanghai('2026-03-07 11:00')
    const verify = timerOf('complaint.verify', shanghai('2026-03-07 10:00'), { stoppedAt })
    expect(told(verify, shanghai('2026-03-08 10:00'))).toEqual({
      hours: 1,
      segments: [[stoppedAt, true, '连续计时，不扣除休息时间']],
    })
  })

  it('is empty before the start', () => {
    const verify = timerOf('complaint.verify', shanghai('2026-03-07 10:00'))
    expect(explainTimer(china, verify, verify.startedAt)).toEqual({ counted: 0, segments: [] })
  })
})

describe('laws of every deadline that policy computes', () => {
  const version = china.versions[0] ?? ''
  const keys = china.deadlines(version).filter(({ clock }) => clock !== 'fixed' && clock !== 'count')
  const deadline = fc.constantFrom(...keys)
  const [first, last] = [millisOf(shanghai('2016-01-01 00:00')), millisOf(shanghai('2027-12-01 00:00'))]
  const instant = fc.integer({ min: first, max: last }).map(instantFromMillis)
  const due = dueAtOf(china)

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(deadline, instant, instant, ({ key }, a, b) => {
        const [early, late] = [a, b].toSorted().map((start) => due(timerOf(key, start ?? a)))
        expect((early ?? '') <= (late ?? '')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('warning comes at or before the due instant, and the status at each follows', () => {
    fc.assert(
      fc.property(deadline, instant, ({ key, bound }, start) => {
        fc.pre(bound === 'notAfter')
        const timer = timerOf(key, start)
        const { dueAt, warnAt } = evaluateTimer(china, timer, start)
        expect(warnAt <= dueAt).toBe(true)
        // Targets of a month can be started after their due day; then even the first moment is late.
        const stoppedAt = laterOf(dueAt, start)
        const done = evaluateTimer(china, { ...timer, stoppedAt }, plusMillis(stoppedAt, HOUR))
        expect(done.status).toBe(dueAt < start ? 'MISSED' : 'MET')
        expect(evaluateTimer(china, timer, plusMillis(stoppedAt, 1)).status).toBe('OVERDUE')
      }),
      { numRuns: 1000 },
    )
  })

  it('the segments adjoin and add up to the elapsed time, the counted ones to the counted time', () => {
    fc.assert(
      fc.property(deadline, instant, fc.integer({ min: 1, max: 40 * 24 * HOUR }), ({ key }, start, millis) => {
        const until = plusMillis(start, millis)
        const { counted, segments } = explainTimer(china, timerOf(key, start), until)
        const length = (segment: (typeof segments)[number]) => millisOf(segment.to) - millisOf(segment.from)
        expect(segments.map(({ from }) => from)).toEqual([start, ...segments.map(({ to }) => to)].slice(0, -1))
        expect(segments.at(-1)?.to).toBe(until)
        expect(segments.reduce((sum, segment) => sum + length(segment), 0)).toBe(millis)
        expect(segments.filter((segment) => segment.counted).reduce((sum, segment) => sum + length(segment), 0)).toBe(
          counted,
        )
      }),
    )
  })
})

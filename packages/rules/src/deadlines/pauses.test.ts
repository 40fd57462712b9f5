import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { Timer, TimerPause } from '../ledger/ledger.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { bookOf, china, HOUR, patient, shipped, timerOf } from './deadline-fixture.ts'
import { announcementsDue, evaluateTimer, explainTimer, NEVER, reckoningOf } from './index.ts'

const row = 'key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], approvedBy: LEADERSHIP, reason: agreed'
const company = parsePolicies([...shipped, companyFile('deadlines', '2026-01-01', `deadlines: [{ ${row} }]`)])
const { dueAtOf } = reckoningOf(company)

const wait = (from: string, until: string | null, reason = 'WAITING_FOR_CUSTOMER'): TimerPause => ({
  reason,
  from: shanghai(from),
  until: until === null ? null : shanghai(until),
})

/** One working day from Friday 6 March 2026, 16:00: due Monday 16:00. */
const handle = (...pauses: readonly TimerPause[]): Timer =>
  timerOf('complaint.handle', shanghai('2026-03-06 16:00'), { pauses })

describe('a working day that waits for the customer, where a company allows it (C40)', () => {
  it('is paused as long as it waits, also after its warning (CMP-3)', () => {
    // 2 h on Friday and 4.5 h on Monday up to 15:00: more than the 5 h 37 min 30 s of the warning.
    const waiting = handle(wait('2026-03-09 15:00', null))
    const at = (time: string) => {
      const { status, isPaused } = evaluateTimer(company, waiting, shanghai(time))
      return [status, isPaused]
    }
    expect(at('2026-03-09 14:59')).toEqual(['WARNED', false])
    expect(at('2026-03-09 15:00')).toEqual(['WARNED', true])
    expect(at('2026-03-09 17:00')).toEqual(['WARNED', true])
  })

  it.each([
    // Never the length on the wall, which is 65 hours here.
    [
      'from Friday 17:00 to Monday 10:00: lost are 1 h on Friday and 1 h on Monday',
      [['2026-03-06 17:00', '2026-03-09 10:00']],
      '2026-03-09 18:00',
    ],
    [
      'while it is closed: from Friday 18:00 to Monday 09:00 nothing is lost',
      [['2026-03-06 18:00', '2026-03-09 09:00']],
      '2026-03-09 16:00',
    ],
    ['over lunch: nothing is lost', [['2026-03-09 12:00', '2026-03-09 13:30']], '2026-03-09 16:00'],
    [
      'twice: 30 min and 1 h',
      [
        ['2026-03-06 17:00', '2026-03-06 17:30'],
        ['2026-03-09 09:00', '2026-03-09 10:00'],
      ],
      '2026-03-09 17:30',
    ],
    [
      'twice, the later one told first: 1 h and 30 min',
      [
        ['2026-03-09 09:00', '2026-03-09 10:00'],
        ['2026-03-06 17:00', '2026-03-06 17:30'],
      ],
      '2026-03-09 17:30',
    ],
    [
      'for longer than Monday lasts: 2.5 h lost, 2 h left on Monday, 0.5 h on Tuesday',
      [['2026-03-09 09:30', '2026-03-09 12:00']],
      '2026-03-10 09:30',
    ],
    [
      'twice at one time: from 09:00 to 11:00 in all',
      [
        ['2026-03-09 09:00', '2026-03-09 10:30'],
        ['2026-03-09 10:00', '2026-03-09 11:00'],
      ],
      '2026-03-09 18:00',
    ],
    [
      'one inside the other: from 09:00 to 11:00',
      [
        ['2026-03-09 09:00', '2026-03-09 11:00'],
        ['2026-03-09 09:30', '2026-03-09 10:00'],
      ],
      '2026-03-09 18:00',
    ],
    ['from before the start: from 16:00 on it is 1 h', [['2026-03-06 09:00', '2026-03-06 17:00']], '2026-03-09 17:00'],
    ['only before the start', [['2026-03-06 09:00', '2026-03-06 16:00']], '2026-03-09 16:00'],
    ['from its due instant on: it has come already', [['2026-03-09 16:00', '2026-03-09 17:00']], '2026-03-09 16:00'],
    [
      'in the last minute before: that minute is left when it ends',
      [['2026-03-09 15:59', '2026-03-09 17:00']],
      '2026-03-09 17:01',
    ],
    [
      'for no time, or backwards',
      [
        ['2026-03-09 10:00', '2026-03-09 10:00'],
        ['2026-03-09 11:00', '2026-03-09 10:00'],
      ],
      '2026-03-09 16:00',
    ],
  ] as const)('%s (CMP-3)', (_, waits, due) => {
    const timer = handle(...waits.map(([from, until]) => wait(from, until)))
    expect(dueAtOf(timer)).toBe(shanghai(due))
    expect(evaluateTimer(company, timer, shanghai('2026-03-20 00:00')).dueAt).toBe(shanghai(due))
  })

  it('is warned of when 75 % of what counts is used (CMP-3)', () => {
    // 75 % of 7.5 h are 5 h 37 min 30 s: 2 h on Friday, 3 h to Monday noon, then to 14:07:30. The hour lost comes on top.
    const warnAt = (...pauses: readonly TimerPause[]) =>
      evaluateTimer(company, handle(...pauses), shanghai('2026-03-20 00:00')).warnAt
    expect(warnAt()).toBe(plusMillis(shanghai('2026-03-09 14:07'), 30_000))
    expect(warnAt(wait('2026-03-09 10:00', '2026-03-09 11:00'))).toBe(plusMillis(shanghai('2026-03-09 15:07'), 30_000))
    // A wait after the warning moves the due instant only.
    expect(warnAt(wait('2026-03-09 15:00', '2026-03-09 16:00'))).toBe(plusMillis(shanghai('2026-03-09 14:07'), 30_000))
  })

  it('whose start falls out of open time is never due before its unpaused due instant (CMP-3)', () => {
    // From Saturday: starts Monday 09:00, due Tuesday 09:00. At Monday 18:00 all open time is used.
    const saturday = (from: string, until: string) =>
      dueAtOf(timerOf('complaint.handle', shanghai('2026-03-07 10:00'), { pauses: [wait(from, until)] }))
    expect(saturday('2026-03-09 19:00', '2026-03-10 08:00')).toBe(shanghai('2026-03-10 09:00'))
    expect(saturday('2026-03-09 17:00', '2026-03-09 18:00')).toBe(shanghai('2026-03-10 10:00'))
    // It is closed when the wait ends; nothing is left but that moment.
    expect(saturday('2026-03-09 19:00', '2026-03-10 20:00')).toBe(shanghai('2026-03-10 20:00'))
  })
})

describe('a wait that goes on', () => {
  const waiting = handle(wait('2026-03-06 17:00', null))

  it('has no due instant that a figure could count with, so it stays pending (C40)', () => {
    expect(dueAtOf(waiting)).toBe(NEVER)
    expect(NEVER).toBe('9999-12-31T23:59:59.999Z')
  })

  it('falls due when nobody can know where it begins with the end of a limit that waits (CMP-4)', () => {
    const handover = timerOf('complaint.handover', NEVER)
    const { status, dueAt, warnAt } = evaluateTimer(company, handover, shanghai('2026-03-12 10:00'))
    expect([dueAtOf(handover), dueAt, warnAt]).toEqual([NEVER, NEVER, NEVER])
    expect(status).toBe('NOT_STARTED')
  })

  it('is due as late as if it ended now, and never overdue (C40)', () => {
    // 1 h lost on Friday and, at Monday 15:00, 4.5 h of Monday: 5.5 h after 16:00 are 2 h on Monday, 3.5 h on Tuesday.
    const state = evaluateTimer(company, waiting, shanghai('2026-03-09 15:00'))
    expect(state).toMatchObject({ status: 'RUNNING', isPaused: true, dueAt: shanghai('2026-03-10 14:00') })
    const months = evaluateTimer(company, waiting, shanghai('2026-08-03 20:00'))
    expect([months.status, months.isPaused]).toEqual(['RUNNING', true])
    expect(announcementsDue(company, waiting, shanghai('2026-08-03 20:00'))).toEqual([])
  })

  it('is paused from its first instant on, and no more at its end (C40)', () => {
    const ended = handle(wait('2026-03-06 17:00', '2026-03-06 17:30'))
    const paused = (at: Instant) => evaluateTimer(company, ended, at).isPaused
    const [from, until] = [shanghai('2026-03-06 17:00'), shanghai('2026-03-06 17:30')]
    expect([plusMillis(from, -1), from, plusMillis(until, -1), until].map(paused)).toEqual([false, true, true, false])
  })

  it('does not count yet before it begins, nor ends before it ended (C40)', () => {
    const ended = handle(wait('2026-03-06 17:00', '2026-03-09 10:00'))
    const dueAt = (at: string) => evaluateTimer(company, ended, shanghai(at)).dueAt
    expect(dueAt('2026-03-06 16:30')).toBe(shanghai('2026-03-09 16:00'))
    expect(dueAt('2026-03-06 17:30')).toBe(shanghai('2026-03-09 16:30'))
    expect(dueAt('2026-03-09 09:30')).toBe(shanghai('2026-03-09 17:30'))
    expect(dueAt('2026-03-09 10:00')).toBe(shanghai('2026-03-09 18:00'))
  })

  it('that begins when the limit is overdue pauses nothing (C40)', () => {
    const late = handle(wait('2026-03-09 16:30', null))
    expect(dueAtOf(late)).toBe(shanghai('2026-03-09 16:00'))
    const state = evaluateTimer(company, late, shanghai('2026-03-09 17:00'))
    expect([state.status, state.isPaused]).toEqual(['OVERDUE', false])
  })

  it('is closed by what ends the limit, before anything is computed (CMP-3)', () => {
    // Done on Tuesday 10:00 while everybody waited: 1 h + 7.5 h + 1 h lost. 6.5 h were left at Friday 17:00:
    // 6.5 h from Tuesday 10:00 are 2 h to noon and 4.5 h to 18:00.
    const done = { ...waiting, stoppedAt: shanghai('2026-03-10 10:00') }
    expect(dueAtOf(done)).toBe(shanghai('2026-03-10 18:00'))
    const state = evaluateTimer(company, done, shanghai('2026-08-03 20:00'))
    expect(state).toMatchObject({ status: 'MET', isPaused: false, dueAt: shanghai('2026-03-10 18:00') })
    // An hour counted, not the five months until somebody looked.
    expect(explainTimer(company, done, shanghai('2026-08-03 20:00')).counted).toBe(HOUR)
  })

  it('is closed by what voids the limit, too (CMP-3)', () => {
    const voided = { ...waiting, voidedAt: shanghai('2026-03-10 10:00') }
    expect(dueAtOf(voided)).toBe(shanghai('2026-03-10 18:00'))
    const state = evaluateTimer(company, voided, shanghai('2026-08-03 20:00'))
    expect(state).toMatchObject({ status: 'VOID', isPaused: false, dueAt: shanghai('2026-03-10 18:00') })
  })

  it('counts no further than the end of the limit, even where somebody ended it later (CMP-3)', () => {
    const waited = handle(wait('2026-03-06 17:00', '2026-03-12 12:00'))
    const at = shanghai('2026-03-10 10:00')
    for (const ended of [
      { ...waited, voidedAt: at },
      { ...waited, stoppedAt: at },
    ]) {
      expect(dueAtOf(ended)).toBe(shanghai('2026-03-10 18:00'))
    }
  })

  it('changes nothing of a limit that had ended before (CMP-3)', () => {
    const stoppedAt = shanghai('2026-03-06 17:00')
    const ended = { ...handle(wait('2026-03-09 09:00', '2026-03-09 12:00')), stoppedAt }
    expect(dueAtOf(ended)).toBe(shanghai('2026-03-09 16:00'))
    const alsoEnded = { ...handle(wait('2026-03-09 09:00', null)), stoppedAt }
    expect(dueAtOf(alsoEnded)).toBe(shanghai('2026-03-09 16:00'))
  })
})

describe('other clocks that wait', () => {
  const due = (key: string, start: string, ...pauses: readonly TimerPause[]) =>
    reckoningOf(patient).dueAtOf(timerOf(key, shanghai(start), { pauses }))

  it('lose elapsed time where hours are elapsed, whatever the hour (C4)', () => {
    // 24 h from Friday 16:00; the night from 20:00 to 08:00 is 12 h.
    expect(due('order.confirm', '2026-03-06 16:00', wait('2026-03-06 20:00', '2026-03-07 08:00'))).toBe(
      shanghai('2026-03-08 04:00'),
    )
  })

  it('lose open time where business time counts (SRV-2)', () => {
    // 10 min of 30 are used at 17:50; 20 min are left on Monday at 09:05.
    expect(due('contact.first', '2026-03-06 17:40', wait('2026-03-06 17:50', '2026-03-09 09:05'))).toBe(
      shanghai('2026-03-09 09:25'),
    )
  })

  it('lose elapsed time where calendar days count (C5)', () => {
    // 3 days to 9 March, 16:00; a day and an hour later.
    expect(due('enquiry.written', '2026-03-06 16:00', wait('2026-03-07 09:00', '2026-03-08 10:00'))).toBe(
      shanghai('2026-03-10 17:00'),
    )
  })

  it.each([
    ['report.daily', 'RPT-1'],
    ['visit.monthly', 'FUP-1'],
    ['report.weekly', 'RPT-2'],
    ['target.monthly', 'TGT-2'],
  ] as const)('%s names a moment of the calendar, which waiting does not move (%s)', (key, rule) => {
    const paused = due(key, '2026-03-02 00:00', wait('2026-03-02 09:00', '2026-03-02 17:00'))
    expect(paused).toBe(due(key, '2026-03-02 00:00'))
    expect(timerOf(key, shanghai('2026-03-02 00:00')).rule).toBe(rule)
    const open = timerOf(key, shanghai('2026-03-02 00:00'), { pauses: [wait('2026-03-02 09:00', null)] })
    expect(reckoningOf(patient).dueAtOf(open)).toBe(due(key, '2026-03-02 00:00'))
    expect(evaluateTimer(patient, open, shanghai('2026-03-02 10:00')).isPaused).toBe(false)
  })

  it('keep a due instant that a contract fixes (DEL-1)', () => {
    const dueAt = shanghai('2026-05-20 18:00')
    const pauses = [wait('2026-05-02 09:00', null)]
    for (const key of ['order.delivery', 'complaint.handle']) {
      const timer = timerOf(key, shanghai('2026-05-01 10:00'), { dueAt, pauses })
      expect(reckoningOf(patient).dueAtOf(timer)).toBe(dueAt)
      const state = evaluateTimer(patient, timer, shanghai('2026-05-03 09:00'))
      expect([state.dueAt, state.isPaused]).toEqual([dueAt, false])
      expect(evaluateTimer(patient, timer, plusMillis(dueAt, 1)).status).toBe('OVERDUE')
    }
  })
})

describe('a wait that policy does not allow', () => {
  const start = shanghai('2026-03-06 16:00')
  const pauses = [wait('2026-03-06 17:00', '2026-03-06 18:00')]

  it('does not count, and the explanation says so (C40)', () => {
    const timer = timerOf('complaint.handle', start, { pauses })
    expect(reckoningOf(china).dueAtOf(timer)).toBe(shanghai('2026-03-09 16:00'))
    expect(evaluateTimer(china, timer, shanghai('2026-03-06 17:30')).isPaused).toBe(false)
    const { counted, segments } = explainTimer(china, timer, shanghai('2026-03-06 18:30'))
    expect(counted).toBe(2 * HOUR)
    expect(segments.map(({ to, counted: isCounted, reason }) => [to, isCounted, reason.en, reason.zh])).toEqual([
      [shanghai('2026-03-06 17:00'), true, 'working hours', '工作时间'],
      [
        shanghai('2026-03-06 18:00'),
        true,
        'working hours; waiting for the customer: not a reason that policy lists (C40)',
        '工作时间；等待客户：政策未将其列为暂停事由（C40）',
      ],
      [shanghai('2026-03-06 18:30'), false, 'outside working hours', '非工作时间'],
    ])
  })

  it('does not count for another reason than the listed one (C40)', () => {
    const other = timerOf('complaint.handle', start, {
      pauses: [wait('2026-03-06 17:00', null, 'WAITING_FOR_SUPPLIER')],
    })
    expect(reckoningOf(company).dueAtOf(other)).toBe(shanghai('2026-03-09 16:00'))
    const unknown = timerOf('complaint.handle', start, { pauses: [wait('2026-03-06 17:00', null, 'HEADACHE')] })
    expect(reckoningOf(company).dueAtOf(unknown)).toBe(shanghai('2026-03-09 16:00'))
    expect(explainTimer(company, unknown, shanghai('2026-03-06 17:30')).segments.at(-1)?.reason.en).toBe(
      'working hours; HEADACHE: not a reason that policy lists (C40)',
    )
  })

  it('never counts where the law sets the limit, even if a policy listed it (RCL-1, C40)', () => {
    const careless = bookOf(() => ({ pauses: ['WAITING_FOR_CUSTOMER'] }))
    const timer = timerOf('recall.notify.class1', start, { pauses })
    expect(reckoningOf(careless).dueAtOf(timer)).toBe(shanghai('2026-03-07 16:00'))
    expect(reckoningOf(careless).mayPause(timer)).toBe(false)
    expect(explainTimer(careless, timer, shanghai('2026-03-06 17:30')).segments.at(-1)?.reason).toEqual({
      zh: '连续计时，不扣除休息时间；等待客户：法定时限不得暂停（C40）',
      en: 'every hour counts; waiting for the customer: a statutory limit never pauses (C40)',
    })
  })
})

describe('the explanation of a wait', () => {
  it('has a segment of its own, uncounted, with the reason, and the sum is what counted (C40)', () => {
    const timer = handle(wait('2026-03-06 17:00', '2026-03-09 10:00'))
    const { counted, segments } = explainTimer(company, timer, shanghai('2026-03-09 11:00'))
    expect(counted).toBe(2 * HOUR)
    expect(segments).toEqual([
      {
        from: timer.startedAt,
        to: shanghai('2026-03-06 17:00'),
        counted: true,
        reason: { zh: '工作时间', en: 'working hours' },
      },
      {
        from: shanghai('2026-03-06 17:00'),
        to: shanghai('2026-03-09 10:00'),
        counted: false,
        reason: { zh: '暂停计时：等待客户', en: 'paused: waiting for the customer' },
      },
      {
        from: shanghai('2026-03-09 10:00'),
        to: shanghai('2026-03-09 11:00'),
        counted: true,
        reason: { zh: '工作时间', en: 'working hours' },
      },
    ])
  })

  it('names every reason of a time that has several, each once (C40)', () => {
    const both = bookOf(() => ({ pauses: ['WAITING_FOR_CUSTOMER', 'WAITING_FOR_SUPPLIER'] }))
    const timer = handle(
      wait('2026-03-06 16:30', '2026-03-06 17:30'),
      wait('2026-03-06 16:45', '2026-03-06 17:00'),
      wait('2026-03-06 17:00', '2026-03-06 17:45', 'WAITING_FOR_SUPPLIER'),
    )
    const told = explainTimer(both, timer, shanghai('2026-03-06 18:00')).segments.map(({ to, reason }) => [
      to,
      reason.en,
    ])
    expect(told).toEqual([
      [shanghai('2026-03-06 16:30'), 'working hours'],
      [shanghai('2026-03-06 17:00'), 'paused: waiting for the customer'],
      [shanghai('2026-03-06 17:30'), 'paused: waiting for the customer, waiting for the supplier'],
      [shanghai('2026-03-06 17:45'), 'paused: waiting for the supplier'],
      [shanghai('2026-03-06 18:00'), 'working hours'],
    ])
  })

  it('ends with a wait that goes on', () => {
    const told = explainTimer(company, handle(wait('2026-03-06 17:00', null)), shanghai('2026-03-09 15:00'))
    expect(told.counted).toBe(HOUR)
    expect(told.segments.at(-1)).toMatchObject({ to: shanghai('2026-03-09 15:00'), counted: false })
  })
})

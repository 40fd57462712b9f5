import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { Timer, TimerReopening } from '../ledger/ledger.ts'
import type { Reopening } from '../policy/deadline-row.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { plusMillis } from '../primitives/instant.ts'
import { bookOf, china, HOUR, shipped, timerOf } from './deadline-fixture.ts'
import { announcementsDue, evaluateTimer, explainTimer, reckoningOf } from './index.ts'

const books = {
  KEEPS: china,
  RESUMES: bookOf(() => ({ reopening: 'RESUMES', pauses: ['WAITING_FOR_CUSTOMER'] })),
  RESTARTS: bookOf(() => ({ reopening: 'RESTARTS', pauses: ['WAITING_FOR_CUSTOMER'] })),
} satisfies Record<Reopening, unknown>

const reopened = (stoppedAt: string, reopenedAt: string): TimerReopening => ({
  stoppedAt: shanghai(stoppedAt),
  reopenedAt: shanghai(reopenedAt),
})

/**
 * One working day from Wednesday 4 March 2026, 10:00: due Thursday 10:00. Handled on Wednesday 15:00, which leaves 4 h;
 * reopened on Friday 09:00, handled again on Friday 12:00.
 */
const open: Timer = timerOf('complaint.handle', shanghai('2026-03-04 10:00'), {
  reopenings: [reopened('2026-03-04 15:00', '2026-03-06 09:00')],
})
const handled: Timer = { ...open, stoppedAt: shanghai('2026-03-06 12:00') }

const verdict = (reopening: Reopening, timer: Timer, now = '2026-03-20 00:00') => {
  const book = books[reopening]
  const { status, startedAt, dueAt, stoppedAt } = evaluateTimer(book, timer, shanghai(now))
  // Figures and screens tell the same of a limit once everything is known.
  if (now === '2026-03-20 00:00') {
    const { dueAtOf, stoppedAtOf } = reckoningOf(book)
    expect([dueAtOf(timer), stoppedAtOf(timer)]).toEqual([dueAt, stoppedAt])
  }
  return [status, startedAt, dueAt, stoppedAt]
}

describe('a limit that was met before its case was opened again', () => {
  const [start, stop] = [open.startedAt, shanghai('2026-03-04 15:00')]

  it('stays met where policy keeps the end, whatever happens later (CMP-3)', () => {
    const met = ['MET', start, shanghai('2026-03-05 10:00'), stop]
    expect([verdict('KEEPS', open), verdict('KEEPS', handled)]).toEqual([met, met])
  })

  it('runs on where policy resumes it: 4 h were left, 3 h of them from Friday 09:00 to noon (CMP-3)', () => {
    const due = shanghai('2026-03-06 14:30')
    expect(verdict('RESUMES', open)).toEqual(['OVERDUE', start, due, null])
    expect(verdict('RESUMES', handled)).toEqual(['MET', start, due, handled.stoppedAt])
    const late = { ...open, stoppedAt: plusMillis(due, 1) }
    expect(verdict('RESUMES', late)[0]).toBe('MISSED')
    expect(verdict('RESUMES', { ...late, stoppedAt: due })[0]).toBe('MET')
  })

  it('runs anew where policy restarts it: a working day from Friday 09:00 (CMP-3)', () => {
    const [again, due] = [shanghai('2026-03-06 09:00'), shanghai('2026-03-09 09:00')]
    expect(verdict('RESTARTS', open)).toEqual(['OVERDUE', again, due, null])
    expect(verdict('RESTARTS', handled)).toEqual(['MET', again, due, handled.stoppedAt])
    expect(verdict('RESTARTS', { ...open, stoppedAt: due })[0]).toBe('MET')
    expect(verdict('RESTARTS', { ...open, stoppedAt: plusMillis(due, 1) })[0]).toBe('MISSED')
  })

  it.each([
    ['KEEPS', '2026-03-04 14:00', 'RUNNING'],
    ['RESUMES', '2026-03-04 14:00', 'RUNNING'],
    ['RESTARTS', '2026-03-04 14:00', 'RUNNING'],
    // 75 % of 7.5 h are 5 h 37 min 30 s; 3.5 h of them are used at 15:00.
    ['RESUMES', '2026-03-04 15:00', 'MET'],
    ['RESTARTS', '2026-03-05 12:00', 'MET'],
    ['RESUMES', '2026-03-06 08:59', 'MET'],
    ['KEEPS', '2026-03-06 09:00', 'MET'],
    ['RESUMES', '2026-03-06 09:00', 'RUNNING'],
    ['RESTARTS', '2026-03-06 09:00', 'RUNNING'],
    ['RESUMES', '2026-03-06 11:30', 'WARNED'],
    ['RESTARTS', '2026-03-06 11:30', 'RUNNING'],
    ['RESUMES', '2026-03-06 12:00', 'MET'],
    ['RESTARTS', '2026-03-06 12:00', 'MET'],
  ] as const)('is %s, as of %s: %s (CMP-3)', (reopening, now, status) => {
    expect(verdict(reopening, handled, now)[0]).toBe(status)
  })

  it('owes announcements again when it is open again (CMP-3)', () => {
    const now = shanghai('2026-03-06 15:00')
    expect(announcementsDue(books.KEEPS, open, now)).toEqual([])
    expect(announcementsDue(books.RESUMES, open, now)).toEqual(['WARNING', 'BREACH'])
    expect(announcementsDue(books.RESTARTS, open, now)).toEqual([])
  })
})

describe('a limit that was missed before its case was opened again', () => {
  const late: Timer = timerOf('complaint.handle', shanghai('2026-03-04 10:00'), {
    reopenings: [reopened('2026-03-05 11:00', '2026-03-06 09:00')],
    stoppedAt: shanghai('2026-03-06 10:00'),
  })

  it('stays missed where policy keeps or resumes it: nothing was left (CMP-3)', () => {
    const [start, due] = [late.startedAt, shanghai('2026-03-05 10:00')]
    expect(verdict('KEEPS', late)).toEqual(['MISSED', start, due, shanghai('2026-03-05 11:00')])
    expect(verdict('RESUMES', late)).toEqual(['MISSED', start, due, late.stoppedAt])
  })

  it('is met by the last run where policy restarts it, and the explanation tells of the first (CMP-3)', () => {
    expect(verdict('RESTARTS', late)[0]).toBe('MET')
    expect(explainTimer(books.RESTARTS, late, shanghai('2026-03-20 00:00')).earlierRuns).toEqual([
      {
        startedAt: late.startedAt,
        stoppedAt: shanghai('2026-03-05 11:00'),
        dueAt: shanghai('2026-03-05 10:00'),
        status: 'MISSED',
      },
    ])
  })
})

describe('a run that ended at its very due instant', () => {
  it('was met, and a moment later it was missed (CMP-3)', () => {
    const due = shanghai('2026-03-05 10:00')
    const runEndedAt = (stoppedAt: Timer['startedAt']) => {
      const timer = { ...open, reopenings: [{ stoppedAt, reopenedAt: shanghai('2026-03-06 09:00') }] }
      return explainTimer(books.RESTARTS, timer, shanghai('2026-03-20 00:00')).earlierRuns?.[0]?.status
    }
    expect([runEndedAt(due), runEndedAt(plusMillis(due, 1))]).toEqual(['MET', 'MISSED'])
  })
})

describe('a reopening that is told of a time before the start', () => {
  it('restarts nothing earlier than the start: imported history may be out of order (CMP-3)', () => {
    const early = { ...open, reopenings: [reopened('2026-03-03 15:00', '2026-03-03 16:00')] }
    expect(verdict('RESTARTS', early).slice(1, 3)).toEqual([open.startedAt, shanghai('2026-03-05 10:00')])
  })
})

describe('a limit that was reopened twice', () => {
  // The second reopening is told first: imported history need not be in order.
  const twice: Timer = timerOf('order.confirm', shanghai('2026-03-02 08:00'), {
    reopenings: [reopened('2026-03-03 20:00', '2026-03-04 08:00'), reopened('2026-03-02 20:00', '2026-03-03 08:00')],
    stoppedAt: shanghai('2026-03-05 10:00'),
  })

  it('keeps its first end (ORD-1)', () => {
    expect(verdict('KEEPS', twice)[3]).toEqual(shanghai('2026-03-02 20:00'))
  })

  it('resumes with what was left each time: 12 h + 12 h of 24, and nothing after that (ORD-1)', () => {
    // It ended the second time at its very due instant, so a reopening finds no time left.
    expect(verdict('RESUMES', twice)).toEqual([
      'MISSED',
      twice.startedAt,
      shanghai('2026-03-03 20:00'),
      twice.stoppedAt,
    ])
  })

  it('restarts from the last reopening, after two runs that were met (ORD-1)', () => {
    expect(verdict('RESTARTS', twice).slice(0, 3)).toEqual([
      'MISSED',
      shanghai('2026-03-04 08:00'),
      shanghai('2026-03-05 08:00'),
    ])
    const { earlierRuns } = explainTimer(books.RESTARTS, twice, shanghai('2026-03-20 00:00'))
    expect(earlierRuns?.map(({ startedAt, dueAt, status }) => [startedAt, dueAt, status])).toEqual([
      [twice.startedAt, shanghai('2026-03-03 08:00'), 'MET'],
      [shanghai('2026-03-03 08:00'), shanghai('2026-03-04 08:00'), 'MET'],
    ])
  })

  it('is between its two lives as of an instant between them (ORD-1)', () => {
    expect(verdict('RESTARTS', twice, '2026-03-03 21:00')).toEqual([
      'MET',
      shanghai('2026-03-03 08:00'),
      shanghai('2026-03-04 08:00'),
      shanghai('2026-03-03 20:00'),
    ])
  })
})

describe('waiting and reopening together', () => {
  const pauses = [{ reason: 'WAITING_FOR_CUSTOMER', from: shanghai('2026-03-04 14:00'), until: null }]

  it('a wait that nobody ended ends with the first end of the limit, not with the last (CMP-3, C40)', () => {
    // 2.5 h counted from 10:00 to 14:00; 5 h are left on Friday 09:00: 3 h to noon, 2 h from 13:30.
    expect(verdict('RESUMES', { ...open, pauses })[2]).toBe(shanghai('2026-03-06 15:30'))
    expect(evaluateTimer(books.RESUMES, { ...open, pauses }, shanghai('2026-03-06 10:00')).isPaused).toBe(false)
  })

  it('a wait that begins with the end of the limit ends with it (CMP-3, C40)', () => {
    const atStop = pauses.map((pause) => ({ ...pause, from: shanghai('2026-03-04 15:00') }))
    expect(verdict('RESUMES', { ...open, pauses: atStop })[2]).toBe(shanghai('2026-03-06 14:30'))
    expect(evaluateTimer(books.RESUMES, { ...open, pauses: atStop }, shanghai('2026-03-06 10:00')).isPaused).toBe(false)
  })

  it('a wait of an earlier run does not move the last one (CMP-3, C40)', () => {
    expect(verdict('RESTARTS', { ...open, pauses })[2]).toBe(shanghai('2026-03-09 09:00'))
    const told = explainTimer(books.RESTARTS, { ...open, pauses }, shanghai('2026-03-20 00:00'))
    // Due on Thursday 10:00 and an hour later: the wait from 14:00 to 15:00.
    expect(told.earlierRuns?.[0]?.dueAt).toBe(shanghai('2026-03-05 11:00'))
  })

  it('a due instant that a contract fixes is moved by neither (DEL-1)', () => {
    const dueAt = shanghai('2026-03-05 10:00')
    for (const reopening of ['KEEPS', 'RESUMES', 'RESTARTS'] as const) {
      expect(verdict(reopening, { ...open, dueAt, pauses })[2]).toBe(dueAt)
    }
  })

  it('a moment of the calendar is moved by no gap, and found anew from a restart (RPT-1)', () => {
    const daily: Timer = { ...open, key: 'report.daily' }
    expect(verdict('RESUMES', daily)[2]).toBe(plusMillis(shanghai('2026-03-05 00:00'), -1))
    expect(verdict('RESTARTS', daily)[2]).toBe(plusMillis(shanghai('2026-03-07 00:00'), -1))
  })
})

describe('the explanation of a reopened limit', () => {
  const until = shanghai('2026-03-06 10:00')
  const told = (reopening: Reopening) => {
    const { counted, segments } = explainTimer(books[reopening], open, until)
    return { hours: counted / HOUR, last: segments.slice(-2).map(({ to, counted: c, reason }) => [to, c, reason.en]) }
  }

  it('ends with the first end where policy keeps it (CMP-3)', () => {
    expect(told('KEEPS')).toEqual({
      hours: 3.5,
      last: [
        [shanghai('2026-03-04 13:30'), false, 'outside working hours'],
        [shanghai('2026-03-04 15:00'), true, 'working hours'],
      ],
    })
  })

  it('leaves the time in between uncounted where policy resumes it (CMP-3)', () => {
    expect(told('RESUMES')).toEqual({
      hours: 4.5,
      last: [
        [shanghai('2026-03-06 09:00'), false, 'ended and later reopened: nothing counts in between'],
        [until, true, 'working hours'],
      ],
    })
  })

  it('counts the last run only where policy restarts it, and tells the verdict of the earlier one (CMP-3)', () => {
    const { counted, segments } = explainTimer(books.RESTARTS, open, until)
    expect(counted).toBe(HOUR)
    expect(segments.map(({ to, counted: isCounted, reason }) => [to, isCounted, reason.en])).toEqual([
      [shanghai('2026-03-04 15:00'), false, 'an earlier run, met before the limit was restarted'],
      [shanghai('2026-03-06 09:00'), false, 'ended and later reopened: nothing counts in between'],
      [until, true, 'working hours'],
    ])
    expect(segments[0]?.reason.zh).toBe('重新打开前的一次计时，当时按时')
    const late = { ...open, reopenings: [reopened('2026-03-05 11:00', '2026-03-06 09:00')] }
    expect(explainTimer(books.RESTARTS, late, until).segments[0]?.reason).toEqual({
      zh: '重新打开前的一次计时，当时超时',
      en: 'an earlier run, missed before the limit was restarted',
    })
  })

  it('has no earlier runs where there are none', () => {
    expect(explainTimer(books.RESUMES, open, until)).not.toHaveProperty('earlierRuns')
    expect(explainTimer(books.RESTARTS, { ...open, reopenings: [] }, until)).not.toHaveProperty('earlierRuns')
  })
})

describe('a void limit', () => {
  it('is void, reopened or not, and explained until then (CMP-3)', () => {
    const voided = { ...open, voidedAt: shanghai('2026-03-06 11:00') }
    for (const reopening of ['KEEPS', 'RESUMES', 'RESTARTS'] as const) {
      expect(evaluateTimer(books[reopening], voided, shanghai('2026-03-06 11:00')).status).toBe('VOID')
    }
    const { segments } = explainTimer(books.RESUMES, voided, shanghai('2026-03-20 00:00'))
    expect(segments.at(-1)?.to).toBe(voided.voidedAt)
  })
})

describe('a company that lets a limit run on', () => {
  it('says so in its policy', () => {
    const row = '{ key: complaint.handle, reopening: resumes }'
    const company = parsePolicies([...shipped, companyFile('deadlines', '2026-01-01', `deadlines: [${row}]`)])
    expect(reckoningOf(company).stoppedAtOf(open)).toBeNull()
    expect(reckoningOf(china).stoppedAtOf(open)).toBe(shanghai('2026-03-04 15:00'))
  })
})

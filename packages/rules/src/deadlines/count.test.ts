import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { Timer } from '../ledger/ledger.ts'
import { termText } from '../policy/term.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { china, HOUR, timerOf, VERSION } from './deadline-fixture.ts'
import { evaluateTimer, explainTimer, NEVER, reckoningOf } from './index.ts'

const { dueAtOf, stoppedAtOf } = reckoningOf(china)
const start = shanghai('2026-03-02 08:00')
/** 100 hours after the start. */
const close = shanghai('2026-03-06 12:00')

const project = (occurrences: readonly Instant[], dueAt: Instant | null = close): Timer =>
  timerOf('project.contacts', start, { dueAt, occurrences })

describe('a project that needs two contacts before its close', () => {
  const [first, second, third] = [
    shanghai('2026-03-03 10:00'),
    shanghai('2026-03-04 15:00'),
    shanghai('2026-03-05 09:00'),
  ]

  it.each([
    ['none', [], 0, null, 'OVERDUE'],
    ['one of two', [first], 1, null, 'OVERDUE'],
    ['two of two', [first, second], 2, second, 'MET'],
    ['three, told in any order: the second ends the limit', [third, first, second], 3, second, 'MET'],
    ['two at the last moment', [first, close], 2, close, 'MET'],
    ['the second too late', [first, plusMillis(close, 1)], 2, plusMillis(close, 1), 'MISSED'],
    ['one before it began, which is not of the project', [plusMillis(start, -1), first], 1, null, 'OVERDUE'],
    ['one at its start', [start, first], 2, first, 'MET'],
  ] as const)('has %s (CUS-11)', (_, contacts, reached, stoppedAt, status) => {
    const timer = project(contacts)
    const state = evaluateTimer(china, timer, shanghai('2026-03-07 00:00'))
    expect(state).toMatchObject({ count: { reached, required: 2 }, stoppedAt, dueAt: close, clock: 'count' })
    expect(stoppedAtOf(timer)).toBe(stoppedAt)
    expect(dueAtOf(timer)).toBe(close)
    expect(state.status).toBe(status)
  })

  it('counts what is known by the instant of asking (CUS-11)', () => {
    const at = (now: Instant) => {
      const { count, status } = evaluateTimer(china, project([first, second]), now)
      return [count?.reached, status]
    }
    expect([plusMillis(first, -1), first, plusMillis(second, -1), second].map(at)).toEqual([
      [0, 'RUNNING'],
      [1, 'RUNNING'],
      [1, 'RUNNING'],
      [2, 'MET'],
    ])
    // 75 % of 100 h from Monday 08:00: Thursday 11:00.
    expect(at(shanghai('2026-03-05 10:59'))).toEqual([2, 'MET'])
    expect(evaluateTimer(china, project([first]), shanghai('2026-03-05 11:00')).status).toBe('WARNED')
  })

  it('explains how far it has come: 0, 1, 2 of 2 (CUS-11)', () => {
    const { counted, segments } = explainTimer(china, project([first, second]), shanghai('2026-03-07 00:00'))
    // From Monday 08:00 to Tuesday 10:00 are 26 h, to Wednesday 15:00 29 h more; then it had ended.
    expect(counted).toBe(55 * HOUR)
    expect(segments.map(({ to, counted: isCounted, reason }) => [to, isCounted, reason.en, reason.zh])).toEqual([
      [first, true, '0 of 2', '已完成 0 次，共需 2 次'],
      [second, true, '1 of 2', '已完成 1 次，共需 2 次'],
    ])
  })

  it('may still reach its number while the project has no close (CUS-11)', () => {
    const running = project([first], null)
    expect(dueAtOf(running)).toBe(NEVER)
    const state = evaluateTimer(china, running, shanghai('2030-01-01 00:00'))
    expect(state).toMatchObject({ status: 'RUNNING', dueAt: NEVER, warnAt: NEVER, count: { reached: 1, required: 2 } })
    expect(evaluateTimer(china, project([first, second], null), shanghai('2030-01-01 00:00')).status).toBe('MET')
  })

  it('ends when its timer says so, where no contacts are listed (CUS-11)', () => {
    const timer = timerOf('project.contacts', start, { dueAt: close, stoppedAt: second })
    expect(evaluateTimer(china, timer, close)).toMatchObject({ status: 'MET', stoppedAt: second, count: null })
    expect(explainTimer(china, timer, close).segments.at(-1)?.reason.en).toBe('every hour counts')
  })

  it('says in words what it asks for (CUS-11)', () => {
    const { term, limit } = china.deadline('project.contacts', VERSION)
    expect([term, limit.en, limit.zh]).toEqual([{ clock: 'count', atLeast: 2 }, 'at least 2 contacts', '至少 2 次沟通'])
    expect(termText({ clock: 'count', atLeast: 1 }).en).toBe('at least 1 contact')
  })
})

describe('a list of occurrences', () => {
  it('ends no limit that asks for no number (ORD-1)', () => {
    const timer = timerOf('order.confirm', start, { occurrences: [start, start] })
    expect([stoppedAtOf(timer), evaluateTimer(china, timer, close).count]).toEqual([null, null])
  })
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { Timer } from '../ledger/ledger.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { RulesError } from '../rules-error.ts'
import { china, timerOf } from './deadline-fixture.ts'
import { checkedTimer, evaluateTimer, timerProblems } from './index.ts'

const start = shanghai('2026-03-04 10:00')
const at = (minutes: number) => plusMillis(start, minutes * 60_000)
const handle = (known: Partial<Timer>) => timerOf('complaint.handle', start, known)
const wait = (from: number, until: number | null) => ({
  reason: 'WAITING_FOR_CUSTOMER',
  from: at(from),
  until: until === null ? null : at(until),
})
const reopened = (stop: number, reopen: number) => ({ stoppedAt: at(stop), reopenedAt: at(reopen) })

describe('a timer that somebody enters', () => {
  it.each([
    ['a stop before its start', { stoppedAt: at(-1) }, [`the stop ${at(-1)} lies before the start ${start}`]],
    ['an occurrence before its start', { occurrences: [at(5), at(-1)] }, [`an occurrence ${at(-1)} lies before`]],
    ['no time at all', { dueAt: start }, [`due ${start} leaves no time after the start ${start}`]],
    ['less than no time', { dueAt: at(-1) }, [`due ${at(-1)} leaves no time`]],
    ['a pause that ends before it begins', { pauses: [wait(10, 5)] }, [`ends ${at(5)}, before it begins ${at(10)}`]],
    ['a pause of no length', { pauses: [wait(10, 10)] }, [`at ${at(10)} has no length`]],
    [
      'a pause that was over before the start',
      { pauses: [wait(-10, 0)] },
      [`ends ${at(0)}, before the start ${start}`],
    ],
    ['a reopening before the end that it undoes', { reopenings: [reopened(10, 9)] }, [`the reopening ${at(9)} lies`]],
    ['an end before its start', { reopenings: [reopened(-1, 5)] }, [`the end ${at(-1)} lies before ${start}`]],
    [
      'an end before the reopening that it follows',
      { reopenings: [reopened(10, 20), reopened(19, 30)] },
      [`the end ${at(19)} lies before ${at(20)}`],
    ],
    [
      'a stop before the last reopening',
      { reopenings: [reopened(10, 20)], stoppedAt: at(19) },
      [`the stop ${at(19)} lies before the reopening ${at(20)}`],
    ],
    [
      'several of them at once',
      { stoppedAt: at(-1), dueAt: start, pauses: [wait(10, 5), wait(20, 20)] },
      ['the stop', 'leaves no time', 'before it begins', 'has no length'],
    ],
  ] as const)('must not have %s (CMP-3)', (_, known, reasons) => {
    const problems = timerProblems(handle(known))
    expect(problems.map(({ message }) => message)).toEqual(reasons.map((reason) => expect.stringContaining(reason)))
    for (const problem of problems) {
      expect(problem).toBeInstanceOf(RulesError)
      expect([problem.code, problem.message.startsWith('CMP-3 complaint.handle: ')]).toEqual(['DEADLINE_INVALID', true])
    }
  })

  it.each([
    ['a stop at its start', { stoppedAt: start }],
    ['an end of application before its start, as a hand-over has (CMP-4)', { voidedAt: at(-1) }],
    ['a due instant a moment after its start', { dueAt: plusMillis(start, 1) }],
    ['an occurrence at its start', { occurrences: [start] }],
    ['a pause that reaches into it', { pauses: [{ ...wait(-10, 0), until: plusMillis(start, 1) }] }],
    ['a pause that goes on', { pauses: [wait(-10, null), wait(5, null)] }],
    ['a reopening at once, and a stop at once after it', { reopenings: [reopened(0, 0)], stoppedAt: start }],
    ['two reopenings in turn', { reopenings: [reopened(10, 20), reopened(20, 30)], stoppedAt: at(30) }],
    ['nothing more', {}],
  ] as const)('may have %s', (_, known) => {
    expect(timerProblems(handle(known))).toEqual([])
    expect(checkedTimer(handle(known))).toEqual(handle(known))
  })

  it('is refused with every problem at once, each with rule, key, item and value (DEL-1)', () => {
    const line = timerOf('order.delivery', start, { item: 'line 7', dueAt: start, stoppedAt: at(-1) })
    expect(() => checkedTimer(line)).toThrow(
      expect.objectContaining({
        code: 'DEADLINE_INVALID',
        message: `DEL-1 order.delivery of 'line 7': the stop ${at(-1)} lies before the start ${start}; DEL-1 order.delivery of 'line 7': due ${start} leaves no time after the start ${start}`,
      }),
    )
  })

  it('must be of instants, and is asked nothing else while it is not', () => {
    // Text of another form cannot be compared with instants.
    const text = '2026-03-04' as Instant
    const known = {
      startedAt: text,
      stoppedAt: text,
      voidedAt: text,
      dueAt: text,
      pauses: [{ reason: 'X', from: text, until: text }],
      reopenings: [{ stoppedAt: text, reopenedAt: text }],
      occurrences: [text],
    }
    const names = [
      'start',
      'stop',
      'end of application',
      'due',
      'pause',
      'pause',
      'reopening',
      'reopening',
      'occurrence',
    ]
    expect(timerProblems(handle(known)).map(({ message }) => message)).toEqual(
      names.map((name) => `CMP-3 complaint.handle: ${name} '2026-03-04' is not an instant`),
    )
  })
})

describe('a timer of imported history', () => {
  it('is evaluated although it ended before it began (ORD-1)', () => {
    const timer = timerOf('order.confirm', start, { stoppedAt: at(-1), pauses: [wait(10, 5)] })
    expect(timerProblems(timer)).toHaveLength(2)
    expect(evaluateTimer(china, timer, at(5)).status).toBe('MET')
  })
})

import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { Instant } from '../primitives/instant.ts'
import { china, patient, timerOf } from './deadline-fixture.ts'
import { bindingLimit, evaluateTimer } from './index.ts'

const complaintKeys = ['complaint.handle', 'complaint.opinion.other', 'complaint.opinion.quality', 'complaint.verify']

const statesAt = (timers: readonly Timer[], now: Instant) => timers.map((timer) => evaluateTimer(china, timer, now))

const bindingOf = (keys: readonly string[], start: string, now = start) => {
  const timers = keys.map((key) => timerOf(key, shanghai(start)))
  const found = bindingLimit(statesAt(timers, shanghai(now)))
  return found && [found.state.key, found.state.dueAt, found.reason.en, found.reason.zh]
}

describe('of several open limits of one thing', () => {
  it('the one that is due first binds, wherever it stands in the list (C2)', () => {
    const [key, dueAt, en, zh] = bindingOf(complaintKeys, '2026-03-06 17:00') ?? []
    expect([key, dueAt]).toEqual(['complaint.verify', shanghai('2026-03-06 19:00')])
    expect(en).toBe(
      'due first, before complaint.opinion.quality (2026-03-07T09:00:00.000Z); each limit runs for itself and none is converted (C2, C3)',
    )
    expect(zh).toBe(
      '最早到期，其后是 complaint.opinion.quality（2026-03-07T09:00:00.000Z）；各时限分别计算，互不折算（C2、C3）',
    )
    expect(bindingOf(complaintKeys.toReversed(), '2026-03-06 17:00')?.[0]).toBe('complaint.verify')
  })

  it.each([
    // Friday 17:00: 24 hours end on Saturday, the working day on Monday.
    ['2026-03-06 17:00', 'complaint.opinion.quality', '2026-03-07 17:00'],
    // Wednesday 17:00: both on Thursday 17:00.
    ['2026-03-04 17:00', 'complaint.opinion.quality', '2026-03-05 17:00'],
    // Friday 13 February 17:00: the Saturday is worked, so both are due then.
    ['2026-02-13 17:00', 'complaint.opinion.quality', '2026-02-14 17:00'],
  ])('from %s it is %s: 24 hours against a working day (C3)', (start, key, dueAt) => {
    const found = bindingOf(['complaint.handle', 'complaint.opinion.quality'], start)
    expect(found?.slice(0, 2)).toEqual([key, shanghai(dueAt)])
  })

  it('the working day binds before 48 hours in the week, and not over a weekend (C3)', () => {
    const keys = ['complaint.opinion.other', 'complaint.handle']
    expect(bindingOf(keys, '2026-03-04 17:00')?.[0]).toBe('complaint.handle')
    expect(bindingOf(keys, '2026-03-06 17:00')?.[0]).toBe('complaint.opinion.other')
  })

  it('of those due together the first of the list of deadlines binds (C2)', () => {
    const found = bindingOf(['complaint.handle', 'complaint.opinion.quality'], '2026-03-04 17:00')
    expect(found?.slice(2)).toEqual([
      'due together with complaint.handle, which comes after it in the list of deadlines (C2)',
      '与 complaint.handle 同时到期，按时限表的次序在前（C2）',
    ])
  })

  it('of two items of one key due together the first in text order binds (DEL-1)', () => {
    const dueAt = shanghai('2026-05-20 18:00')
    const line = (item: string) => timerOf('order.delivery', shanghai('2026-05-01 10:00'), { dueAt, item })
    for (const items of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      expect(bindingLimit(statesAt(items.map(line), dueAt))?.state.item).toBe('a')
    }
    expect(bindingLimit(statesAt([line('a'), line('a')], dueAt))?.state.item).toBe('a')
  })

  it('an overdue one binds until it ends (CMP-2, C2)', () => {
    expect(bindingOf(complaintKeys, '2026-03-06 17:00', '2026-03-06 19:01')?.[0]).toBe('complaint.verify')
  })

  it('a paused one takes part with the due instant that it has now (CMP-2, C40)', () => {
    const start = shanghai('2026-03-06 17:00')
    const pauses = [{ reason: 'WAITING_FOR_CUSTOMER', from: shanghai('2026-03-06 18:00'), until: null }]
    const timers = [timerOf('complaint.verify', start, { pauses }), timerOf('complaint.opinion.quality', start)]
    // An hour is left of the verification; it passes the opinion's Saturday 17:00 when the wait lasts beyond 16:00.
    const keyAt = (now: string) =>
      bindingLimit(timers.map((timer) => evaluateTimer(patient, timer, shanghai(now))))?.state.key
    expect([keyAt('2026-03-07 15:59'), keyAt('2026-03-07 16:01')]).toEqual([
      'complaint.verify',
      'complaint.opinion.quality',
    ])
  })
})

describe('a single open limit', () => {
  it('binds alone, what has ended or not begun apart (C2)', () => {
    const start = shanghai('2026-03-06 17:00')
    const now = shanghai('2026-03-06 18:00')
    const timers = [
      timerOf('complaint.handle', start),
      timerOf('complaint.verify', start, { stoppedAt: now }),
      timerOf('complaint.opinion.quality', start, { voidedAt: now }),
      timerOf('complaint.handover', shanghai('2026-03-06 19:00')),
      // A limit to wait for asks nobody to act.
      timerOf('retention.record', shanghai('2024-03-06 18:00')),
      timerOf('retention.record', start),
    ]
    const found = bindingLimit(statesAt(timers, now))
    expect([found?.state.key, found?.reason.en, found?.reason.zh]).toEqual([
      'complaint.handle',
      'the only limit that is open',
      '唯一仍在计时的时限',
    ])
  })
})

describe('nothing open', () => {
  it('has no binding limit (C2)', () => {
    expect(bindingLimit([])).toBeNull()
    const stoppedAt = shanghai('2026-03-06 18:00')
    const ended = timerOf('complaint.verify', shanghai('2026-03-06 17:00'), { stoppedAt })
    expect(bindingLimit(statesAt([ended], stoppedAt))).toBeNull()
  })
})

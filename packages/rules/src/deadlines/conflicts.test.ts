import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { ComplaintFactData } from '../ledger/facts.ts'
import { type Fact, ledgers, type Timer } from '../ledger/index.ts'
import type { Instant } from '../primitives/instant.ts'
import { china, VERSION } from './deadline-fixture.ts'
import { evaluateTimer, reckoningOf } from './index.ts'

/* Complaints under the shipped policy: what the regulations leave open about their limits, as it was settled. */

const reckoning = reckoningOf(china)

function fact<Type extends keyof ComplaintFactData>(type: Type, at: string, data?: ComplaintFactData[Type]): Fact {
  const occurredAt = shanghai(at)
  return { type, occurredAt, recordedAt: occurredAt, policyVersion: VERSION, data: data ?? {} }
}

const received = (at: string, complaintClass: 'UNCLASSIFIED' | 'QUALITY' | 'OTHER' = 'UNCLASSIFIED') =>
  fact('ComplaintReceived', at, { customerId: 'c', productId: null, lotId: null, complaintClass })

const classified = (at: string, complaintClass: 'QUALITY' | 'OTHER') =>
  fact('ComplaintClassified', at, { complaintClass })

function timersAfter(...history: readonly Fact[]): readonly Timer[] {
  const { complaint } = ledgers
  return complaint.timers(history.reduce(complaint.record, complaint.initial), reckoning)
}

/** Status and due instant of every limit, by key. */
function standing(history: readonly Fact[], now: Instant) {
  return Object.fromEntries(
    timersAfter(...history).map((timer) => {
      const { key, status, dueAt } = evaluateTimer(china, timer, now)
      return [key, [status, dueAt]]
    }),
  )
}

describe('a complaint received on Friday at 17:00', () => {
  it('has every limit at once, each with its own due instant (C2, C3, C27)', () => {
    expect(standing([received('2026-03-06 17:00')], shanghai('2026-03-06 17:00'))).toEqual({
      'complaint.verify': ['RUNNING', shanghai('2026-03-06 19:00')],
      'complaint.opinion.quality': ['RUNNING', shanghai('2026-03-07 17:00')],
      // Not 24 hours and not 8 hours of work, but the same clock time of the next working day.
      'complaint.handle': ['RUNNING', shanghai('2026-03-09 17:00')],
      'complaint.handover': ['NOT_STARTED', shanghai('2026-03-09 17:15')],
    })
  })

  it('is due on Saturday by both clocks when that Saturday is worked (C3)', () => {
    const [opinion, handle] = ['complaint.opinion.quality', 'complaint.handle'].map(
      (key) => standing([received('2026-02-13 17:00')], shanghai('2026-02-13 17:00'))[key]?.[1],
    )
    expect([opinion, handle]).toEqual([shanghai('2026-02-14 17:00'), shanghai('2026-02-14 17:00')])
  })
})

describe('a complaint handled with its opinion', () => {
  it('has met both limits by one act, and neither by the other (C2)', () => {
    const opinion = [received('2026-03-04 10:00'), fact('OpinionIssued', '2026-03-05 09:00')]
    const both = [...opinion, fact('ComplaintHandled', '2026-03-05 09:00')]
    const now = shanghai('2026-03-05 09:30')
    const statuses = (history: readonly Fact[]) =>
      ['complaint.opinion.quality', 'complaint.handle'].map((key) => standing(history, now)[key]?.[0])
    expect(statuses(opinion)).toEqual(['MET', 'WARNED'])
    expect(statuses(both)).toEqual(['MET', 'MET'])
  })
})

describe('a complaint whose class becomes known later', () => {
  const start = received('2026-03-04 10:00')

  it('has the 24 hours of quality until then (CMP-5, C28)', () => {
    expect(standing([start], shanghai('2026-03-05 10:01'))['complaint.opinion.quality']).toEqual([
      'OVERDUE',
      shanghai('2026-03-05 10:00'),
    ])
  })

  it('has the 48 hours of another complaint from receipt, not from the change (CMP-6, C28)', () => {
    const history = [start, classified('2026-03-05 09:00', 'OTHER')]
    const limits = standing(history, shanghai('2026-03-05 12:00'))
    expect(limits['complaint.opinion.other']).toEqual(['RUNNING', shanghai('2026-03-06 10:00')])
    expect(limits['complaint.opinion.quality']?.[0]).toBe('VOID')
  })

  it('has missed the 24 hours when it turns out to be one of quality too late (CMP-5, C28)', () => {
    const history = [received('2026-03-04 10:00', 'OTHER'), classified('2026-03-05 12:00', 'QUALITY')]
    expect(standing(history, shanghai('2026-03-05 12:00'))['complaint.opinion.quality']).toEqual([
      'OVERDUE',
      shanghai('2026-03-05 10:00'),
    ])
  })
})

describe('a complaint handed over to administration', () => {
  const marked = [received('2026-03-04 10:00'), fact('ComplaintMarkedUnsolvable', '2026-03-04 15:00')]
  const accepted = (at: string) => [...marked, fact('AdministrationAccepted', at)]
  const handover = (history: readonly Fact[], at: string) => standing(history, shanghai(at))['complaint.handover']

  it('is not handed over before administration accepts it (CMP-4)', () => {
    expect(handover(marked, '2026-03-04 15:15')).toEqual(['WARNED', shanghai('2026-03-04 15:15')])
    expect(handover(marked, '2026-03-04 15:16')?.[0]).toBe('OVERDUE')
  })

  it('is handed over in time at the last moment, and late a minute after it (CMP-4)', () => {
    expect(handover(accepted('2026-03-04 15:15'), '2026-03-05 00:00')?.[0]).toBe('MET')
    expect(handover(accepted('2026-03-04 15:16'), '2026-03-05 00:00')?.[0]).toBe('MISSED')
  })

  it('is accepted by nothing else that is done with it (CMP-4)', () => {
    const busy = [...marked, fact('ComplaintRegistered', '2026-03-04 15:05'), fact('OpinionIssued', '2026-03-04 15:06')]
    expect(handover(busy, '2026-03-04 15:16')?.[0]).toBe('OVERDUE')
  })

  it('still has to be handled within the working day (CMP-3, C29)', () => {
    const limits = standing(accepted('2026-03-04 15:05'), shanghai('2026-03-05 10:01'))
    expect(limits['complaint.handle']).toEqual(['OVERDUE', shanghai('2026-03-05 10:00')])
  })
})

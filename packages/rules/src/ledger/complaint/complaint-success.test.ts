import { describe, expect, it } from '@jest/globals'
import { evaluateMeasurement } from '../../kpi/measurement.ts'
import { addTallies, zeroTally } from '../../kpi/tally.ts'
import { plusMillis } from '../../primitives/instant.ts'
import { elapsedReckoning, fact, hour, received, told } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import { complaintLedger } from './complaint-ledger.ts'

const DAY = 24
const handled = (at: number) => fact('ComplaintHandled', at)
const confirmed = (at: number) => fact('ResolutionConfirmed', at)
const reopened = (at: number) => fact('ComplaintReopened', at)

/** `KPI-14` or `KPI-15` of one complaint as `numerator/denominator`, seen from an hour. */
function seen(kpi: 'KPI-14' | 'KPI-15', asOf: number | ReturnType<typeof hour>, ...facts: readonly Fact[]): string {
  const at = typeof asOf === 'number' ? hour(asOf) : asOf
  const measurements = complaintLedger
    .measurements(told(complaintLedger, facts), elapsedReckoning)
    .filter((measurement) => measurement.kpi === kpi)
  const sum = measurements.map((measurement) => evaluateMeasurement(measurement, at)).reduce(addTallies, zeroTally)
  return `${sum.numerator}/${sum.denominator}`
}

describe('a handled complaint (KPI-14)', () => {
  const history = [received(0), handled(5), confirmed(10)]

  it('is in neither number before it is handled', () => {
    expect(seen('KPI-14', 4.9, ...history)).toBe('0/0')
    expect(seen('KPI-14', 900, received(0))).toBe('0/0')
  })

  it('is no success until the customer confirms it', () => {
    expect([seen('KPI-14', 5, ...history), seen('KPI-14', 9.9, ...history)]).toEqual(['0/1', '0/1'])
    expect(seen('KPI-14', 10, ...history)).toBe('1/1')
  })

  it('counts in the period of its first handling, whenever it is confirmed', () => {
    const measured = complaintLedger.measurements(
      told(complaintLedger, [...history, reopened(20), handled(30)]),
      elapsedReckoning,
    )
    const countsAt = measured.filter(({ kpi }) => kpi === 'KPI-14' || kpi === 'KPI-15').map((one) => one.countsAt)
    expect(new Set(countsAt)).toEqual(new Set([hour(5)]))
  })

  it('is no success any more from the reopening on, within 14 days of the confirmation', () => {
    // Confirmed at hour 10: the window ends at hour 10 + 14 x 24 = 346, inclusive.
    const taken = [...history, reopened(346)]
    expect([seen('KPI-14', 345, ...taken), seen('KPI-14', 346, ...taken)]).toEqual(['1/1', '0/1'])
  })

  it('stays a success when the problem comes back later than that', () => {
    const late = { ...reopened(346), occurredAt: plusMillis(hour(346), 1) }
    expect(seen('KPI-14', 900, ...history, late)).toBe('1/1')
    // Another confirmation does not make it two.
    expect(seen('KPI-14', 900, ...history, late, handled(400), confirmed(410))).toBe('1/1')
  })

  it('is a success again when the second attempt is confirmed', () => {
    const second = [...history, reopened(20), handled(30), confirmed(40)]
    expect([10, 20, 39.9, 40].map((at) => seen('KPI-14', at, ...second))).toEqual(['1/1', '0/1', '0/1', '1/1'])
  })

  it('is one success, however often it is confirmed', () => {
    expect(seen('KPI-14', 900, ...history, confirmed(11), confirmed(12))).toBe('1/1')
  })

  it('is judged by when things happened, not by when they were told', () => {
    const told = [reopened(20), confirmed(40), handled(30), confirmed(10), handled(5), received(0)]
    expect([10, 20, 40].map((at) => seen('KPI-14', at, ...told))).toEqual(['1/1', '0/1', '1/1'])
  })
})

describe('a complaint solved at the first attempt (KPI-15)', () => {
  it('was confirmed after one handling and no hand-over (CMP-17)', () => {
    expect(seen('KPI-15', 900, received(0), handled(5), confirmed(10))).toBe('1/1')
  })

  it.each([
    ['after a second attempt', [handled(5), handled(8), confirmed(10)]],
    ['after it was marked unsolvable', [fact('ComplaintMarkedUnsolvable', 2), handled(5), confirmed(10)]],
    ['after administration took it over', [fact('AdministrationAccepted', 2), handled(5), confirmed(10)]],
    ['before the handling that imported history dates later', [handled(15), confirmed(10)]],
    ['never', [handled(5)]],
  ] as const)('is not one that was confirmed %s', (_, facts) => {
    expect(seen('KPI-15', 900, received(0), ...facts)).toBe('0/1')
  })

  it('is not one whose first confirmation was taken back, although a later one stands', () => {
    const history = [received(0), handled(5), confirmed(10), reopened(20), handled(30), confirmed(40)]
    expect([10, 20, 40].map((at) => seen('KPI-15', at, ...history))).toEqual(['1/1', '0/1', '0/1'])
  })

  it('stays one when the problem comes back after the window and is handed over then', () => {
    const later = 10 + 15 * DAY
    const history = [received(0), handled(5), confirmed(10), reopened(later), fact('ComplaintMarkedUnsolvable', later)]
    expect(seen('KPI-15', 2000, ...history)).toBe('1/1')
  })
})

describe('what else a complaint counts as', () => {
  const measured = (...facts: readonly Fact[]) =>
    complaintLedger.measurements(told(complaintLedger, facts), elapsedReckoning)

  it('is one complaint received, in the period of receipt (KPI-16)', () => {
    expect(measured(received(3)).filter(({ kpi }) => kpi === 'KPI-16')).toMatchObject([
      { part: 'received', countsAt: hour(3), achievedAt: hour(3), numerator: 1, denominator: 0 },
    ])
  })

  it('is numbered by when it was upheld, not by when that was told (KPI-41)', () => {
    const upheld = [8, 7].map((at) => fact('ConductComplaintUpheld', at, { staffId: 'w', teamId: null }))
    const numbered = measured(received(0), ...upheld).filter(({ kpi }) => kpi === 'KPI-41')
    expect(numbered.map(({ item, since }) => [item, since])).toEqual([
      ['1', hour(7)],
      ['2', hour(8)],
    ])
  })

  it('is, once upheld, a complaint about the conduct of somebody and of the team (KPI-41)', () => {
    const upheld = [
      fact('ConductComplaintUpheld', 7, { staffId: 'w', teamId: 't' }),
      fact('ConductComplaintUpheld', 8, { staffId: 'l', teamId: null }),
    ]
    expect(measured(received(0), ...upheld).filter(({ kpi }) => kpi === 'KPI-41')).toMatchObject([
      {
        part: 'conductComplaints',
        item: '1',
        countsAt: hour(7),
        numerator: 1,
        denominator: 0,
        scopes: ['person:w', 'team:t'],
      },
      { part: 'conductComplaints', item: '2', countsAt: hour(8), numerator: 1, denominator: 0, scopes: ['person:l'] },
    ])
  })
})

describe('a complaint that waits for the customer (C40)', () => {
  const waits = [
    fact('ComplaintWaitBegan', 2, { reason: 'WAITING_FOR_CUSTOMER' }),
    fact('ComplaintWaitEnded', 4),
    fact('ComplaintWaitBegan', 6, { reason: 'WAITING_FOR_CUSTOMER' }),
  ]
  const mayPause = { ...elapsedReckoning, mayPause: () => true }

  it('tells its waits to the handling limit alone (CMP-2, CMP-3)', () => {
    const timers = complaintLedger.timers(told(complaintLedger, [received(0), ...waits]), elapsedReckoning)
    expect(timers.filter(({ pauses }) => pauses !== undefined)).toMatchObject([
      {
        key: 'complaint.handle',
        pauses: [
          { reason: 'WAITING_FOR_CUSTOMER', from: hour(2), until: hour(4) },
          { reason: 'WAITING_FOR_CUSTOMER', from: hour(6), until: null },
        ],
      },
    ])
  })

  it('is measured with and without pauses where policy lets it wait, and once where not (KPI-17)', () => {
    const state = told(complaintLedger, [received(0), ...waits])
    const parts = (reckoning: typeof elapsedReckoning) =>
      complaintLedger
        .measurements(state, reckoning)
        .filter(({ kpi, part }) => kpi === 'KPI-17' && part?.startsWith('complaint.handle'))
        .map(({ part }) => part)
    expect(parts(elapsedReckoning)).toEqual(['complaint.handle'])
    expect(parts(mayPause)).toEqual(['complaint.handle', 'complaint.handle.withoutPauses'])
  })

  it('hands over the limit without its pauses for the share without them (KPI-17)', () => {
    const asked: unknown[] = []
    const dueAtOf = (timer: Parameters<typeof elapsedReckoning.dueAtOf>[0]) => {
      if (timer.key === 'complaint.handle') asked.push(timer.pauses?.length)
      return elapsedReckoning.dueAtOf(timer)
    }
    complaintLedger.measurements(told(complaintLedger, [received(0), ...waits]), { ...mayPause, dueAtOf })
    expect(asked).toEqual([2, 0])
  })
})

import { describe, expect, it } from '@jest/globals'
import { hour } from '../ledger/fixtures.ts'
import type { Measurement } from '../ledger/ledger.ts'
import { contributionOf, evaluateMeasurement, scopesOf, settledAtOf } from './measurement.ts'

const nothing = { numerator: 0, denominator: 0, pending: 0 }
const pending = { ...nothing, pending: 1 }
const missed = { ...nothing, denominator: 4 }
const achieved = { numerator: 3, denominator: 4, pending: 0 }

/** Exists from hour 10; 3 of 4 when achieved. */
function measurement(given: Partial<Measurement>): Measurement {
  return {
    kpi: 'KPI-17',
    part: null,
    item: '',
    since: hour(10),
    countsAt: hour(10),
    dueAt: null,
    achievedAt: null,
    numerator: 3,
    denominator: 4,
    currency: null,
    scopes: [],
    ...given,
  }
}

describe('a measurement seen from an instant', () => {
  const due = hour(20)
  it.each([
    ['counts nothing before it exists', measurement({}), 9, nothing],
    [
      'counts nothing before it exists, though its limit was met earlier',
      measurement({ dueAt: due, achievedAt: hour(5) }),
      9,
      nothing,
    ],
    ['counts its denominator from when it exists', measurement({}), 10, missed],
    ['counts its numerator from when it was achieved', measurement({ achievedAt: hour(15) }), 15, achieved],
    ['counts no numerator before it was achieved', measurement({ achievedAt: hour(15) }), 14.9, missed],
    ['is pending before its limit', measurement({ dueAt: due }), 19, pending],
    ['is pending at its limit, the last moment that meets it', measurement({ dueAt: due }), 20, pending],
    ['is missed after its limit', measurement({ dueAt: due }), 20.001, missed],
    ['is met once achieved, before its limit', measurement({ dueAt: due, achievedAt: hour(15) }), 15, achieved],
    ['is met when achieved at the limit', measurement({ dueAt: due, achievedAt: hour(20) }), 30, achieved],
    ['is missed when achieved after the limit', measurement({ dueAt: due, achievedAt: hour(20.001) }), 30, missed],
    ['is pending while what was achieved lies ahead', measurement({ dueAt: due, achievedAt: hour(15) }), 12, pending],
    ['is missed between limit and a late achievement', measurement({ dueAt: due, achievedAt: hour(40) }), 30, missed],
    [
      'counts a sum without a denominator',
      measurement({ achievedAt: hour(10), denominator: 0 }),
      10,
      { ...nothing, numerator: 3 },
    ],
  ])('%s', (_, measured, asOf, expected) => {
    expect(evaluateMeasurement(measured, hour(asOf))).toEqual(expected)
  })
})

describe('a success that can be lost again (KPI-14)', () => {
  const solved = measurement({ achievedAt: hour(15), lostAt: hour(25) })
  it.each([
    ['counts before it is lost', 24.999, achieved],
    ['counts no more from the instant at which it is lost', 25, missed],
  ])('%s', (_, asOf, expected) => {
    expect(evaluateMeasurement(solved, hour(asOf))).toEqual(expected)
  })

  it('that is lost before it was achieved never counts', () => {
    const reopenedFirst = measurement({ achievedAt: hour(15), lostAt: hour(12) })
    expect(evaluateMeasurement(reopenedFirst, hour(15))).toEqual(missed)
  })
})

describe('an achievement that counts late, too (KPI-18)', () => {
  const replied = measurement({ dueAt: hour(20), achievedAt: hour(30), countsLate: true })
  it.each([
    ['is pending up to the limit', 20, pending],
    ['is missed after the limit, until it is achieved', 29.999, missed],
    ['counts from then on', 30, achieved],
  ])('%s', (_, asOf, expected) => {
    expect(evaluateMeasurement(replied, hour(asOf))).toEqual(expected)
  })
})

describe('a state (KPI-29)', () => {
  // Fresh from hour 10 to 20; at hour 40 another state takes its place.
  const fresh = measurement({ countsAt: null, achievedAt: hour(10), lostAt: hour(20), until: hour(40) })
  it.each([
    ['is nothing before it begins', 9.999, nothing],
    ['is good from its beginning', 10, achieved],
    ['is no longer good from the instant at which that is lost', 20, missed],
    ['is there until the next one', 39.999, missed],
    ['is nothing once the next one is there', 40, nothing],
  ])('%s', (_, asOf, expected) => {
    expect(evaluateMeasurement(fresh, hour(asOf))).toEqual(expected)
  })
})

describe('the contribution of a measurement', () => {
  it.each([
    ['open while its limit runs or was missed', measurement({ dueAt: hour(20) }), { kind: 'OPEN' }],
    ['settled when met', measurement({ dueAt: hour(20), achievedAt: hour(20) }), { kind: 'SETTLED', tally: achieved }],
    [
      'settled when met late',
      measurement({ dueAt: hour(20), achievedAt: hour(21) }),
      { kind: 'SETTLED', tally: missed },
    ],
    ['settled without a limit', measurement({}), { kind: 'SETTLED', tally: missed }],
    ['settled without a limit, achieved', measurement({ achievedAt: hour(11) }), { kind: 'SETTLED', tally: achieved }],
    [
      'settled as missed when it was lost again',
      measurement({ achievedAt: hour(11), lostAt: hour(12) }),
      { kind: 'SETTLED', tally: missed },
    ],
    [
      'settled as achieved when it was late but counts late',
      measurement({ dueAt: hour(20), achievedAt: hour(21), countsLate: true }),
      { kind: 'SETTLED', tally: achieved },
    ],
    ['open for a state, which no day holds', measurement({ countsAt: null, achievedAt: hour(10) }), { kind: 'OPEN' }],
    [
      'settled as nothing when its time is over',
      measurement({ countsAt: null, achievedAt: hour(10), until: hour(11) }),
      { kind: 'SETTLED', tally: nothing },
    ],
  ])('is %s', (_, measured, expected) => {
    expect(contributionOf(measured)).toEqual(expected)
  })
})

describe('the instant from which a settled tally is right', () => {
  it.each([
    ['its beginning', measurement({}), 10],
    ['its achievement', measurement({ achievedAt: hour(11) }), 11],
    ['its beginning, when it was achieved before', measurement({ achievedAt: hour(9) }), 10],
    ['the loss of what was achieved', measurement({ achievedAt: hour(11), lostAt: hour(12) }), 12],
    ['its end', measurement({ achievedAt: hour(11), lostAt: hour(12), until: hour(13) }), 13],
    ['not moved by what does not apply', measurement({ achievedAt: hour(11), lostAt: null, until: null }), 11],
  ])('is %s', (_, measured, expected) => {
    expect(settledAtOf(measured)).toBe(hour(expected))
  })
})

describe('the scopes of a measurement', () => {
  it('are the company and its own, each once', () => {
    expect(scopesOf({ scopes: ['customer:c', 'customer:c', 'company'] })).toEqual(['company', 'customer:c'])
  })
})

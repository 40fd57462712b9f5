import { describe, expect, it } from '@jest/globals'
import { binOf } from '../../kpi/durations.ts'
import { rowOf } from '../after-sales-fixture.ts'
import { hour } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import {
  assigned,
  closed,
  confirmed,
  measure,
  progress,
  received,
  reckoning,
  reopened,
  reported,
} from './service-request-fixture.ts'

const HOUR = 3_600_000

describe('the gaps between progress updates (KPI-22, SRV-10)', () => {
  const gaps = (...facts: readonly Fact[]) => measure('KPI-22 progressGap', facts)
  const lengths = (...facts: readonly Fact[]) => gaps(...facts).map(({ bin }) => bin)
  const hours = (...all: readonly number[]) => all.map((one) => binOf(one * HOUR))

  it.each([
    ['are none before the customer hears anything', [], hours()],
    ['run from receipt to the first update', [progress(3)], hours(3)],
    ['run between updates, to the confirmation', [progress(3), progress(4), confirmed(9)], hours(3, 1, 5)],
    ['are ended by a reported result, too', [reported(3), confirmed(9)], hours(3, 6)],
    ['are ended by a closing without an answer', [progress(3), closed(9, 'NO_ANSWER')], hours(3, 6)],
    ['go by time, not by telling', [progress(4), progress(3)], hours(3, 1)],
    ['count an update once that is told twice', [progress(3), progress(3)], hours(3)],
    ['count no update at receipt or before', [progress(0), progress(-1), progress(3)], hours(3)],
    ['count no update once it is solved', [confirmed(5), progress(7)], hours(5)],
    ['count an update at the confirmation once', [confirmed(5), progress(5)], hours(5)],
    ['begin anew when it is reopened', [confirmed(5), reopened(20), progress(22), confirmed(25)], hours(5, 2, 3)],
    ['begin anew after a closing without an answer', [closed(5, 'NO_ANSWER'), reopened(20), progress(24)], hours(5, 4)],
    ['are not changed by closing a confirmed request', [confirmed(5), closed(9, 'CONFIRMED')], hours(5)],
    ['are none where the confirmation is dated before the receipt', [confirmed(-2)], hours()],
  ])('%s', (_, facts, expected) => {
    expect(lengths(received(0), ...facts)).toEqual(expected)
  })

  it('are measured in elapsed time, whatever the business hours', () => {
    const by = { ...reckoning, openTimeBetween: () => 0 }
    expect(measure('KPI-22 progressGap', [received(0), progress(3)], by)).toMatchObject([{ bin: binOf(3 * HOUR) }])
  })

  it('count each by itself in the period of receipt, for who then had the request', () => {
    const facts = [received(0), assigned(1, 'a'), progress(3), assigned(5, 'b'), progress(7)]
    const common = { countsAt: hour(0), dueAt: null, numerator: 1, denominator: 1 }
    expect(gaps(...facts)).toMatchObject([
      { ...common, item: '', since: hour(3), achievedAt: hour(3), scopes: ['customer:c', 'person:a'] },
      { ...common, item: '2', since: hour(7), achievedAt: hour(7), scopes: ['customer:c', 'person:b'] },
    ])
  })

  it('are shown as the longest', () => {
    const all = gaps(received(0), progress(2), progress(9), confirmed(10))
    const longest = rowOf(all, ['KPI-22', 'progressGap.longest'], 10)
    expect(longest).toMatchObject({ denominator: 3 })
    expect(Math.abs((longest?.value ?? 0) / (7 * HOUR) - 1)).toBeLessThanOrEqual(0.01)
  })
})

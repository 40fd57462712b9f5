import { describe, expect, it } from '@jest/globals'
import { elapsedReckoning, fact, hour, item, line, placed, received, shipped, told } from '../ledger/fixtures.ts'
import { ledgers } from '../ledger/index.ts'
import type { Fact, Measurement } from '../ledger/ledger.ts'
import { type Instant, parseInstant } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'
import { bucketsOf } from './buckets.ts'
import { contributionOf } from './measurement.ts'
import { periodOfDays, type ScorecardQuery, scorecardFromBuckets, scorecardOf } from './scorecard.ts'

const zone = parseTimeZone('Asia/Shanghai')
const march = periodOfDays(parseLocalDate('2026-03-01'), parseLocalDate('2026-04-01'), zone)

function order(...facts: readonly Fact[]): readonly Measurement[] {
  return ledgers.order.measurements(told(ledgers.order, facts), elapsedReckoning)
}

function complaint(...facts: readonly Fact[]): readonly Measurement[] {
  return ledgers.complaint.measurements(told(ledgers.complaint, facts), elapsedReckoning)
}

function answered(serviceScore: number): readonly Measurement[] {
  const facts = [
    fact('SurveyInvited', 200, { customerId: 'c' }),
    fact('SurveyAnswered', 201, { customerId: 'c', serviceScore, productScore: null }),
  ]
  return ledgers.survey.measurements(told(ledgers.survey, facts), elapsedReckoning)
}

/*
 * A small marketplace, worked out by hand. Hour 0 is Monday 2 March 2026, 08:00 in Shanghai; seen from hour 300.
 *
 *   order 1   placed 0, confirmed 1, promised by 100, shipped whole at 90       KPI-1 met, KPI-9 met, sells 52.90
 *   order 2   placed 0, confirmed 30, promised by 100, shipped whole at 120     KPI-1 late, KPI-9 late, sells 100.00
 *   order 3   placed 10, cancelled 20, promised by 100, never decided           counts nowhere
 *   order 4   placed 50, confirmed 51, promised by 320, cancelled 150           KPI-1 met, sells 7.10 - 7.10
 *   order 5   placed 290, promised by 310                                       KPI-1 and KPI-9 pending
 *   order 6   placed 20, promised by 250, never decided                         KPI-1 missed, KPI-9 missed
 *
 *   KPI-1   orders 1, 2, 4, 6 are decided or past due; 1 and 4 in time: 2 / 4, order 5 pending
 *   KPI-3   52.90 + 100.00 + 7.10 - 7.10 = 152.90 BRL
 *   KPI-9   lines 1, 2, 6 are due; 1 in time: 1 / 3, order 5 pending
 *   KPI-10  order 1: 2 of 2 checked, order 2: 1.5 of 2: 3.5 / 4
 *   KPI-40  shipment 1 to a licensed buyer, shipment 2 not: 1 / 2
 *   KPI-4   2 + 2 pieces were shipped
 *   KPI-16  2 complaints; 6 orders were placed and 4 pieces shipped in the twelve months
 *   KPI-32  6 orders and 2 shipments, each entered as it happened
 *   KPI-35  none of 4 pieces came back
 */
const brl = (minor: number) => ({ netAmount: { minor, currency: 'BRL' } })
const marketplace: readonly Measurement[] = [
  ...order(
    placed(0, [line('1', { ...brl(5290), contractShipBy: hour(100) })]),
    fact('OrderConfirmed', 1),
    shipped(90, 's1', [item('1', '2')]),
  ),
  ...order(
    placed(0, [line('2', { ...brl(10_000), contractShipBy: hour(100) })]),
    fact('OrderConfirmed', 30),
    shipped(120, 's2', [item('2', '2', { checkedQuantity: '1.5' as Quantity })], false),
  ),
  ...order(placed(10, [line('3', { ...brl(1), contractShipBy: hour(100) })]), fact('OrderCancelled', 20)),
  ...order(
    placed(50, [line('4', { ...brl(710), contractShipBy: hour(320) })]),
    fact('OrderConfirmed', 51),
    fact('OrderCancelled', 150),
  ),
  ...order(placed(290, [line('5', { ...brl(1), contractShipBy: hour(310) })])),
  ...order(placed(20, [line('6', { ...brl(1), contractShipBy: hour(250) })])),
  /*
   * complaint 1   received 0, verified 1, opinion 20, handled 9 (limit 8)       verify met, opinion met, handle late
   * complaint 2   received 298, classed as other 299                            all pending but KPI-13, not handled
   *
   *   KPI-13  1 / 2
   *   KPI-14 and KPI-15: nobody confirmed what was handled, 0 / 1
   *   KPI-17  verify 1 / 1, quality 1 / 1, handle 0 / 1; verify, other and handle of complaint 2 pending
   */
  ...complaint(received(0), fact('ComplaintRegistered', 1), fact('OpinionIssued', 20), fact('ComplaintHandled', 9)),
  ...complaint(received(298), fact('ComplaintClassified', 299, { complaintClass: 'OTHER' })),
  // KPI-23: scores 5, 4, 3 and 1: 2 / 4, mean 13 / 4.
  ...[5, 4, 3, 1].flatMap(answered),
]

/** Row texts such as `KPI-1 2/4 +1`: figure, integers, pending. */
function told300(
  scope: string,
  period: Pick<ScorecardQuery, 'from' | 'to' | 'trailingFrom'> = march,
): readonly string[] {
  return scorecardOf(marketplace, { ...period, scope, asOf: hour(300) }).map(
    ({ id, part, numerator, denominator, pending, currency }) =>
      `${[id, part, currency].filter((name) => name !== null).join(' ')} ${numerator}/${denominator} +${pending}`,
  )
}

describe('the scorecard of a small marketplace', () => {
  it('is what the hand says', () => {
    expect(told300('company')).toEqual([
      'KPI-1 2/4 +1',
      'KPI-3 BRL 15290/0 +0',
      'KPI-4 4/0 +0',
      'KPI-4 shipped 4/0 +0',
      'KPI-9 1/3 +1',
      'KPI-10 3.5/4 +0',
      'KPI-13 1/2 +0',
      'KPI-14 0/1 +0',
      'KPI-15 0/1 +0',
      'KPI-16 perThousandOrders 2/6 +0',
      'KPI-16 perThousandUnits 2/4 +0',
      'KPI-17 2/3 +3',
      'KPI-17 complaint.handle 0/1 +1',
      'KPI-17 complaint.opinion.other 0/0 +1',
      'KPI-17 complaint.opinion.quality 1/1 +0',
      'KPI-17 complaint.verify 1/1 +1',
      'KPI-23 2/4 +0',
      'KPI-23 service 2/4 +0',
      'KPI-23 service.mean 13/4 +0',
      'KPI-24 4/4 +0',
      'KPI-32 entry.p90 8/8 +0',
      'KPI-35 0/4 +0',
      'KPI-40 1/2 +0',
    ])
  })

  it('of one product counts what happened to its lines', () => {
    expect(told300('product:product of 2')).toEqual([
      'KPI-1 0/0 +0',
      'KPI-3 BRL 10000/0 +0',
      'KPI-4 2/0 +0',
      'KPI-4 shipped 2/0 +0',
      'KPI-9 0/1 +0',
      'KPI-10 1.5/2 +0',
      'KPI-13 0/0 +0',
      'KPI-16 perThousandUnits 0/2 +0',
      'KPI-17 0/0 +0',
      'KPI-23 0/0 +0',
      'KPI-35 0/2 +0',
      'KPI-40 0/0 +0',
    ])
  })

  it('of one day books a cancellation on its own day: hour 150 is Sunday 8 March, 14:00', () => {
    const sunday = periodOfDays(parseLocalDate('2026-03-08'), parseLocalDate('2026-03-09'), zone)
    expect(told300('company', sunday)).toContain('KPI-3 BRL -710/0 +0')
  })

  it('counts the first instant of a period and not the last', () => {
    const until = (to: Instant) => told300('company', { ...march, to })[0]
    expect(until(hour(290))).toBe('KPI-1 2/4 +0')
    const from = (instant: Instant) => told300('company', { ...march, from: instant })[0]
    expect(from(hour(290))).toBe('KPI-1 0/0 +1')
  })

  it('is the same from stored sums and open measurements', () => {
    const stored = {
      buckets: bucketsOf(marketplace, zone),
      open: marketplace.filter((measurement) => contributionOf(measurement).kind === 'OPEN'),
    }
    // Order 5 and 6 with a line each, and three limits of complaint 2, are what the clock still moves.
    expect(stored.open).toHaveLength(7)
    for (const scope of ['company', 'customer:c', 'person:s', 'channel:ONLINE', 'product:product of 6', 'lot:none']) {
      const query = { ...march, scope, asOf: hour(300) }
      expect(scorecardFromBuckets(stored, query, zone)).toEqual(scorecardOf(marketplace, query))
    }
  })

  it.each([[{ to: parseInstant('2026-03-31T16:00:00.001Z') }], [{ from: parseInstant('2026-02-28T15:59:59.999Z') }]])(
    'is refused from stored sums when the period cuts a day: %j',
    (cut) => {
      const query = { ...march, ...cut, scope: 'company', asOf: hour(300) }
      expect(() => scorecardFromBuckets({ buckets: [], open: [] }, query, zone)).toThrow(
        expect.objectContaining({
          code: 'KPI_INVALID',
          message: `the period from ${query.from} to ${query.to} is not made of whole days in Asia/Shanghai`,
        }),
      )
    },
  )

  it('of days looks back over the twelve months that end with them', () => {
    expect(periodOfDays(parseLocalDate('2026-03-01'), parseLocalDate('2026-04-01'), zone)).toEqual({
      from: parseInstant('2026-03-01T00:00:00+08:00'),
      to: parseInstant('2026-04-01T00:00:00+08:00'),
      trailingFrom: parseInstant('2025-04-01T00:00:00+08:00'),
    })
  })
})

describe('the satisfaction of imported reviews', () => {
  it('is the share of the ratings 4 and 5 among all, one rating each (KPI-23)', () => {
    const reviews = [...Array(707).fill(5), ...Array(1314 - 707).fill(2)].flatMap((score: number) => answered(score))
    const rows = scorecardOf(reviews, { ...march, scope: 'company', asOf: hour(300) })
    expect(rows.find(({ id, part }) => id === 'KPI-23' && part === null)).toMatchObject({
      numerator: 707,
      denominator: 1314,
      value: 707 / 1314,
      pending: 0,
    })
  })
})

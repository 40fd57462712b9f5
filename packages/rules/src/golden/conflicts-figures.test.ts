import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import { china, timerOf, VERSION } from '../deadlines/deadline-fixture.ts'
import {
  type ComplaintFactData,
  conflicts,
  enforcementsOf,
  evaluateTimer,
  type Fact,
  type Instant,
  type KpiRow,
  ledgers,
  type Measurement,
  type OrderFactData,
  parseLocalDate,
  parseQuantity,
  periodOfDays,
  type Quantity,
  RELATIVE_ERROR,
  scorecardOf,
} from '../index.ts'
import { complaintData, factsOf, justBefore, SHANGHAI, streamOf } from './golden-fixture.ts'

/* What figures are divided by, and what has no number: what the regulations leave open, as it was settled. */

const HOUR = 3_600_000
const march = periodOfDays(parseLocalDate('2026-03-01'), parseLocalDate('2026-04-01'), SHANGHAI)

const orderFact = factsOf<OrderFactData>()
const placedData = { customerId: 'c', salespersonId: 's', channel: 'ONLINE', lines: [] }

function rowOf(measurements: readonly Measurement[], id: KpiRow['id'], part: string | null): KpiRow | undefined {
  const rows = scorecardOf(measurements, { ...march, scope: 'company', asOf: shanghai('2026-04-01 00:00') })
  return rows.find((row) => row.id === id && row.part === part)
}

describe('the complaints of March 2026', () => {
  /** An order that left as a whole when it was placed. */
  function shippedOrder(at: Instant, quantity: Quantity): readonly Measurement[] {
    const item = { lineId: '1', productId: 'p', productClass: 'CLASS_II', lotId: null } as const
    return streamOf(ledgers.order, [
      orderFact('OrderPlaced', at, placedData),
      orderFact('GoodsShipped', at, {
        shipmentId: `of ${at}`,
        items: [{ ...item, quantity, checkedQuantity: quantity }],
        isBuyerLicensed: true,
      }),
    ]).measurements
  }
  const complaintFact = factsOf<ComplaintFactData>()
  const complaint = (at: string) =>
    streamOf(ledgers.complaint, [complaintFact('ComplaintReceived', shanghai(at), complaintData())]).measurements

  // The twelve months that end with March begin with 1 April 2025.
  const twelveMonthsAgo = shanghai('2025-04-01 00:00')
  const all = [
    ...shippedOrder(justBefore(twelveMonthsAgo), parseQuantity('500')),
    ...shippedOrder(twelveMonthsAgo, parseQuantity('3000')),
    ...shippedOrder(shanghai('2026-03-20 10:00'), parseQuantity('1000')),
    ...complaint('2026-02-28 23:59'),
    ...complaint('2026-03-01 00:00'),
    ...complaint('2026-03-31 23:59'),
  ]

  it('are counted per 1,000 units shipped in twelve months (KPI-16, CMP-17, C15)', () => {
    // 2 in March; 3,000 + 1,000 units, without the 500 of the day before: half a complaint per thousand.
    expect(rowOf(all, 'KPI-16', 'perThousandUnits')).toMatchObject({ numerator: 2, denominator: 4000, value: 0.5 })
  })

  it('are counted per 1,000 orders beside it (KPI-16, C15)', () => {
    // 2 orders in the twelve months.
    expect(rowOf(all, 'KPI-16', 'perThousandOrders')).toMatchObject({ numerator: 2, denominator: 2, value: 1000 })
  })

  it('have no rate where nothing was shipped (KPI-16, C15)', () => {
    const rate = rowOf(complaint('2026-03-10 10:00'), 'KPI-16', 'perThousandUnits')
    expect(rate).toMatchObject({ numerator: 1, denominator: 0, value: null })
  })
})

describe('what shall be done promptly', () => {
  const concerned = conflicts.find(({ id }) => id === 'C26')?.rules ?? []
  // Monday 2 March 2026, 10:00.
  const start = shanghai('2026-03-02 10:00')

  it.each([
    // 24 hours.
    ['CUS-6', 'record.entry', '2026-03-03 10:00'],
    ['RCL-1', 'recall.notify', '2026-03-03 10:00'],
    // 3 working days: 3, 4 and 5 March.
    ['TGT-4', 'target.personal', '2026-03-05 10:00'],
    // 5 working days: 3 to 6, and Monday 9 March.
    ['CON-1', 'contract.sign', '2026-03-09 10:00'],
  ] as const)('has a proposed number by %s under %s: due %s (C26)', (rule, key, due) => {
    const state = evaluateTimer(china, timerOf(key, start), start)
    expect([state.rule, state.dueAt, china.deadline(key, VERSION).basis]).toEqual([rule, shanghai(due), 'PROPOSED'])
    expect(concerned).toContain(rule)
  })

  it('has no limit by any of the other rules, and so none that could refuse or be missed (C26)', () => {
    const limited = concerned.filter((rule) => enforcementsOf(rule).some(({ kind }) => kind === 'TIMER'))
    expect(limited.toSorted()).toEqual(['CON-1', 'CUS-6', 'RCL-1', 'TGT-4'])
    const others = concerned.filter((rule) => !limited.includes(rule))
    expect(others).toEqual(['ORD-2', 'ORD-4', 'CON-4', 'DEL-4', 'SRV-10'])
    const ruled = china.deadlines(VERSION).map(({ rule }) => rule)
    expect(others.filter((rule) => ruled.includes(rule))).toEqual([])
  })

  it('is taken when it comes late, and the delay is shown beside its target (CUS-6, KPI-32, C26)', () => {
    // Entered 48 hours after it was placed: twice what is asked, and counted as any other order.
    const at = shanghai('2026-03-10 10:00')
    const late: Fact = { ...orderFact('OrderPlaced', at, placedData), recordedAt: shanghai('2026-03-12 10:00') }
    const { measurements } = streamOf(ledgers.order, [late, orderFact('OrderConfirmed', at)])
    expect(rowOf(measurements, 'KPI-1', null)).toMatchObject({ numerator: 1, denominator: 1 })
    const latency = rowOf(measurements, 'KPI-32', 'entry.p90')?.value ?? 0
    expect(Math.abs(latency / (48 * HOUR) - 1)).toBeLessThanOrEqual(RELATIVE_ERROR)
    expect(china.target('KPI-32', VERSION)).toEqual({ atMostHours: 24 })
  })
})

import { describe, expect, it } from '@jest/globals'
import { feed, wholeDay } from '../calendar/feed/feed-fixture.ts'
import { chineseOffice, shanghai } from '../calendar/fixtures.ts'
import { refused } from '../gates/violation-fixture.ts'
import {
  acceptFeed,
  addWorkingDays,
  type CalendarDefinition,
  compileCalendar,
  type DayDecision,
  ledgers,
  type OrderFactData,
  outboundCheckGate,
  parseElementString,
  parseLocalDate,
  parseQuantity,
  purgeGate,
  type RetainedRecord,
  readHolidayFeed,
  reviewFeed,
  threeWayMatchGate,
} from '../index.ts'
import { factsOf, goodsUntil2026, shippedRetention } from './golden-fixture.ts'

/* Mistakes that other systems made with what they were given and what they keep; the others are in `pitfalls.test.ts`. */

const day = parseLocalDate

describe('a feed of holidays with a day that no authority declared', () => {
  // 9 March 2026 is an ordinary Monday. Whoever took the feed as it comes would give the complaint another day.
  const monday = day('2026-03-09')
  const window = { from: monday, to: monday }
  const text = feed(wholeDay(monday, '妇女节补假'))
  const draft = readHolidayFeed(text, { source: 'somewhere', window, calendar: chineseOffice })
  const accept = (days: Readonly<Record<string, DayDecision>>) =>
    acceptFeed(chineseOffice, draft, { reviewer: 'li', approver: 'wang', version: 'next', days })
  const dueOn = (calendar: CalendarDefinition) =>
    addWorkingDays(compileCalendar(calendar), shanghai('2026-03-06 16:00'), 1, 'sameClock')

  it('is a draft to be reviewed, and changes no calendar by being read (GEN-5; pitfall 6)', () => {
    expect(reviewFeed(chineseOffice, draft).days).toMatchObject([
      { date: monday, difference: 'ADDED', inForce: null, inFeed: { kind: 'HOLIDAY' } },
    ])
    expect(dueOn(chineseOffice)).toBe(shanghai('2026-03-09 16:00'))
  })

  it('is refused while nobody has decided on the day (GEN-5; pitfall 6)', () => {
    const refusal = accept({})
    expect(refusal.type === 'REFUSED' && refused(refusal.violations)).toEqual([
      ['GEN-5', `days.${monday}`, { reason: 'UNDECIDED', date: monday, difference: 'ADDED' }],
    ])
  })

  it.each([
    ['REJECT', '2026-03-09 16:00'],
    ['ACCEPT', '2026-03-10 16:00'],
  ] as const)('has its effect by decision only: %s (CMP-3, GEN-5; pitfall 6)', (decision, due) => {
    const accepted = accept({ [monday]: decision })
    expect(accepted.type === 'ACCEPTED' && dueOn(accepted.calendar)).toBe(shanghai(due))
  })
})

describe('the purge of a sales record', () => {
  const record = (given: Partial<Pick<RetainedRecord, 'holds'>> = {}, isImplant = false): RetainedRecord => ({
    kind: 'SALES_RECORD',
    goods: [{ ...goodsUntil2026, isImplant }],
    holds: [],
    ...given,
  })
  const keptBy = (of: RetainedRecord, on: string) =>
    refused(purgeGate({ record: of, settings: shippedRetention, on: day(on) })).map(([rule]) => rule)

  it('waits for retention, whoever asks for it (TRC-5, TRC-6; pitfall 12)', () => {
    // The person is erased by a key (C20) at any time; the record stays.
    expect(keptBy(record(), '2026-06-01')).toEqual(['TRC-5', 'TRC-6'])
    expect(keptBy(record(), '2028-12-31')).toEqual(['TRC-6'])
  })

  it('waits no longer than that: retention is no reason to keep for ever (TRC-6; pitfall 12)', () => {
    expect(keptBy(record(), '2029-01-01')).toEqual([])
  })

  it('waits for a hold, and of an implant for ever (TRC-6, TRC-7; pitfall 12)', () => {
    const held = record({ holds: [{ holdId: 'H-1', liftedOn: null }] })
    expect(keptBy(held, '2060-01-01')).toEqual(['TRC-7'])
    expect(keptBy(record({}, true), '2060-01-01')).toEqual(['TRC-6'])
  })
})

describe('a lot', () => {
  const goods = (lotId: string) => ({ lineId: '1', lotId, quantity: parseQuantity('10') })
  const booked = (lotId: string) => ({ ...goods(lotId), productId: 'p', amount: { minor: 2_500, currency: 'CNY' } })

  it('that was checked lets no other lot leave (DEL-2; pitfall 13)', () => {
    const check = { pickedBy: 'wang', checkedBy: 'li', items: [{ ...goods('lot-7'), result: 'PASSED' as const }] }
    const leaving = (lotId: string) =>
      refused(outboundCheckGate({ items: [goods(lotId)], checks: [check], shippedBefore: [] })).map(([rule]) => rule)
    expect([leaving('lot-7'), leaving('lot-8')]).toEqual([[], ['DEL-2']])
  })

  it('that was renamed in one book is found there (FIN-2; pitfall 13)', () => {
    const books = { shipments: [booked('lot-7')], ledger: [booked('lot-7')] }
    const invoiced = (lotId: string) =>
      refused(threeWayMatchGate({ ...books, invoices: [{ ...booked(lotId), lotStatus: null }] }))
    expect(invoiced('lot-7')).toEqual([])
    expect(invoiced('lot-8')).toMatchObject([
      ['FIN-2', 'invoices.0.lotId', { difference: 'LOT', shipped: 'lot-7', stated: 'lot-8' }],
    ])
  })

  it('has the identity of its label, which may not say two things (TRC-7; pitfall 13)', () => {
    const read = (text: string) => parseElementString(text, { referenceYear: 2026 })
    expect(read('(10)LOT-7(21)S1')).toMatchObject({ identification: { lot: 'LOT-7', serial: 'S1' } })
    expect(read('(10)LOT-7(10)LOT-8')).toMatchObject({ type: 'REFUSED', problems: [{ code: 'VALUES_CONFLICT' }] })
  })

  it('is what the shipment said: no fact of an order gives it another name (TRC-7; pitfall 13)', () => {
    const fact = factsOf<OrderFactData>()
    const at = shanghai('2026-03-03 10:00')
    const item = {
      ...goods('lot-7'),
      productId: 'p',
      productClass: 'CLASS_II',
      checkedQuantity: parseQuantity('10'),
    } as const
    const shipment = { shipmentId: 's', items: [item], isBuyerLicensed: true }
    const state = ledgers.order.record(ledgers.order.initial, fact('GoodsShipped', at, shipment))
    const renamed = { ...shipment, items: [{ ...item, lotId: 'lot-8' }] }
    const edited = ledgers.order.record(state, { ...fact('GoodsShipped', at, renamed), type: 'ShipmentEdited' })
    expect(edited).toBe(state)
    expect(state.shipments.flatMap(({ items }) => items.map(({ lotId }) => lotId))).toEqual(['lot-7'])
  })
})

import { parseLocalDate, parseQuantity } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { OrderLookUp } from './commands.ts'
import { command, goodsToShip, hours, ids, itemToShip, lookUp, lot, placedLine } from './order.samples.ts'
import { order } from './order.ts'
import { confirmed, placed } from './past.samples.ts'

const spec = specificationOf(order)
const SCAN = '(01)09501101530003(17)280104(10)L-26-01(21)S-1'
const known = { productId: ids.syringe, lotIds: [ids.lot] }
const withScan = (scan: string, records = known): OrderLookUp => ({ ...lookUp, scanned: { [scan]: records } })
const item = (scan: string, more: object = {}) => {
  const goods = {
    lineId: null,
    lotId: null,
    quantity: parseQuantity('1'),
    result: 'PASSED' as const,
    serialNumber: null,
  }
  return { ...goods, scan, ...more }
}
const checking = (...items: readonly ReturnType<typeof item>[]) =>
  command('CheckOutbound', { checkId: ids.check, pickedBy: 'a', checkedBy: 'b', items: [...items] }, hours(5))
const refusedOf = (items: readonly ReturnType<typeof item>[], found: OrderLookUp) =>
  spec.given(placed, confirmed).when(checking(...items), found).decision.violations

describe('an outbound check by scanning', () => {
  it('finds line, lot and serial number, which the sales record then bears (DEL-2, TRC-1, TRC-4)', () => {
    const checked = { lineId: ids.line, lotId: ids.lot, quantity: '1', result: 'PASSED', serialNumber: 'S-1' }
    const { events, violations } = spec.given(placed, confirmed).when(checking(item(SCAN)), withScan(SCAN)).decision
    expect(violations).toEqual([])
    expect(events).toMatchObject([{ type: 'OutboundChecked', data: { items: [checked] } }])
    const past = events.map((event) => ({ ...event, occurredAt: hours(5) }))
    const items = [{ ...itemToShip, quantity: parseQuantity('1') }]
    const shipped = spec
      .given(placed, confirmed, ...past)
      .when(command('ShipGoods', { ...goodsToShip, items }, hours(6)), lookUp).decision
    expect(shipped).toMatchObject({
      violations: [],
      events: [{ data: { items: [{ salesRecord: { serialNumber: 'S-1', lotNumber: 'L-26-01' } }] } }],
    })
  })

  it('takes what was entered besides, where it agrees', () => {
    expect(refusedOf([item(SCAN, { lineId: ids.line, lotId: ids.lot })], withScan(SCAN))).toEqual([])
  })

  it('refuses another product than was ordered, naming what was scanned (TRC-4)', () => {
    const other = withScan(SCAN, { productId: ids.gauze, lotIds: [] })
    expect(refusedOf([item(SCAN)], other)).toMatchObject([
      { rule: 'TRC-4', path: ['items', '0', 'scan'], facts: { scan: SCAN } },
    ])
    expect(refusedOf([item(SCAN, { lineId: ids.line })], other)).toMatchObject([{ facts: { lineId: ids.line } }])
  })

  it('refuses a device that nobody registered, and a label without one (TRC-4)', () => {
    const nobodys = { productId: null, lotIds: [] } as unknown as typeof known
    expect(refusedOf([item(SCAN)], withScan(SCAN, nobodys))).toMatchObject([{ facts: { gtin: '09501101530003' } }])
    expect(refusedOf([item('(10)L-26-01')], lookUp)).toMatchObject([{ rule: 'TRC-4', facts: { scan: '(10)L-26-01' } }])
  })

  it('refuses a lot that was never received, another one than was entered, and than the line names (TRC-4)', () => {
    expect(refusedOf([item(SCAN)], withScan(SCAN, { ...known, lotIds: [] }))).toMatchObject([
      { rule: 'TRC-4', facts: { scan: SCAN, lotNumber: 'L-26-01' } },
    ])
    expect(refusedOf([item(SCAN, { lotId: ids.otherLot })], withScan(SCAN))).toMatchObject([
      { rule: 'TRC-4', facts: { scan: SCAN, told: ids.otherLot, scanned: ids.lot } },
    ])
    const reserving = {
      ...placed,
      data: { ...placed.data, lines: [{ ...placedLine, lotId: ids.otherLot }] },
    } as typeof placed
    const { violations } = spec.given(reserving, confirmed).when(checking(item(SCAN)), withScan(SCAN)).decision
    expect(violations).toMatchObject([{ rule: 'TRC-4', facts: { scan: SCAN, wanted: ids.otherLot } }])
  })

  it('lets nothing pass that is expired, and records it as failed (DEL-3)', () => {
    const scan = '(01)09501101530003(10)L-26-01'
    const expired = { ...lot, expiresOn: parseLocalDate('2026-03-01') }
    const found = { ...withScan(scan), lots: { [ids.lot]: expired } }
    expect(refusedOf([item(scan)], found)).toMatchObject([{ rule: 'DEL-3', facts: { scan, expiresOn: '2026-03-01' } }])
    expect(refusedOf([item(scan, { result: 'FAILED' })], found)).toEqual([])
  })

  it('refuses a label that says otherwise of its lot than what is on record, naming both (TRC-4)', () => {
    const scan = '(01)09501101530003(17)290104(10)L-26-01'
    expect(refusedOf([item(scan)], withScan(scan))).toMatchObject([
      { rule: 'TRC-4', facts: { scan, scanned: '2029-01-04', told: '2028-01-04' } },
    ])
  })

  it('refuses what cannot be read, and goods of which nothing is told (TRC-7, ORD-3)', () => {
    expect(refusedOf([item('0109501101530003')], lookUp)).not.toEqual([])
    expect(refusedOf([item('(01)09501101530004')], lookUp)).toMatchObject([
      { rule: 'TRC-7', facts: { code: 'CHECK_DIGIT_WRONG' } },
    ])
    expect(refusedOf([{ ...item(''), scan: null } as unknown as ReturnType<typeof item>], lookUp)).toMatchObject([
      { rule: 'ORD-3', path: ['items', '0', 'lineId'] },
    ])
  })

  it('spreads one product over the lines that still wait for it (ORD-3)', () => {
    const scan = '(01)09501101530003(10)L-26-01'
    const second = { ...placedLine, lineId: ids.otherLine }
    const two = { ...placed, data: { ...placed.data, lines: [placedLine, second] } } as typeof placed
    const { decision } = spec
      .given(two, confirmed)
      .when(
        checking(item(scan, { quantity: parseQuantity('100') }), item(scan, { quantity: parseQuantity('100') })),
        withScan(scan),
      )
    expect(decision).toMatchObject({
      violations: [],
      events: [{ data: { items: [{ lineId: ids.line }, { lineId: ids.otherLine }] } }],
    })
  })
})

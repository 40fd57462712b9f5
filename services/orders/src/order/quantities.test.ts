import { parseQuantity } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { OrderLookUp } from './commands.ts'
import { command, goodsToShip, hours, ids, itemToShip, lookUp, lot } from './order.samples.ts'
import { order } from './order.ts'
import { checked, confirmed, delivered, placed, shipped } from './past.samples.ts'

const spec = specificationOf(order)
const { line: lineId, lot: lotId, order: orderId } = ids
const check = (quantity: string, lot: string | null = lotId, result: 'PASSED' | 'FAILED' = 'PASSED') => ({
  lineId,
  lotId: lot,
  quantity: parseQuantity(quantity),
  result,
  serialNumber: null,
  scan: null,
})
const checking = (...items: readonly ReturnType<typeof check>[]) =>
  command('CheckOutbound', { checkId: ids.check, pickedBy: 'a', checkedBy: 'b', items: [...items] }, hours(5))
const ship = (quantity: string) =>
  command('ShipGoods', { ...goodsToShip, items: [{ ...itemToShip, quantity: parseQuantity(quantity) }] }, hours(6))
const back = (...quantities: readonly string[]) => {
  const items = quantities.map((quantity) => ({ lineId, lotId, quantity: parseQuantity(quantity), serialNumber: null }))
  return command('TakeBackGoods', { returnId: ids.nothing, items, reason: 'leaks' }, hours(7))
}
const withReceived = (quantity: string, movements: OrderLookUp['movements'] = {}): OrderLookUp => ({
  ...lookUp,
  lots: { [lotId]: { ...lot, quantity: parseQuantity(quantity) } },
  movements,
})

describe('an order of 100', () => {
  it('has 100 checked, and not 200, of any lot (ORD-3)', () => {
    const past = [placed, confirmed]
    expect(spec.given(...past).when(checking(check('100')), lookUp).decision.violations).toEqual([])
    spec
      .given(...past)
      .when(checking(check('200')), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...past)
      .when(checking(check('60'), check('41')), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...past, checked('60'))
      .when(checking(check('41')), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...past)
      .when(checking(check('0')), lookUp)
      .thenRefused('ORD-3')
  })

  it('has what failed looked at again, and other goods in the place of a lot that is blocked (ORD-3)', () => {
    const past = [placed, confirmed]
    expect(
      spec.given(...past, checked('100', 'FAILED')).when(checking(check('100')), lookUp).decision.violations,
    ).toEqual([])
    const other = { ...lookUp, lots: { [ids.otherLot]: { ...lot, lotId: ids.otherLot } } }
    expect(
      spec.given(...past, checked('100')).when(checking(check('100', ids.otherLot)), other).decision.violations,
    ).toEqual([])
  })
})

describe('a lot of which 5 came', () => {
  const past = [placed, confirmed, checked('100')]

  it('ships 5, and not 53 (TRC-4)', () => {
    expect(spec.given(...past).when(ship('5'), withReceived('5')).decision.violations).toEqual([])
    spec
      .given(...past)
      .when(ship('53'), withReceived('5'))
      .thenRefused('TRC-4')
  })

  it('ships what other orders have left of it, and what came back (TRC-4)', () => {
    const gone = { kind: 'SHIPPED', at: hours(4), quantity: parseQuantity('4') } as const
    const returned = { kind: 'RETURNED', at: hours(5), quantity: parseQuantity('1') } as const
    spec
      .given(...past)
      .when(ship('2'), withReceived('5', { [lotId]: [gone] }))
      .thenRefused('TRC-4')
    const enough = withReceived('5', { [lotId]: [gone, returned] })
    expect(spec.given(...past).when(ship('2'), enough).decision.violations).toEqual([])
  })

  it('is kept in history with more shipped than came, as a finding (TRC-4)', () => {
    const { decision } = spec.given(...past).when(ship('53'), withReceived('5'))
    expect([decision.events.map(({ type }) => type), decision.violations.map(({ rule }) => rule)]).toEqual([
      ['GoodsShipped'],
      ['TRC-4'],
    ])
  })
})

describe('goods that left', () => {
  const past = [placed, confirmed, checked('100'), shipped('40')]

  it('come back at any stage, at most as much as left (TRC-4)', () => {
    const items = [{ lineId, lotId, quantity: parseQuantity('40'), serialNumber: null }]
    const event = { type: 'GoodsTakenBack', data: { orderId, returnId: ids.nothing, items, reason: 'leaks' } } as const
    for (const more of [[], [delivered()]]) {
      spec
        .given(...past, ...more)
        .when(back('40'), lookUp)
        .then(event)
      spec
        .given(...past, ...more)
        .when(back('40.001'), lookUp)
        .thenRefused('TRC-4')
    }
    spec
      .given(...past)
      .when(back('30', '11'), lookUp)
      .thenRefused('TRC-4')
    spec
      .given(...past, { ...event, occurredAt: hours(6) })
      .when(back('1'), lookUp)
      .thenRefused('TRC-4')
    const { status } = spec.stateAfter([...past, { ...event, occurredAt: hours(6) }])
    expect(status).toBe(spec.stateAfter(past).status)
  })

  it('do not come back before they left, nor as nothing (TRC-4, ORD-3)', () => {
    const early = { ...back('1'), at: hours(4) }
    spec
      .given(...past)
      .when(early, lookUp)
      .thenRefused('TRC-4')
    spec
      .given(...past)
      .when(back(), lookUp)
      .thenRefused('TRC-4')
    spec
      .given(...past)
      .when(back('0'), lookUp)
      .thenRefused('ORD-3')
  })
})

import { money, parseInstant, parseQuantity } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { type OrderRecord, orderHistory } from './order-history.ts'

const by = { id: 'operator', role: 'OPERATOR' }
const idOf = (kind: string, key: string) => `${kind}:${key}`
const at = (day: number) => parseInstant(`2026-03-0${day}T09:00:00+08:00`)

const record: OrderRecord = {
  key: 'A-1',
  customerKey: 'C-1',
  channel: 'ONLINE',
  salespersonId: null,
  placedAt: at(2),
  confirmedAt: null,
  rejectedAt: null,
  shippedAt: null,
  deliveredAt: null,
  cancelledAt: null,
  lines: [
    { key: '1', productKey: 'P-1', quantity: parseQuantity('2'), unitPrice: money(250, 'CNY'), contractShipBy: at(5) },
  ],
  returns: [],
}
const told = (changes: Partial<OrderRecord>) =>
  orderHistory({ ...record, ...changes }, idOf, by).commands.map(({ type, at: when, statedAt }) => ({
    type,
    at: when,
    ...(statedAt === undefined ? {} : { statedAt }),
  }))

describe('the history of an imported order', () => {
  it('is its steps in time order, whatever order they should have', () => {
    expect(told({ shippedAt: at(3), confirmedAt: at(4), deliveredAt: at(5) })).toEqual([
      { type: 'PlaceOrder', at: at(2) },
      { type: 'ShipGoods', at: at(3) },
      { type: 'ConfirmOrder', at: at(4) },
      { type: 'ReportDelivery', at: at(5) },
    ])
  })

  it('has the steps of one instant in the order of the stages', () => {
    const types = told({ deliveredAt: at(2), shippedAt: at(2), confirmedAt: at(2) }).map(({ type }) => type)
    expect(types).toEqual(['PlaceOrder', 'ConfirmOrder', 'ShipGoods', 'ReportDelivery'])
  })

  it('begins with the placing; what is dated before it keeps its instant', () => {
    expect(told({ shippedAt: at(1) })).toEqual([
      { type: 'PlaceOrder', at: at(2) },
      { type: 'ShipGoods', at: at(2), statedAt: at(1) },
    ])
  })

  it('has no step for a missing instant', () => {
    expect(told({})).toEqual([{ type: 'PlaceOrder', at: at(2) }])
  })

  it('ships what was ordered, under ids that follow from the keys', () => {
    const { commands } = orderHistory({ ...record, shippedAt: at(3) }, idOf, by)
    const lineId = 'order-line:["A-1","1"]'
    expect(commands).toMatchObject([
      { data: { orderId: 'order:A-1', customerId: 'customer:C-1', lines: [{ lineId, productId: 'product:P-1' }] } },
      { data: { shipmentId: 'shipment:A-1', items: [{ lineId, lotId: null, quantity: '2' }] } },
    ])
  })

  it('has what came back as the lines of the product sold it, the first one first, in time order', () => {
    const [line] = record.lines
    if (line === undefined) throw new Error('the record has a line')
    const lines = [line, { ...line, key: '2', quantity: parseQuantity('3') }]
    const back = (key: string, quantity: string, day: number) => {
      return { key, productKey: 'P-1', quantity: parseQuantity(quantity), returnedAt: at(day) }
    }
    const returns = [back('later', '2.5', 6), back('sooner', '1', 5)]
    const { commands } = orderHistory({ ...record, lines, returns, shippedAt: at(3) }, idOf, by)
    const [first, second] = ['order-line:["A-1","1"]', 'order-line:["A-1","2"]']
    expect(commands.slice(2)).toMatchObject([
      { type: 'TakeBackGoods', at: at(5), data: { items: [{ lineId: first, quantity: '1' }] } },
      {
        type: 'TakeBackGoods',
        at: at(6),
        data: {
          returnId: 'return:["A-1","later"]',
          items: [
            { lineId: first, quantity: '1' },
            { lineId: second, quantity: '1.5' },
          ],
        },
      },
    ])
  })

  it('cannot be told with goods back of which it has no line (ORD-3)', () => {
    const returns = [{ key: 'R', productKey: 'P-9', quantity: parseQuantity('1'), returnedAt: at(5) }]
    expect(orderHistory({ ...record, returns }, idOf, by).violations).toMatchObject([{ path: ['returns'] }])
  })

  it('cannot be told without placing, key or customer (ORD-3)', () => {
    const unusable = orderHistory({ ...record, key: ' ', placedAt: null, customerKey: '' }, idOf, by)
    expect(unusable.commands).toEqual([])
    expect(unusable.violations.map(({ rule, path }) => [rule, ...path])).toEqual([
      ['ORD-3', 'placedAt'],
      ['ORD-3', 'key'],
      ['ORD-3', 'customerKey'],
    ])
  })
})

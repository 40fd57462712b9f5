import type { OrderEvent } from '@afterline/events'
import { parseQuantity, type Quantity } from '@afterline/rules'
import { type PastEvent, specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { OrderCommandOf, OrderLookUp } from './commands.ts'
import { serialsTaken } from './decide/serials.ts'
import { command, goodsToShip, hours, ids, itemToShip, lookUp, lot } from './order.samples.ts'
import { order } from './order.ts'
import { cancelled, confirmed, placed } from './past.samples.ts'

const spec = specificationOf(order)
const scanOf = (serial: string) => `(01)09501101530003(10)L-26-01(21)${serial}`
interface Item {
  readonly lineId: string | null
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly result: 'PASSED' | 'FAILED'
  readonly serialNumber: string | null
  readonly scan: string | null
}
const item = (serial: string, result: 'PASSED' | 'FAILED' = 'PASSED'): Item => ({
  lineId: null,
  lotId: null,
  quantity: parseQuantity('1'),
  result,
  serialNumber: null,
  scan: scanOf(serial),
})
const entered = (serialNumber: string | null): Item => {
  return { ...item(''), lineId: ids.line, lotId: ids.lot, serialNumber, scan: null }
}
const stocked = (serialNumbers: readonly string[], quantity = '1000'): OrderLookUp => {
  const scans = ['S-1', 's-1', 'S-2', 'S-3'].map(scanOf)
  const known = { productId: ids.syringe, lotIds: [ids.lot] }
  return {
    ...lookUp,
    scanned: Object.fromEntries(scans.map((scan) => [scan, known])),
    lots: { [ids.lot]: { ...lot, serialNumbers, quantity: parseQuantity(quantity) } },
  }
}
const checking = (...items: readonly Item[]) =>
  command('CheckOutbound', { checkId: ids.check, pickedBy: 'a', checkedBy: 'b', items: [...items] }, hours(5))
const shipping = (serialNumber: string | null, quantity = '1') => {
  const items = [{ ...itemToShip, quantity: parseQuantity(quantity), serialNumber }]
  return command('ShipGoods', { ...goodsToShip, items }, hours(6))
}
const takingBack = (serialNumber: string | null, quantity = '1') => {
  const items = [{ lineId: ids.line, lotId: ids.lot, quantity: parseQuantity(quantity), serialNumber }]
  return command('TakeBackGoods', { returnId: ids.nothing, items, reason: 'leaks' }, hours(7))
}

type Past = PastEvent<OrderEvent>
type Command = OrderCommandOf<'CheckOutbound' | 'ShipGoods' | 'TakeBackGoods'>

/** The order after these commands, none of which was refused. */
function pastAfter(...commands: readonly Command[]): readonly Past[] {
  const past: Past[] = [placed, confirmed]
  for (const next of commands) {
    const { events, violations } = spec.given(...past).when(next, stocked([])).decision
    expect(violations).toEqual([])
    past.push(...events.map((event) => ({ ...event, occurredAt: next.at })))
  }
  return past
}

function taken(past: readonly Past[]): readonly string[] {
  const state = spec.stateAfter(past)
  return state.status === 'UNPLACED' ? [] : serialsTaken(state).map(({ serialNumber }) => serialNumber)
}

const twice = { rule: 'TRC-1', facts: { serialNumber: 'S-1', orderId: ids.order } }

describe('a serial number', () => {
  it('passes one check of an order, once, however it is written (TRC-1)', () => {
    const together = spec.given(placed, confirmed).when(checking(item('S-1'), item('S-1')), stocked([])).decision
    expect(together.violations).toMatchObject([{ ...twice, path: ['items', '1', 'serialNumber'] }])
    const later = spec.given(...pastAfter(checking(item('S-1')))).when(checking(item('s-1')), stocked([])).decision
    expect(later.violations).toMatchObject([{ rule: 'TRC-1', facts: { serialNumber: 's-1' } }])
    expect(later.violations[0]?.message).toEqual({
      zh: expect.stringContaining('s-1'),
      en: expect.stringContaining('s-1'),
    })
  })

  it('that failed is looked at again, and passes then (DEL-3)', () => {
    const past = pastAfter(checking(item('S-1', 'FAILED'), item('S-1', 'FAILED')), checking(item('S-1')))
    expect(taken(past)).toEqual(['S-1'])
  })

  it('leaves once, and again after it came back by its number (TRC-1)', () => {
    const past = pastAfter(checking(item('S-1'), item('S-2')), shipping('S-1'))
    expect(spec.given(...past).when(shipping('S-1'), stocked([])).decision.violations).toMatchObject([twice])
    expect(taken(pastAfter(checking(item('S-1'), item('S-2')), shipping('S-1'), takingBack('S-1')))).toEqual(['S-2'])
  })

  it('of goods that came back without it stays taken, until everything of its lot is back (TRC-1)', () => {
    const both = [checking(item('S-1'), item('S-2')), shipping(null, '2')]
    expect(taken(pastAfter(...both, takingBack(null)))).toEqual(['S-1', 'S-2'])
    expect(taken(pastAfter(...both, takingBack(null), takingBack(null)))).toEqual([])
  })

  it('comes back only where it is out, as far as it is known what is (TRC-1)', () => {
    const past = pastAfter(checking(item('S-1')), shipping('S-1'))
    const { violations } = spec.given(...past).when(takingBack('S-2'), stocked([])).decision
    expect(violations).toMatchObject([{ rule: 'TRC-1', facts: { serialNumber: 'S-2' } }])
    expect(taken(pastAfter(checking(item('S-1')), shipping('S-1'), takingBack('S-1')))).toEqual([])
  })

  it('is free again when its order is called off', () => {
    expect(taken([...pastAfter(checking(item('S-1'))), cancelled])).toEqual([])
  })
})

describe('a lot whose serial numbers are known', () => {
  it('passes no other one, and says so (TRC-1)', () => {
    const found = stocked(['S-1', 'S-2'], '2')
    expect(spec.given(placed, confirmed).when(checking(item('s-1')), found).decision.violations).toEqual([])
    const { violations } = spec.given(placed, confirmed).when(checking(item('S-3')), found).decision
    expect(violations).toMatchObject([{ rule: 'TRC-1', facts: { serialNumber: 'S-3', lotNumber: 'L-26-01' } }])
    const byHand = spec.given(placed, confirmed).when(checking(entered('S-3')), found).decision
    expect(byHand.violations).toMatchObject([{ rule: 'TRC-1', path: ['items', '0', 'serialNumber'] }])
  })

  it('passes no piece whose number is left out, and says how many are missing (TRC-1)', () => {
    const found = stocked(['S-1', 'S-2'], '2')
    const missing = (...items: readonly Item[]) =>
      spec.given(placed, confirmed).when(checking(...items), found).decision.violations
    const refused = { rule: 'TRC-1', path: ['items', '0', 'serialNumber'] }
    const two = parseQuantity('2')
    expect(missing({ ...entered(null), quantity: two })).toMatchObject([{ ...refused, facts: { missing: 2 } }])
    expect(missing({ ...item('S-1'), quantity: two })).toMatchObject([{ ...refused, facts: { missing: 1 } }])
    expect(missing({ ...entered(null), result: 'FAILED' })).toEqual([])
    const { message } = missing({ ...entered(null), quantity: two })[0] ?? {}
    expect(message).toEqual({ zh: expect.stringContaining('缺 2'), en: expect.stringContaining('missing: 2') })
  })

  it('passes each piece by its number, scanned or entered, which are the same where both are told (TRC-1, TRC-4)', () => {
    const found = stocked(['S-1', 'S-2'], '2')
    const { events, violations } = spec
      .given(placed, confirmed)
      .when(checking(entered('s-1'), item('S-2')), found).decision
    expect(violations).toEqual([])
    expect(events).toMatchObject([{ data: { items: [{ serialNumber: 's-1' }, { serialNumber: 'S-2' }] } }])
    const both = { ...item('S-1'), serialNumber: 'S-2' }
    expect(spec.given(placed, confirmed).when(checking(both), found).decision.violations).toMatchObject([
      { rule: 'TRC-4', path: ['items', '0', 'serialNumber'], facts: { told: 'S-2', scanned: 'S-1' } },
    ])
  })

  it('passes any of goods whose numbers were not all read', () => {
    const found = stocked(['S-1'], '2')
    expect(spec.given(placed, confirmed).when(checking(item('S-3')), found).decision.violations).toEqual([])
  })
})

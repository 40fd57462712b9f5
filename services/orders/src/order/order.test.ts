import { money, parseInstant, parseLocalDate, parseQuantity } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { LineToPlace, OrderLookUp } from './commands.ts'
import {
  command,
  deviation,
  gauze,
  goodsToShip,
  hospital,
  hours,
  ids,
  itemToShip,
  lineToPlace,
  lookUp,
  lot,
  orderHead,
  placedAt,
  placedLine,
} from './order.samples.ts'
import { order } from './order.ts'
import { cancelled, checked, confirmed, delivered, placed, shipped } from './past.samples.ts'

const spec = specificationOf(order)
const { order: orderId, customer: customerId } = ids
const place = (...lines: readonly LineToPlace[]) => command('PlaceOrder', { ...orderHead, lines }, placedAt)
const confirm = command('ConfirmOrder', {}, hours(1))
const withCustomer = (changes: Partial<typeof hospital>): OrderLookUp => ({
  ...lookUp,
  customer: { ...hospital, ...changes },
})

describe('a new order', () => {
  it('is placed with amounts that follow from price and quantity (ORD-3)', () => {
    spec
      .given()
      .when(place(lineToPlace), lookUp)
      .then({ type: 'OrderPlaced', data: { ...orderHead, lines: [placedLine] } })
  })

  it('rounds half a minor unit up', () => {
    const line = { ...lineToPlace, productId: ids.gauze, quantity: parseQuantity('2.5'), unitPrice: money(33, 'CNY') }
    const { decision } = spec.given().when(place(line), lookUp)
    // 2.5 x 33 = 82.5
    expect(decision.events).toMatchObject([{ data: { lines: [{ netAmount: { minor: 83, currency: 'CNY' } }] } }])
  })

  it('is refused without a line, for an unknown product, and for no quantity (ORD-3)', () => {
    spec.given().when(place(), lookUp).thenRefused('ORD-3')
    spec
      .given()
      .when(place({ ...lineToPlace, productId: ids.nothing }), lookUp)
      .thenRefused('ORD-3')
    spec
      .given()
      .when(place({ ...lineToPlace, quantity: parseQuantity('0') }), lookUp)
      .thenRefused('ORD-3')
  })

  it('is refused at another price than the list, unless the deviation is approved (QUO-2)', () => {
    const cheaper = { ...lineToPlace, unitPrice: money(240, 'CNY') }
    spec.given().when(place(cheaper), lookUp).thenRefused('QUO-2')
    const named = place({ ...cheaper, approvedDeviation: deviation.deviationId })
    spec.given().when(named, lookUp).thenRefused('QUO-2')
    const approved = { ...lookUp, deviations: { [deviation.deviationId]: deviation } }
    expect(spec.given().when(named, approved).decision.violations).toEqual([])
    const below = place({ ...cheaper, unitPrice: money(239, 'CNY'), approvedDeviation: deviation.deviationId })
    spec.given().when(below, approved).thenRefused('QUO-2')
  })

  it('is refused for a customer without a file (CUS-1), together with everything else that is wrong', () => {
    const cheaper = { ...lineToPlace, unitPrice: money(240, 'CNY') }
    spec
      .given()
      .when(place(cheaper), { ...lookUp, customer: null })
      .thenRefused('CUS-1', 'QUO-2')
  })

  it('is refused where it names a lot that is unknown or of another product (TRC-4)', () => {
    spec
      .given()
      .when(place({ ...lineToPlace, lotId: ids.nothing }), lookUp)
      .thenRefused('TRC-4')
    spec
      .given()
      .when(place({ ...lineToPlace, productId: ids.gauze, lotId: ids.lot }), lookUp)
      .thenRefused('TRC-4')
  })
})

describe('a placed order', () => {
  it('is confirmed when qualification, credit, licence and needs allow it', () => {
    spec.given(placed).when(confirm, lookUp).then({ type: 'OrderConfirmed', data: { orderId } })
  })

  it('is refused without a credit investigation, after a refusal, and by one that came later (CUS-4)', () => {
    spec
      .given(placed)
      .when(confirm, withCustomer({ credit: [] }))
      .thenRefused('CUS-4')
    const bad = { outcome: 'REFUSED', creditLimit: null, investigatedAt: placedAt } as const
    spec
      .given(placed)
      .when(confirm, withCustomer({ credit: [...hospital.credit, bad] }))
      .thenRefused('CUS-4')
    const late = hospital.credit.map((credit) => ({ ...credit, investigatedAt: hours(2) }))
    spec
      .given(placed)
      .when(confirm, withCustomer({ credit: late }))
      .thenRefused('CUS-4')
  })

  it('is refused when the licence has expired, twice: as qualification (CUS-4) and for the device (CUS-5)', () => {
    const expired = hospital.licences.map((licence) => ({ ...licence, validUntil: parseLocalDate('2026-03-01') }))
    spec
      .given(placed)
      .when(confirm, withCustomer({ licences: expired }))
      .thenRefused('CUS-4', 'CUS-5')
  })

  it('is refused while no need is recorded, or only one that came later (CUS-8)', () => {
    spec
      .given(placed)
      .when(confirm, withCustomer({ needs: [] }))
      .thenRefused('CUS-8')
    const late = hospital.needs.map((need) => ({ ...need, recordedAt: hours(2) }))
    spec
      .given(placed)
      .when(confirm, withCustomer({ needs: late }))
      .thenRefused('CUS-8')
  })

  it('is refused while the lot that it names is blocked, but not before the lot was (QLT-4)', () => {
    const naming = { ...placed, data: { ...orderHead, lines: [{ ...placedLine, lotId: ids.lot }] } } as typeof placed
    const blockedAt = (decidedAt: typeof placedAt): OrderLookUp => {
      const decision = { status: 'BLOCKED', source: 'REGULATOR_NOTICE', reason: 'notice 12', decidedAt } as const
      return { ...lookUp, lots: { [ids.lot]: { ...lot, decisions: [...lot.decisions, decision] } } }
    }
    spec.given(naming).when(confirm, blockedAt(placedAt)).thenRefused('QLT-4')
    spec
      .given(naming)
      .when(confirm, blockedAt(hours(2)))
      .then({ type: 'OrderConfirmed', data: { orderId } })
  })

  it('reports every reason at once', () => {
    const unknown = { ...lookUp, customer: null }
    spec.given(placed).when(confirm, unknown).thenRefused('CUS-4', 'CUS-4', 'CUS-5', 'CUS-8')
  })

  it('is rejected or cancelled with a reason, once', () => {
    const reject = command('RejectOrder', { reason: 'not made any more' }, hours(1))
    spec
      .given(placed)
      .when(reject, lookUp)
      .then({ type: 'OrderRejected', data: { orderId, reason: 'not made any more' } })
    spec.given(placed, confirmed, cancelled).when(reject, lookUp).thenRefused('OPP-1')
  })
})

describe('an outbound check', () => {
  const items = [
    { lineId: ids.line, lotId: ids.lot, quantity: parseQuantity('100'), result: 'PASSED' as const, serialNumber: null },
  ]
  const check = (data: object = {}) =>
    command(
      'CheckOutbound',
      {
        checkId: ids.check,
        pickedBy: 'warehouse-2',
        checkedBy: 'warehouse-1',
        items: items.map((item) => ({ ...item, scan: null })),
        ...data,
      },
      hours(4),
    )

  it('is recorded with what failed, too: it stays (DEL-3)', () => {
    const failed = [{ ...items[0], result: 'FAILED' }]
    const { decision } = spec
      .given(placed, confirmed)
      .when(check({ items: failed.map((item) => ({ ...item, scan: null })) }), lookUp)
    expect(decision).toMatchObject({ violations: [], events: [{ type: 'OutboundChecked', data: { items: failed } }] })
  })

  it('is refused by the picker (C39 of DEL-2), of an unknown line (ORD-3), and of a foreign lot (TRC-4)', () => {
    spec
      .given(placed, confirmed)
      .when(check({ checkedBy: 'warehouse-2' }), lookUp)
      .thenRefused('DEL-2')
    spec
      .given(placed, confirmed)
      .when(check({ items: [{ ...items[0], scan: null, lineId: ids.nothing }] }), lookUp)
      .thenRefused('ORD-3')
    const foreign = { ...lookUp, lots: { [ids.lot]: { ...lot, productId: ids.gauze } } }
    spec.given(placed, confirmed).when(check(), foreign).thenRefused('TRC-4')
  })
})

describe('an order that is delivered', () => {
  const report = (shipmentId = ids.shipment, at = hours(7)) => command('ReportDelivery', { shipmentId }, at)

  it('arrives shipment by shipment', () => {
    const past = [placed, confirmed, checked('100'), shipped('40'), shipped('60', ids.otherShipment)]
    const event = { type: 'GoodsDelivered', data: { orderId, shipmentId: ids.shipment, customerId } } as const
    spec
      .given(...past)
      .when(report(), lookUp)
      .then(event)
    expect(spec.stateAfter([...past, delivered()]).status).toBe('SHIPPED')
    expect(spec.stateAfter([...past, delivered(), delivered(ids.otherShipment)]).status).toBe('DELIVERED')
  })

  it('is refused for a shipment that never left, one that arrived before, and before it left (OPP-1)', () => {
    const past = [placed, confirmed, shipped('40')]
    spec
      .given(...past)
      .when(report(ids.otherShipment), lookUp)
      .thenRefused('OPP-1')
    spec
      .given(...past, delivered())
      .when(report(), lookUp)
      .thenRefused('OPP-1')
    spec
      .given(...past)
      .when(report(ids.shipment, hours(4)), lookUp)
      .thenRefused('OPP-1')
  })

  it('is kept in history although nothing had left yet, and meets its shipment later (OPP-1)', () => {
    const event = { type: 'GoodsDelivered', data: { orderId, shipmentId: ids.shipment, customerId } } as const
    spec.given(placed, confirmed).when(report(), lookUp).thenKept(['OPP-1'], event)
    const state = spec.stateAfter([placed, confirmed, delivered(), shipped('100')])
    expect(state).toMatchObject({ status: 'DELIVERED', shipments: [{ shippedAt: hours(5), deliveredAt: hours(6) }] })
  })
})

describe('a step that history dates before the placing', () => {
  it('is kept at the stated instant and judged by it (OPP-1)', () => {
    const stated = parseInstant('2026-03-01T09:00:00+08:00')
    const early = { ...command('ConfirmOrder', {}, placedAt), statedAt: stated }
    spec.given(placed).when(early, lookUp).thenKept(['OPP-1'], {
      type: 'OrderConfirmed',
      data: { orderId },
      occurredAt: stated,
    })
  })
})

describe('what was entered late about an earlier instant', () => {
  const credit = (outcome: 'GOOD' | 'REFUSED', at: number) => ({
    outcome,
    creditLimit: null,
    investigatedAt: hours(at),
  })

  it('does not lift a later refusal of credit (CUS-4)', () => {
    const late = withCustomer({ credit: [credit('REFUSED', 0), credit('GOOD', -5)] })
    spec.given(placed).when(confirm, late).thenRefused('CUS-4')
    const lifted = withCustomer({ credit: [credit('REFUSED', -5), credit('GOOD', 0)] })
    expect(spec.given(placed).when(confirm, lifted).decision.violations).toEqual([])
  })

  it('does not lift a later block of a lot (QLT-4)', () => {
    const decision = (status: 'RELEASED' | 'BLOCKED', at: number) =>
      ({ status, source: 'QUALITY_CONTROL', reason: 'report', decidedAt: hours(at) }) as const
    const named = { ...placed, data: { ...orderHead, lines: [{ ...placedLine, lotId: ids.lot }] } } as typeof placed
    const withDecisions = (...decisions: readonly ReturnType<typeof decision>[]) => ({
      ...lookUp,
      lots: { [ids.lot]: { ...lot, decisions } },
    })
    const late = withDecisions(decision('BLOCKED', 0), decision('RELEASED', -4))
    spec.given(named).when(confirm, late).thenRefused('QLT-4')
    const lifted = withDecisions(decision('BLOCKED', -4), decision('RELEASED', 0))
    expect(spec.given(named).when(confirm, lifted).decision.violations).toEqual([])
  })
})

describe('goods without a device class', () => {
  it('need no licence to leave, and leave the question of one open (CUS-5, KPI-40)', () => {
    const line = { ...placedLine, productId: gauze.productId, productClass: 'UNREGULATED' as const }
    const cloth = { ...placed, data: { ...orderHead, lines: [line] } } as typeof placed
    const ship = command('ShipGoods', { ...goodsToShip, items: [{ ...itemToShip, lotId: null }] }, hours(5))
    const { decision } = spec.given(cloth, confirmed).when(ship, withCustomer({ licences: [] }))
    expect(decision.violations.map(({ rule }) => rule)).toEqual(['DEL-2'])
    expect(decision.events).toMatchObject([{ data: { isBuyerLicensed: null, licenceId: null } }])
  })
})

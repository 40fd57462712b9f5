import { money, parseLocalDate, parseQuantity } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import type { GoodsToShip, OrderLookUp } from './commands.ts'
import { command, goodsToShip, hospital, hours, ids, itemToShip, lookUp, lot, syringe } from './order.samples.ts'
import { order } from './order.ts'
import { checked, confirmed, placed, shipped } from './past.samples.ts'

const spec = specificationOf(order)
const ship = (changes: Partial<GoodsToShip> = {}) => command('ShipGoods', { ...goodsToShip, ...changes }, hours(6))
const pieces = (quantity: string) => ({ ...itemToShip, quantity: parseQuantity(quantity) })
const readyToShip = [placed, confirmed, checked('100')]
const withLot = (changes: Partial<typeof lot>): OrderLookUp => ({
  ...lookUp,
  lots: { [ids.lot]: { ...lot, ...changes } },
})

describe('goods that passed the outbound check', () => {
  it('leave with a sales record put together from product, lot, order and command (TRC-1 to TRC-3)', () => {
    const { order: orderId, customer: customerId, shipment: shipmentId, licence: licenceId } = ids
    spec
      .given(...readyToShip)
      .when(ship(), lookUp)
      .then({
        type: 'GoodsShipped',
        data: {
          orderId,
          shipmentId,
          customerId,
          carrier: 'Road Express',
          items: [
            {
              lineId: ids.line,
              productId: ids.syringe,
              productClass: 'CLASS_III',
              lotId: ids.lot,
              quantity: parseQuantity('100'),
              checkedQuantity: parseQuantity('100'),
              salesRecord: {
                // 2 March, 15:00 in Shanghai
                soldOn: parseLocalDate('2026-03-02'),
                seller: 'Sample Seller',
                buyerId: customerId,
                buyerLicenceNumber: 'MI-4711',
                productName: 'Syringe 5 ml',
                registrationNumber: 'REG-20253140001',
                manufacturer: 'Jade Medical',
                model: 'SY-5',
                specification: '5 ml',
                unit: 'piece',
                unitPrice: money(250, 'CNY'),
                amount: money(25_000, 'CNY'),
                producedOn: parseLocalDate('2026-01-05'),
                lotNumber: 'L-26-01',
                serialNumber: null,
                sterilisationLot: 'ST-26-01',
                expiresOn: parseLocalDate('2028-01-04'),
                qualityCondition: 'intact',
                invoiceNumber: null,
                outboundCheckId: ids.check,
                vouchers: [],
                handledBy: 'sales-2',
                signedBy: 'Ward manager',
              },
            },
          ],
          isBuyerLicensed: true,
          licenceId,
        },
      })
  })

  it('stay when the licence was revoked since the confirmation (CUS-5)', () => {
    const licences = hospital.licences.map((licence) => ({ ...licence, revokedAt: hours(5) }))
    const { decision } = spec.given(...readyToShip).when(ship(), { ...lookUp, customer: { ...hospital, licences } })
    expect(decision.violations.map(({ rule }) => rule)).toEqual(['CUS-5'])
    expect(decision.events).toMatchObject([{ data: { isBuyerLicensed: false, licenceId: null } }])
  })

  it('stay when their lot was blocked since then (QLT-1, QLT-4), has expired (DEL-3) or is of another product (TRC-4)', () => {
    const blocked = { status: 'BLOCKED', source: 'QUALITY_CONTROL', reason: 'particles', decidedAt: hours(5) } as const
    spec
      .given(...readyToShip)
      .when(ship(), withLot({ decisions: [...lot.decisions, blocked] }))
      .thenRefused('QLT-4')
    const expiresOn = parseLocalDate('2026-03-01')
    spec
      .given(...readyToShip)
      .when(ship(), withLot({ expiresOn }))
      .thenRefused('DEL-3')
    spec
      .given(...readyToShip)
      .when(ship(), withLot({ productId: ids.gauze }))
      .thenRefused('TRC-4')
  })

  it('leave on the last day of their expiry', () => {
    const { decision } = spec.given(...readyToShip).when(ship(), withLot({ expiresOn: parseLocalDate('2026-03-02') }))
    expect(decision.violations).toEqual([])
  })

  it('stay while the record of sterile goods lacks its signature or sterilisation lot (TRC-2)', () => {
    spec
      .given(...readyToShip)
      .when(ship({ signedBy: null }), lookUp)
      .thenRefused('TRC-2')
    spec
      .given(...readyToShip)
      .when(ship(), withLot({ sterilisationLot: null }))
      .thenRefused('TRC-2')
  })

  it('stay while the record of other devices lacks its handler (TRC-1) or condition (TRC-3)', () => {
    const plain = { ...lookUp, products: { [ids.syringe]: { ...syringe, isSterile: false } } }
    spec
      .given(...readyToShip)
      .when(ship({ handledBy: null }), plain)
      .thenRefused('TRC-1')
    const items = [{ ...itemToShip, qualityCondition: null }]
    spec
      .given(...readyToShip)
      .when(ship({ items }), plain)
      .thenRefused('TRC-3')
  })
})

describe('goods that did not all pass', () => {
  it('stay, to the last piece (DEL-2)', () => {
    const past = [placed, confirmed, checked('99.999')]
    spec
      .given(...past)
      .when(ship(), lookUp)
      .thenRefused('DEL-2')
  })

  it('stay when they failed (DEL-3) or when another lot was checked (DEL-2)', () => {
    spec.given(placed, confirmed, checked('100', 'FAILED')).when(ship(), lookUp).thenRefused('DEL-2', 'DEL-3')
    const otherLot = { ...lookUp, lots: { [ids.otherLot]: { ...lot, lotId: ids.otherLot } } }
    const items = [{ ...itemToShip, lotId: ids.otherLot }]
    spec
      .given(...readyToShip)
      .when(ship({ items }), otherLot)
      .thenRefused('DEL-2')
  })

  it('stay when the check was used up by an earlier shipment (DEL-2)', () => {
    const past = [placed, confirmed, checked('50'), shipped('40')]
    const { decision } = spec
      .given(...past)
      .when(ship({ shipmentId: ids.otherShipment, items: [pieces('20')] }), lookUp)
    expect(decision.violations.map(({ rule }) => rule)).toEqual(['DEL-2'])
    // 50 passed, 40 left with the first shipment: 10 of these 20 are covered.
    expect(decision.events).toMatchObject([{ data: { items: [{ quantity: '20', checkedQuantity: '10' }] } }])
  })
})

describe('a shipment', () => {
  it('may be one of several', () => {
    const past = [...readyToShip, shipped('40')]
    const { decision } = spec
      .given(...past)
      .when(ship({ shipmentId: ids.otherShipment, items: [pieces('60')] }), lookUp)
    expect(decision.violations).toEqual([])
  })

  it('holds no more than was ordered, however it is split (ORD-3)', () => {
    const past = [placed, confirmed, checked('200')]
    spec
      .given(...past)
      .when(ship({ items: [pieces('60'), pieces('41')] }), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...past, shipped('40'))
      .when(ship({ items: [pieces('61')] }), lookUp)
      .thenRefused('ORD-3')
  })

  it('holds something, of lines that the order has (ORD-3)', () => {
    spec
      .given(...readyToShip)
      .when(ship({ items: [] }), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...readyToShip)
      .when(ship({ items: [{ ...itemToShip, lineId: ids.nothing }] }), lookUp)
      .thenRefused('ORD-3')
    spec
      .given(...readyToShip)
      .when(ship({ items: [pieces('0')] }), lookUp)
      .thenRefused('ORD-3')
  })

  it('that history tells of before the confirmation is kept, with everything that speaks against it', () => {
    const goods = { ...goodsToShip, items: [{ ...itemToShip, lotId: null }], handledBy: null, signedBy: null }
    const { decision } = spec.given(placed).when(command('ShipGoods', goods, hours(1)), { ...lookUp, customer: null })
    expect(new Set(decision.violations.map(({ rule }) => rule))).toEqual(
      new Set(['OPP-1', 'CUS-5', 'DEL-2', 'TRC-1', 'TRC-2']),
    )
    expect(decision.events).toMatchObject([{ type: 'GoodsShipped', data: { isBuyerLicensed: false } }])
    const next = decision.events.map((event) => ({ ...event, occurredAt: hours(1) }))
    expect(spec.stateAfter([placed, ...next]).status).toBe('SHIPPED')
  })
})

describe('a lot on which quality control has not decided', () => {
  const undecided = withLot({ status: 'RECEIVED', decisions: [] })

  it('does not ship, but for a policy that says so; it may be ordered and confirmed (QLT-4)', () => {
    spec
      .given(...readyToShip)
      .when(ship(), undecided)
      .thenRefused('QLT-4')
    const { decision } = spec.given(...readyToShip).when(ship(), { ...undecided, shipsUndecided: true })
    expect(decision.violations).toEqual([])
    expect(spec.given(placed).when(command('ConfirmOrder', {}, hours(1)), undecided).decision.violations).toEqual([])
  })
})

import { money, parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { ids, syringe } from '../order/order.samples.ts'
import { type DeviationCommand, deviation } from './deviation.ts'

const spec = specificationOf(deviation)
const at = parseInstant('2026-03-02T09:00:00+08:00')
const later = parseInstant('2026-03-03T09:00:00+08:00')
const by = { id: 'manager-1', role: 'SALES_MANAGER' }
const data = {
  deviationId: ids.nothing,
  productId: ids.syringe,
  customerId: null,
  floorPrice: money(200, 'CNY'),
  validUntil: parseInstant('2026-04-01T00:00:00+08:00'),
  reason: 'large order',
  approvedBy: 'manager-1',
}
const approve = (changes: Partial<typeof data> = {}): DeviationCommand => {
  return { type: 'ApproveDeviation', at, by, data: { ...data, ...changes } }
}
const approved = {
  type: 'DeviationApproved',
  data: { ...data, approverRole: 'SALES_MANAGER' },
  occurredAt: at,
} as const
const withdraw: DeviationCommand = { type: 'WithdrawDeviation', at: later, by, data: { reason: 'a mistake' } }

describe('another price', () => {
  it('is approved with who, when, product and price (QUO-2)', () => {
    spec.given().when(approve(), { product: syringe }).then({ type: approved.type, data: approved.data })
    expect(spec.stateAfter([approved])).toMatchObject({ status: 'APPROVED', approvedAt: at, withdrawnAt: null })
  })

  it('is refused for no product (ORD-3), for no time, and below nothing (QUO-2)', () => {
    spec.given().when(approve(), { product: null }).thenRefused('ORD-3')
    spec
      .given()
      .when(approve({ validUntil: at }), { product: syringe })
      .thenRefused('QUO-2')
    spec
      .given()
      .when(approve({ floorPrice: money(-1, 'CNY') }), { product: syringe })
      .thenRefused('QUO-2')
  })

  it('is withdrawn once (QUO-2)', () => {
    const withdrawn = { type: 'DeviationWithdrawn', data: { deviationId: ids.nothing, reason: 'a mistake' } } as const
    spec.given(approved).when(withdraw, { product: null }).then(withdrawn)
    const past = [approved, { ...withdrawn, occurredAt: later }]
    expect(spec.stateAfter(past)).toMatchObject({ status: 'WITHDRAWN', withdrawnAt: later })
    spec
      .given(...past)
      .when(withdraw, { product: null })
      .thenRefused('QUO-2')
  })
})

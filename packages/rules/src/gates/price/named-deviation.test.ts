import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { refused } from '../violation-fixture.ts'
import { type DeviationOnRecord, type LineNamingDeviation, namedDeviationGate } from './named-deviation.ts'

const hour = (hours: number) => parseInstant(`2026-03-02T${String(hours).padStart(2, '0')}:00:00Z`)
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const deviation: DeviationOnRecord = {
  deviationId: 'd',
  productId: 'p',
  customerId: null,
  floorPrice: cny(900),
  ceilingPrice: null,
  approvedBy: 'manager',
  approverRole: 'SALES_MANAGER',
  approvedAt: hour(8),
  validFrom: hour(8),
  validUntil: hour(18),
  withdrawnAt: null,
}
const line: LineNamingDeviation = {
  lineId: 'l',
  productId: 'p',
  unitPrice: cny(950),
  listPrice: cny(1000),
  named: 'd',
  deviation,
  path: ['lines', '0'],
}

function gate(changes: Partial<DeviationOnRecord>, more: Partial<LineNamingDeviation> = {}, at = hour(9)) {
  const lines = [{ ...line, deviation: { ...deviation, ...changes }, ...more }]
  const violations = namedDeviationGate({ lines, customerId: 'c', salespersonId: 'sales', at })
  return refused(violations).map(([rule, path, facts]) => [rule, path, facts['reason'] ?? null])
}

describe('an approval that a line names', () => {
  const at = 'lines.0.approvedDeviation'

  it('covers the price from its floor to the list (QUO-2)', () => {
    for (const minor of [900, 950, 1000]) expect(gate({}, { unitPrice: cny(minor) })).toEqual([])
    expect(gate({ customerId: 'c' })).toEqual([])
    expect(gate({ withdrawnAt: hour(10) })).toEqual([])
  })

  it.each<readonly [string, Partial<DeviationOnRecord>, Partial<LineNamingDeviation>, number, string | null]>([
    ['of another product', { productId: 'other' }, {}, 9, 'OTHER_PRODUCT'],
    ['of another customer', { customerId: 'other' }, {}, 9, null],
    ['below its floor', {}, { unitPrice: cny(899) }, 9, 'BELOW_FLOOR'],
    ['above the list', {}, { unitPrice: cny(1001) }, 9, 'ABOVE_CEILING'],
    ['in another currency', {}, { unitPrice: { minor: 950, currency: 'EUR' } }, 9, 'OTHER_CURRENCY'],
    ['by who sells', { approvedBy: 'sales' }, {}, 9, 'BY_SALESPERSON'],
    ['by a role that may not', { approverRole: 'SALESPERSON' }, {}, 9, 'NOT_AN_APPROVER'],
    ['before it was given', {}, {}, 7, 'NOT_YET_APPROVED'],
    ['when its time is over', {}, {}, 18, 'EXPIRED'],
    ['that was withdrawn', { withdrawnAt: hour(9) }, {}, 9, null],
  ])('is refused %s (QUO-2)', (_, changes, more, hours, reason) => {
    expect(gate(changes, more, hour(hours))[0]).toEqual(['QUO-2', at, reason])
  })

  it('is refused when there is none (QUO-2)', () => {
    expect(gate({}, { deviation: null, named: 'made up' })).toEqual([['QUO-2', at, null]])
  })
})

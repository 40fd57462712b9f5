import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Instant, instantFromMillis, millisOf, parseInstant } from '../../primitives/instant.ts'
import { parseQuantity, quantityFromThousandths, thousandthsOf } from '../../primitives/quantity.ts'
import { refused } from '../violation-fixture.ts'
import { type LotMovement, lotBalanceGate, onHandOf } from './lot-balance.ts'

const START = millisOf(parseInstant('2026-03-02T00:00:00Z'))
const hour = (hours: number): Instant => instantFromMillis(START + hours * 3_600_000)
const moved = (kind: LotMovement['kind'], hours: number, quantity: string): LotMovement => {
  return { kind, at: hour(hours), quantity: parseQuantity(quantity) }
}
const goods = (quantity: string, index = 0) => {
  return { lotId: 'lot', lotNumber: 'L-1', quantity: parseQuantity(quantity), path: ['items', String(index)] }
}
const asked = (hours: number, movements: readonly LotMovement[], ...quantities: readonly string[]) =>
  refused(lotBalanceGate({ goods: quantities.map(goods), at: hour(hours), movements: { lot: movements } }))

describe('a lot of 5', () => {
  const received = moved('RECEIVED', 1, '5')

  it('gives 5, and not 53 (TRC-4)', () => {
    expect(asked(2, [received], '5')).toEqual([])
    const facts = { lotId: 'lot', lotNumber: 'L-1', free: '5', asked: '53' }
    expect(asked(2, [received], '53')).toEqual([['TRC-4', 'items.0.quantity', facts]])
  })

  it('gives no more over several items, or over several shipments (TRC-4)', () => {
    expect(asked(2, [received], '3', '2.001')).toMatchObject([['TRC-4', 'items.1.quantity', { asked: '5.001' }]])
    expect(asked(3, [received, moved('SHIPPED', 2, '4')], '1')).toEqual([])
    expect(asked(3, [received, moved('SHIPPED', 2, '4')], '1.5')).toMatchObject([
      ['TRC-4', 'items.0.quantity', { free: '1' }],
    ])
  })

  it('gives again what came back (TRC-4)', () => {
    const gone = [received, moved('SHIPPED', 2, '5')]
    expect(asked(4, [...gone, moved('RETURNED', 3, '2')], '2')).toEqual([])
    expect(asked(4, [...gone, moved('RETURNED', 3, '2')], '3')).toHaveLength(1)
  })

  it('gives nothing before it was received, nor what is gone by now (TRC-4)', () => {
    expect(asked(0, [received], '1')).toMatchObject([['TRC-4', 'items.0.quantity', { free: '0' }]])
    expect(asked(1, [received], '5')).toEqual([])
    expect(asked(2, [received, moved('SHIPPED', 3, '5')], '1')).toMatchObject([
      ['TRC-4', 'items.0.quantity', { free: '0' }],
    ])
    // Between its shipment and its return it was away: before that, nothing was free.
    expect(asked(2, [received, moved('SHIPPED', 3, '5'), moved('RETURNED', 4, '5')], '1')).toHaveLength(1)
    expect(asked(4, [received, moved('SHIPPED', 3, '5'), moved('RETURNED', 4, '5')], '5')).toEqual([])
  })

  it('has nothing on hand where history shipped more than there was (TRC-4)', () => {
    expect(onHandOf([received, moved('SHIPPED', 2, '7')])).toBe('0')
    expect(asked(3, [received, moved('SHIPPED', 2, '7')], '0.001')).toHaveLength(1)
  })
})

describe('a lot whose every shipment the gate let pass', () => {
  it('was never below nothing, in whatever order they were entered (TRC-4)', () => {
    const movement = fc.record({
      kind: fc.constantFrom('RECEIVED' as const, 'SHIPPED' as const, 'RETURNED' as const),
      hours: fc.integer({ min: 0, max: 9 }),
      thousandths: fc.integer({ min: 0, max: 5_000 }),
    })
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (told) => {
        const kept: LotMovement[] = []
        for (const { kind, hours, thousandths } of told) {
          const next = { kind, at: hour(hours), quantity: quantityFromThousandths(thousandths) }
          if (kind !== 'SHIPPED' || asked(hours, kept, next.quantity).length === 0) kept.push(next)
        }
        for (let hours = 0; hours < 10; hours += 1) {
          const until = kept.filter(({ at }) => at <= hour(hours))
          const balance = until.reduce((sum, { kind, quantity }) => {
            return kind === 'SHIPPED' ? sum - thousandthsOf(quantity) : sum + thousandthsOf(quantity)
          }, 0)
          expect(balance).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

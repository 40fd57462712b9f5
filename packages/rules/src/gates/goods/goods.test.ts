import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import { type Quantity, quantityFromThousandths, sumQuantities, thousandthsOf } from '../../primitives/quantity.ts'
import { refused } from '../violation-fixture.ts'
import { type LotAtGate, lotGate } from './lot.ts'
import {
  checkedQuantitiesOf,
  type Goods,
  type OutboundCheck,
  outboundCheckGate,
  secondPersonGate,
} from './outbound-check.ts'

const zone = parseTimeZone('Asia/Shanghai')

describe('a lot at the gate', () => {
  const lot = (given: Partial<LotAtGate> = {}): LotAtGate => ({
    lotId: 'lot-1',
    lotNumber: 'B1',
    status: 'RELEASED',
    source: 'QUALITY_CONTROL',
    expiresOn: null,
    ...given,
  })
  const gate = (lots: readonly (LotAtGate | null)[], at = '2026-03-02T08:00:00+08:00') =>
    refused(lotGate({ lots, at: parseInstant(at), zone }))

  it('passes when it was released, when nothing was decided, and where there is none (QLT-4)', () => {
    expect(gate([lot(), lot({ status: null, source: null }), null])).toEqual([])
  })

  it('leaves only when it was released, where that is needed (QLT-4)', () => {
    const lots = [lot(), lot({ status: null, source: null }), null]
    const at = parseInstant('2026-03-02T08:00:00+08:00')
    expect(refused(lotGate({ lots, at, zone, needsRelease: true }))).toEqual([
      ['QLT-4', 'items.1.lotId', { lotId: 'lot-1', lotNumber: 'B1', status: null }],
    ])
  })

  it.each(['QUALITY_CONTROL', 'REGULATOR_NOTICE'] as const)('is refused when blocked by %s (QLT-4)', (source) => {
    expect(gate([null, lot({ status: 'BLOCKED', source })])).toEqual([
      ['QLT-4', 'items.1.lotId', { lotId: 'lot-1', lotNumber: 'B1', status: 'BLOCKED', source }],
    ])
  })

  it('says who blocked it (QLT-4)', () => {
    const saidOf = (source: LotAtGate['source']) =>
      lotGate({ lots: [lot({ status: 'BLOCKED', source })], at: parseInstant('2026-03-02T08:00:00Z'), zone }).map(
        ({ message }) => [message.zh, message.en],
      )
    expect(saidOf('REGULATOR_NOTICE')).toEqual([
      ['批号 B1 已被监管通知列为不合格。', "Lot B1 is named non-conforming in a regulator's notice."],
    ])
    expect(saidOf('QUALITY_CONTROL')).toEqual([
      ['批号 B1 已被质管部判定不合格。', 'Lot B1 was found non-conforming by quality control.'],
    ])
  })

  it('passes on its last day and is refused on the next, by local day (DEL-3)', () => {
    const expiring = lot({ expiresOn: parseLocalDate('2026-03-02') })
    expect(gate([expiring], '2026-03-02T23:59:59.999+08:00')).toEqual([])
    expect(gate([expiring], '2026-03-03T00:00:00+08:00')).toEqual([
      ['DEL-3', 'items.0.lotId', { lotId: 'lot-1', lotNumber: 'B1', expiresOn: '2026-03-02', on: '2026-03-03' }],
    ])
  })

  it('is refused for both reasons at once (QLT-4, DEL-3)', () => {
    const bad = lot({ status: 'BLOCKED', expiresOn: parseLocalDate('2026-01-01') })
    expect(gate([bad]).map(([rule]) => rule)).toEqual(['QLT-4', 'DEL-3'])
  })
})

describe('goods that leave', () => {
  const goods = (lineId: string, quantity: string, lotId: string | null = null): Goods => ({
    lineId,
    lotId,
    quantity: quantity as Quantity,
  })
  const check = (
    items: readonly Goods[],
    result: 'PASSED' | 'FAILED' = 'PASSED',
    checkedBy = 'checker',
  ): OutboundCheck => ({
    pickedBy: 'picker',
    checkedBy,
    items: items.map((one) => ({ ...one, result })),
  })
  const gate = (items: readonly Goods[], checks: readonly OutboundCheck[], shippedBefore: readonly Goods[] = []) =>
    refused(outboundCheckGate({ items, checks, shippedBefore }))
  /** Of a gap in line a: what leaves, what of it passed and what failed. */
  const gap = (
    quantity: string,
    passed: string,
    given: { readonly failed?: string; readonly lotId?: string } = {},
  ) => ({
    lineId: 'a',
    lotId: null,
    quantity,
    passed,
    failed: '0',
    ...given,
  })

  it('pass when all of it was checked, also in several checks (DEL-2)', () => {
    expect(gate([goods('a', '2.5')], [check([goods('a', '1')]), check([goods('a', '1.5')])])).toEqual([])
  })

  it('are refused when a thousandth of it was not (DEL-2)', () => {
    expect(gate([goods('a', '2')], [check([goods('a', '1.999')])])).toEqual([
      ['DEL-2', 'items.0.quantity', gap('2', '1.999')],
    ])
  })

  it('are not covered by a check of another line or lot (DEL-2)', () => {
    const checks = [check([goods('b', '1', 'lot'), goods('a', '1', 'other')])]
    expect(gate([goods('a', '1', 'lot')], checks)).toEqual([
      ['DEL-2', 'items.0.quantity', gap('1', '0', { lotId: 'lot' })],
    ])
  })

  it('are not covered by what an earlier shipment used up (DEL-2)', () => {
    expect(gate([goods('a', '1')], [check([goods('a', '2')])], [goods('a', '1')])).toEqual([])
    expect(gate([goods('a', '1')], [check([goods('a', '2')])], [goods('a', '1.5')])).toEqual([
      ['DEL-2', 'items.0.quantity', gap('1', '0.5')],
    ])
  })

  it('share one check between two items of the same line and lot (DEL-2)', () => {
    expect(gate([goods('a', '1'), goods('a', '1')], [check([goods('a', '1.5')])])).toEqual([
      ['DEL-2', 'items.1.quantity', gap('1', '0.5')],
    ])
  })

  it('stay when they failed, unless others of the lot passed in their place (DEL-3)', () => {
    const checks = [check([goods('a', '8')]), check([goods('a', '2')], 'FAILED')]
    expect(gate([goods('a', '8')], checks)).toEqual([])
    expect(gate([goods('a', '10')], checks)).toEqual([
      ['DEL-2', 'items.0.quantity', gap('10', '8', { failed: '2' })],
      ['DEL-3', 'items.0.quantity', gap('10', '8', { failed: '2' })],
    ])
  })

  it('are not said to have failed when it was another line or lot that did (DEL-3)', () => {
    const checks = [check([goods('b', '2'), goods('a', '1', 'lot')], 'FAILED')]
    expect(gate([goods('a', '1')], checks)).toEqual([['DEL-2', 'items.0.quantity', gap('1', '0')]])
  })

  it('are not covered by a check of the picker (DEL-2, C39)', () => {
    expect(gate([goods('a', '1')], [check([goods('a', '1')], 'PASSED', 'picker')])).toEqual([
      ['DEL-2', 'checks.0.checkedBy', { reason: 'SAME_PERSON' }],
      ['DEL-2', 'items.0.quantity', gap('1', '0')],
    ])
    expect(refused(secondPersonGate({ pickedBy: 'p', checkedBy: 'p' }))).toEqual([
      ['DEL-2', 'checkedBy', { reason: 'SAME_PERSON' }],
    ])
    expect(secondPersonGate({ pickedBy: 'p', checkedBy: 'q' })).toEqual([])
  })

  it('name nobody in the facts (SEC-1)', () => {
    const violations = outboundCheckGate({
      items: [goods('a', '1')],
      checks: [check([goods('a', '1')], 'PASSED', 'picker')],
      shippedBefore: [],
    })
    expect(JSON.stringify(violations)).not.toContain('"picker"')
  })

  it('are never counted as checked beyond what was checked or what leaves (KPI-10)', () => {
    const quantity = fc.integer({ min: 0, max: 5000 }).map(quantityFromThousandths)
    const some = fc.array(
      fc.record({ lineId: fc.constantFrom('a', 'b'), lotId: fc.constantFrom(null, 'lot'), quantity }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(some, some, (items, checked) => {
        const covered = checkedQuantitiesOf({ items, checks: [check(checked)], shippedBefore: [] })
        expect(covered).toHaveLength(items.length)
        for (const [index, one] of items.entries()) {
          expect(thousandthsOf(covered[index] ?? one.quantity)).toBeLessThanOrEqual(thousandthsOf(one.quantity))
        }
        const total = (all: readonly Quantity[]) => thousandthsOf(sumQuantities(all))
        expect(total(covered)).toBeLessThanOrEqual(total(checked.map((one) => one.quantity)))
      }),
    )
  })
})

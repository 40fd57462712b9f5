import { describe, expect, it } from '@jest/globals'
import { parseLocalDate } from '../../primitives/local-date.ts'
import type { ProductClass } from '../product-class.ts'
import { refused } from '../violation-fixture.ts'
import { goodsEntryGate } from './goods-entry.ts'
import type { RecordValues } from './record-fields.ts'
import { salesRecordGate } from './sales-record.ts'

const label = { manufacturer: 'Maker', model: 'M1', specification: '5 ml' }
const lot = {
  lotNumber: 'B1',
  sterilisationLot: 'ST1',
  producedOn: parseLocalDate('2026-01-05'),
  expiresOn: parseLocalDate('2028-01-04'),
}
const without = (values: RecordValues, ...fields: readonly string[]): RecordValues => ({
  ...values,
  ...Object.fromEntries(fields.map((field) => [field, null])),
})
const gate = (productClass: ProductClass, isSterile: boolean, entered: RecordValues) =>
  refused(goodsEntryGate({ productClass, isSterile, entered })).map(([rule, path]) => `${rule} ${path}`)

describe('a device that is entered', () => {
  it('passes with what its label bears (TRC-1 to TRC-3)', () => {
    expect(gate('CLASS_III', true, label)).toEqual([])
    expect(gate('CLASS_III', true, lot)).toEqual([])
    expect(gate('CLASS_I', false, without(lot, 'sterilisationLot', 'expiresOn'))).toEqual([])
    expect(gate('CLASS_II', false, without(label, 'model'))).toEqual([])
  })

  it('is refused, once, for each thing that it could not leave without (TRC-1 to TRC-3)', () => {
    const bare = without(label, 'manufacturer', 'model', 'specification')
    expect(gate('CLASS_III', true, bare)).toEqual(['TRC-2 specification', 'TRC-2 manufacturer'])
    expect(gate('CLASS_II', false, bare)).toEqual(['TRC-1 specification', 'TRC-1 manufacturer'])
    expect(gate('CLASS_II', false, without(lot, 'producedOn'))).toEqual(['TRC-1 producedOn'])
    expect(gate('CLASS_II', true, without(lot, 'sterilisationLot', 'expiresOn', 'producedOn'))).toEqual([
      'TRC-2 sterilisationLot',
      'TRC-2 expiresOn',
      'TRC-1 producedOn',
    ])
  })

  it('lacks nothing of product and lot when it leaves (TRC-1 to TRC-3)', () => {
    const product = { productName: 'Set', ...label }
    for (const isSterile of [true, false]) {
      const others = { soldOn: lot.producedOn, seller: 's', buyerId: 'b', unitPrice: { minor: 1, currency: 'CNY' } }
      const record = { ...product, ...lot, ...others, serialNumber: null, qualityCondition: 'sound' }
      const signed = { ...record, handledBy: 'h', signedBy: 's' }
      expect(salesRecordGate({ productClass: 'CLASS_III', isSterile, record: signed, path: [] })).toEqual([])
    }
  })
})

describe('other goods', () => {
  it('may be entered with less (TRC-4)', () => {
    expect(gate('UNREGULATED', true, without({ ...label, ...lot }, 'manufacturer', 'model', 'specification'))).toEqual(
      [],
    )
  })
})

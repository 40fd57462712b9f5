import { describe, expect, it } from '@jest/globals'
import { parseLocalDate } from '../primitives/local-date.ts'
import type { ProductClass } from './product-class.ts'
import { type SalesRecordFields, salesRecordGate } from './sales-record.ts'

const complete: SalesRecordFields = {
  soldOn: parseLocalDate('2026-03-02'),
  seller: 'Seller',
  buyerId: 'buyer',
  productName: 'Syringe',
  manufacturer: 'Maker',
  model: 'M1',
  specification: '5 ml',
  unitPrice: { minor: 100, currency: 'CNY' },
  producedOn: parseLocalDate('2025-12-01'),
  lotNumber: 'B1',
  serialNumber: 'SN1',
  sterilisationLot: 'ST1',
  expiresOn: parseLocalDate('2028-11-30'),
  qualityCondition: 'sound',
  handledBy: 'staff-1',
  signedBy: 'staff-2',
}

function gate(productClass: ProductClass, isSterile: boolean, record: SalesRecordFields | null) {
  const violations = salesRecordGate({ productClass, isSterile, record, path: ['salesRecord'] })
  return violations.map(({ rule, path }) => `${rule} ${path.join('.')}`)
}

const without = (...fields: readonly (keyof SalesRecordFields)[]): SalesRecordFields => ({
  ...complete,
  ...Object.fromEntries(fields.map((field) => [field, null])),
})

describe('a complete sales record', () => {
  it.each(['UNREGULATED', 'CLASS_I', 'CLASS_II', 'CLASS_III'] as const)(
    'passes for %s (TRC-1 to TRC-4)',
    (productClass) => {
      expect(gate(productClass, true, complete)).toEqual([])
      expect(gate(productClass, false, complete)).toEqual([])
    },
  )
})

describe('the record of a sterile device', () => {
  it.each([
    ['lotNumber', ['TRC-2 salesRecord.lotNumber']],
    ['sterilisationLot', ['TRC-2 salesRecord.sterilisationLot']],
    ['expiresOn', ['TRC-2 salesRecord.expiresOn']],
    ['signedBy', ['TRC-2 salesRecord.signedBy']],
    ['handledBy', ['TRC-2 salesRecord.handledBy']],
    ['manufacturer', ['TRC-2 salesRecord.manufacturer']],
    ['producedOn', ['TRC-1 salesRecord.producedOn']],
    ['qualityCondition', ['TRC-3 salesRecord.qualityCondition']],
    ['serialNumber', []],
    ['model', []],
  ] as const)('without %s is refused by %j', (field, expected) => {
    expect(gate('CLASS_III', true, without(field))).toEqual(expected)
  })
})

describe('the record of another device', () => {
  it.each([
    ['producedOn', ['TRC-1 salesRecord.producedOn']],
    ['handledBy', ['TRC-1 salesRecord.handledBy']],
    ['qualityCondition', ['TRC-3 salesRecord.qualityCondition']],
    ['sterilisationLot', []],
    ['expiresOn', []],
    ['signedBy', []],
    ['lotNumber', []],
  ] as const)('without %s is refused by %j', (field, expected) => {
    expect(gate('CLASS_I', false, without(field))).toEqual(expected)
  })

  it('needs a serial or a lot, and a specification or a model (TRC-1)', () => {
    expect(gate('CLASS_I', false, without('serialNumber', 'lotNumber', 'model', 'specification'))).toEqual([
      'TRC-1 salesRecord.specification',
      'TRC-1 salesRecord.serialNumber',
    ])
  })
})

describe('the record of other goods', () => {
  it('needs the basic set only (TRC-4)', () => {
    const basic = without(
      'manufacturer',
      'producedOn',
      'lotNumber',
      'serialNumber',
      'qualityCondition',
      'handledBy',
      'model',
    )
    expect(gate('UNREGULATED', false, basic)).toEqual([])
    expect(gate('UNREGULATED', false, { ...basic, specification: ' ' })).toEqual(['TRC-4 salesRecord.specification'])
  })
})

describe('a missing record', () => {
  it.each([
    ['CLASS_II', true, 'TRC-2 salesRecord'],
    ['CLASS_II', false, 'TRC-1 salesRecord'],
    ['UNREGULATED', false, 'TRC-4 salesRecord'],
  ] as const)('of %s, sterile %p, is refused once (%s)', (productClass, isSterile, expected) => {
    expect(gate(productClass, isSterile, null)).toEqual([expected])
  })
})

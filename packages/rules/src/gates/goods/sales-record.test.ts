import { describe, expect, it } from '@jest/globals'
import { parseLocalDate } from '../../primitives/local-date.ts'
import type { ProductClass } from '../product-class.ts'
import { refused } from '../violation-fixture.ts'
import type { RecordValues, SalesRecordFields } from './record-fields.ts'
import { inspectionRecordGate, salesRecordGate } from './sales-record.ts'

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
  return refused(violations).map(([rule, path]) => `${rule} ${path}`)
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

describe('a refused record', () => {
  it('names the field and its rule in both languages (TRC-1 to TRC-3)', () => {
    const facts = { productClass: 'CLASS_I', isSterile: false }
    const given = { productClass: 'CLASS_I', isSterile: false, path: ['items', '0', 'salesRecord'] } as const
    const violations = salesRecordGate({ ...given, record: without('serialNumber', 'lotNumber', 'qualityCondition') })
    expect(refused(violations)).toEqual([
      ['TRC-1', 'items.0.salesRecord.serialNumber', { ...facts, field: 'serialNumber | lotNumber' }],
      ['TRC-3', 'items.0.salesRecord.qualityCondition', { ...facts, field: 'qualityCondition' }],
    ])
    expect(violations[1]?.message).toEqual({
      zh: '销售记录缺少质量情况。',
      en: 'The sales record lacks the quality condition.',
    })
    expect(refused(salesRecordGate({ ...given, record: null }))).toEqual([
      ['TRC-1', 'items.0.salesRecord', { ...facts, field: null }],
    ])
  })
})

describe('a record that shall stand an inspection', () => {
  const shown: RecordValues = {
    ...complete,
    buyerLicenceNumber: 'MI-4711',
    registrationNumber: 'REG-1',
    unit: 'piece',
    amount: { minor: 100, currency: 'CNY' },
    manufacturerLicenceNumber: 'ML-1',
    serviceLifeEndsOn: null,
    invoiceNumber: 'INV-1',
    outboundCheckId: 'check-1',
    vouchers: ['receipt 1'],
  }
  const inspected = (productClass: ProductClass, record: RecordValues | null) =>
    refused(inspectionRecordGate({ productClass, isSterile: false, record, path: [] })).map(
      ([rule, path]) => `${rule} ${path}`,
    )

  it('passes when all its papers are together (TRC-7, GEN-3, FIN-2)', () => {
    expect(inspected('CLASS_III', shown)).toEqual([])
    expect(inspected('UNREGULATED', shown)).toEqual([])
  })

  it.each([
    ['buyerLicenceNumber', ['GEN-3 buyerLicenceNumber'], []],
    ['registrationNumber', ['GEN-3 registrationNumber'], []],
    ['manufacturerLicenceNumber', ['GEN-3 manufacturerLicenceNumber'], []],
    ['expiresOn', ['GEN-3 expiresOn'], []],
    ['amount', ['GEN-3 amount'], ['FIN-2 amount']],
    ['unit', ['FIN-2 unit'], ['FIN-2 unit']],
    ['invoiceNumber', ['FIN-2 invoiceNumber'], ['FIN-2 invoiceNumber']],
    ['outboundCheckId', ['FIN-2 outboundCheckId'], ['FIN-2 outboundCheckId']],
    ['vouchers', ['FIN-2 vouchers'], ['FIN-2 vouchers']],
    ['handledBy', ['TRC-1 handledBy'], []],
  ] as const)(
    'without %s is refused for a device by %j and for other goods by %j (GEN-3, FIN-2)',
    (field, device, other) => {
      const { [field]: _, ...rest } = shown
      for (const record of [rest, { ...rest, [field]: null }]) {
        expect(inspected('CLASS_II', record)).toEqual(device)
        expect(inspected('UNREGULATED', record)).toEqual(other)
      }
    },
  )

  it('may give a service life in place of an expiry (GEN-3)', () => {
    const serviceLifeEndsOn = parseLocalDate('2030-01-01')
    expect(inspected('CLASS_II', { ...shown, expiresOn: null, serviceLifeEndsOn })).toEqual([])
  })

  it('of sterile goods needs the expiry itself (TRC-2)', () => {
    const record = { ...shown, expiresOn: null, serviceLifeEndsOn: parseLocalDate('2030-01-01') }
    const violations = inspectionRecordGate({ productClass: 'CLASS_II', isSterile: true, record, path: [] })
    expect(refused(violations).map(([rule, path]) => `${rule} ${path}`)).toEqual(['TRC-2 expiresOn'])
  })

  it.each([[[]], [['']], [[' ', '\n']]])('has no voucher in %j (FIN-2)', (vouchers) => {
    expect(inspected('UNREGULATED', { ...shown, vouchers })).toEqual(['FIN-2 vouchers'])
    expect(inspected('UNREGULATED', { ...shown, vouchers: [...vouchers, 'receipt'] })).toEqual([])
  })

  it('is refused once when it is missing (TRC-1, TRC-4)', () => {
    expect(inspected('CLASS_I', null)).toEqual(['TRC-1 '])
    expect(inspected('UNREGULATED', null)).toEqual(['TRC-4 '])
  })
})

import { describe, expect, it } from '@jest/globals'
import { fieldsAskedBy, profileRules, recordFields } from './record-fields.ts'
import { inspectionProfilesFor, profilesFor, recordProfiles } from './record-profiles.ts'

/** The first field name of each required field. */
const required = (profile: keyof typeof recordProfiles) =>
  recordProfiles[profile].requires.map(({ anyOf }) => anyOf.join('|'))

describe('the superset of sales record fields', () => {
  it('holds every field that C9 lists, seller and buyer apart (C9, C10 of TRC-1)', () => {
    // The list of C9, in its order; expiry and service life stand apart, as sterile goods need an expiry.
    const listed = [
      'soldOn',
      'seller',
      'buyer',
      'buyerLicence',
      'product',
      'registration',
      'model',
      'quantity',
      'unit',
      'unitPrice',
      'amount',
      'manufacturer',
      'manufacturerLicence',
      'producedOn',
      'lot',
      'serial',
      'sterilisation',
      'expiry',
      'serviceLife',
      'quality',
      'invoice',
      'outboundCheck',
      'vouchers',
      'handler',
      'signature',
    ]
    expect(Object.keys(recordFields).toSorted()).toEqual(listed.toSorted())
  })

  it('names every field in both languages, and somebody who asks for it (C9)', () => {
    for (const { name, askedBy, anyOf } of Object.values(recordFields)) {
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/^[a-z' ]+$/)
      expect(askedBy.length).toBeGreaterThan(0)
      expect(anyOf.length).toBeGreaterThan(0)
    }
  })

  it('asks for the quantity by every rule, on the item (TRC-1 to TRC-4)', () => {
    for (const profile of ['sterile', 'device', 'procedure', 'basic', 'dealer', 'accounts'] as const) {
      expect(fieldsAskedBy(profile)).toContain(recordFields.quantity)
      expect(required(profile)).not.toContain('quantity')
    }
  })
})

describe('the profiles', () => {
  it('hold what each regulation names (TRC-1, TRC-2, TRC-3, TRC-4)', () => {
    // TRC-1: product, maker, model, production date, serial, sale date, selling and buying unit, handler.
    expect(required('device')).toEqual([
      'soldOn',
      'seller',
      'buyerId',
      'productName',
      'specification|model',
      'manufacturer',
      'producedOn',
      'serialNumber|lotNumber',
      'handledBy',
    ])
    // TRC-2: sale date, customer, product, maker, model, both lots, expiry, handler, signature.
    expect(required('sterile')).toEqual([
      'soldOn',
      'buyerId',
      'productName',
      'specification|model',
      'manufacturer',
      'lotNumber',
      'sterilisationLot',
      'expiresOn',
      'handledBy',
      'signedBy',
    ])
    // TRC-3: sale date, destination, product, model, unit price, maker, condition, handler.
    expect(required('procedure')).toEqual([
      'soldOn',
      'buyerId',
      'productName',
      'specification|model',
      'unitPrice',
      'manufacturer',
      'qualityCondition',
      'handledBy',
    ])
    // TRC-4: name, specification, sale date, purchaser.
    expect(required('basic')).toEqual(['soldOn', 'buyerId', 'productName', 'specification|model'])
  })

  it('hold what law and accounts ask beyond them (GEN-3, FIN-2)', () => {
    expect(required('dealer')).toEqual([
      'soldOn',
      'buyerId',
      'buyerLicenceNumber',
      'productName',
      'registrationNumber',
      'specification|model',
      'unitPrice',
      'amount',
      'manufacturer',
      'manufacturerLicenceNumber',
      'serialNumber|lotNumber',
      'expiresOn|serviceLifeEndsOn',
    ])
    expect(required('accounts')).toEqual([
      'productName',
      'unit',
      'unitPrice',
      'amount',
      'invoiceNumber',
      'outboundCheckId',
      'vouchers',
    ])
  })

  it('are those of TRC-1 to TRC-4 alone while goods leave (TRC-1, TRC-2, TRC-3, TRC-4, C37)', () => {
    const rulesOf = (...given: Parameters<typeof profilesFor>) => profilesFor(...given).map(({ rule }) => rule)
    for (const productClass of ['CLASS_I', 'CLASS_II', 'CLASS_III'] as const) {
      expect(rulesOf(productClass, true)).toEqual(['TRC-2', 'TRC-1', 'TRC-3', 'TRC-4'])
      expect(rulesOf(productClass, false)).toEqual(['TRC-1', 'TRC-3', 'TRC-4'])
    }
    expect(rulesOf('UNREGULATED', true)).toEqual(['TRC-4'])
    expect(rulesOf('UNREGULATED', false)).toEqual(['TRC-4'])
  })

  it('are more for an inspection: the law for devices, the accounts for all (GEN-3, FIN-2, TRC-7)', () => {
    const rulesOf = (...given: Parameters<typeof profilesFor>) =>
      inspectionProfilesFor(...given).map(({ rule }) => rule)
    expect(rulesOf('CLASS_I', true)).toEqual(['TRC-2', 'TRC-1', 'TRC-3', 'TRC-4', 'GEN-3', 'FIN-2'])
    expect(rulesOf('CLASS_I', false)).toEqual(['TRC-1', 'TRC-3', 'TRC-4', 'GEN-3', 'FIN-2'])
    expect(rulesOf('UNREGULATED', false)).toEqual(['TRC-4', 'FIN-2'])
    expect(Object.values(profileRules)).toEqual(['TRC-2', 'TRC-1', 'TRC-3', 'TRC-4', 'GEN-3', 'FIN-2'])
  })
})

import { describe, expect, it } from '@jest/globals'
import { customerIdOf, customers } from './customers.ts'
import { momentsFrom } from './moments.ts'
import { lots, productIdOf, products } from './products.ts'

const spread = (values: readonly (string | null)[]) => [...new Set(values)].toSorted()

describe('the sample company', () => {
  it('has some thirty customers of every trade and nearness, with Chinese names', () => {
    expect(customers.length).toBeGreaterThanOrEqual(28)
    expect(spread(customers.map(({ trade }) => trade))).toEqual(['CLINIC', 'DISTRIBUTOR', 'HOSPITAL'])
    expect(spread(customers.map(({ kind }) => kind))).toEqual(['CUSTOMER', 'NEAR_CUSTOMER', 'PROSPECT'])
    for (const { organisation } of customers) expect(organisation).toMatch(/^\p{Script=Han}+$/u)
    expect(new Set(customers.map(({ key }) => customerIdOf(key))).size).toBe(customers.length)
  })

  it('has licences and credits that hold, and such that gates refuse (CUS-4, CUS-5)', () => {
    const licences = customers.flatMap(({ licence }) => licence ?? [])
    expect(spread(licences)).toEqual(['ENDING', 'EXPIRED', 'REVOKED', 'UNVERIFIED', 'VALID'])
    expect(spread(customers.flatMap(({ credit }) => credit ?? []))).toEqual(['GOOD', 'LIMITED', 'REFUSED'])
  })

  it('has products of every class, and lots that are released, blocked, recalled, undecided and expired (QLT-4)', () => {
    expect(spread(products.map(({ productClass }) => productClass))).toEqual([
      ...['CLASS_I', 'CLASS_II', 'CLASS_III', 'UNREGULATED'],
    ])
    expect(spread(lots.map(({ quality }) => quality))).toEqual(['BLOCKED', 'RECALLED', 'RELEASED', 'UNDECIDED'])
    expect(lots.some(({ expiredDaysAgo }) => expiredDaysAgo > 0)).toBe(true)
    for (const { product } of lots) expect(products.map(({ key }) => productIdOf(key))).toContain(productIdOf(product))
  })
})

describe('the instants of the sample company', () => {
  it('follow from the moment at which it is loaded', () => {
    const { now, ago, ahead, dayAgo } = momentsFrom(Date.parse('2026-05-10T12:00:00Z'))
    expect([now, ago(1), ago(1, -3), ahead(2), dayAgo(30)]).toEqual([
      '2026-05-10T12:00:00.000Z',
      '2026-05-09T12:00:00.000Z',
      '2026-05-09T15:00:00.000Z',
      '2026-05-12T12:00:00.000Z',
      '2026-04-10',
    ])
  })
})

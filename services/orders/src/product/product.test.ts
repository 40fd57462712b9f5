import { money, parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, it } from '@jest/globals'
import { syringe } from '../order/order.samples.ts'
import { type ProductCommand, product } from './product.ts'

const spec = specificationOf(product)
const at = parseInstant('2026-01-05T09:00:00+08:00')
const { status: _, ...data } = syringe
const register = (changes: Partial<typeof data> = {}): ProductCommand => ({
  type: 'RegisterProduct',
  at,
  by: { id: 'sales-1', role: 'QUALITY_CONTROL' },
  data: { ...data, ...changes },
})

describe('a new product', () => {
  it('is registered as it is', () => {
    spec.given().when(register(), undefined).then({ type: 'ProductRegistered', data })
  })

  it('is refused with a negative list price (QUO-2)', () => {
    spec
      .given()
      .when(register({ listPrice: money(-1, 'CNY') }), undefined)
      .thenRefused('QUO-2')
  })
})

describe('a registered product', () => {
  it('is not registered again (ORD-3)', () => {
    spec.given({ type: 'ProductRegistered', data, occurredAt: at }).when(register(), undefined).thenRefused('ORD-3')
  })
})

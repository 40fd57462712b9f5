import { money, parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
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

describe('a device that is registered', () => {
  it('is refused without what it cannot leave without (TRC-2)', () => {
    const bare = { manufacturer: null, model: null, specification: null }
    spec.given().when(register(bare), undefined).thenRefused('TRC-2', 'TRC-2')
  })
})

describe('a product with less than its label bears', () => {
  const lacking = { ...data, manufacturer: null, specification: null }
  const past = { type: 'ProductRegistered', data: lacking, occurredAt: at } as const
  const nothing = {
    registrationNumber: null,
    manufacturer: null,
    model: null,
    specification: null,
    deviceIdentifier: null,
  }
  const complete = (told: Partial<Record<keyof typeof nothing, string>>): ProductCommand => ({
    type: 'CompleteProduct',
    at,
    by: { id: 'sales-1', role: 'QUALITY_CONTROL' },
    data: { ...nothing, ...told },
  })

  it('is completed, and keeps what was there (TRC-1, TRC-2)', () => {
    const told = { ...nothing, manufacturer: 'Jade Medical', specification: '5 ml' }
    const event = { type: 'ProductCompleted', data: { productId: data.productId, ...told } } as const
    spec
      .given(past)
      .when(complete({ manufacturer: 'Jade Medical', specification: '5 ml' }), undefined)
      .then(event)
    const state = spec.stateAfter([past, { ...event, occurredAt: at }])
    expect(state).toEqual({ ...lacking, manufacturer: 'Jade Medical', specification: '5 ml', status: 'REGISTERED' })
  })

  it('is not changed by the way, nor completed by nothing (ORD-3)', () => {
    spec
      .given(past)
      .when(complete({ model: 'another', manufacturer: 'Jade Medical' }), undefined)
      .thenRefused('ORD-3')
    spec.given(past).when(complete({}), undefined).thenRefused('ORD-3')
  })
})

describe('a registered product', () => {
  it('is not registered again (ORD-3)', () => {
    spec.given({ type: 'ProductRegistered', data, occurredAt: at }).when(register(), undefined).thenRefused('ORD-3')
  })
})

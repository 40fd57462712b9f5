import { parseInstant, parseLocalDate } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { lot as sample, syringe } from '../order/order.samples.ts'
import { type Lot, type LotCommand, lot } from './lot.ts'

const spec = specificationOf(lot)
const at = parseInstant('2026-01-20T09:00:00+08:00')
const by = { id: 'sales-1', role: 'QUALITY_CONTROL' }
const { lotId, productId, lotNumber, sterilisationLot, producedOn, expiresOn, quantity } = sample
const data = { lotId, productId, lotNumber, sterilisationLot, producedOn, expiresOn, quantity }
const receive = (changes: Partial<typeof data> = {}): LotCommand => ({
  type: 'ReceiveLot',
  at,
  by,
  data: { ...data, ...changes },
})
const decideQuality = (status: 'RELEASED' | 'BLOCKED'): LotCommand => ({
  type: 'DecideLotQuality',
  at,
  by,
  data: { status, source: 'QUALITY_CONTROL', reason: 'test report 12' },
})
const received = { type: 'LotReceived', data: { ...data, productClass: 'CLASS_III' }, occurredAt: at } as const
const decided = (status: 'RELEASED' | 'BLOCKED') =>
  ({
    type: 'LotQualityDecided',
    data: { lotId, status, source: 'QUALITY_CONTROL', reason: 'test report 12' },
    occurredAt: at,
  }) as const

describe('a new lot', () => {
  it('is received with the class of its product', () => {
    spec.given().when(receive(), { product: syringe }).then({ type: 'LotReceived', data: received.data })
  })

  it('is refused for an unknown product (TRC-4)', () => {
    spec.given().when(receive(), { product: null }).thenRefused('TRC-4')
  })

  it('is refused without the sterilisation lot of a sterile product, and with crossed dates (TRC-2)', () => {
    const crossed = { sterilisationLot: null, expiresOn: parseLocalDate('2026-01-04') }
    spec.given().when(receive(crossed), { product: syringe }).thenRefused('TRC-2', 'TRC-2')
  })
})

describe('a received lot', () => {
  const facts = { product: null }

  it('is released, blocked and released again: the last decision counts (QLT-4)', () => {
    const statusAfter = (...statuses: readonly ('RELEASED' | 'BLOCKED')[]): Lot['status'] | 'UNRECEIVED' =>
      spec.stateAfter([received, ...statuses.map(decided)]).status
    expect(statusAfter()).toBe('RECEIVED')
    expect(statusAfter('RELEASED', 'BLOCKED')).toBe('BLOCKED')
    expect(statusAfter('RELEASED', 'BLOCKED', 'RELEASED')).toBe('RELEASED')
  })

  it('is blocked straight from the warehouse (QLT-4)', () => {
    const { data } = decided('BLOCKED')
    spec.given(received).when(decideQuality('BLOCKED'), facts).then({ type: 'LotQualityDecided', data })
  })

  it('is not decided on twice the same way (QLT-4), nor received again (TRC-4)', () => {
    spec.given(received, decided('BLOCKED')).when(decideQuality('BLOCKED'), facts).thenRefused('QLT-4')
    spec.given(received).when(receive(), { product: syringe }).thenRefused('TRC-4')
  })
})

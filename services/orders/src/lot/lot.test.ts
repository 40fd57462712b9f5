import { parseInstant, parseLocalDate, parseQuantity, sumQuantities } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { lot as sample, syringe } from '../order/order.samples.ts'
import type { Product } from '../product/product.ts'
import { type Lot, type LotCommand, lot } from './lot.ts'

const spec = specificationOf(lot)
const totalWith = (more: number) => sumQuantities([sample.quantity, parseQuantity(String(more))])
const at = parseInstant('2026-01-20T09:00:00+08:00')
const by = { id: 'sales-1', role: 'QUALITY_CONTROL' }
const { lotId, productId, lotNumber, sterilisationLot, producedOn, expiresOn, quantity } = sample
const data = { lotId, productId, lotNumber, sterilisationLot, producedOn, expiresOn, quantity, serialNumbers: [] }
const nothingScanned = { product: syringe, scannedProduct: null }
const unregistered = { product: null, scannedProduct: null }
const receive = (changes: Partial<Extract<LotCommand, { type: 'ReceiveLot' }>['data']> = {}): LotCommand => ({
  type: 'ReceiveLot',
  at,
  by,
  data: { ...data, scan: null, ...changes },
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
    spec.given().when(receive(), nothingScanned).then({ type: 'LotReceived', data: received.data })
  })

  it('is refused for an unknown product (TRC-4)', () => {
    spec.given().when(receive(), unregistered).thenRefused('TRC-4')
  })

  it('is refused without what such a device cannot leave without (TRC-1, TRC-2)', () => {
    const bare = { sterilisationLot: null, expiresOn: null, producedOn: null }
    spec.given().when(receive(bare), nothingScanned).thenRefused('TRC-2', 'TRC-2', 'TRC-1')
    const swab: Product = { ...syringe, productClass: 'UNREGULATED' }
    spec
      .given()
      .when(receive(bare), { ...nothingScanned, product: swab })
      .thenRefused('TRC-2')
  })

  it('is refused without the sterilisation lot of a sterile product, and with crossed dates (TRC-2)', () => {
    const crossed = { sterilisationLot: null, expiresOn: parseLocalDate('2026-01-04') }
    spec.given().when(receive(crossed), nothingScanned).thenRefused('TRC-2', 'TRC-2')
  })
})

describe('a lot that was received with less than its label bears', () => {
  const past = { ...received, data: { ...received.data, producedOn: null, sterilisationLot: null } } as const
  const complete = (told: Partial<Pick<typeof data, 'producedOn' | 'sterilisationLot' | 'expiresOn'>>): LotCommand => ({
    type: 'CompleteLot',
    at,
    by,
    data: { producedOn: null, sterilisationLot: null, expiresOn: null, ...told },
  })

  it('is completed from its label, at whatever stage, and can leave then (TRC-1, TRC-2)', () => {
    const told = { sterilisationLot: 'ST-9', producedOn: parseLocalDate('2026-01-05'), expiresOn: null }
    const event = { type: 'LotCompleted', data: { lotId, ...told } } as const
    for (const more of [[], [decided('RELEASED')], [decided('BLOCKED')]]) {
      spec
        .given(past, ...more)
        .when(complete(told), unregistered)
        .then(event)
    }
    const state = spec.stateAfter([past, decided('RELEASED'), { ...event, occurredAt: at }])
    expect(state).toMatchObject({ ...told, expiresOn, status: 'RELEASED' })
  })

  it('is not changed by the way, nor completed by nothing, nor with crossed dates (TRC-2)', () => {
    const refuse = (told: Parameters<typeof complete>[0]) =>
      spec.given(past).when(complete(told), unregistered).thenRefused('TRC-2')
    refuse({ expiresOn: parseLocalDate('2030-01-01'), sterilisationLot: 'ST-9' })
    refuse({})
    refuse({ producedOn: parseLocalDate('2029-01-01') })
  })
})

describe('a received lot', () => {
  const facts = unregistered

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

  it('is not decided on twice the same way (QLT-4)', () => {
    spec.given(received, decided('BLOCKED')).when(decideQuality('BLOCKED'), facts).thenRefused('QLT-4')
  })

  it('takes further goods with the same label, at whatever stage: its quantity adds up (TRC-4)', () => {
    const { sterilisationLot: _, expiresOn: __, ...rest } = data
    const more = { ...rest, scan: null, sterilisationLot: null, expiresOn: null, quantity: parseQuantity('2.5') }
    const replenished = { type: 'LotReplenished', data: { lotId, quantity: more.quantity, serialNumbers: [] } } as const
    for (const past of [[received], [received, decided('BLOCKED')], [received, decided('RELEASED')]]) {
      spec
        .given(...past)
        .when(receive(more), nothingScanned)
        .then(replenished)
      const after = spec.stateAfter([...past, { ...replenished, occurredAt: at }, { ...replenished, occurredAt: at }])
      expect(after).toMatchObject({ status: spec.stateAfter(past).status, quantity: totalWith(5), receivedAt: at })
    }
  })

  it('takes no goods with another label (TRC-2), nor more than can be counted (TRC-4)', () => {
    const other = { producedOn: parseLocalDate('2026-01-01'), sterilisationLot: 'other', expiresOn: null }
    spec.given(received).when(receive(other), nothingScanned).thenRefused('TRC-2', 'TRC-2')
    const most = { quantity: parseQuantity('999999999999.999') }
    spec.given(received).when(receive(most), nothingScanned).thenRefused('TRC-4')
  })
})

describe('a lot that is received by scanning its label', () => {
  // Day 00 of January 2028 is the 31st; the GTIN is that of the syringe.
  const scan = '(01)09501101530003(11)260105(17)280104(10)L-26-01(21)S-1'
  const left = { productId: null, lotNumber: null, producedOn: null, expiresOn: null, scan }
  const scanned = { product: syringe, scannedProduct: syringe }

  it('is what the label says, and what was entered besides (TRC-2, TRC-4)', () => {
    const scannedGoods = { ...received.data, serialNumbers: ['S-1'] }
    spec.given().when(receive(left), scanned).then({ type: 'LotReceived', data: scannedGoods })
    spec.given().when(receive({ scan }), scanned).then({ type: 'LotReceived', data: scannedGoods })
    const more = { type: 'LotReplenished', data: { lotId, quantity, serialNumbers: ['S-1'] } } as const
    spec.given(received).when(receive(left), scanned).then(more)
  })

  it('keeps the serial numbers that were read, each once, and no more than goods came (TRC-1)', () => {
    const two = { ...left, serialNumbers: ['S-2', ' s-1'], quantity: parseQuantity('2') }
    const { events, violations } = spec.given().when(receive(two), scanned).decision
    expect(violations).toEqual([])
    expect(events).toMatchObject([{ data: { serialNumbers: ['S-2', ' s-1'] } }])
    spec
      .given()
      .when(receive({ ...two, quantity: parseQuantity('1') }), scanned)
      .thenRefused('TRC-1')
    const past = events.map((event) => ({ ...event, occurredAt: at }))
    const third = { ...left, scan: null, productId, lotNumber: 'L-26-01', serialNumbers: ['S-3'] }
    const more = spec.given(...past).when(receive(third), scanned).decision
    expect(more.violations).toEqual([])
    const after = spec.stateAfter([...past, ...more.events.map((event) => ({ ...event, occurredAt: at }))])
    expect(after).toMatchObject({ serialNumbers: ['S-2', ' s-1', 'S-3'] })
  })

  it('takes in no serial number twice, however it is written, and says which (TRC-1)', () => {
    const entered = { quantity: parseQuantity('5'), serialNumbers: ['A1', 'a1'] }
    const once = spec.given().when(receive(entered), scanned).decision
    expect(once.violations).toMatchObject([
      { rule: 'TRC-1', path: ['serialNumbers', '1'], facts: { serialNumber: 'a1' } },
    ])
    const known = { ...received, data: { ...received.data, serialNumbers: ['S-1', 'A1'] } } as typeof received
    const again = spec
      .given(known)
      .when(receive({ ...left, serialNumbers: ['A2', 'Ａ1'], quantity: parseQuantity('5') }), scanned)
    expect(again.decision.violations).toMatchObject([
      { rule: 'TRC-1', path: ['serialNumbers', '1'], facts: { serialNumber: 'Ａ1' } },
      { rule: 'TRC-1', path: ['scan'], facts: { serialNumber: 'S-1' } },
    ])
  })

  it('is refused where both say something else, naming both (TRC-4)', () => {
    const other = { ...left, lotNumber: 'L-26-02', expiresOn: parseLocalDate('2028-01-05') }
    const { violations } = spec.given().when(receive(other), scanned).decision
    const told = (field: string, scannedAs: string, entered: string) => {
      return { rule: 'TRC-4', path: [field], facts: { scan, scanned: scannedAs, told: entered } }
    }
    expect(violations).toMatchObject([
      told('lotNumber', 'L-26-01', 'L-26-02'),
      told('expiresOn', '2028-01-04', '2028-01-05'),
    ])
    const foreign = { product: { ...syringe, productId: lotId }, scannedProduct: syringe }
    spec
      .given()
      .when(receive({ ...left, productId: lotId }), foreign)
      .thenRefused('TRC-4')
  })

  it('is refused where no product bears the device, which tells how to go on (TRC-4)', () => {
    const { violations } = spec.given().when(receive(left), unregistered).decision
    expect(violations).toMatchObject([
      {
        rule: 'TRC-4',
        path: ['scan'],
        facts: { scan, gtin: '09501101530003' },
        remedy: { en: expect.stringMatching(/registerProduct.*completeProduct/) },
      },
    ])
  })

  it('is refused where the label could be read in two ways, telling what was read (TRC-7)', () => {
    const ambiguous = { ...left, scan: '0109501101530003172801041024072410S23' }
    const { violations } = spec.given().when(receive(ambiguous), scanned).decision
    expect(violations).toMatchObject([
      {
        rule: 'TRC-7',
        path: ['scan'],
        facts: { code: 'AMBIGUOUS', gtin: '09501101530003', expiresOn: '2028-01-04', lot: null },
      },
    ])
  })

  it('is refused where neither the label nor the input tells what must be known (TRC-4)', () => {
    const onlyDevice = { ...left, scan: '(01)09501101530003' }
    spec.given().when(receive(onlyDevice), scanned).thenRefused('TRC-4')
    spec
      .given()
      .when(receive({ ...left, scan: null }), unregistered)
      .thenRefused('TRC-4', 'TRC-4')
  })

  it('is received of what the label does not say and was entered (TRC-4)', () => {
    const onlyLot = { ...left, productId, scan: '(10)L-26-01', producedOn, expiresOn }
    spec
      .given()
      .when(receive(onlyLot), { product: syringe, scannedProduct: null })
      .then({ type: 'LotReceived', data: received.data })
  })
})

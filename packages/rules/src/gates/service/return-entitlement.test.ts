import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseLocalDate, plusDays } from '../../primitives/local-date.ts'
import { type CommitmentTerm, type ReturnedGoods, returnEntitlement, returnRemedies } from './return-entitlement.ts'

const day = parseLocalDate
const warranty: CommitmentTerm = {
  kind: 'WARRANTY',
  remedies: ['REPAIR', 'EXCHANGE'],
  period: { unit: 'MONTHS', count: 12 },
}
const policy: CommitmentTerm = {
  kind: 'RETURN_POLICY',
  remedies: ['RETURN', 'EXCHANGE'],
  period: { unit: 'DAYS', count: 7 },
}
/** Sold on 2 March 2026 with a week for return and exchange and a year's warranty. */
const goods = (given: Partial<ReturnedGoods> = {}): ReturnedGoods => ({
  quality: 'NOT_CONFIRMED',
  soldOn: day('2026-03-02'),
  expiresOn: null,
  requestedOn: day('2026-03-05'),
  wanted: 'RETURN',
  commitment: [warranty, policy],
  ...given,
})

describe('goods whose problem quality control confirmed', () => {
  it.each(returnRemedies)('entitle to %s whatever the dates and promises (RET-1, C31)', (wanted) => {
    const old = {
      quality: 'CONFIRMED',
      requestedOn: day('2046-01-01'),
      expiresOn: day('2026-04-01'),
      commitment: [],
    } as const
    expect(returnEntitlement(goods({ ...old, wanted }))).toMatchObject({
      entitlement: 'ENTITLED_UNCONDITIONALLY',
      rule: 'RET-1',
      remedies: ['RETURN', 'EXCHANGE', 'REPAIR'],
      reason: { zh: expect.stringContaining('质管部确认'), en: expect.stringContaining('whatever the dates') },
    })
  })
})

describe.each(['NOT_CONFIRMED', 'PENDING', 'NOT_CLAIMED'] as const)('goods with quality %s', (quality) => {
  const of = (given: Partial<ReturnedGoods>) => returnEntitlement(goods({ quality, ...given }))

  it('go back by policy up to its last day (RET-4)', () => {
    // Seven days from 2 March: the 9th.
    expect(of({ requestedOn: day('2026-03-09') })).toEqual({
      entitlement: 'ENTITLED_BY_COMMITMENT',
      rule: 'RET-4',
      remedies: ['RETURN', 'EXCHANGE', 'REPAIR'],
      promisedBy: 'RETURN_POLICY',
      lastDay: '2026-03-09',
      reason: {
        zh: '按退换货政策，可在 2026-03-09 及以前提出。',
        en: 'The return policy grants it up to and including 2026-03-09.',
      },
    })
  })

  it('do not on the day after, though other remedies remain (RET-4)', () => {
    expect(of({ requestedOn: day('2026-03-10') })).toEqual({
      entitlement: 'NOT_ENTITLED',
      rule: 'RET-4',
      remedies: ['EXCHANGE', 'REPAIR'],
      because: 'PERIOD_OVER',
      lastDay: '2026-03-09',
      reason: { zh: '承诺的期限已于 2026-03-09 届满。', en: 'The promised period ended on 2026-03-09.' },
    })
  })

  it('are repaired under warranty to the same day of the last month (RET-4)', () => {
    const repair = (requestedOn: string) => of({ wanted: 'REPAIR', requestedOn: day(requestedOn) })
    expect(repair('2027-03-02')).toMatchObject({
      promisedBy: 'WARRANTY',
      lastDay: '2027-03-02',
      remedies: ['EXCHANGE', 'REPAIR'],
    })
    expect(repair('2027-03-03')).toMatchObject({ because: 'PERIOD_OVER', lastDay: '2027-03-02', remedies: [] })
  })

  it('take the longer of two promises, whichever comes first (RET-4)', () => {
    for (const commitment of [
      [warranty, policy],
      [policy, warranty],
    ]) {
      expect(of({ wanted: 'EXCHANGE', requestedOn: day('2026-03-05'), commitment })).toMatchObject({
        promisedBy: 'WARRANTY',
        lastDay: '2027-03-02',
      })
    }
  })

  it('are not entitled to what was never promised (RET-4)', () => {
    const nothing = { because: 'NOT_PROMISED', lastDay: null, remedies: [] }
    expect(of({ commitment: [] })).toMatchObject({ entitlement: 'NOT_ENTITLED', rule: 'RET-4', ...nothing })
    expect(of({ wanted: 'REPAIR', commitment: [policy] })).toMatchObject({
      ...nothing,
      remedies: ['RETURN', 'EXCHANGE'],
      reason: { en: 'The service commitment does not include this remedy.' },
    })
  })

  it('are covered no longer than they may be used (RET-4)', () => {
    const repair = (expiresOn: string, requestedOn: string) =>
      of({ wanted: 'REPAIR', expiresOn: day(expiresOn), requestedOn: day(requestedOn) })
    expect(repair('2026-06-30', '2026-06-30')).toMatchObject({
      entitlement: 'ENTITLED_BY_COMMITMENT',
      lastDay: '2026-06-30',
    })
    expect(repair('2026-06-30', '2026-07-01')).toMatchObject({
      because: 'GOODS_EXPIRED',
      lastDay: '2026-06-30',
      reason: { zh: '货品已于 2026-06-30 到期。', en: 'The goods expired on 2026-06-30.' },
    })
    // Expiry on the last day of the warranty, or later, changes nothing.
    expect(repair('2027-03-02', '2027-03-03')).toMatchObject({ because: 'PERIOD_OVER', lastDay: '2027-03-02' })
    expect(repair('2028-01-01', '2027-03-03')).toMatchObject({ because: 'PERIOD_OVER', lastDay: '2027-03-02' })
  })
})

describe('a promise in months', () => {
  it.each([
    // February 2027 has no 31st day: the promise is not cut short.
    ['2026-08-31', 6, '2027-03-01'],
    ['2027-08-31', 6, '2028-03-01'],
    ['2028-02-29', 12, '2029-03-01'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-08-15', 6, '2027-02-15'],
  ])('from %s over %p months ends with %s (RET-4)', (soldOn, count, lastDay) => {
    const term: CommitmentTerm = { kind: 'WARRANTY', remedies: ['REPAIR'], period: { unit: 'MONTHS', count } }
    const on = { soldOn: day(soldOn), requestedOn: day(soldOn), wanted: 'REPAIR', commitment: [term] } as const
    expect(returnEntitlement(goods(on))).toMatchObject({ lastDay })
  })
})

describe('a request', () => {
  it('may come on the day of sale, and not before', () => {
    expect(returnEntitlement(goods({ requestedOn: day('2026-03-02') }))).toMatchObject({
      entitlement: 'ENTITLED_BY_COMMITMENT',
    })
    for (const quality of ['CONFIRMED', 'NOT_CONFIRMED'] as const) {
      expect(() => returnEntitlement(goods({ quality, requestedOn: day('2026-03-01') }))).toThrow(
        expect.objectContaining({
          code: 'DATE_INVALID',
          message: 'requestedOn 2026-03-01 is before soldOn 2026-03-02',
        }),
      )
    }
  })

  it.each([0, 1.5])('cannot rest on a promise of %p days', (count) => {
    const commitment = [{ ...policy, period: { unit: 'DAYS', count } as const }]
    expect(() => returnEntitlement(goods({ commitment }))).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining('RETURN_POLICY in DAYS') }),
    )
  })

  it('of what is granted today was granted on every day before (RET-4)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.constantFrom(...returnRemedies), (after, wanted) => {
        const on = (days: number) =>
          returnEntitlement(goods({ wanted, requestedOn: plusDays(day('2026-03-02'), days) }))
        if (on(after + 1).entitlement === 'ENTITLED_BY_COMMITMENT') {
          expect(on(after).entitlement).toBe('ENTITLED_BY_COMMITMENT')
        }
        const { entitlement, remedies } = on(after)
        expect(remedies.includes(wanted)).toBe(entitlement !== 'NOT_ENTITLED')
      }),
    )
  })
})

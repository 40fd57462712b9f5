import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseLocalDate, plusDays } from '../primitives/local-date.ts'
import type { AccompanyingRecord, RetainedGoods, RetainedRecord, SalesRecordKept } from './retained-record.ts'
import { laterDay, type PurgeDay, retentionOf } from './retention.ts'
import { type RetentionRule, retentionRules } from './retention-rules.ts'

const day = parseLocalDate
const shipped = retentionRules({ yearsAfterExpiry: 2, yearsWithoutExpiry: 5 })

const goods = (given: Partial<RetainedGoods> = {}): RetainedGoods => ({
  isImplant: false,
  soldOn: day('2026-03-02'),
  expiresOn: null,
  serviceLifeEndsOn: null,
  ...given,
})
const sale = (given: Partial<RetainedGoods> = {}, more: Partial<SalesRecordKept> = {}): SalesRecordKept => ({
  kind: 'SALES_RECORD',
  goods: [goods(given)],
  holds: [],
  ...more,
})
const expiring = (expiresOn: string) => sale({ expiresOn: day(expiresOn) })
const accompanying = (given: Partial<AccompanyingRecord> = {}): AccompanyingRecord => ({
  kind: 'SERVICE_RECORD',
  goods: [],
  closedOn: day('2026-03-02'),
  holds: [],
  ...given,
})
const from = (record: RetainedRecord, rules: readonly RetentionRule[] = shipped) =>
  retentionOf(record, { rules }).purgeAllowedFrom
/** Rule, settlement, day and place of each reason. */
const because = (record: RetainedRecord, rules: readonly RetentionRule[] = shipped) =>
  retentionOf(record, { rules }).because.map(({ rule, conflict, date, path }) =>
    [rule, conflict ?? '-', date, path.join('.')].join(' '),
  )

describe('the sales record of goods that expire', () => {
  it.each([
    // The last usable day is 31 December 2026, so two years run from 1 January 2027 to the end of 2028.
    ['2026-12-31', '2029-01-01'],
    ['2026-06-30', '2028-07-01'],
    // From 1 March 2026 over 1 March 2027 to 1 March 2028, though 2028 has a 29 February.
    ['2026-02-28', '2028-03-01'],
    // 28 February of a leap year: the years begin on the 29th; 2030 has none, so they end on 1 March.
    ['2028-02-28', '2030-03-01'],
    // 29 February itself: the years begin on 1 March.
    ['2028-02-29', '2030-03-01'],
    // 2100 is no leap year: the day after its 28 February is 1 March.
    ['2100-02-28', '2102-03-01'],
  ])('that expire on %s may go from %s on, as two years outlast one (TRC-5, TRC-6, C1)', (expiresOn, expected) => {
    expect(from(expiring(expiresOn))).toBe(expected)
  })

  it('names each rule with its own day (TRC-5, TRC-6)', () => {
    expect(because(expiring('2026-12-31'))).toEqual([
      'TRC-5 - 2028-01-01 goods.0.expiresOn',
      'TRC-6 - 2029-01-01 goods.0.expiresOn',
    ])
  })

  it('keeps 29 February where the last year has one (C1)', () => {
    // From 29 February 2028, four years: 2032 is a leap year.
    const rules = retentionRules({ yearsAfterExpiry: 4, yearsWithoutExpiry: 5 })
    expect(from(expiring('2028-02-28'), rules)).toBe('2032-02-29')
  })

  it('is kept one year at least, whatever the setting (TRC-5)', () => {
    const rules = retentionRules({ yearsAfterExpiry: 0, yearsWithoutExpiry: 5 })
    expect(from(expiring('2026-12-31'), rules)).toBe('2028-01-01')
  })

  it('counts the end of the service life as an expiry, the later of both (TRC-5, TRC-6)', () => {
    const [early, late] = [day('2026-12-31'), day('2030-12-31')]
    expect(from(sale({ serviceLifeEndsOn: late }))).toBe('2033-01-01')
    expect(because(sale({ expiresOn: early, serviceLifeEndsOn: late }))).toEqual([
      'TRC-5 - 2032-01-01 goods.0.serviceLifeEndsOn',
      'TRC-6 - 2033-01-01 goods.0.serviceLifeEndsOn',
    ])
    expect(because(sale({ expiresOn: late, serviceLifeEndsOn: early }))).toEqual([
      'TRC-5 - 2032-01-01 goods.0.expiresOn',
      'TRC-6 - 2033-01-01 goods.0.expiresOn',
    ])
    expect(because(sale({ expiresOn: late, serviceLifeEndsOn: late }))[0]).toContain('goods.0.expiresOn')
  })

  it('says why in both languages (TRC-6)', () => {
    expect(retentionOf(expiring('2026-12-31'), { rules: shipped }).because[1]?.reason).toEqual({
      zh: '2026-12-31 有效期或使用期限届满，其后保存 2 年。',
      en: 'Kept for 2 years after expiry or end of service life on 2026-12-31.',
    })
  })
})

describe('the sales record of goods without an expiry', () => {
  it.each([
    // Five full years after the day of sale.
    ['2026-03-02', '2031-03-03'],
    // The day after 28 February 2024 is the 29th; 2029 has none.
    ['2024-02-28', '2029-03-01'],
    ['2024-02-29', '2029-03-01'],
  ])('sold on %s may go from %s on (C1 of TRC-6)', (soldOn, expected) => {
    expect(from(sale({ soldOn: day(soldOn) }))).toBe(expected)
    expect(because(sale({ soldOn: day(soldOn) }))).toEqual([`TRC-6 C1 ${expected} goods.0.soldOn`])
  })
})

describe('the record of an implant', () => {
  it('never goes, whatever its dates (C1 of TRC-6)', () => {
    const implant = sale({ isImplant: true, expiresOn: day('2026-12-31') })
    expect(from(implant)).toBe('NEVER')
    expect(because(implant)).toEqual(['TRC-6 C1 NEVER goods.0.isImplant'])
  })

  it('keeps a record for ever that it shares with other goods (C1 of TRC-6)', () => {
    expect(from(sale({}, { goods: [goods(), goods({ isImplant: true })] }))).toBe('NEVER')
  })
})

describe('another record', () => {
  it.each([
    ['SERVICE_RECORD', 'SRV-15'],
    ['COMPLAINT_FORM', 'CMP-8'],
    ['VOUCHER', 'TRC-4'],
    ['CONTRACT', 'CON-7'],
  ] as const)('%s without a product stays 5 years from closing by %s (C36)', (kind, rule) => {
    const record = accompanying({ kind })
    expect(from(record)).toBe('2031-03-03')
    expect(because(record)).toEqual([`${rule} C36 2031-03-03 closedOn`])
  })

  it('of a product stays as long as the sales record, whenever it was closed (C36)', () => {
    const about = goods({ expiresOn: day('2026-12-31') })
    expect(from(accompanying({ goods: [about], closedOn: day('2020-01-01') }))).toBe('2029-01-01')
    expect(from(accompanying({ goods: [about], closedOn: day('2035-01-01') }))).toBe('2029-01-01')
  })

  it('of several products stays as long as the one that is kept longest (C36)', () => {
    const both = [goods({ expiresOn: day('2030-12-31') }), goods({ expiresOn: day('2026-12-31') })]
    expect(from(accompanying({ goods: both }))).toBe('2033-01-01')
    expect(because(accompanying({ goods: both }))).toEqual([
      'TRC-5 - 2032-01-01 goods.0.expiresOn',
      'TRC-6 - 2033-01-01 goods.0.expiresOn',
      'TRC-5 - 2028-01-01 goods.1.expiresOn',
      'TRC-6 - 2029-01-01 goods.1.expiresOn',
    ])
  })

  it('stays while its case is open, with a product or without (C36)', () => {
    expect(because(accompanying({ kind: 'COMPLAINT_FORM', closedOn: null }))).toEqual(['CMP-8 C36 NEVER closedOn'])
    expect(from(accompanying({ goods: [goods()], closedOn: null }))).toBe('NEVER')
  })

  it("keeps the name of the company's own rule (C36)", () => {
    const own: RetentionRule = { rule: 'CON-7', conflict: null, after: 'CLOSING', years: 10 }
    expect(because(accompanying(), [...shipped, own])).toEqual([
      'SRV-15 C36 2031-03-03 closedOn',
      'CON-7 - 2036-03-03 closedOn',
    ])
  })
})

describe('a record under a legal hold', () => {
  it('stays while the hold stands, and names it (C1)', () => {
    const held = sale({}, { holds: [{ holdId: 'H-7', liftedOn: null }] })
    expect(from(held)).toBe('NEVER')
    expect(retentionOf(held, { rules: shipped }).because.at(-1)).toEqual({
      rule: 'TRC-7',
      conflict: 'C1',
      reason: { zh: '处于法律保全 H-7 之中。', en: 'Legal hold H-7 stands.' },
      date: 'NEVER',
      holdId: 'H-7',
      path: ['holds', '0'],
    })
  })

  it('goes on the day of lifting when its period is over by then, else when it is (C1)', () => {
    const lifted = (liftedOn: string) => ({
      ...expiring('2026-12-31'),
      holds: [{ holdId: 'H', liftedOn: day(liftedOn) }],
    })
    expect(from(lifted('2035-05-05'))).toBe('2035-05-05')
    expect(from(lifted('2027-05-05'))).toBe('2029-01-01')
  })

  it('stays while one of two holds stands (C1)', () => {
    const holds = [
      { holdId: 'H-1', liftedOn: day('2027-01-01') },
      { holdId: 'H-2', liftedOn: null },
    ]
    expect(from(sale({}, { holds }))).toBe('NEVER')
  })
})

describe('rules of retention', () => {
  it('come from the policy, TRC-5 from the regulation itself (TRC-5, TRC-6, C1, C36)', () => {
    expect(retentionRules({ yearsAfterExpiry: 3, yearsWithoutExpiry: 7 })).toEqual([
      { rule: 'TRC-5', conflict: null, after: 'EXPIRY', years: 1 },
      { rule: 'TRC-6', conflict: null, after: 'EXPIRY', years: 3 },
      { rule: 'TRC-6', conflict: 'C1', after: 'SALE', years: 7 },
      { rule: 'TRC-4', conflict: 'C36', after: 'CLOSING', years: 7 },
    ])
  })

  it.each([-1, 0.5, 101, Number.NaN])('refuse %p years', (years) => {
    const named = expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining(String(years)) })
    expect(() => retentionRules({ yearsAfterExpiry: years, yearsWithoutExpiry: 5 })).toThrow(named)
    expect(() => retentionRules({ yearsAfterExpiry: 2, yearsWithoutExpiry: years })).toThrow(named)
    const own: RetentionRule = { rule: 'TRC-6', conflict: null, after: 'EXPIRY', years }
    expect(() => from(expiring('2026-12-31'), [...shipped, own])).toThrow(named)
  })

  it.each([0, 100])('take %p years', (years) => {
    expect(retentionRules({ yearsAfterExpiry: years, yearsWithoutExpiry: years })).toHaveLength(4)
  })

  it.each([
    ['EXPIRY', expiring('2026-12-31')],
    ['SALE', sale()],
    ['CLOSING', accompanying()],
  ] as const)('that leave out %s let no record go by silence', (after, record) => {
    const rules = shipped.filter((rule) => rule.after !== after)
    expect(() => from(record, rules)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining(after) }),
    )
  })

  it('cannot count for a sales record without goods', () => {
    // Types forbid it; stored records have none.
    const empty = { ...sale(), goods: [] } as unknown as SalesRecordKept
    expect(() => from(empty)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }))
    const held = { ...empty, holds: [{ holdId: 'H', liftedOn: day('2027-01-01') }] }
    expect(() => from(held)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }))
  })
})

describe('the laws of retention', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => plusDays(day('2000-01-01'), count))
  const someGoods = fc.record({
    isImplant: fc.boolean(),
    soldOn: days,
    expiresOn: fc.option(days),
    serviceLifeEndsOn: fc.option(days),
  })
  const hold = fc.record({ holdId: fc.constantFrom('H-1', 'H-2'), liftedOn: fc.option(days) })
  const holds = fc.array(hold, { maxLength: 2 })
  const record: fc.Arbitrary<RetainedRecord> = fc.oneof(
    fc
      .tuple(someGoods, fc.array(someGoods, { maxLength: 2 }), holds)
      .map(
        ([first, others, held]): RetainedRecord => ({ kind: 'SALES_RECORD', goods: [first, ...others], holds: held }),
      ),
    fc.record({
      kind: fc.constantFrom('SERVICE_RECORD', 'COMPLAINT_FORM', 'VOUCHER', 'CONTRACT'),
      goods: fc.array(someGoods, { maxLength: 2 }),
      closedOn: fc.option(days),
      holds,
    }),
  )
  const rule: fc.Arbitrary<RetentionRule> = fc.record({
    rule: fc.constantFrom('TRC-6', 'CON-7'),
    conflict: fc.constant(null),
    after: fc.constantFrom('EXPIRY', 'SALE', 'CLOSING'),
    years: fc.integer({ min: 0, max: 100 }),
  })
  const isEarlier = (a: PurgeDay, b: PurgeDay) => laterDay(a, b) !== a

  it('a further rule, hold or product never lets a record go sooner (C1, C36)', () => {
    fc.assert(
      fc.property(record, rule, hold, someGoods, (one, added, held, other) => {
        const before = from(one)
        expect(isEarlier(from(one, [...shipped, added]), before)).toBe(false)
        expect(isEarlier(from({ ...one, holds: [...one.holds, held] }), before)).toBe(false)
        // The first product takes a record from the closing to the product's sale, which is another period (C36).
        if (one.kind !== 'SALES_RECORD' && one.goods.length === 0) return
        const [first, ...others] = one.goods
        if (first === undefined) return
        expect(isEarlier(from({ ...one, goods: [first, ...others, other] }), before)).toBe(false)
      }),
    )
  })

  it('the day is the latest of the reasons (C1)', () => {
    fc.assert(
      fc.property(record, (one) => {
        const { purgeAllowedFrom, because: reasons } = retentionOf(one, { rules: shipped })
        expect(reasons.map(({ date }) => date)).toContain(purgeAllowedFrom)
        for (const { date } of reasons) expect(isEarlier(purgeAllowedFrom, date)).toBe(false)
      }),
    )
  })

  it('a record is kept for the whole of the years asked (TRC-6)', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100 }), (expiresOn, years) => {
        const rules = retentionRules({ yearsAfterExpiry: years, yearsWithoutExpiry: 5 })
        const allowed = from(sale({ expiresOn }), rules)
        // The same day and month so many years on, as text; on 29 February it may not exist, and still orders rightly.
        const anniversary = `${Number(expiresOn.slice(0, 4)) + years}${expiresOn.slice(4)}`
        expect(allowed > anniversary).toBe(true)
        // Never more than two days later: the next day, and one more where February's end lies between.
        expect(allowed <= plusDays(day(anniversary.replace('-02-29', '-02-28')), 2)).toBe(true)
      }),
    )
  })
})

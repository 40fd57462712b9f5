import { describe, expect, it } from '@jest/globals'
import { refused } from '../gates/violation-fixture.ts'
import { parseLocalDate, plusDays } from '../primitives/local-date.ts'
import { purgeGate } from './purge.ts'
import type { RetainedGoods, RetainedRecord } from './retained-record.ts'
import { retentionRules } from './retention-rules.ts'

const day = parseLocalDate
const settings = { rules: retentionRules({ yearsAfterExpiry: 2, yearsWithoutExpiry: 5 }) }
const goods: RetainedGoods = {
  isImplant: false,
  soldOn: day('2026-03-02'),
  expiresOn: day('2026-12-31'),
  serviceLifeEndsOn: null,
}
const record: RetainedRecord = { kind: 'SALES_RECORD', goods: [goods], holds: [] }
const gate = (of: RetainedRecord, on: string) => purgeGate({ record: of, settings, on: day(on) })

describe('a record whose period is not over', () => {
  it('is not purged on the day before and is from the day on (TRC-6)', () => {
    // Two years from 1 January 2027.
    expect(refused(gate(record, '2028-12-31'))).toEqual([
      [
        'TRC-6',
        'record.goods.0.expiresOn',
        {
          kind: 'SALES_RECORD',
          conflict: null,
          date: '2029-01-01',
          holdId: null,
          purgeAllowedFrom: '2029-01-01',
          on: '2028-12-31',
        },
      ],
    ])
    expect(gate(record, '2029-01-01')).toEqual([])
    expect(gate(record, '2029-01-02')).toEqual([])
  })

  it('is refused by both regulations while both run (TRC-5, TRC-6)', () => {
    expect(refused(gate(record, '2027-12-31')).map(([rule]) => rule)).toEqual(['TRC-5', 'TRC-6'])
    expect(refused(gate(record, '2028-01-01')).map(([rule]) => rule)).toEqual(['TRC-6'])
  })

  it('is told from when on it may go (TRC-6)', () => {
    expect(gate(record, '2028-12-31')).toMatchObject([
      {
        message: {
          zh: '还不能清除：2026-12-31 有效期或使用期限届满，其后保存 2 年。',
          en: 'It may not be purged yet. Kept for 2 years after expiry or end of service life on 2026-12-31.',
        },
        remedy: { zh: '2029-01-01 起才可清除。', en: 'Wait until 2029-01-01.' },
      },
    ])
  })
})

describe('a record that does not go at all', () => {
  it('is held, and the hold is named beside the period (C1 of TRC-7, TRC-6)', () => {
    const held = { ...record, holds: [{ holdId: 'H-7', liftedOn: null }] }
    const violations = gate(held, '2028-12-31')
    expect(refused(violations)).toMatchObject([
      ['TRC-6', 'record.goods.0.expiresOn', { holdId: null, purgeAllowedFrom: 'NEVER' }],
      ['TRC-7', 'record.holds.0', { conflict: 'C1', date: 'NEVER', holdId: 'H-7', purgeAllowedFrom: 'NEVER' }],
    ])
    expect(violations[1]?.remedy.en).toBe('Keep it until the hold is lifted.')
    expect(refused(gate(held, '2060-01-01')).map(([rule]) => rule)).toEqual(['TRC-7'])
  })

  it('goes on the day on which its hold is lifted (C1 of TRC-7)', () => {
    const liftedOn = day('2035-05-05')
    const held = { ...record, holds: [{ holdId: 'H-7', liftedOn }] }
    expect(refused(gate(held, plusDays(liftedOn, -1)))).toMatchObject([['TRC-7', 'record.holds.0', { date: liftedOn }]])
    expect(gate(held, liftedOn)).toEqual([])
  })

  it('is of an implant (C1 of TRC-6)', () => {
    const violations = gate({ ...record, goods: [{ ...goods, isImplant: true }] }, '2099-12-31')
    expect(refused(violations)).toMatchObject([
      ['TRC-6', 'record.goods.0.isImplant', { conflict: 'C1', date: 'NEVER' }],
    ])
    expect(violations[0]?.remedy.en).toBe('Keep it.')
  })

  it('belongs to an open case (C36 of CMP-8)', () => {
    const open: RetainedRecord = { kind: 'COMPLAINT_FORM', goods: [], closedOn: null, holds: [] }
    const violations = gate(open, '2099-12-31')
    expect(refused(violations)).toMatchObject([
      ['CMP-8', 'record.closedOn', { kind: 'COMPLAINT_FORM', conflict: 'C36' }],
    ])
    expect(violations[0]?.remedy.en).toBe('Close it first; its period is counted then.')
  })
})

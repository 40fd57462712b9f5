import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseTimeZone } from '../../primitives/local-date.ts'
import { activeCustomersAt, isActiveAt, type OpenMatter } from './active-customer.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const settings = { activeMonths: 12, zone: parseTimeZone('Asia/Shanghai') }
const monthStart = at('2026-04-01T00:00')
const matter = (opened: string, closed: string | null, kind: OpenMatter['kind'] = 'ORDER'): OpenMatter => ({
  kind,
  openedAt: at(opened),
  closedAt: closed === null ? null : at(closed),
})
const isActive = (matters: readonly OpenMatter[], ...delivered: readonly string[]) =>
  isActiveAt({ matters, deliveredAt: delivered.map(at) }, monthStart, settings)

describe('a customer with a matter (C34, FUP-1)', () => {
  it.each(['OPPORTUNITY', 'ORDER', 'CONTRACT', 'CASE', 'PROJECT'] as const)('that is an open %s is active', (kind) => {
    expect(isActive([matter('2020-01-01T00:00', null, kind)])).toBe(true)
  })

  it.each([
    ['opened at the instant', '2026-04-01T00:00', null, true],
    ['opened a millisecond later', '2026-04-01T00:00:00.001', null, false],
    ['closed at the instant', '2026-03-01T00:00', '2026-04-01T00:00', false],
    ['closed a millisecond later', '2026-03-01T00:00', '2026-04-01T00:00:00.001', true],
    ['closed long ago', '2020-03-01T00:00', '2020-04-01T00:00', false],
  ])('%s is active or not', (_, opened, closed, expected) => {
    expect(isActive([matter(opened, closed)])).toBe(expected)
  })

  it('is active with one that is open among others', () => {
    expect(isActive([matter('2020-03-01T00:00', '2020-04-01T00:00'), matter('2026-01-01T00:00', null)])).toBe(true)
  })
})

describe('a customer with a delivery (C34, FUP-1)', () => {
  it.each([
    ['at the beginning of the day twelve months ago', '2025-04-01T00:00', true],
    ['a millisecond before it', '2025-03-31T23:59:59.999', false],
    ['at the instant', '2026-04-01T00:00', true],
    ['a millisecond later', '2026-04-01T00:00:00.001', false],
  ])('%s is active or not', (_, delivered, expected) => {
    expect(isActive([], delivered)).toBe(expected)
  })

  it('is active with one delivery among others that counts', () => {
    expect(isActive([], '2019-01-01T00:00', '2026-01-01T00:00')).toBe(true)
  })

  it('is active for as many months as policy says', () => {
    const delivered = { matters: [], deliveredAt: [at('2025-12-31T23:59')] }
    expect(isActiveAt(delivered, monthStart, { ...settings, activeMonths: 4 })).toBe(true)
    expect(isActiveAt(delivered, monthStart, { ...settings, activeMonths: 3 })).toBe(false)
  })

  it('is counted in the days of the company', () => {
    // 1 April, 00:00 in Shanghai is 31 March in São Paulo; there the twelve months begin with 31 March 2025, 00:00.
    const sanPaulo = { ...settings, zone: parseTimeZone('America/Sao_Paulo') }
    const delivered = { matters: [], deliveredAt: [parseInstant('2025-03-31T00:00-03:00')] }
    expect(isActiveAt(delivered, monthStart, sanPaulo)).toBe(true)
    expect(isActiveAt(delivered, monthStart, settings)).toBe(false)
  })

  it('is not active without any matter or delivery', () => {
    expect(isActive([])).toBe(false)
  })
})

describe('the customers of a month (C34, KPI-25)', () => {
  it('are those who are active, and those left out, who are reported', () => {
    const customers = [
      { customerId: 'a', matters: [matter('2026-01-01T00:00', null)], deliveredAt: [] },
      { customerId: 'b', matters: [], deliveredAt: [at('2020-01-01T00:00')] },
      { customerId: 'c', matters: [], deliveredAt: [at('2026-01-01T00:00')] },
    ]
    expect(activeCustomersAt(customers, monthStart, settings)).toEqual({ activeIds: ['a', 'c'], leftOutIds: ['b'] })
  })
})

import type { Violation } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { toldTo } from './told-violations.ts'

const expired: Violation = {
  rule: 'CUS-5',
  message: { zh: '许可证 MI-1 已于 2026-03-01 到期。', en: 'Licence MI-1 was valid until 2026-03-01 only.' },
  path: ['productClasses', '0'],
  remedy: { zh: '登记并核验换发后的许可证。', en: 'Record and verify the renewed licence.' },
  facts: { productClass: 'CLASS_II', reason: 'EXPIRED', on: '2026-03-02', licenceNumber: 'MI-1' },
}
const unchecked: Violation = { ...expired, rule: 'DEL-2', facts: { checked: '0' } }

describe('what speaks against an act by what the customer’s file holds', () => {
  it('is told whole to a role that may read the file', () => {
    for (const role of ['SALESPERSON', 'LEGAL'])
      expect(toldTo(role, [expired, unchecked])).toEqual([expired, unchecked])
  })

  it('is told without anything of the file to every other one, with its remedy (CUS-5, SEC-2)', () => {
    for (const role of ['WAREHOUSE', 'PRODUCTION', null]) {
      const [told, other] = toldTo(role, [expired, unchecked])
      expect(JSON.stringify(told)).not.toMatch(/MI-1|2026-03-01|EXPIRED/)
      expect(told).toMatchObject({ rule: 'CUS-5', remedy: expired.remedy, facts: { on: '2026-03-02' } })
      expect(other).toEqual(unchecked)
    }
  })
})

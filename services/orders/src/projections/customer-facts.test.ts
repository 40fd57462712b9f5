import { type Money, money, parseInstant, parseLocalDate } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { type CustomerFact, type CustomerFacts, recordCustomerFact } from './customer-facts.ts'

const customerId = '0195b1f0-0000-7000-8000-000000000001'
const licenceId = '0195b1f0-0000-7000-8000-000000000002'
const needId = '0195b1f0-0000-7000-8000-000000000003'
const at = (day: number) => parseInstant(`2026-03-0${day}T09:00:00+08:00`)

const opened: CustomerFact = {
  type: 'CustomerFileOpened',
  data: {
    customerId,
    organisation: 'Riverside Clinic',
    kind: 'PROSPECT',
    partyRoles: ['BUYER'],
    ownerId: null,
    region: null,
    sourceKey: null,
  },
  occurredAt: at(1),
}
const licence = {
  licenceId,
  kind: 'MEDICAL_INSTITUTION_LICENCE' as const,
  number: 'MI-4711',
  scope: ['CLASS_II' as const],
  validFrom: parseLocalDate('2025-01-01'),
  validUntil: null,
}
const recorded: CustomerFact = {
  type: 'LicenceRecorded',
  data: { customerId, ...licence, issuer: 'Health commission' },
  occurredAt: at(2),
}
const verified: CustomerFact = {
  type: 'LicenceVerified',
  data: { customerId, licenceId, method: 'register' },
  occurredAt: at(3),
}
const revoked: CustomerFact = {
  type: 'LicenceRevoked',
  data: { customerId, licenceId, reason: 'closed' },
  occurredAt: at(4),
}

const after = (...events: readonly CustomerFact[]) => events.reduce<CustomerFacts | null>(recordCustomerFact, null)

describe('what orders remember of a customer', () => {
  it('is when each licence was verified and revoked (CUS-4, CUS-5)', () => {
    expect(after(opened, recorded)?.licences).toEqual([{ ...licence, verifiedAt: null, revokedAt: null }])
    expect(after(opened, recorded, verified, revoked)?.licences).toEqual([
      { ...licence, verifiedAt: at(3), revokedAt: at(4) },
    ])
  })

  it('is every credit investigation and need with its instant (CUS-4, CUS-8)', () => {
    const credit: CustomerFact = {
      type: 'CreditInvestigated',
      data: { customerId, outcome: 'GOOD', creditLimit: null, findings: 'pays in time' },
      occurredAt: at(2),
    }
    const need: CustomerFact = {
      type: 'NeedRecorded',
      data: { customerId, needId, description: 'syringes', productClasses: [] },
      occurredAt: at(3),
    }
    expect(after(opened, credit, need)).toMatchObject({
      credit: [{ outcome: 'GOOD', creditLimit: null, investigatedAt: at(2) }],
      needs: [{ needId, productClasses: [], recordedAt: at(3) }],
    })
  })

  describe('grows with what a gate learns of it, not with the years', () => {
    const investigated = (
      day: number,
      outcome: 'GOOD' | 'REFUSED',
      creditLimit: Money | null = null,
    ): CustomerFact => ({
      type: 'CreditInvestigated',
      data: { customerId, outcome, creditLimit, findings: 'as told' },
      occurredAt: at(day),
    })
    const limit = money(50_000, 'CNY')

    it('an investigation that ended as the former one adds nothing, whenever it is entered (CUS-4)', () => {
      const facts = after(
        opened,
        investigated(2, 'GOOD'),
        investigated(5, 'REFUSED'),
        investigated(8, 'REFUSED'),
        investigated(9, 'GOOD'),
        investigated(3, 'GOOD'),
      )
      expect(facts?.credit.map(({ outcome, investigatedAt }) => [outcome, investigatedAt])).toEqual([
        ['GOOD', at(2)],
        ['REFUSED', at(5)],
        ['GOOD', at(9)],
      ])
    })

    it('another limit is another outcome (CUS-4)', () => {
      const facts = after(
        opened,
        investigated(2, 'GOOD'),
        investigated(3, 'GOOD', limit),
        investigated(4, 'GOOD', limit),
      )
      expect(facts?.credit.map(({ creditLimit }) => creditLimit)).toEqual([null, limit])
    })

    it('of needs for the same classes the first stands, whenever it is entered (CUS-8)', () => {
      const needed = (day: number, ...productClasses: readonly ('CLASS_II' | 'CLASS_III')[]): CustomerFact => ({
        type: 'NeedRecorded',
        data: { customerId, needId: `need-${day}`, description: 'as told', productClasses },
        occurredAt: at(day),
      })
      const facts = after(
        opened,
        needed(5, 'CLASS_II', 'CLASS_III'),
        needed(6, 'CLASS_III', 'CLASS_II'),
        needed(7, 'CLASS_II'),
        needed(4, 'CLASS_II', 'CLASS_III'),
      )
      expect(facts?.needs).toEqual([
        { needId: 'need-4', productClasses: ['CLASS_II', 'CLASS_III'], recordedAt: at(4) },
        { needId: 'need-7', productClasses: ['CLASS_II'], recordedAt: at(7) },
      ])
    })
  })

  it('is who follows it up now: read rules hold for whoever names the customer (SEC-2)', () => {
    const owner: CustomerFact = {
      type: 'CustomerOwnerAssigned',
      data: { customerId, ownerId: 'sales-1' },
      occurredAt: at(2),
    }
    expect(after(opened)?.ownerId).toBeNull()
    expect(after(opened, owner)?.ownerId).toBe('sales-1')
  })

  it('is nothing before the file was opened: such a stream is broken', () => {
    expect(() => after(verified)).toThrow('LicenceVerified')
  })
})

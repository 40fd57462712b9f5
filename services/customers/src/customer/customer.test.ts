import { type Instant, type LocalDate, parseInstant, parseLocalDate } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type CustomerCommand, customer } from './customer.ts'

const spec = specificationOf(customer)
const by = { id: 'sales-1', role: 'SALESPERSON' }
const at = parseInstant('2026-03-02T09:00:00+08:00')
const later = parseInstant('2026-03-03T09:00:00+08:00')
const day = (text: string): LocalDate => parseLocalDate(text)

const customerId = '0195b1f0-0000-7000-8000-000000000001'
const licenceId = '0195b1f0-0000-7000-8000-000000000002'

const file = {
  customerId,
  organisation: 'Riverside Clinic',
  kind: 'PROSPECT',
  partyRoles: ['BUYER'],
  ownerId: 'sales-1',
  region: null,
  sourceKey: null,
} as const
const licence = {
  licenceId,
  kind: 'MEDICAL_INSTITUTION_LICENCE',
  number: 'MI-4711',
  issuer: 'Health commission',
  scope: ['CLASS_II'],
  validFrom: day('2025-01-01'),
  validUntil: day('2027-12-31'),
} as const

const opened = {
  type: 'CustomerFileOpened',
  data: file,
  occurredAt: at,
} as const
const licenceRecorded = {
  type: 'LicenceRecorded',
  data: { customerId, ...licence },
  occurredAt: at,
} as const
const licenceVerified = {
  type: 'LicenceVerified',
  data: { customerId, licenceId, method: 'public register' },
  occurredAt: later,
} as const
const licenceRevoked = {
  type: 'LicenceRevoked',
  data: { customerId, licenceId, reason: 'closed' },
  occurredAt: later,
} as const

const command = <Type extends CustomerCommand['type']>(
  type: Type,
  data: Extract<CustomerCommand, { type: Type }>['data'],
) => ({ type, at: later, by, data }) as Extract<CustomerCommand, { type: Type }>

const verify = command('VerifyLicence', { licenceId, method: 'public register' })

describe('a party without a file', () => {
  it('gets one, prospects included (CUS-1)', () => {
    spec
      .given()
      .when(command('OpenCustomerFile', opened.data), undefined)
      .then({ type: 'CustomerFileOpened', data: opened.data })
  })

  it('can have nothing recorded (CUS-1)', () => {
    const need = { needId: licenceId, description: 'syringes', productClasses: [] }
    spec.given().when(command('RecordNeed', need), undefined).thenRefused('CUS-1')
  })
})

describe('an open file', () => {
  it('is not opened a second time (CUS-1)', () => {
    spec.given(opened).when(command('OpenCustomerFile', opened.data), undefined).thenRefused('CUS-1')
  })

  it('takes a need, dated when it was learnt (CUS-8)', () => {
    const need = { needId: licenceId, description: 'sterile syringes', productClasses: ['CLASS_II' as const] }
    spec
      .given(opened)
      .when(command('RecordNeed', need), undefined)
      .then({ type: 'NeedRecorded', data: { customerId, ...need } })
    const state = spec.stateAfter([opened, { type: 'NeedRecorded', data: { customerId, ...need }, occurredAt: later }])
    expect(state).toMatchObject({ needs: [{ recordedAt: later }], updatedAt: later })
  })

  it('refuses a licence that ends before it begins, and one that is on file already, both at once (CUS-4)', () => {
    const backwards = { ...licence, validUntil: day('2024-12-31') }
    spec
      .given(opened, licenceRecorded)
      .when(command('RecordLicence', backwards), undefined)
      .thenRefused('CUS-4', 'CUS-4')
  })

  it('refuses a negative credit limit (CUS-4)', () => {
    const creditLimit = { minor: -1, currency: 'CNY' }
    const result = { outcome: 'LIMITED' as const, creditLimit, findings: 'none' }
    spec.given(opened).when(command('InvestigateCredit', result), undefined).thenRefused('CUS-4')
  })
})

describe('a recorded licence', () => {
  it('is verified once (CUS-4, CUS-5)', () => {
    spec
      .given(opened, licenceRecorded)
      .when(verify, undefined)
      .then({ type: 'LicenceVerified', data: licenceVerified.data })
    spec.given(opened, licenceRecorded, licenceVerified).when(verify, undefined).thenRefused('CUS-4')
  })

  it('is not verified after it was revoked (CUS-4)', () => {
    spec.given(opened, licenceRecorded, licenceRevoked).when(verify, undefined).thenRefused('CUS-4')
  })

  it('may be recorded anew once revoked, as after a renewal (CUS-4)', () => {
    const renewed = { ...licence, licenceId: '0195b1f0-0000-7000-8000-000000000003' }
    spec
      .given(opened, licenceRecorded, licenceRevoked)
      .when(command('RecordLicence', renewed), undefined)
      .then({ type: 'LicenceRecorded', data: { customerId, ...renewed } })
  })

  it('is refused when the file does not hold it (CUS-4)', () => {
    spec.given(opened).when(verify, undefined).thenRefused('CUS-4')
  })
})

describe('a file whose persons somebody asked to erase', () => {
  const reason = 'asked for it herself'
  const requested = {
    type: 'ErasureRequested',
    data: { customerId, reason },
    occurredAt: at,
    actor: { id: 'legal-1', role: 'LEGAL' },
  } as const
  const confirm = (id: string) => ({ ...command('ConfirmErasure', {}), by: { id, role: 'ADMINISTRATION' } }) as const

  it('is erased by another person, once (SEC-3, C20)', () => {
    const erased = { type: 'PersonalDataErased', data: { customerId } } as const
    spec.given(opened, requested).when(confirm('admin-1'), undefined).then(erased)
    spec
      .given(opened, requested, { ...erased, occurredAt: later })
      .when(confirm('admin-1'), undefined)
      .thenRefused('CUS-1')
    spec.given(opened).when(confirm('admin-1'), undefined).thenRefused('CUS-1')
  })

  it('is not erased by the same person in another spelling (SEC-3, C39)', () => {
    spec.given(opened, requested).when(confirm(' LEGAL-1'), undefined).thenRefused('SEC-3')
  })

  it('is not erased once that was withdrawn, and can be asked for again', () => {
    const withdrawn = { type: 'ErasureWithdrawn', data: { customerId, reason }, occurredAt: later } as const
    expect(spec.stateAfter([opened, requested, withdrawn])).toMatchObject({ status: 'OPEN', erasureRequest: null })
    spec
      .given(opened, requested, withdrawn)
      .when(command('RequestErasure', { reason }), undefined)
      .then({ type: 'ErasureRequested', data: { customerId, reason } })
  })

  it('is kept up meanwhile (CUS-1)', () => {
    const need = { needId: licenceId, description: 'syringes', productClasses: [] }
    spec
      .given(opened, requested)
      .when(command('RecordNeed', need), undefined)
      .then({ type: 'NeedRecorded', data: { customerId, ...need } })
  })
})

describe('the file as a whole', () => {
  it('changed last when its last event occurred, whatever the events were (CUS-7)', () => {
    const kinds = ['PROSPECT', 'NEAR_CUSTOMER', 'CUSTOMER'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 20 }), (changes) => {
        const events = changes.map((kind, index) => ({
          type: 'CustomerKindChanged' as const,
          data: { customerId, kind, reason: 'talks went on' },
          occurredAt: minutesAfter(at, index + 1),
        }))
        const state = spec.stateAfter([opened, ...events])
        expect(state).toMatchObject({ kind: changes.at(-1), updatedAt: minutesAfter(at, changes.length) })
      }),
    )
  })
})

function minutesAfter(instant: Instant, minutes: number): Instant {
  return parseInstant(new Date(Date.parse(instant) + minutes * 60_000).toISOString())
}

describe('a file that is changed late', () => {
  it('is not dated back by it, and not before it was opened (CUS-7, CUS-1)', () => {
    const latest = parseInstant('2026-03-09T09:00:00+08:00')
    const changed = (occurredAt: Instant) =>
      ({
        type: 'CustomerKindChanged',
        data: { customerId: customerId, kind: 'CUSTOMER', reason: 'r' },
        occurredAt,
      }) as const
    expect(spec.stateAfter([opened, changed(latest), changed(later)])).toMatchObject({ updatedAt: latest })
    const before = parseInstant('2025-01-01T09:00:00+08:00')
    const assign = {
      type: 'AssignCustomerOwner',
      at: before,
      by: { id: 'm', role: 'SALES_MANAGER' },
      data: { ownerId: 's' },
    } as const
    spec.given(opened).when(assign, undefined).thenRefused('CUS-1')
  })
})

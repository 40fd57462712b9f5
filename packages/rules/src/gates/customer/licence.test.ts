import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../../primitives/local-date.ts'
import type { ProductClass } from '../product-class.ts'
import { refused } from '../violation-fixture.ts'
import { licenceGate } from './licence.ts'
import type { Licence } from './licence-input.ts'
import { licenceRecordGate } from './licence-record.ts'

const zone = parseTimeZone('Asia/Shanghai')
const at = parseInstant('2026-03-02T08:00:00+08:00')

/** A dealer's licence for class II and III in force on 2 March 2026. */
function licence(given: Partial<Licence> = {}): Licence {
  return {
    licenceId: 'l1',
    kind: 'DEVICE_DEALER_LICENCE',
    number: 'No. 1',
    scope: ['CLASS_II', 'CLASS_III'],
    validFrom: parseLocalDate('2025-01-01'),
    validUntil: parseLocalDate('2026-12-31'),
    verifiedAt: parseInstant('2025-02-01T00:00:00Z'),
    revokedAt: null,
    ...given,
  }
}

function gate(licences: readonly Licence[], productClasses: readonly ProductClass[] = ['CLASS_III']) {
  return licenceGate({ licences, productClasses, at, zone })
}

describe('a buyer of regulated goods', () => {
  it('passes with a verified licence in force that covers the class (CUS-5)', () => {
    expect(gate([licence()])).toEqual({ violations: [], isLicensed: true, licenceId: 'l1' })
  })

  it.each(['DEVICE_DEALER_LICENCE', 'DEVICE_DEALER_FILING', 'MEDICAL_INSTITUTION_LICENCE'] as const)(
    'passes with a %s (CUS-5)',
    (kind) => {
      expect(gate([licence({ kind })]).violations).toEqual([])
    },
  )

  it('is refused without any licence (CUS-5)', () => {
    expect(gate([])).toMatchObject({
      violations: [{ facts: { reason: 'MISSING' } }],
      isLicensed: false,
      licenceId: null,
    })
  })

  const flaws: readonly (readonly [string, Partial<Licence>])[] = [
    ['WRONG_KIND', { kind: 'BUSINESS_LICENCE' }],
    ['OUT_OF_SCOPE', { scope: ['CLASS_I', 'CLASS_II'] }],
    ['REVOKED', { revokedAt: at }],
    ['EXPIRED', { validUntil: parseLocalDate('2026-03-01') }],
    ['NOT_YET_VALID', { validFrom: parseLocalDate('2026-03-03') }],
    ['UNVERIFIED', { verifiedAt: null }],
    ['UNVERIFIED', { verifiedAt: parseInstant('2026-03-02T08:00:00.001+08:00') }],
    ['REVOKED', { revokedAt: parseInstant('2026-03-02T07:59:59.999+08:00') }],
  ]
  it.each(flaws)('is refused for a licence that is %s (CUS-5)', (reason, given) => {
    const { violations, isLicensed, licenceId } = gate([licence(given)])
    expect(violations).toMatchObject([{ rule: 'CUS-5', path: ['productClasses', '0'], facts: { reason } }])
    expect([isLicensed, licenceId]).toEqual([false, null])
  })

  it('is told what is wrong and what helps, in both languages, another thing for each reason (CUS-5)', () => {
    const flawed = [
      gate([]),
      gate([licence({ scope: ['CLASS_I'] })]),
      gate([licence({ revokedAt: at })]),
      gate([licence({ validUntil: parseLocalDate('2026-03-01') })]),
      gate([licence({ validFrom: parseLocalDate('2026-03-03') })]),
      gate([licence({ verifiedAt: null })]),
    ].flatMap(({ violations }) => violations)
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(flawed.map(({ message }) => message[language])).size).toBe(6)
      expect(new Set(flawed.map(({ remedy }) => remedy[language])).size).toBe(6)
    }
  })

  it.each([
    ['the last day still counts', '2026-12-31T23:59:59.999+08:00', true],
    ['the day after does not', '2027-01-01T00:00:00+08:00', false],
    ['the first day counts from its beginning', '2026-03-02T00:00:00+08:00', true],
    ['the day before does not', '2026-03-01T23:59:59.999+08:00', false],
  ])('is judged by the local day: %s (CUS-5)', (_, instant, isLicensed) => {
    const licences = [licence({ validFrom: parseLocalDate('2026-03-02') })]
    const input = { licences, productClasses: ['CLASS_II'] as const, at: parseInstant(instant), zone }
    expect(licenceGate(input).isLicensed).toBe(isLicensed)
  })

  it('passes from the instant of verification on, and up to that of revocation (CUS-4, CUS-5)', () => {
    const justNow = { verifiedAt: at, revokedAt: parseInstant('2026-03-02T08:00:00.001+08:00') }
    expect(gate([licence(justNow)]).isLicensed).toBe(true)
  })

  it('passes with a licence without end (CUS-5)', () => {
    expect(gate([licence({ validUntil: null })]).isLicensed).toBe(true)
  })

  it('may rest on one licence per class, and names that of the highest (CUS-5)', () => {
    const licences = [
      licence({ licenceId: 'l3', scope: ['CLASS_III'] }),
      licence({ licenceId: 'l2', scope: ['CLASS_II'] }),
    ]
    expect(gate(licences, ['CLASS_III', 'CLASS_II'])).toMatchObject({ isLicensed: true, licenceId: 'l3' })
  })

  it('hears of every class that is not covered, once, at its first line (CUS-5)', () => {
    const { violations } = gate([licence({ scope: ['CLASS_II'] })], ['CLASS_II', 'CLASS_III', 'CLASS_I', 'CLASS_III'])
    expect(violations.map(({ path, facts }) => [path[1], facts['productClass']])).toEqual([
      ['2', 'CLASS_I'],
      ['1', 'CLASS_III'],
    ])
  })

  it('hears of the licence that comes nearest (CUS-5)', () => {
    const licences = [
      licence({ number: 'expired', validUntil: parseLocalDate('2026-01-01') }),
      licence({ number: 'unverified', verifiedAt: null }),
      licence({ number: 'business', kind: 'BUSINESS_LICENCE' }),
    ]
    for (const given of [licences, licences.toReversed()]) {
      expect(gate(given).violations[0]?.facts).toMatchObject({ licenceNumber: 'unverified', reason: 'UNVERIFIED' })
    }
  })
})

describe('a buyer of unregulated goods', () => {
  it('needs no licence, and nothing is said of one (CUS-5, KPI-40)', () => {
    expect(gate([], ['UNREGULATED'])).toEqual({ violations: [], isLicensed: null, licenceId: null })
  })
})

describe('a licence to be recorded', () => {
  it('is accepted with number, scope and an order of days, even if it has expired (CUS-4)', () => {
    const day = parseLocalDate('2020-01-01')
    expect(licenceRecordGate(licence({ validFrom: day, validUntil: day }))).toEqual([])
    expect(licenceRecordGate(licence({ validUntil: null }))).toEqual([])
  })

  it('is refused for everything that is wrong, at once (CUS-4)', () => {
    const wrong = licence({ number: ' ', scope: [], validUntil: parseLocalDate('2024-12-31') })
    expect(refused(licenceRecordGate(wrong))).toEqual([
      ['CUS-4', 'number', {}],
      ['CUS-4', 'scope', {}],
      ['CUS-4', 'validUntil', { validFrom: '2025-01-01', validUntil: '2024-12-31' }],
    ])
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plusDays } from '../primitives/local-date.ts'
import type { DeviceIdentification, ElementStringForm } from './index.ts'
import { formatElementString, gtinCheckDigit, parseElementString } from './index.ts'
import { date, GTIN, gtin, listed, nothing, scanned } from './udi-fixture.ts'

const full: DeviceIdentification = {
  gtin: gtin(),
  lot: 'L7',
  producedOn: date('2024-02-29'),
  expiresOn: date('2027-12-31'),
  serial: 'S1',
}

function written(identification: DeviceIdentification, form: ElementStringForm, referenceYear = 2026) {
  const result = formatElementString(identification, { form, referenceYear })
  return result.type === 'WRITTEN' ? result.text : listed(result.problems)
}

describe('an identification that is written as an element string', () => {
  it('has fixed lengths first and one FNC1 between lot and serial number (TRC-1, TRC-2)', () => {
    expect(written(full, 'FNC1')).toBe(scanned(`01${GTIN}112402291727123110L7~21S1`))
  })

  it('has its identifiers in parentheses when printed (TRC-1, TRC-2)', () => {
    expect(written(full, 'PARENTHESES')).toBe(`(01)${GTIN}(11)240229(17)271231(10)L7(21)S1`)
  })

  it('has only what is known (TRC-7)', () => {
    expect(written({ ...nothing, serial: 'S1' }, 'FNC1')).toBe('21S1')
    expect(written({ ...nothing, lot: 'L7' }, 'FNC1')).toBe('10L7')
    expect(written({ ...nothing, expiresOn: date('2026-02-28') }, 'PARENTHESES')).toBe('(17)260228')
    expect(written({ ...nothing, lot: 'L7', gtin: gtin() }, 'WITHOUT_FNC1')).toBe(`01${GTIN}10L7`)
  })

  it('has an FNC1 behind the last value only where it would be ambiguous without (TRC-7)', () => {
    expect(written({ ...nothing, lot: 'AB21C' }, 'FNC1')).toBe(scanned('10AB21C~'))
    expect(written({ ...nothing, lot: 'AB21C', serial: 'S10X' }, 'FNC1')).toBe(scanned('10AB21C~21S10X'))
    expect(written({ ...nothing, serial: 'S10X' }, 'FNC1')).toBe(scanned('21S10X~'))
  })
})

describe('an identification that cannot be written', () => {
  it.each([
    ['nothing is known', nothing, 'FNC1', [['EMPTY', 0, null]]],
    ['a blank in the lot', { ...full, lot: 'L 7' }, 'PARENTHESES', [['CHARACTER_INVALID', 43, '10']]],
    ['an empty serial number', { ...nothing, serial: '' }, 'FNC1', [['LENGTH_WRONG', 2, '21']]],
    [
      'lot and serial number without FNC1',
      { ...nothing, lot: 'L', serial: 'S' },
      'WITHOUT_FNC1',
      [['AMBIGUOUS', 3, '10']],
    ],
    [
      'an identifier in parentheses in the lot',
      { ...nothing, lot: 'A(21)B' },
      'PARENTHESES',
      [['NOT_REPRESENTABLE', 0, '10']],
    ],
    ['FNC1 in the lot', { ...full, lot: 'A\u001d', serial: null }, 'FNC1', [['NOT_REPRESENTABLE', 32, '10']]],
    [
      'a date before the window',
      { ...full, producedOn: date('1976-12-31') },
      'FNC1',
      [['NOT_REPRESENTABLE', 16, '11']],
    ],
    ['a date behind the window', { ...full, expiresOn: date('2077-01-01') }, 'FNC1', [['NOT_REPRESENTABLE', 24, '17']]],
    [
      'several reasons',
      { ...nothing, lot: 'L 7', serial: 'S'.repeat(21) },
      'FNC1',
      [
        ['CHARACTER_INVALID', 3, '10'],
        ['LENGTH_WRONG', 8, '21'],
      ],
    ],
  ] as const)('is refused: %s (TRC-7)', (_, identification, form, expected) => {
    expect(written(identification, form)).toEqual(expected)
  })

  it('names what would be read instead (TRC-7)', () => {
    const result = formatElementString(
      { ...nothing, expiresOn: date('2077-01-01') },
      { form: 'FNC1', referenceYear: 2026 },
    )
    expect(result).toEqual({
      type: 'REFUSED',
      problems: [
        {
          code: 'NOT_REPRESENTABLE',
          identifier: '17',
          position: 0,
          message: {
            zh: '失效日期(17)写出后会被读作“1977-01-01”。',
            en: "expiry date (17) would be read as '1977-01-01' once written.",
          },
        },
      ],
    })
  })
})

describe('writing and reading', () => {
  /* Few letters, so that identifiers inside values are frequent. */
  const value = fc.oneof(
    fc.stringMatching(/^[0127A()]{1,9}$/),
    fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/),
  )
  const anyGtin = fc.stringMatching(/^\d{13}$/).map((body) => gtin(`${body}${gtinCheckDigit(body)}`))
  /* From 1977-01-01, a hundred years: the window of 2026. */
  const anyDate = fc.integer({ min: 0, max: 36_523 }).map((days) => plusDays(date('1977-01-01'), days))
  const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
  const identifications = fc
    .record({
      gtin: orNull(anyGtin),
      lot: orNull(value),
      producedOn: orNull(anyDate),
      expiresOn: orNull(anyDate),
      serial: orNull(value),
    })
    .filter((identification) => Object.values(identification).some((known) => known !== null))

  function readBack(identification: DeviceIdentification, form: ElementStringForm) {
    const result = formatElementString(identification, { form, referenceYear: 2026 })
    return result.type === 'WRITTEN' ? parseElementString(result.text, { referenceYear: 2026 }) : result
  }

  it('are inverse with FNC1, whatever the values hold (TRC-7)', () => {
    fc.assert(
      fc.property(identifications, (identification) => {
        expect(readBack(identification, 'FNC1')).toEqual({ type: 'READ', identification, unread: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('are inverse without FNC1 and in parentheses, or the text is refused and never read as something else (TRC-7)', () => {
    const reasons = {
      WITHOUT_FNC1: ['AMBIGUOUS', 'LENGTH_WRONG', 'NOT_REPRESENTABLE'],
      PARENTHESES: ['NOT_REPRESENTABLE', 'IDENTIFIER_UNKNOWN', 'LENGTH_WRONG', 'VALUES_CONFLICT', 'CHARACTER_INVALID'],
    }
    fc.assert(
      fc.property(identifications, fc.constantFrom('WITHOUT_FNC1', 'PARENTHESES'), (identification, form) => {
        const result = readBack(identification, form)
        if (result.type === 'READ') expect(result.identification).toEqual(identification)
        else expect(reasons[form]).toEqual(expect.arrayContaining(result.problems.map(({ code }) => code)))
      }),
      { numRuns: 400 },
    )
  })

  it('are inverse without FNC1 for one plain value of variable length (TRC-7)', () => {
    const plain = fc.stringMatching(/^[A-Z]{1,20}$/)
    fc.assert(
      fc.property(identifications, plain, (identification, lot) => {
        const known = { ...identification, lot, serial: null }
        expect(readBack(known, 'WITHOUT_FNC1')).toEqual({ type: 'READ', identification: known, unread: [] })
        expect(readBack(known, 'PARENTHESES')).toEqual({ type: 'READ', identification: known, unread: [] })
      }),
    )
  })
})

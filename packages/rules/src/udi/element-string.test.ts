import { describe, expect, it } from '@jest/globals'
import { parseElementString } from './index.ts'
import { date, GTIN, gtin, nothing, problemsOf, readAs, scanned } from './udi-fixture.ts'

const full = {
  gtin: gtin(),
  lot: 'LOT-7/b',
  producedOn: date('2024-02-29'),
  expiresOn: date('2027-12-31'),
  serial: 'S_001',
}

describe('an element string with all five elements', () => {
  it.each([
    ['scanned', `01${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['in another order', `21S_001~10LOT-7/b~172712311124022901${GTIN}`],
    ['from GS1-128', `]C101${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['from DataMatrix', `]d201${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['from QR Code', `]Q301${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['from DataBar', `]e001${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['from DotCode', `]J101${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['with the leading FNC1', `~01${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['with both', `]d2~01${GTIN}112402291727123110LOT-7/b~21S_001`],
    ['with FNC1 where none is needed', `01${GTIN}~11240229~17271231~10LOT-7/b~21S_001~`],
    ['printed', `(01)${GTIN}(11)240229(17)271231(10)LOT-7/b(21)S_001`],
    ['printed, behind a symbology identifier', `]C1(01)${GTIN}(11)240229(17)271231(10)LOT-7/b(21)S_001`],
  ])('is read %s (TRC-1, TRC-2, TRC-7)', (_, text) => {
    expect(readAs(text)).toEqual(full)
  })
})

describe('an element string with some elements', () => {
  it.each([
    ['the device only', `01${GTIN}`, { gtin: gtin() }],
    ['the lot only, on a second symbol', '10A7', { lot: 'A7' }],
    ['the serial number only', '21000', { serial: '000' }],
    ['the production date only', '11260101', { producedOn: date('2026-01-01') }],
    ['the expiry only', '(17)260131', { expiresOn: date('2026-01-31') }],
  ])('leaves the others null: %s (TRC-1, TRC-2)', (_, text, found) => {
    expect(readAs(text)).toEqual({ ...nothing, ...found })
  })

  it('keeps zeros in front and both cases (TRC-7)', () => {
    expect(readAs('10007aB~210Ab').lot).toBe('007aB')
    expect(readAs('10007aB~210Ab').serial).toBe('0Ab')
  })

  it('counts an element that is repeated with the same value once (TRC-7)', () => {
    expect(readAs(`01${GTIN}10A~01${GTIN}10A`)).toEqual({ ...nothing, gtin: gtin(), lot: 'A' })
    expect(readAs('(10)A(10)A(10)A')).toEqual({ ...nothing, lot: 'A' })
  })
})

describe('a value of variable length', () => {
  const twenty = 'ABCDEFGHIJKLMNOPQRST'

  it('may have 20 characters, not 21 and not none (TRC-2, TRC-7)', () => {
    expect(readAs(`10${twenty}`).lot).toBe(twenty)
    expect(readAs(`21${twenty}`).serial).toBe(twenty)
    expect(problemsOf(`10${twenty}U`)).toEqual([['LENGTH_WRONG', 2, '10']])
    expect(problemsOf(`(21)${twenty}U`)).toEqual([['LENGTH_WRONG', 4, '21']])
    expect(problemsOf('10')).toEqual([['LENGTH_WRONG', 2, '10']])
    expect(problemsOf('21~10A')).toEqual([['LENGTH_WRONG', 2, '21']])
    expect(problemsOf('(10)(21)S')).toEqual([['LENGTH_WRONG', 4, '10']])
  })

  it('may consist of each of the 82 characters of the set, and of no other of ASCII (TRC-7)', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(
      (char) => char !== '\u001d',
    )
    const allowed = ascii.filter((char) => problemsOf(`10x${char}x`).length === 0).join('')
    // In the order of ASCII; left out of the printable ones are blank, # $ @ [ \ ] ^ ` { | } ~: 95 - 13 = 82.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    expect(allowed).toBe(`!"%&'()*+,-./0123456789:;<=>?${letters}_${letters.toLowerCase()}`)
    expect(allowed).toHaveLength(82)
  })

  it('is refused with the place of the first character outside the set (TRC-7)', () => {
    expect(problemsOf('10AB é 号~21S')).toEqual([['CHARACTER_INVALID', 4, '10']])
    expect(problemsOf('(10)批号(21)S')).toEqual([['CHARACTER_INVALID', 4, '10']])
    expect(problemsOf('(10)A (21)S')).toEqual([['CHARACTER_INVALID', 5, '10']])
  })

  it('may contain parentheses that hold no identifier (TRC-7)', () => {
    expect(readAs('(10)A(1)B()(C)(12345)D(21)S')).toEqual({ ...nothing, lot: 'A(1)B()(C)(12345)D', serial: 'S' })
  })
})

describe('a GTIN in an element string', () => {
  it('is refused with a wrong check digit, at its place (TRC-7)', () => {
    expect(problemsOf('0109501101530004')).toEqual([['CHECK_DIGIT_WRONG', 15, '01']])
    expect(problemsOf('(01)09501101530004')).toEqual([['CHECK_DIGIT_WRONG', 17, '01']])
  })

  it('is refused with anything but 14 digits (TRC-7)', () => {
    expect(problemsOf('010950110153000')).toEqual([['LENGTH_WRONG', 2, '01']])
    expect(problemsOf('010950110153000~10A')).toEqual([['LENGTH_WRONG', 2, '01']])
    expect(problemsOf('(01)095011015300003(10)A')).toEqual([['LENGTH_WRONG', 4, '01']])
    expect(problemsOf('0109501101x30003')).toEqual([['CHARACTER_INVALID', 10, '01']])
    expect(problemsOf('(01)9501101530003 ')).toEqual([['CHARACTER_INVALID', 17, '01']])
    expect(problemsOf('(01)09501101-3000')).toEqual([
      ['LENGTH_WRONG', 4, '01'],
      ['CHARACTER_INVALID', 12, '01'],
    ])
  })
})

describe('a date in an element string', () => {
  it.each([
    ['270200', '2027-02-28', 'day 00 is the last day'],
    ['280200', '2028-02-29', 'also of a leap year'],
    ['260400', '2026-04-30', 'also of a month of 30 days'],
    ['261200', '2026-12-31', 'also of December'],
    ['280229', '2028-02-29', 'a leap day'],
    ['260101', '2026-01-01', 'the first month and day'],
    ['261231', '2026-12-31', 'the last'],
    ['000229', '2000-02-29', 'a century year that is a leap year'],
  ])('%s is %s: %s (TRC-1, TRC-2)', (digits, expected) => {
    expect(readAs(`17${digits}`).expiresOn).toBe(expected)
    expect(readAs(`11${digits}`).producedOn).toBe(expected)
  })

  it.each([
    ['260001', 4, 'month 00'],
    ['261301', 4, 'month 13'],
    ['260000', 4, 'month 00 with day 00'],
    ['260229', 6, 'no leap year'],
    ['260431', 6, 'a month of 30 days'],
    ['260132', 6, 'day 32'],
    ['260199', 6, 'day 99'],
  ])('%s is refused at position %d: %s (TRC-1, TRC-2)', (digits, position) => {
    expect(problemsOf(`17${digits}`)).toEqual([['DATE_INVALID', position, '17']])
    expect(problemsOf(`11${digits}`)).toEqual([['DATE_INVALID', position, '11']])
  })

  it.each([
    ['17260', [['LENGTH_WRONG', 2, '17']]],
    ['1726013', [['LENGTH_WRONG', 2, '17']]],
    ['1726 131', [['CHARACTER_INVALID', 4, '17']]],
    ['17260131A', [['IDENTIFIER_UNKNOWN', 8, 'A']]],
    ['(17)2601311', [['LENGTH_WRONG', 4, '17']]],
  ] as const)('%s is refused for its form (TRC-2)', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  it.each([
    // 2026: two-digit years 77 to 99 lie 51 and more ahead, so they are of the 1900s; 76 is 50 ahead.
    [2026, '76', '2076'],
    [2026, '77', '1977'],
    [2026, '99', '1999'],
    [2026, '00', '2000'],
    // 2000: nothing lies 50 behind within the century; 51 is 51 ahead.
    [2000, '50', '2050'],
    [2000, '51', '1951'],
    // 2099: 49 lies 50 behind, so it is of the next century; 50 lies 49 behind.
    [2099, '49', '2149'],
    [2099, '50', '2050'],
    [2099, '00', '2100'],
    // 2050: 00 lies 50 behind, 01 lies 49 behind, 99 lies 49 ahead.
    [2050, '00', '2100'],
    [2050, '01', '2001'],
    [2050, '99', '2099'],
    [1900, '51', '1851'],
    [9899, '49', '9949'],
  ])('in %d the year %s is %s (TRC-1, TRC-2)', (referenceYear, digits, year) => {
    expect(readAs(`17${digits}0315`, { referenceYear }).expiresOn).toBe(`${year}-03-15`)
  })

  it.each([1899, 9900, 2026.5, Number.NaN])('a reference year %d is a fault of the caller', (referenceYear) => {
    expect(() => parseElementString('10A', { referenceYear })).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
    expect(() => parseElementString('10A', { referenceYear })).toThrow(`${referenceYear} is not a reference year`)
  })
})

describe('an element string that cannot be read', () => {
  it.each([
    ['nothing at all', '', [['EMPTY', 0, null]]],
    ['a symbology identifier only', ']d2', [['EMPTY', 3, null]]],
    ['that and FNC1', ']d2~', [['EMPTY', 4, null]]],
    ['DataMatrix without FNC1 in first place', `]d101${GTIN}`, [['SYMBOLOGY_UNKNOWN', 0, null]]],
    ['half a symbology identifier', ']C', [['SYMBOLOGY_UNKNOWN', 0, null]]],
    ['a symbology identifier twice', ']C1]C110A', [['IDENTIFIER_UNKNOWN', 3, ']C']]],
    ['no identifier of GS1', '38100', [['IDENTIFIER_UNKNOWN', 0, '38']]],
    ['the beginning of one', '0', [['IDENTIFIER_UNKNOWN', 0, '0']]],
    ['the beginning of one before FNC1', '1~10A', [['IDENTIFIER_UNKNOWN', 0, '1']]],
    ['text without identifiers', 'hello', [['IDENTIFIER_UNKNOWN', 0, 'he']]],
    ['none in parentheses', '(10)A(249)B(21)S', [['IDENTIFIER_UNKNOWN', 5, '249']]],
    ['no identifier in the first parentheses', '(LOT)A(10)B', [['IDENTIFIER_UNKNOWN', 0, '(LOT)A']]],
    ['parentheses without identifier', '(ABC', [['IDENTIFIER_UNKNOWN', 0, '(ABC']]],
    ['two FNC1 in front', '~~10A', [['SEPARATOR_UNEXPECTED', 1, null]]],
    ['two FNC1 between elements', '10A~~21S', [['SEPARATOR_UNEXPECTED', 4, null]]],
    ['FNC1 in a printed text', '(10)A~(21)S', [['CHARACTER_INVALID', 5, '10']]],
  ] as const)('is refused with its place: %s (TRC-7)', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  it('is refused when an element comes twice with different values (TRC-7)', () => {
    expect(problemsOf(`01${GTIN}0116291041500210`)).toEqual([['VALUES_CONFLICT', 16, '01']])
    expect(problemsOf('10A~10B~10A')).toEqual([['VALUES_CONFLICT', 4, '10']])
    expect(problemsOf('(17)260131(17)260100')).toEqual([['VALUES_CONFLICT', 10, '17']])
  })

  it('names every problem at once, by position (TRC-7)', () => {
    // GTIN: wrong check digit at 15. Month 13 at 20. Identifier 89 until FNC1. Lot: blank at 33. Second GTIN at 36.
    expect(problemsOf(`010950110153000417261301892345~10 A~01${GTIN}`)).toEqual([
      ['CHECK_DIGIT_WRONG', 15, '01'],
      ['DATE_INVALID', 20, '17'],
      ['IDENTIFIER_UNKNOWN', 24, '89'],
      ['CHARACTER_INVALID', 33, '10'],
      ['VALUES_CONFLICT', 36, '01'],
    ])
  })

  it('is refused when no symbol could hold it (TRC-7)', () => {
    // 7,089 digits are what the largest QR Code holds.
    expect(problemsOf(`99${'1'.repeat(7087)}`)).toEqual([['LENGTH_WRONG', 2, '99']])
    expect(problemsOf(`99${'1'.repeat(7088)}`)).toEqual([['TEXT_TOO_LONG', 7089, null]])
  })

  it('says what was found and what was expected (TRC-7)', () => {
    const result = parseElementString('(01)09501101530004(17)261331', { referenceYear: 2026 })
    expect(result.type === 'REFUSED' ? result.problems.map(({ message }) => message) : []).toEqual([
      { zh: '产品标识(01)校验位应为 3，实为 4。', en: 'GTIN (01) ends in 4; its check digit is 3.' },
      { zh: '失效日期(17)没有 13 月。', en: 'expiry date (17) names month 13, which does not exist.' },
    ])
  })

  it('tells what stands there without a fault, and nothing of what could be read otherwise (TRC-7)', () => {
    const result = parseElementString(`01${GTIN}1726013310AB21C`, { referenceYear: 2026 })
    expect(result).toMatchObject({ type: 'REFUSED', legible: { ...nothing, gtin: gtin() } })
  })

  it('is read where the symbol for FNC1 stands in its place (TRC-7)', () => {
    expect(readAs('10AB21C\u241d17260131')).toEqual(readAs('10AB21C~17260131'))
  })

  it('never throws, whatever the text', () => {
    expect(parseElementString(scanned('~~]d2(\u0000'), { referenceYear: 2026 }).type).toBe('REFUSED')
  })
})

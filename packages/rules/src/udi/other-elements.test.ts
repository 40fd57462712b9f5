import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { elementKindOf } from './application-identifiers.ts'
import { gs1Identifiers } from './gs1-identifiers.ts'
import { checkDigitOf } from './gtin.ts'
import { parseElementString } from './index.ts'
import { date, GTIN, gtin, nothing, problemsOf, scanned } from './udi-fixture.ts'

function readWhole(text: string, separators?: 'TRANSMITTED') {
  const result = parseElementString(scanned(text), { referenceYear: 2026, ...(separators ? { separators } : {}) })
  return result.type === 'READ' ? { ...result.identification, unread: result.unread } : problemsOf(text)
}

describe('a label that carries further identifiers of GS1', () => {
  it('is read, and what is not read is listed, in its order (TRC-7)', () => {
    const lot = { ...nothing, gtin: gtin(), lot: 'A7' }
    const unread = [
      { identifier: '240', value: 'REF-9' },
      { identifier: '30', value: '10' },
    ]
    expect(readWhole(`01${GTIN}10A7~240REF-9~3010~`)).toEqual({ ...lot, unread })
    expect(readWhole(`(01)${GTIN}(10)A7(240)REF-9(30)10`)).toEqual({ ...lot, unread })
  })

  it.each([
    ['a packaging date of predefined length', '1326010110A7', [{ identifier: '13', value: '260101' }]],
    ['a net weight in kilograms', '310300150010A7', [{ identifier: '3103', value: '001500' }]],
    ['a location with a check digit', '414629104150021310A7', [{ identifier: '414', value: '6291041500213' }]],
    ['a document with a serial part', '2536291041500213X9~10A7', [{ identifier: '253', value: '6291041500213X9' }]],
    ['a master identifier of a device', '8014ABC12~10A7', [{ identifier: '8014', value: 'ABC12' }]],
    ['something of the company', '91anything~10A7', [{ identifier: '91', value: 'anything' }]],
    ['the same twice', '240X~240X~10A7', [{ identifier: '240', value: 'X' }]],
  ])('tells them apart by their lengths: %s (TRC-7)', (_, text, unread) => {
    expect(readWhole(text)).toEqual({ ...nothing, lot: 'A7', unread })
  })

  it.each([
    ['too long', `240${'A'.repeat(31)}~10A`, [['LENGTH_WRONG', 3, '240']]],
    ['too short', '3103001~10A', [['LENGTH_WRONG', 4, '3103']]],
    ['letters where digits stand', '30A~10A', [['CHARACTER_INVALID', 2, '30']]],
    ['a wrong check digit', '41462910415002194~10A', [['LENGTH_WRONG', 3, '414']]],
    ['no such month', '13261301~10A', [['DATE_INVALID', 4, '13']]],
    ['two values', '240X~240Y~10A', [['VALUES_CONFLICT', 5, '240']]],
  ] as const)('is refused where one of them is not correct: %s (TRC-7)', (_, text, expected) => {
    if (text.startsWith('414')) expect(problemsOf('4146291041500219~10A')).toEqual([['CHECK_DIGIT_WRONG', 15, '414']])
    else expect(problemsOf(text)).toEqual(expected)
  })
})

describe('a lot without FNC1 behind it that could end before another identifier', () => {
  it('is refused before the additional identification (TRC-2, TRC-7)', () => {
    // GTIN, production and expiry dates, then a lot of nine characters whose FNC1 was lost before (240).
    const text = `01${GTIN}112401011727010110LX03179962405550001`
    // The lot begins at 16 + 8 + 8 + 2; (99) and (96) within it are a company's own, and named last.
    const [problem] = problemsOf(text)
    expect(problem).toEqual(['AMBIGUOUS', 34 + 'LX0317996'.length, '10'])
  })

  it('is refused before the last identifier, too, where that one could hide the lot (TRC-7)', () => {
    expect(problemsOf('240B10A7')).toEqual([['AMBIGUOUS', 4, '240']])
    // A count is neither lot nor device: it stays part of what is not read.
    expect(readWhole('10A7~240B3012')).toEqual({
      ...nothing,
      lot: 'A7',
      unread: [{ identifier: '240', value: 'B3012' }],
    })
  })

  it.each([
    ['a date of the company that makes lots of dates', '1020240315'],
    ['an additional identification', '10A240X'],
    ['a count', '10A305'],
    ['something of the company', '10A91B'],
  ])('is refused: %s (TRC-2, TRC-7)', (_, text) => {
    expect(problemsOf(text).map(([code]) => code)).toEqual(['AMBIGUOUS'])
  })

  it.each(['1020240315', '10A240X', '10A91B'])('is read where the reader hands on each FNC1: %s (TRC-7)', (text) => {
    expect(readWhole(text, 'TRANSMITTED')).toMatchObject({ lot: text.slice(2), unread: [] })
    expect(readWhole(`${text}~`)).toMatchObject({ lot: text.slice(2), unread: [] })
  })

  it('is named before an identifier that GS1 gives a meaning rather than one of the company (TRC-7)', () => {
    // 'S' and (91)'5240X' would do, too.
    expect(problemsOf('10S915240X')).toEqual([['AMBIGUOUS', 6, '10']])
  })
})

describe('the table of identifiers', () => {
  const identifiers = gs1Identifiers
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')

  it('has the predefined lengths that GS1 promises never to extend (TRC-7)', () => {
    // By the first two digits, of identifier and value together; 23 is no identifier any more.
    const promised = {
      '00': 20,
      '01': 16,
      '02': 16,
      '03': 16,
      '11': 8,
      '12': 8,
      '13': 8,
      '15': 8,
      '16': 8,
      '17': 8,
      '20': 4,
    }
    const measures = { '31': 10, '32': 10, '33': 10, '34': 10, '35': 10, '36': 10, '41': 16 }
    for (const [first, length] of Object.entries({ ...promised, ...measures })) {
      const known = identifiers.filter((identifier) => identifier.startsWith(first))
      for (const identifier of known.map((range) => range.split('-')[0] ?? '')) {
        const kind = elementKindOf(identifier)
        expect([identifier, kind?.isFixed, (kind?.form.longest ?? 0) + identifier.length]).toEqual([
          identifier,
          true,
          length,
        ])
      }
    }
  })

  it('has no identifier that begins another one, so that a text is split in one way (TRC-7)', () => {
    const all = Array.from({ length: 9990 }, (_, code) => String(code)).flatMap((code) =>
      [code.padStart(2, '0'), code].filter((identifier) => elementKindOf(identifier) !== undefined),
    )
    const found = new Set(all)
    for (const identifier of found) {
      for (const length of [2, 3]) {
        if (length < identifier.length)
          expect([identifier, found.has(identifier.slice(0, length))]).toEqual([identifier, false])
      }
    }
    expect(found.size).toBeGreaterThan(500)
  })
})

describe('labels whose separators are lost', () => {
  const body = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const text = fc.stringMatching(/^[0-9A-C]{1,9}$/)
  const elements = fc.oneof(
    body(13).map((digits) => ['01', `${digits}${checkDigitOf(digits)}`, false] as const),
    fc.constantFrom('240101', '271231').map((day) => ['17', day, false] as const),
    fc.constantFrom('260228', '230700').map((day) => ['11', day, false] as const),
    body(6).map((digits) => ['3102', digits, false] as const),
    text.map((value) => ['10', value, true] as const),
    text.map((value) => ['21', value, true] as const),
    text.map((value) => ['240', value, true] as const),
    text.map((value) => ['91', value, true] as const),
    fc.stringMatching(/^[0-9]{1,8}$/).map((value) => ['30', value, true] as const),
  )
  const labels = fc.uniqueArray(elements, { minLength: 1, maxLength: 5, selector: ([identifier]) => identifier })

  it('are refused or read as what they are: never a false lot (TRC-2, TRC-7)', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const lost = label.map(([identifier, value]) => `${identifier}${value}`).join('')
        const result = parseElementString(lost, { referenceYear: 2026 })
        if (result.type === 'REFUSED') return
        const told = (identifier: string) => label.find(([known]) => known === identifier)?.[1] ?? null
        expect([result.identification.lot, result.identification.serial, result.identification.gtin]).toEqual([
          told('10'),
          told('21'),
          told('01'),
        ])
      }),
      { numRuns: 5000 },
    )
  })

  it('are read whole when they are not lost (TRC-2, TRC-7)', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const kept = label.map(([identifier, value, isOpen]) => `${identifier}${value}${isOpen ? '~' : ''}`).join('')
        const result = parseElementString(scanned(kept), { referenceYear: 2026 })
        const others = label.filter(([identifier]) => ['240', '91', '30', '3102'].includes(identifier))
        expect(result).toMatchObject({
          type: 'READ',
          unread: others.map(([identifier, value]) => ({ identifier, value })),
          identification: { lot: label.find(([identifier]) => identifier === '10')?.[1] ?? null },
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('read dates as they are meant (TRC-1)', () => {
    expect(readWhole('11260228~17271231')).toMatchObject({
      producedOn: date('2026-02-28'),
      expiresOn: date('2027-12-31'),
    })
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseElementString } from './index.ts'
import { date, GTIN, gtin, nothing, problemsOf, readAs } from './udi-fixture.ts'

describe('a last value without FNC1 that could end earlier', () => {
  it.each([
    ['a serial number could follow', '10AB21C', 4, '10'],
    ['one more character decides: (21) needs a value', '10A210', 3, '10'],
    ['a lot could follow a serial number', '21S10X', 3, '21'],
    ['an expiry could follow', '10A17260131', 3, '10'],
    ['an expiry with day 00 could follow', '10A17260200', 3, '10'],
    ['a production date and a serial number could follow', '10A11260101217', 3, '10'],
    ['the device could follow', `10A01${GTIN}`, 3, '10'],
    ['a lot and an expiry could follow a serial number', '21S10X17260131', 3, '21'],
    ['the same value could follow again', '10A10A', 3, '10'],
    ['the same expiry could follow again', '1726013110A17260131', 11, '10'],
    ['a value of one character could precede', '10121X', 3, '10'],
  ] as const)('is refused at the place where it could end: %s (TRC-2, TRC-7)', (_, text, position, identifier) => {
    expect(problemsOf(text)).toEqual([['AMBIGUOUS', position, identifier]])
  })

  it('says both readings (TRC-7)', () => {
    const result = parseElementString('10AB21C', { referenceYear: 2026 })
    expect(result.type === 'REFUSED' ? result.problems.map(({ message }) => message) : []).toEqual([
      {
        zh: '批号(10)没有分隔符 FNC1：可读作“AB21C”，也可读作“AB”后接 (21)。',
        en: "lot (10) is not ended by an FNC1: it could be 'AB21C', or 'AB' followed by (21).",
      },
    ])
  })

  it('is refused as too long as well, when only the other reading would fit (TRC-7)', () => {
    // 'ABCDEFGHIJ' + '17260131' + '21S' are 21 characters.
    expect(problemsOf('10ABCDEFGHIJ1726013121S')).toEqual([
      ['LENGTH_WRONG', 2, '10'],
      ['AMBIGUOUS', 12, '10'],
    ])
    expect(problemsOf(`10${'A'.repeat(20)}21S`)).toEqual([
      ['LENGTH_WRONG', 2, '10'],
      ['AMBIGUOUS', 22, '10'],
    ])
  })

  it('is read when an FNC1 ends it (TRC-7)', () => {
    expect(readAs('10AB21C~')).toEqual({ ...nothing, lot: 'AB21C' })
    expect(readAs('10AB21C~17260131')).toEqual({ ...nothing, lot: 'AB21C', expiresOn: date('2026-01-31') })
  })

  it('is read when parentheses tell the elements apart (TRC-7)', () => {
    expect(readAs('(10)AB21C')).toEqual({ ...nothing, lot: 'AB21C' })
    expect(readAs('(10)AB(21)C')).toEqual({ ...nothing, lot: 'AB', serial: 'C' })
  })

  it('is read when the caller knows that each FNC1 arrives (TRC-7)', () => {
    expect(readAs('10AB21C', { separators: 'TRANSMITTED' })).toEqual({ ...nothing, lot: 'AB21C' })
    expect(problemsOf('10AB21C', { separators: 'UNCERTAIN' })).toEqual([['AMBIGUOUS', 4, '10']])
  })
})

describe('a last value without FNC1 that only the end can end', () => {
  it.each([
    ['no value would be left before the serial number', '1021X'],
    ['(21) would have no value', '10AB21'],
    ['the expiry would not exist', '10A17260231'],
    ['the expiry would have five digits', '10A1726013'],
    ['something would be left behind the expiry', '10A172601319'],
    ['the device would have a wrong check digit', '10A0100000000000001'],
    ['the lot would come twice with different values', '10A10B'],
    ['the identifier is none of GS1', '10A38X'],
    ['letters stand between the digits', '10A2B1C'],
  ])('is read: %s (TRC-2, TRC-7)', (_, text) => {
    expect(readAs(text)).toEqual({ ...nothing, lot: text.slice(2) })
  })

  it('is read when what could follow contradicts what came before (TRC-7)', () => {
    expect(readAs('21T~10A21S')).toEqual({ ...nothing, serial: 'T', lot: 'A21S' })
    expect(problemsOf('21S~10A21S')).toEqual([['AMBIGUOUS', 7, '10']])
    expect(readAs('1726020010A17260131')).toEqual({ ...nothing, expiresOn: date('2026-02-28'), lot: 'A17260131' })
  })

  it('is read behind any element of fixed length (TRC-7)', () => {
    expect(readAs(`01${GTIN}17260131`)).toEqual({ ...nothing, gtin: gtin(), expiresOn: date('2026-01-31') })
  })

  it('is told apart in a text as long as a symbol can hold (TRC-7)', () => {
    // 2,362 times 'A21' behind '10': lot A, then the serial number A again and again, the last without value.
    expect(problemsOf(`10${'A21'.repeat(2362)}`)).toEqual([['LENGTH_WRONG', 2, '10']])
    // Too long for any value: refused for that, however else it could be read.
    expect(problemsOf(`10${'A21'.repeat(2362)}A`)).toEqual([['LENGTH_WRONG', 2, '10']])
    expect(problemsOf(`91${'91'.repeat(3500)}`)).toEqual([['LENGTH_WRONG', 2, '91']])
  })
})

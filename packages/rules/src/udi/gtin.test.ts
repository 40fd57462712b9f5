import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { gtinCheckDigit, gtinFrom, gtinOf } from './gtin.ts'

describe('a GTIN without its check digit', () => {
  it.each([
    // From the right with weights 3, 1, 3 …: 21+0+15+8+9+6+27 = 86, to the next ten 4.
    ['9638507', 4],
    // 15+4+3+9+6+0+0+0+18+3+0 = 58
    ['03600029145', 2],
    // 3+2+0+0+15+1+12+0+3+9+6+6 = 57
    ['629104150021', 3],
    // As above, with indicator 1 in front, weight 3: 57+3 = 60, a full ten.
    ['1629104150021', 0],
  ])('%s gets %d (TRC-7)', (body, digit) => {
    expect(gtinCheckDigit(body)).toBe(digit)
  })

  it.each(['', '123456', '12345678', '123456789', '1234567890', '12345678901234', '62910415002a', ' 29104150021'])(
    "'%s' has no length or character of one (TRC-7)",
    (body) => {
      expect(gtinCheckDigit(body)).toBeNull()
    },
  )

  it('zeros in front change nothing: the weights count from the right (TRC-7)', () => {
    const digits = fc.stringMatching(/^\d{7}$/)
    fc.assert(
      fc.property(digits, (body) => {
        expect(gtinCheckDigit(body.padStart(13, '0'))).toBe(gtinCheckDigit(body))
      }),
    )
  })

  it('one wrong digit is always found (TRC-7)', () => {
    const position = fc.integer({ min: 0, max: 12 })
    const other = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13}$/), position, other, (body, at, distance) => {
        const changed = String((Number(body[at]) + distance) % 10)
        expect(gtinCheckDigit(body.slice(0, at) + changed + body.slice(at + 1))).not.toBe(gtinCheckDigit(body))
      }),
    )
  })
})

describe('a GTIN', () => {
  it('has 14 digits and the right check digit (TRC-7)', () => {
    expect(gtinOf('16291041500210')).toBe('16291041500210')
    expect(gtinOf('06291041500213')).toBe('06291041500213')
    expect(gtinOf('06291041500214')).toBeNull()
    expect(gtinOf('6291041500213')).toBeNull()
    expect(gtinOf('006291041500213')).toBeNull()
    expect(gtinOf('0629104150021x')).toBeNull()
  })

  it('is written in any of its lengths and widths (TRC-7)', () => {
    expect(['6291041500213', '06291041500213', ' ６２９１０４１５００２１３'].map(gtinFrom)).toEqual(
      Array.from({ length: 3 }, () => '06291041500213'),
    )
    expect(['6291041500214', '62910415002', '', 'box 6291041500213'].map(gtinFrom)).toEqual([null, null, null, null])
  })
})

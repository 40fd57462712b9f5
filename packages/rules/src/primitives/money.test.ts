import { describe, expect, it } from '@jest/globals'
import { fractionDigitsOf, isCurrency } from './currency.ts'
import { parseMoney } from './money.ts'

const invalid = expect.objectContaining({ code: 'MONEY_INVALID' })

describe('an amount in a file', () => {
  it.each([
    ['1000', 'JPY', 1_000],
    ['52.9', 'CNY', 5_290],
    ['-0.05', 'EUR', -5],
    ['1.5', 'KWD', 1_500],
    ['1.505', 'KWD', 1_505],
    ['0.0001', 'CLF', 1],
  ])('of %s %s is %d of its minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency })
  })

  it.each([
    ['1000.5', 'JPY'],
    ['1000.00', 'JPY'],
    ['52.995', 'CNY'],
    ['1.5055', 'KWD'],
  ])('of %s %s has a fraction that the currency does not have: it is not rounded', (text, currency) => {
    expect(() => parseMoney(text, currency)).toThrow(invalid)
  })

  it.each(['RMB', 'ABC', 'cny', ''])('is refused in %p, which is no currency', (currency) => {
    expect(isCurrency(currency)).toBe(false)
    expect(() => parseMoney('1', currency)).toThrow(invalid)
  })
})

describe('the table of currencies', () => {
  it('names none that the runtime has never heard of, but units of account, which nobody pays in', () => {
    const known = new Set(Intl.supportedValuesOf('currency'))
    const unitsOfAccount = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'VED']
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`))).filter(isCurrency)
    expect(codes.filter((code) => !known.has(code))).toEqual(unitsOfAccount)
    expect(codes.length).toBeGreaterThan(150)
    expect(new Set(codes.map(fractionDigitsOf))).toEqual(new Set([0, 2, 3, 4]))
  })
})

import { identifierOf } from '../primitives/identifier.ts'

/** A Global Trade Item Number in its 14-digit form, check digit included; a shorter one is filled with zeros in front. */
export type Gtin = string & { readonly __brand: 'Gtin' }

/** What precedes the check digit in a GTIN-8, GTIN-12, GTIN-13 or GTIN-14. */
const BODY = /^(\d{7}|\d{11,13})$/

/**
 * The check digit (0 to 9) that follows the digits of a GTIN, modulo 10 with weights 3 and 1 from the right. `null` for
 * anything but 7, 11, 12 or 13 digits.
 *
 * @example gtinCheckDigit('629104150021') is 3
 */
export function gtinCheckDigit(body: string): number | null {
  return BODY.test(body) ? checkDigitOf(body) : null
}

/** The same of any digits: every key of GS1 that ends in a check digit has this one. */
export function checkDigitOf(digits: string): number {
  const weighted = [...digits].toReversed().map((digit, index) => Number(digit) * (index % 2 === 0 ? 3 : 1))
  return (10 - (weighted.reduce((sum, value) => sum + value, 0) % 10)) % 10
}

/** `null` for anything but 14 digits of which the last is the check digit. */
export function gtinOf(text: string): Gtin | null {
  return text.length === 14 && text.slice(13) === String(gtinCheckDigit(text.slice(0, 13))) ? (text as Gtin) : null // just checked
}

/** A GTIN of any length as somebody writes it, in its 14-digit form; `null` where it is none. */
export function gtinFrom(written: string): Gtin | null {
  const digits = identifierOf(written)
  return LENGTHS.includes(digits.length) ? gtinOf(digits.padStart(14, '0')) : null
}

const LENGTHS: readonly number[] = [8, 12, 13, 14]

import assert from 'node:assert/strict'
import { parseElementString } from '@afterline/rules'

// As a scanner reads it: GTIN, expiry with day 00, a lot that FNC1 (ASCII 29) ends, a serial number.
const read = parseElementString('01069012345678921728020010B42\u001d21S-1', { referenceYear: 2026 })
assert(read.type === 'READ')
assert.equal(read.identification.lot, 'B42')
// Day 00 is the last day of the month, and 2028 is a leap year.
assert.equal(read.identification.expiresOn, '2028-02-29')

// Everything that is wrong at once: 3 x (0+9+1+3+5+7+9) + (6+0+2+4+6+8) = 128, so the check digit is 2; no month is 13.
const wrong = parseElementString('(01)06901234567891(17)281301', { referenceYear: 2026 })
assert(wrong.type === 'REFUSED')
assert.deepEqual(
  wrong.problems.map(({ code }) => code),
  ['CHECK_DIGIT_WRONG', 'DATE_INVALID'],
)

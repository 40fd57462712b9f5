import { expect } from '@jest/globals'
import type { Violation } from '../violation.ts'

/* What every test of a gate asks of a refusal, whatever the gate. */

const CHINESE = /\p{Script=Han}/u

/** Rule, place and facts of each violation, after its texts were found to be in both languages. */
export function refused(violations: readonly Violation[]): readonly [string, string, Violation['facts']][] {
  return violations.map(({ rule, message, path, remedy, facts }) => {
    for (const { zh, en } of [message, remedy]) {
      expect(zh).toMatch(CHINESE)
      expect(en).toMatch(/[A-Za-z]{2}/)
      expect(en).not.toMatch(CHINESE)
    }
    return [rule, path.join('.'), facts]
  })
}

/** Only the rules, in the order in which they refused. */
export function rulesRefusing(violations: readonly Violation[]): readonly string[] {
  return refused(violations).map(([rule]) => rule)
}

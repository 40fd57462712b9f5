import { RulesError } from '../rules-error.ts'

/**
 * A number of times that policy demands, at least one: a demand of none would open the gate unseen.
 * @throws RulesError `POLICY_INVALID` naming the setting
 */
export function requiredCount(setting: string, count: number): number {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RulesError('POLICY_INVALID', `${setting} is ${count}, but must be a whole number from 1 on`)
  }
  return count
}

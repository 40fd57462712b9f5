import type { ConflictId, RuleId } from '../catalogue/index.ts'
import { RulesError } from '../rules-error.ts'

/** So many years are counted from the first day after an event. */
export interface RetentionRule {
  readonly rule: RuleId
  /** The settlement that gives the number where the rule's own text gives none; `null` where it does. */
  readonly conflict: ConflictId | null
  /**
   * EXPIRY: for goods with an expiry or a service life. SALE: for goods with neither. CLOSING: for a record without
   * goods.
   */
  readonly after: 'EXPIRY' | 'SALE' | 'CLOSING'
  readonly years: number
}

/** The policy's numbers: settings `retention.yearsAfterExpiry` and `retention.yearsWithoutExpiry`. */
export interface RetentionYears {
  readonly yearsAfterExpiry: number
  readonly yearsWithoutExpiry: number
}

/** What TRC-5 asks at least; no setting goes below it. */
const YEARS_AFTER_EXPIRY_AT_LEAST = 1

/**
 * The rules in force under a policy (C1, C36). All of them apply; the stricter wins, so that a company may add its own.
 * @throws RulesError `POLICY_INVALID` for years that are no whole number from 0 to 100
 */
export function retentionRules({ yearsAfterExpiry, yearsWithoutExpiry }: RetentionYears): readonly RetentionRule[] {
  const rules: readonly RetentionRule[] = [
    { rule: 'TRC-5', conflict: null, after: 'EXPIRY', years: YEARS_AFTER_EXPIRY_AT_LEAST },
    { rule: 'TRC-6', conflict: null, after: 'EXPIRY', years: yearsAfterExpiry },
    { rule: 'TRC-6', conflict: 'C1', after: 'SALE', years: yearsWithoutExpiry },
    { rule: 'TRC-4', conflict: 'C36', after: 'CLOSING', years: yearsWithoutExpiry },
  ]
  return rules.map(validRule)
}

/** Refuses years that nobody can mean: they would let a record go at once, or never. */
export function validRule(rule: RetentionRule): RetentionRule {
  const { years } = rule
  if (!Number.isInteger(years) || years < 0 || years > 100) {
    throw new RulesError('POLICY_INVALID', `${rule.rule} keeps records for ${years} years, not a whole number to 100`)
  }
  return rule
}

import { addMoney, type Money, money } from '../../primitives/money.ts'
import { RulesError } from '../../rules-error.ts'

/** One whole, as basis points count it: 250 of them are 2.5 %. */
const WHOLE = 10_000n

/** What one unit costs the company. */
export interface UnitCosts {
  readonly unitCost: Money
  /** Cost of what is given away with the unit; `null` when nothing is. */
  readonly giftCost: Money | null
}

/**
 * The smallest price that keeps a margin over cost: all costs and so many basis points of them, rounded up to whole minor
 * units. A price keeps the margin exactly when it is no smaller; all of it is integer arithmetic.
 * @param marginBasisPoints policy setting of the company, for no regulation gives a number; 0 asks for the cost only
 * @throws RulesError `POLICY_INVALID` for a margin that is negative or no integer
 * @throws RulesError `MONEY_INVALID` for a negative cost, or a price beyond what integers hold
 * @throws RulesError `MONEY_CURRENCY_MISMATCH` for a gift in another currency
 */
export function leastPrice({ unitCost, giftCost }: UnitCosts, marginBasisPoints: number): Money {
  if (!Number.isSafeInteger(marginBasisPoints) || marginBasisPoints < 0) {
    throw new RulesError('POLICY_INVALID', `a margin of ${marginBasisPoints} basis points is not a whole number from 0`)
  }
  // One by one: a negative cost of the gift would lower the sum unseen.
  const costs = giftCost === null ? [unitCost] : [unitCost, giftCost]
  for (const { minor, currency } of costs) {
    if (minor < 0) throw new RulesError('MONEY_INVALID', `a cost of ${minor} ${currency} is negative`)
  }
  const cost = costs.reduce(addMoney)
  const exact = BigInt(cost.minor) * (WHOLE + BigInt(marginBasisPoints))
  return money(Number((exact + WHOLE - 1n) / WHOLE), cost.currency)
}

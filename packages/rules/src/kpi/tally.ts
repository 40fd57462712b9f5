import { RulesError } from '../rules-error.ts'

/**
 * What a KPI has counted: integers only (items, minor units or thousandths), so that sums are exact and may be taken in
 * any order and grouping. `pending` counts things that are neither achieved nor past due.
 */
export interface Tally {
  readonly numerator: number
  readonly denominator: number
  readonly pending: number
}

export const zeroTally: Tally = { numerator: 0, denominator: 0, pending: 0 }

/** @throws RulesError `KPI_INVALID` when a sum leaves the safe integers: a wrong figure must not pass for a right one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    numerator: exact(a.numerator + b.numerator),
    denominator: exact(a.denominator + b.denominator),
    pending: exact(a.pending + b.pending),
  }
}

/** Takes back what was added before. @throws RulesError `KPI_INVALID` as `addTallies` */
export function subtractTallies(a: Tally, b: Tally): Tally {
  return {
    numerator: exact(a.numerator - b.numerator),
    denominator: exact(a.denominator - b.denominator),
    pending: exact(a.pending - b.pending),
  }
}

export function isZeroTally(tally: Tally): boolean {
  return tally.numerator === 0 && tally.denominator === 0 && tally.pending === 0
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RulesError('KPI_INVALID', `${sum} is not an exact sum`)
  return sum
}

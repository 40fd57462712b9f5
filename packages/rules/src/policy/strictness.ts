import type { KpiTarget } from '../catalogue/index.ts'
import { isAtLeastAsStrict, type Term } from './term.ts'

/** How a value compares with another one. OTHER: neither is stricter, or the two cannot be compared in general. */
export type Strictness = 'EQUAL' | 'STRICTER' | 'LAXER' | 'OTHER'

/** Strictness from the two answers to 'is it at least as strict', asked both ways round. */
function fromBothWays(isAsStrict: boolean, isOtherAsStrict: boolean): Strictness {
  if (isAsStrict) return isOtherAsStrict ? 'EQUAL' : 'STRICTER'
  return isOtherAsStrict ? 'LAXER' : 'OTHER'
}

/** The earlier limit to act by is the stricter one, and the later one to wait for (C1). */
export function strictnessOfTerm(term: Term, than: Term, bound: 'notAfter' | 'notBefore'): Strictness {
  const isSooner = isAtLeastAsStrict(term, than)
  const isLater = isAtLeastAsStrict(than, term)
  return bound === 'notAfter' ? fromBothWays(isSooner, isLater) : fromBothWays(isLater, isSooner)
}

/** @param stricter which direction is; `null` where neither is */
export function strictnessOfNumber(value: number, than: number, stricter: 'LOWER' | 'HIGHER' | null): Strictness {
  if (value === than) return 'EQUAL'
  if (stricter === null) return 'OTHER'
  return value < than === (stricter === 'LOWER') ? 'STRICTER' : 'LAXER'
}

/** @param stricter the list with more in it (who is told), or with less (what stops a clock) */
export function strictnessOfList<T>(list: readonly T[], than: readonly T[], stricter: 'MORE' | 'LESS'): Strictness {
  const hasAll = than.every((item) => list.includes(item))
  const addsNone = list.every((item) => than.includes(item))
  return stricter === 'MORE' ? fromBothWays(hasAll, addsNone) : fromBothWays(addsNone, hasAll)
}

/** To ask for a level is stricter than to ask for a direction, and that stricter than to ask for nothing. */
export function strictnessOfTarget(target: KpiTarget, than: KpiTarget): Strictness {
  return fromBothWays(isTargetAsStrict(target, than), isTargetAsStrict(than, target))
}

function isTargetAsStrict(target: KpiTarget, than: KpiTarget): boolean {
  if (than === null) return true
  if (target === null) return false
  if (typeof than === 'string') return typeof target !== 'string' || target === than
  if (typeof target === 'string') return false
  if ('atMostHours' in than) return 'atMostHours' in target && target.atMostHours <= than.atMostHours
  return 'numerator' in target && target.numerator * than.denominator >= than.numerator * target.denominator
}

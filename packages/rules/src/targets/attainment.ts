import { addMoney, type Money, money } from '../primitives/money.ts'
import { RulesError } from '../rules-error.ts'
import { type TargetMeasure, wholeMarket } from './target-tree.ts'

/** A value to reach, of one node of a tree. */
export interface TargetFigure {
  readonly measure: TargetMeasure
  readonly value: number
}

/** What was reached. A quantity is below zero when more came back than left. */
export type ActualFigure =
  | { readonly kind: 'AMOUNT'; readonly amount: Money }
  | { readonly kind: 'QUANTITY'; readonly unit: string; readonly thousandths: number }
  | { readonly kind: 'SHARE'; readonly market: string; readonly own: Money; readonly total: Money }

/** An exact share: two integers, the denominator above zero. */
export interface Attainment {
  readonly numerator: number
  readonly denominator: number
}

/**
 * How much of a target was reached (PRF-1, KPI-2), exactly; rounding is for whoever shows it. `null` where there is
 * nothing to divide by: a target of zero, or a market without an amount on record.
 * @throws RulesError where target and actual figure count different things
 */
export function attainmentOf(target: TargetFigure, actual: ActualFigure): Attainment | null {
  const { measure, value } = target
  if (measure.kind === 'AMOUNT' && actual.kind === 'AMOUNT') {
    // Adding nothing in the target's currency is what refuses another one.
    return shareOf(addMoney(actual.amount, money(0, measure.currency)).minor, value)
  }
  if (measure.kind === 'QUANTITY' && actual.kind === 'QUANTITY') {
    requireSame(measure.unit, actual.unit)
    return shareOf(actual.thousandths, value)
  }
  if (measure.kind === 'SHARE' && actual.kind === 'SHARE') {
    requireSame(measure.market, actual.market)
    const total = addMoney(actual.total, money(0, actual.own.currency))
    // own / total against value / 10000.
    return reducedShareOf(BigInt(actual.own.minor) * BigInt(wholeMarket), BigInt(total.minor) * BigInt(value))
  }
  throw new RulesError(
    'KPI_INVALID',
    `${actual.kind} does not tell how much of a target of ${measure.kind} was reached`,
  )
}

function requireSame(targeted: string, reached: string): void {
  if (targeted === reached) return
  throw new RulesError('KPI_INVALID', `a target in '${targeted}' is not reached in '${reached}'`)
}

function shareOf(numerator: number, denominator: number): Attainment | null {
  if (denominator <= 0) return null
  return { numerator: safeOf(numerator), denominator: safeOf(denominator) }
}

/** Reduced, as the products of a share's parts are large. */
function reducedShareOf(numerator: bigint, denominator: bigint): Attainment | null {
  if (denominator <= 0n) return null
  const divisor = greatestDivisorOf(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: safeOf(Number(numerator / divisor)), denominator: safeOf(Number(denominator / divisor)) }
}

function greatestDivisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisorOf(b, a % b)
}

function safeOf(value: number): number {
  if (Number.isSafeInteger(value)) return value
  throw new RulesError('KPI_INVALID', `${value} is no exact part of an attainment`)
}

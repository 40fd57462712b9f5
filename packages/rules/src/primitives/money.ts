import { RulesError } from '../rules-error.ts'
import { fractionDigitsOf } from './currency.ts'

/** An amount in integer minor units (fen, centavos) of an ISO 4217 currency. Never a fraction, never a float. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

/** @throws RulesError `MONEY_INVALID` for a fraction, an unsafe integer or a currency that is not three capitals. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new RulesError('MONEY_INVALID', `${minor} is not an integer number of minor units`)
  if (!/^[A-Z]{3}$/.test(currency)) throw new RulesError('MONEY_INVALID', `'${currency}' is not an ISO 4217 code`)
  return { minor, currency }
}

/** @throws RulesError `MONEY_CURRENCY_MISMATCH` when the currencies differ; exchange rates are not our business. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new RulesError('MONEY_CURRENCY_MISMATCH', `${a.currency} and ${b.currency} cannot be added`)
  }
  return money(a.minor + b.minor, a.currency)
}

/**
 * Reads a decimal text of major units (`52.99`) exactly; the currency says how many digits its minor unit has.
 * @throws RulesError `MONEY_INVALID` for a currency that does not exist, and where more digits are given than it has
 */
export function parseMoney(decimal: string, currency: string): Money {
  const fractionDigits = fractionDigitsOf(currency)
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim())
  const fraction = match?.[3] ?? ''
  if (!match || fraction.length > fractionDigits) {
    throw new RulesError(
      'MONEY_INVALID',
      `'${decimal}' is not an amount of ${currency}, which has ${fractionDigits} decimals`,
    )
  }
  const digits = `${match[2]}${fraction.padEnd(fractionDigits, '0')}`
  return money(Number(`${match[1]}${digits}`), currency)
}

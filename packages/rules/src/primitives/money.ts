import { RulesError } from '../rules-error.ts'

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
 * Reads a decimal text of major units (`52.99`) exactly.
 * @param fractionDigits digits of the minor unit: 2 for most currencies, 0 for JPY
 * @throws RulesError `MONEY_INVALID` when more digits are given than the currency has
 */
export function parseMoney(decimal: string, currency: string, fractionDigits = 2): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim())
  const fraction = match?.[3] ?? ''
  if (!match || fraction.length > fractionDigits) {
    throw new RulesError('MONEY_INVALID', `'${decimal}' is not an amount with at most ${fractionDigits} decimals`)
  }
  const digits = `${match[2]}${fraction.padEnd(fractionDigits, '0')}`
  return money(Number(`${match[1]}${digits}`), currency)
}

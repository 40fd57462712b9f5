import { RulesError } from '../rules-error.ts'

/** A decimal number of units as text, at most 3 decimals, never negative (`1`, `2.5`). */
export type Quantity = string & { readonly __brand: 'Quantity' }

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,3}))?$/

/** @throws RulesError `QUANTITY_INVALID` */
export function parseQuantity(text: string): Quantity {
  return quantityFromThousandths(thousandthsOf(text as Quantity))
}

/** Integer thousandths: the only form in which quantities are added or compared. */
export function thousandthsOf(quantity: Quantity): number {
  const match = DECIMAL.exec(quantity)
  if (!match) throw new RulesError('QUANTITY_INVALID', `'${quantity}' is not a quantity with at most 3 decimals`)
  return Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'))
}

/** The shortest decimal text of so many thousandths. */
export function quantityFromThousandths(thousandths: number): Quantity {
  if (!Number.isSafeInteger(thousandths) || thousandths < 0) {
    throw new RulesError('QUANTITY_INVALID', `${thousandths} thousandths are not a quantity`)
  }
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = Math.floor(thousandths / 1000)
  return (fraction === '' ? `${whole}` : `${whole}.${fraction}`) as Quantity
}

export function sumQuantities(quantities: Iterable<Quantity>): Quantity {
  let total = 0
  for (const quantity of quantities) total += thousandthsOf(quantity)
  return quantityFromThousandths(total)
}

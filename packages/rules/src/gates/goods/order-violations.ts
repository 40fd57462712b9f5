import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import type { LineAtGate } from './order-accuracy-input.ts'

/** What the order accuracy gate says (ORD-3, QUO-2). */
export function noLines(): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '订单没有任何行。', en: 'The order has no lines.' },
    path: ['lines'],
    remedy: { zh: '至少加入一行产品。', en: 'Add at least one product.' },
    facts: { lines: 0 },
  }
}

export function repeatedLine({ lineId }: LineAtGate, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '订单中有两行使用同一个行标识。', en: 'Two lines of the order have the same id.' },
    path: [...path, 'lineId'],
    remedy: { zh: '为每一行使用不同的标识。', en: 'Give each line an id of its own.' },
    facts: { lineId },
  }
}

export function unknownProduct({ productId }: LineAtGate, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '该产品尚未登记。', en: 'The product is not registered.' },
    path: [...path, 'productId'],
    remedy: { zh: '先登记产品，或更正产品标识。', en: 'Register the product first, or correct its id.' },
    facts: { productId },
  }
}

export function noQuantity({ lineId, quantity }: LineAtGate, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '数量必须大于零。', en: 'The quantity must be more than zero.' },
    path: [...path, 'quantity'],
    remedy: { zh: '填写订购数量，或删除该行。', en: 'Enter what is ordered, or remove the line.' },
    facts: { lineId, quantity },
  }
}

export function otherCurrency(line: LineAtGate, path: readonly string[], currency: string): Violation {
  const { lineId, unitPrice, netAmount } = line
  return {
    rule: 'ORD-3',
    message: {
      zh: `一张订单只用一种货币，这里是 ${currency}。`,
      en: `An order has one currency, which is ${currency} here.`,
    },
    path: [...path, unitPrice.currency === currency ? 'netAmount' : 'unitPrice'],
    remedy: { zh: `改用 ${currency}，或另下订单。`, en: `Use ${currency}, or place another order.` },
    facts: { lineId, currency, priceCurrency: unitPrice.currency, amountCurrency: netAmount.currency },
  }
}

export function negativePrice({ lineId, unitPrice }: LineAtGate, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '单价不能为负数。', en: 'A unit price cannot be negative.' },
    path: [...path, 'unitPrice'],
    remedy: { zh: '填写合同约定的单价。', en: 'Enter the price that was agreed.' },
    facts: { lineId, unitPrice: unitPrice.minor, currency: unitPrice.currency },
  }
}

export function wrongAmount(line: LineAtGate, path: readonly string[], expected: Money): Violation {
  const { lineId, unitPrice, quantity, netAmount } = line
  return {
    rule: 'ORD-3',
    message: { zh: '金额不等于单价乘以数量。', en: 'The amount is not the unit price times the quantity.' },
    path: [...path, 'netAmount'],
    remedy: {
      zh: '更正单价、数量或金额（四舍五入到最小货币单位）。',
      en: 'Correct price, quantity or amount (rounded half up to minor units).',
    },
    facts: {
      lineId,
      quantity,
      unitPrice: unitPrice.minor,
      netAmount: netAmount.minor,
      expectedAmount: expected.minor,
      currency: unitPrice.currency,
    },
  }
}

export function offListPrice(line: LineAtGate, path: readonly string[], listPrice: Money): Violation {
  const { lineId, productId, unitPrice } = line
  return {
    rule: 'QUO-2',
    message: {
      zh: '单价与价目表不同，又没有写明批准的偏差。',
      en: 'The unit price differs from the price list, and no approved deviation is named.',
    },
    path: [...path, 'unitPrice'],
    remedy: {
      zh: '按价目表定价，或写明批准偏差的依据。',
      en: 'Use the list price, or name the approval of the deviation.',
    },
    facts: {
      lineId,
      productId,
      unitPrice: unitPrice.minor,
      currency: unitPrice.currency,
      listPrice: listPrice.minor,
      listCurrency: listPrice.currency,
    },
  }
}

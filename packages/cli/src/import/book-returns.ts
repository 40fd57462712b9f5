import type { StagedRecord, StagedReturn, Staging } from './staging.ts'

/**
 * Books what came back to the order that it was sold in: the one that the row names, or the one among whose lines it stands.
 * It shares what becomes of that order. What names no order of these files that sold the product is left out.
 */
export function bookReturns(staging: Staging): void {
  for (const back of staging.stagedReturns()) {
    const { row, input, standsIn } = back
    const key = String(input['returnOf'] ?? standsIn ?? '')
    const [order] = staging.recordsByKey('order', key)
    const reason = problemOf(back, key, order)
    if (reason !== null || order === undefined) {
      staging.settle(row, { fate: 'LEFT_OUT', key: standsIn, notes: [{ column: null, reason: reason ?? '' }] })
      continue
    }
    const { productKey, returnedAt } = input
    const quantity = String(input['quantity']).slice(1)
    const ownKey = JSON.stringify([standsIn, input['key']])
    staging.addReturn(order, row, { key: ownKey, productKey, quantity, returnedAt })
  }
}

function problemOf({ input }: StagedReturn, key: string, order: StagedRecord | undefined): string | null {
  if (order === undefined && input['returnOf'] === undefined)
    return 'it is a return, and names no order that it returns to'
  if (order === undefined)
    return `it is a return, and there is no order '${key}' in these files that it could return to`
  if (!hasProduct(order, input['productKey']))
    return `it is a return, and order '${key}' has no line of product '${String(input['productKey'])}'`
  return input['returnedAt'] === undefined ? 'it is a return, and when it came back is not given' : null
}

function hasProduct({ input: { lines } }: StagedRecord, productKey: unknown): boolean {
  // What was staged as the lines of an order: each names its product.
  return ((lines ?? []) as readonly { readonly productKey: string }[]).some((line) => line.productKey === productKey)
}

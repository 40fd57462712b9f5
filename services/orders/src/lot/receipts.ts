import { type LotMovement, quantityFromThousandths, sumQuantities, thousandthsOf } from '@afterline/rules'
import type { Lot } from './lot.ts'
import { distinctSerials } from './serials.ts'

/** What came in, and when: all that is not said to have come later came first. */
export function receiptsOf({ quantity: received, receivedAt, replenishments }: Lot): readonly LotMovement[] {
  const later = replenishments.map(({ quantity, receivedAt: at }) => ({ kind: 'RECEIVED', at, quantity }) as const)
  const rest = thousandthsOf(received) - thousandthsOf(sumQuantities(later.map(({ quantity }) => quantity)))
  return [{ kind: 'RECEIVED', at: receivedAt, quantity: quantityFromThousandths(rest) }, ...later]
}

/** A lot that was stored as several, as the one that it is: what was decided on any of them, and received of all. */
export function oneLotOf(lot: Lot, others: readonly Lot[]): Lot {
  if (others.length === 0) return lot
  const later = others.flatMap(receiptsOf).map(({ quantity, at }) => ({ quantity, receivedAt: at }))
  const decisions = [lot, ...others].flatMap((one) => one.decisions)
  return {
    ...lot,
    quantity: sumQuantities([lot, ...others].map(({ quantity }) => quantity)),
    serialNumbers: distinctSerials([lot, ...others].flatMap(({ serialNumbers }) => serialNumbers)),
    replenishments: [...lot.replenishments, ...later],
    decisions: decisions.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : Number(a.decidedAt > b.decidedAt))),
  }
}

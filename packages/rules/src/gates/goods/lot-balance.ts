import type { Instant } from '../../primitives/instant.ts'
import { type Quantity, quantityFromThousandths, thousandthsOf } from '../../primitives/quantity.ts'
import type { Violation } from '../../violation.ts'

/** Goods of a lot that came into the warehouse, left it, or came back. */
export interface LotMovement {
  readonly kind: 'RECEIVED' | 'SHIPPED' | 'RETURNED'
  readonly at: Instant
  readonly quantity: Quantity
}

/** Goods of a lot that shall leave. */
export interface GoodsOfLot {
  readonly lotId: string
  readonly lotNumber: string
  readonly quantity: Quantity
  /** Where they stand in the caller's input. */
  readonly path: readonly string[]
}

export interface LotBalanceInput {
  readonly goods: readonly GoodsOfLot[]
  readonly at: Instant
  /** What moved so far of each lot, by its id, in any order. */
  readonly movements: Readonly<Record<string, readonly LotMovement[]>>
}

/**
 * TRC-4: where goods went is true only if no more of a lot leaves than came in, at any instant: what was received, less what
 * was shipped, and what came back. A late entry must not leave a lot below nothing at an instant that has passed either.
 */
export function lotBalanceGate({ goods, at, movements }: LotBalanceInput): readonly Violation[] {
  const asked = new Map<string, number>()
  return goods.flatMap((one) => {
    const sum = (asked.get(one.lotId) ?? 0) + thousandthsOf(one.quantity)
    asked.set(one.lotId, sum)
    const free = freeFrom(movements[one.lotId] ?? [], at)
    return sum > free ? [moreThanIsThere(one, quantityFromThousandths(free), quantityFromThousandths(sum))] : []
  })
}

/** What is there now; nothing where history shipped more than there was. */
export function onHandOf(movements: readonly LotMovement[]): Quantity {
  return quantityFromThousandths(Math.max(0, sumOf(movements)))
}

/** What may leave at an instant without a lack then or at any later one, in thousandths. */
function freeFrom(movements: readonly LotMovement[], at: Instant): number {
  const later = movements.filter((movement) => movement.at > at).toSorted(byInstant)
  let balance = sumOf(movements.filter((movement) => movement.at <= at))
  let lowest = balance
  for (const movement of later) {
    balance += signed(movement)
    lowest = Math.min(lowest, balance)
  }
  return Math.max(0, lowest)
}

/** At one instant, what comes in is there for what leaves. */
function byInstant(a: LotMovement, b: LotMovement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return Number(a.kind === 'SHIPPED') - Number(b.kind === 'SHIPPED')
}

function sumOf(movements: readonly LotMovement[]): number {
  return movements.reduce((sum, movement) => sum + signed(movement), 0)
}

function signed({ kind, quantity }: LotMovement): number {
  return kind === 'SHIPPED' ? -thousandthsOf(quantity) : thousandthsOf(quantity)
}

function moreThanIsThere({ lotId, lotNumber, path }: GoodsOfLot, free: Quantity, asked: Quantity): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `批号 ${lotNumber} 只有 ${free} 可发，却要发 ${asked}。`,
      en: `${asked} of lot ${lotNumber} shall leave, but only ${free} of it is there.`,
    },
    path: [...path, 'quantity'],
    remedy: {
      zh: '减少数量、改用其他批号，或先登记入库。',
      en: 'Ship less, take another lot, or receive the goods first.',
    },
    facts: { lotId, lotNumber, free, asked },
  }
}

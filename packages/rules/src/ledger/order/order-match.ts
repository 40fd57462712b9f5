import type { Instant } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Measurement, Reckoning, Timer } from '../ledger.ts'
import { compareInstants, measurementsOfRuns, oneThing, type Run } from '../timing.ts'
import type { OrderLedger } from './order-ledger.ts'

/*
 * Ticket, account and goods agree (FIN-2): per line, product and lot the quantity that was shipped was invoiced and
 * booked, and invoice and accounts name the same amount. They may agree, cease to (another invoice) and agree again.
 */

interface Totals {
  readonly shipped: number
  readonly invoiced: number
  readonly booked: number
  /** Minor units by currency. */
  readonly invoicedAmounts: Readonly<Record<string, number>>
  readonly bookedAmounts: Readonly<Record<string, number>>
}

interface GoodsKey {
  readonly lineId: string
  readonly productId: string
  readonly lotId: string | null
}

/** Something that moves the totals of some goods. */
interface Movement extends GoodsKey {
  readonly at: Instant
  readonly policyVersion: string | null
  readonly apply: (totals: Totals) => Totals
}

/** Goods that were shipped, and when their three accounts agreed. */
interface Match extends GoodsKey {
  readonly item: string
  readonly shippedAt: Instant
  readonly policyVersion: string
  readonly runs: readonly Run[]
}

const nothing: Totals = { shipped: 0, invoiced: 0, booked: 0, invoicedAmounts: {}, bookedAmounts: {} }

/** The grace runs from the first shipment of the goods; the first agreement ends it. */
export function matchTimers(order: OrderLedger): readonly Timer[] {
  return matchesOf(order).map(matchTimer)
}

/** KPI-11: what agrees, of what was shipped and is older than the grace or agreed before; in the period of shipment. */
export function matchMeasurements(
  order: OrderLedger,
  orderScope: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  return matchesOf(order).flatMap((match) => {
    const lot = match.lotId === null ? [] : [`lot:${match.lotId}`]
    const scopes = [...orderScope, `product:${match.productId}`, ...lot]
    const dueAt = reckoning.dueAtOf(matchTimer(match))
    const thing = { ...oneThing('KPI-11', null, match.shippedAt, scopes), item: match.item, dueAt, countsLate: true }
    return measurementsOfRuns({ ...thing, achievedAt: match.runs[0]?.from ?? null }, match.runs)
  })
}

function matchTimer({ item, shippedAt, policyVersion, runs }: Match): Timer {
  return {
    key: 'invoice.match',
    item,
    rule: 'FIN-2',
    startedAt: shippedAt,
    stoppedAt: runs[0]?.from ?? null,
    voidedAt: null,
    dueAt: null,
    policyVersion,
  }
}

function matchesOf(order: OrderLedger): readonly Match[] {
  const isAccountedFor = order.shipments.some(({ expectsInvoice }) => expectsInvoice === true)
  if (!isAccountedFor && order.invoices.length + order.bookings.length === 0) return []
  const byGoods = Map.groupBy(movementsOf(order), ({ lineId, productId, lotId }) =>
    JSON.stringify([lineId, productId, lotId]),
  )
  return [...byGoods].flatMap(([item, movements]) => {
    const sorted = movements.toSorted((a, b) => compareInstants(a.at, b.at))
    const first = sorted.find(({ policyVersion }) => policyVersion !== null)
    if (first === undefined || first.policyVersion === null) return []
    const { lineId, productId, lotId, policyVersion, at } = first
    return [{ lineId, productId, lotId, item, shippedAt: at, policyVersion, runs: agreementsOf(sorted) }]
  })
}

function movementsOf({ shipments, invoices, bookings }: OrderLedger): readonly Movement[] {
  return [
    ...shipments.flatMap(({ at, policyVersion, items }) =>
      items.map(({ lineId, productId, lotId, quantity }) => {
        const apply = (totals: Totals) => ({ ...totals, shipped: totals.shipped + thousandthsOf(quantity) })
        return { lineId, productId, lotId, at, policyVersion, apply }
      }),
    ),
    ...accountMovements(invoices, (totals, quantity, amounts) => ({
      ...totals,
      invoiced: totals.invoiced + quantity,
      invoicedAmounts: amounts(totals.invoicedAmounts),
    })),
    ...accountMovements(bookings, (totals, quantity, amounts) => ({
      ...totals,
      booked: totals.booked + quantity,
      bookedAmounts: amounts(totals.bookedAmounts),
    })),
  ]
}

type Amounts = Totals['invoicedAmounts']

function accountMovements(
  accounts: OrderLedger['invoices'],
  add: (totals: Totals, quantity: number, amounts: (known: Amounts) => Amounts) => Totals,
): readonly Movement[] {
  return accounts.flatMap(({ at, items }) =>
    items.map(({ lineId, productId, lotId, quantity, amount }) => {
      const amounts = (known: Amounts) => ({
        ...known,
        [amount.currency]: (known[amount.currency] ?? 0) + amount.minor,
      })
      const apply = (totals: Totals) => add(totals, thousandthsOf(quantity), amounts)
      return { lineId, productId, lotId, at, policyVersion: null, apply }
    }),
  )
}

/** The stretches in which the three agree, after all movements of an instant. */
function agreementsOf(movements: readonly Movement[]): readonly Run[] {
  const runs: Run[] = []
  let totals = nothing
  for (const [index, { at, apply }] of movements.entries()) {
    totals = apply(totals)
    if (movements[index + 1]?.at === at) continue
    const last = runs.at(-1)
    const isRunning = last !== undefined && last.until === null
    if (agrees(totals) && !isRunning) runs.push({ from: at, until: null })
    if (!agrees(totals) && isRunning) runs[runs.length - 1] = { from: last.from, until: at }
  }
  return runs
}

function agrees({ shipped, invoiced, booked, invoicedAmounts, bookedAmounts }: Totals): boolean {
  const currencies = new Set([...Object.keys(invoicedAmounts), ...Object.keys(bookedAmounts)])
  const isSameAmount = [...currencies].every((currency) => invoicedAmounts[currency] === bookedAmounts[currency])
  return shipped > 0 && shipped === invoiced && shipped === booked && isSameAmount
}

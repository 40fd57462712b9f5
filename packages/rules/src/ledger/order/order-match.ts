import { type BookedGoods, matchLines, type ThreeBooks } from '../../gates/goods/three-way-match.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Measurement, Reckoning, Timer } from '../ledger.ts'
import { phaseItem, phasesOf } from '../phase.ts'
import { compareInstants, oneThing } from '../timing.ts'
import type { OrderLedger } from './order-state.ts'

/*
 * When ticket, account and goods of each line agreed (FIN-2): they may, cease to (another shipment) and agree again.
 * Whether they do is asked of the gate's own comparison, with what was known at each instant.
 */

/** One entry of one of the three books. */
interface Entry {
  readonly at: Instant
  readonly book: keyof ThreeBooks
  readonly goods: BookedGoods
  /** Of the shipment; `null` in the other books. */
  readonly policyVersion: string | null
}

/** A shipped line, and when its three books agreed. */
interface MatchedLine {
  readonly lineId: string
  readonly goods: readonly BookedGoods[]
  readonly shippedAt: Instant
  readonly policyVersion: string
  /** When they began to agree, and when they ceased to, in order. */
  readonly agreedAt: readonly Instant[]
  readonly disagreedAt: readonly Instant[]
}

/** The grace runs from the line's first shipment; the first agreement ends it. */
export function matchTimers(order: OrderLedger): readonly Timer[] {
  return matchedLinesOf(order).map(matchTimer)
}

/** KPI-11: what agrees, of what was shipped and is older than the grace or agreed before; in the period of shipment. */
export function matchMeasurements(
  order: OrderLedger,
  orderScope: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  return matchedLinesOf(order).flatMap((line) => {
    const products = line.goods.map(({ productId }) => `product:${productId}`)
    const lots = line.goods.flatMap(({ lotId }) => (lotId === null ? [] : [`lot:${lotId}`]))
    const scopes = [...orderScope, ...new Set([...products, ...lots])]
    const dueAt = reckoning.dueAtOf(matchTimer(line))
    const shipped = { ...oneThing('KPI-11', null, line.shippedAt, scopes), dueAt, countsLate: true }
    return phasesOf(line.shippedAt, line.agreedAt, line.disagreedAt).map((phase, index) => ({
      ...shipped,
      ...phase,
      item: [line.lineId, phaseItem(index)].filter((text) => text !== '').join(' phase '),
    }))
  })
}

function matchTimer({ lineId, shippedAt, policyVersion, agreedAt }: MatchedLine): Timer {
  return {
    key: 'invoice.match',
    item: lineId,
    rule: 'FIN-2',
    startedAt: shippedAt,
    stoppedAt: agreedAt[0] ?? null,
    voidedAt: null,
    dueAt: null,
    policyVersion,
  }
}

function matchedLinesOf(order: OrderLedger): readonly MatchedLine[] {
  const byLine = Map.groupBy(entriesOf(order), ({ goods }) => goods.lineId)
  return [...byLine].flatMap(([lineId, entries]) => {
    const sorted = entries.toSorted((a, b) => compareInstants(a.at, b.at))
    const shipped = sorted.filter(({ book }) => book === 'shipments')
    const first = shipped[0]
    if (first === undefined || first.policyVersion === null) return []
    const goods = shipped.map((entry) => entry.goods)
    const { at: shippedAt, policyVersion } = first
    return [{ lineId, goods, shippedAt, policyVersion, ...agreementsOf(sorted) }]
  })
}

/** Items whose amount nobody stated left before accounts were kept here: there is nothing to compare them with. */
function entriesOf({ shipments, invoices, bookings }: OrderLedger): readonly Entry[] {
  const accounted = (book: keyof ThreeBooks, accounts: OrderLedger['invoices']): readonly Entry[] =>
    accounts.flatMap(({ at, items }) => items.map((goods) => ({ at, book, goods, policyVersion: null })))
  return [
    ...shipments.flatMap(({ at, policyVersion, items }) =>
      items.flatMap(({ lineId, productId, lotId, quantity, amount }): readonly Entry[] => {
        if (amount === undefined) return []
        return [{ at, book: 'shipments', policyVersion, goods: { lineId, productId, lotId, quantity, amount } }]
      }),
    ),
    ...accounted('invoices', invoices),
    ...accounted('ledger', bookings),
  ]
}

/** When the three books of one line began and ceased to agree, after all entries of an instant. */
function agreementsOf(entries: readonly Entry[]): Pick<MatchedLine, 'agreedAt' | 'disagreedAt'> {
  const agreedAt: Instant[] = []
  const disagreedAt: Instant[] = []
  for (const at of new Set(entries.map((entry) => entry.at))) {
    const isAgreed = agreedAt.length > disagreedAt.length
    if (agreesAt(entries, at) === isAgreed) continue
    if (isAgreed) disagreedAt.push(at)
    else agreedAt.push(at)
  }
  return { agreedAt, disagreedAt }
}

function agreesAt(entries: readonly Entry[], at: Instant): boolean {
  const goodsIn = (book: keyof ThreeBooks) =>
    entries.filter((entry) => entry.book === book && entry.at <= at).map(({ goods }) => goods)
  const [line] = matchLines({
    shipments: goodsIn('shipments'),
    invoices: goodsIn('invoices'),
    ledger: goodsIn('ledger'),
  })
  return line?.isShipped === true && line.outcome === 'MATCHED'
}

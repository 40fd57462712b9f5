import { binOf } from '../../kpi/durations.ts'
import { type Instant, laterOf, millisOf } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Entry } from '../entries.ts'
import type { Measurement } from '../ledger.ts'
import { type Stretch, stretchesFrom } from '../stretches.ts'
import { anAmount, oneThing } from '../timing.ts'
import { stretchesAllNotified } from './notification.ts'
import type { AccountedUnits, DeclaredRecall, RecalledLot, RecallLedger } from './recall-state.ts'

/** KPI-37, all of it in the period of the declaration (RCL-1). */
export function recallMeasurements(recall: RecallLedger): readonly Measurement[] {
  const { declared, lots } = recall
  if (declared === null) return []
  const byLot = Map.groupBy(lots, ({ lotId }) => lotId)
  return [
    ...[...byLot].flatMap(([lotId, statements]) => {
      const entries = recall.accounted.filter((entry) => entry.lotId === lotId)
      return completeness(declared, statements, entries)
    }),
    ...lastNotification(recall, declared),
  ]
}

/**
 * Units of one lot that are accounted for, of those shipped. Both may grow, so each stretch in which neither does is a
 * state that the next one replaces. More than was shipped cannot be accounted for: a surplus comes from elsewhere, and
 * must not stand for the units of another lot.
 */
function completeness(
  declared: DeclaredRecall,
  statements: readonly RecalledLot[],
  entries: readonly AccountedUnits[],
): readonly Measurement[] {
  // What imported history dates before the declaration is known from the declaration on.
  const knownAt = ({ at }: Entry) => laterOf(at, declared.at)
  const lotAt = new Map(statements.map((lot) => [knownAt(lot), lot]))
  const sumAt = new Map<Instant, number>()
  let sum = 0
  for (const entry of entries) {
    sum += thousandthsOf(entry.quantity)
    sumAt.set(knownAt(entry), sum)
  }
  const states: Measurement[] = []
  let lot: RecalledLot | undefined
  let accounted = 0
  for (const stretch of stretchesFrom([...lotAt.keys(), ...sumAt.keys()])) {
    lot = lotAt.get(stretch.since) ?? lot
    accounted = sumAt.get(stretch.since) ?? accounted
    if (lot !== undefined) states.push(stateOf(lot, accounted, declared, stretch))
  }
  return states
}

function stateOf(
  lot: RecalledLot,
  accounted: number,
  declared: DeclaredRecall,
  { since, until }: Stretch,
): Measurement {
  const shipped = thousandthsOf(lot.shippedQuantity)
  const state = anAmount('KPI-37', null, since, Math.min(accounted, shipped), scopesOfLots([lot]))
  return { ...state, item: `${lot.lotId}/${since}`, countsAt: declared.at, denominator: shipped, until }
}

/**
 * The time to the last notification, once all are notified; where nobody was affected there is none. A stretch that a
 * buyer found later ended is measured without that buyer.
 */
function lastNotification(recall: RecallLedger, declared: DeclaredRecall): readonly Measurement[] {
  const foundAt = new Map(recall.buyers.map(({ id, at }) => [id, at]))
  return stretchesAllNotified(recall).flatMap(({ since: allNotifiedFrom, until }) => {
    const last = recall.notifications.findLast(({ id }) => {
      const at = foundAt.get(id)
      return at !== undefined && (until === null || at < until)
    })
    if (last === undefined) return []
    // Imported history may date a notification before the declaration; it took no time then.
    const notifiedAt = laterOf(last.at, declared.at)
    const since = laterOf(allNotifiedFrom, notifiedAt)
    if (until !== null && until <= since) return []
    return [
      {
        ...oneThing('KPI-37', 'lastNotification', since, scopesOfLots(recall.lots)),
        item: since,
        countsAt: declared.at,
        achievedAt: since,
        bin: binOf(millisOf(notifiedAt) - millisOf(declared.at)),
        until,
      },
    ]
  })
}

function scopesOfLots(lots: readonly RecalledLot[]): readonly string[] {
  return [...new Set(lots.flatMap(({ productId, lotId }) => [`product:${productId}`, `lot:${lotId}`]))]
}

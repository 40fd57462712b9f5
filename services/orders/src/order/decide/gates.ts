import {
  creditGate,
  decisive,
  type Instant,
  type LicenceGateResult,
  type LotAtGate,
  licenceGate,
  lotBalanceGate,
  lotGate,
  type Moment,
  needsGate,
  type ProductClass,
  type Quantity,
  type Violation,
} from '@afterline/rules'
import type { Lot } from '../../lot/lot.ts'
import { receiptsOf } from '../../lot/receipts.ts'
import type { OrderLookUp } from '../commands.ts'
import * as refusal from '../order.refusals.ts'

/** CUS-4 and CUS-8, as they stood at a moment. A customer without a file has neither needs nor investigations. */
export function customerGates(
  { customer, zone }: OrderLookUp,
  productClasses: readonly ProductClass[],
  moment: Moment,
): readonly Violation[] {
  const needs = (customer?.needs ?? []).filter(({ recordedAt }) => recordedAt <= moment.at)
  const credit = decisive(
    (until) => latestOf(customer?.credit ?? [], ({ investigatedAt }) => investigatedAt, until),
    ({ outcome }) => outcome === 'REFUSED',
    moment,
  )
  return [
    ...creditGate({ ...moment, creditOutcome: credit?.outcome ?? null, licences: customer?.licences ?? [], zone }),
    ...needsGate({ needs, productClasses }),
  ]
}

/** CUS-5 at a moment. */
export function buyerGate(
  { customer, zone }: OrderLookUp,
  productClasses: readonly ProductClass[],
  moment: Moment,
): LicenceGateResult {
  return licenceGate({ ...moment, licences: customer?.licences ?? [], productClasses, zone })
}

interface ItemOfLot {
  readonly lotId: string | null
  readonly productId: string
}

/** QLT-4 and DEL-3 of the lots that items name, as they stood at a moment. */
export function lotQualityGate(
  { lots, zone, shipsUndecided }: OrderLookUp,
  items: readonly ItemOfLot[],
  { isLeaving, ...moment }: Moment & { readonly isLeaving: boolean },
): readonly Violation[] {
  const named = items.map(({ lotId }) => lotAtGate(lotId === null ? undefined : lots[lotId], moment))
  return lotGate({ ...moment, lots: named, zone, needsRelease: isLeaving && !shipsUndecided })
}

/** TRC-4: no more of a lot leaves than is there, then and since. */
export function lotQuantityGate(
  { lots, movements }: OrderLookUp,
  items: readonly { readonly lotId: string | null; readonly quantity: Quantity; readonly path: readonly string[] }[],
  at: Instant,
): readonly Violation[] {
  const named = items.flatMap(({ lotId, quantity, path }) => {
    const lot = lotId === null ? undefined : lots[lotId]
    return lot === undefined ? [] : [{ lot, goods: { lotId: lot.lotId, lotNumber: lot.lotNumber, quantity, path } }]
  })
  const all = named.map(({ lot }) => [lot.lotId, [...receiptsOf(lot), ...(movements[lot.lotId] ?? [])]] as const)
  return lotBalanceGate({ goods: named.map(({ goods }) => goods), at, movements: Object.fromEntries(all) })
}

/** TRC-4: a named lot exists and is of the product that it stands for. */
export function lotIdentityGate(
  { lots }: OrderLookUp,
  items: readonly (ItemOfLot & { readonly path: readonly string[] })[],
): readonly Violation[] {
  return items.flatMap(({ lotId, productId, path }) => {
    if (lotId === null) return []
    const lot = lots[lotId]
    if (lot === undefined) return [refusal.unknownLot(lotId, path)]
    return lot.productId === productId ? [] : [refusal.lotOfOtherProduct(lot, { productId }, path)]
  })
}

function lotAtGate(lot: Lot | undefined, moment: Moment): LotAtGate | null {
  if (lot === undefined) return null
  const decision = decisive(
    (until) => latestOf(lot.decisions, ({ decidedAt }) => decidedAt, until),
    ({ status }) => status === 'BLOCKED',
    moment,
  )
  const { lotId, lotNumber, expiresOn } = lot
  return { lotId, lotNumber, expiresOn, status: decision?.status ?? null, source: decision?.source ?? null }
}

/** What held at an instant: a late entry about an earlier one changes nothing of what was decided after that. */
function latestOf<Entry>(entries: readonly Entry[], instantOf: (entry: Entry) => Instant, at: Instant): Entry | null {
  return entries
    .filter((entry) => instantOf(entry) <= at)
    .reduce<Entry | null>(
      (latest, entry) => (latest === null || instantOf(entry) >= instantOf(latest) ? entry : latest),
      null,
    )
}

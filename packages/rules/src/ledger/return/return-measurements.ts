import { type Instant, laterOf } from '../../primitives/instant.ts'
import { thousandthsOf } from '../../primitives/quantity.ts'
import type { Measurement } from '../ledger.ts'
import { saleScopes } from '../sale-scopes.ts'
import { stretchesWhere } from '../stretches.ts'
import { anAmount } from '../timing.ts'
import type { ReceivedBackItemData } from './facts.ts'
import type { LossAmount, Receipt, RequestedReturn, ReturnLedger } from './return-state.ts'

export function returnMeasurements(ledger: ReturnLedger): readonly Measurement[] {
  const { requested, receipts } = ledger
  if (requested === null) return []
  return [
    ...receipts.flatMap((receipt) =>
      receipt.items.flatMap((item, index) => {
        const received = { receipt, item, name: `${receipt.id}/${index}`, scopes: itemScopes(requested, item) }
        return [...takenBack(received), ...qualityReturns(received, ledger)]
      }),
    ),
    ...recovery(ledger, requested),
  ]
}

interface ReceivedItem {
  readonly receipt: Receipt
  readonly item: ReceivedBackItemData
  readonly name: string
  readonly scopes: ReturnType<typeof itemScopes>
}

/** An order's net amounts belong to no lot, as lots are known only once goods leave; so neither does what is taken back. */
function itemScopes(requested: RequestedReturn, { productId, lotId }: ReceivedBackItemData) {
  const channel = requested.channel === null ? [] : [`channel:${requested.channel}`]
  const ofProduct = [...saleScopes(requested), ...channel, `product:${productId}`]
  return { ofProduct, ofLot: lotId === null ? ofProduct : [...ofProduct, `lot:${lotId}`] }
}

/**
 * KPI-3 and KPI-4, and with them what was reached of a target (KPI-2) and sold in a market (KPI-5): amount and quantity
 * leave the figures when the goods are received back, in that period, because a published month does not change. Only
 * goods returned for good are taken back (RET-1): with an exchange or a repair the customer has bought as much as before,
 * and the replacement is no sale either.
 */
function takenBack({ receipt, item, name, scopes }: ReceivedItem): readonly Measurement[] {
  if (receipt.remedy !== 'RETURN') return []
  const { netAmount, quantity, segment } = item
  const sold = anAmount('KPI-3', null, receipt.at, 0 - netAmount.minor, scopes.ofProduct)
  const amount = { ...sold, item: name, currency: netAmount.currency }
  const returned = anAmount('KPI-4', 'returned', receipt.at, 0 - thousandthsOf(quantity), scopes.ofLot)
  return [
    amount,
    { ...returned, item: name },
    ...(segment === null ? [] : [{ ...amount, kpi: 'KPI-5', part: segment } as const]),
  ]
}

/**
 * KPI-35: units that came back and whose quality problem is confirmed (RET-1), whatever the remedy, in the period in which
 * they had been shipped: so a month's shipments show how good they were. Orders bring what was shipped; goods of which no
 * shipment is known belong to no month. When quality control takes its word back, they count no longer.
 */
function qualityReturns({ receipt, item, name, scopes }: ReceivedItem, ledger: ReturnLedger): readonly Measurement[] {
  const { shippedAt, quantity } = item
  if (shippedAt === null) return []
  const changes = [...ledger.confirmations, ...ledger.denials].map(({ at }) => laterOf(at, receipt.at))
  return stretchesWhere(changes, (at) => isConfirmedAt(ledger, at)).map(({ since, until }) => ({
    ...anAmount('KPI-35', null, since, thousandthsOf(quantity), scopes.ofLot),
    item: `${name}/${since}`,
    countsAt: shippedAt,
    until,
  }))
}

/** The latest word of quality control stands; of two at one instant the confirmation, which is the stricter one. */
function isConfirmedAt({ confirmations, denials }: ReturnLedger, at: Instant): boolean {
  const confirmed = confirmations.findLast((finding) => finding.at <= at)
  const denied = denials.findLast((finding) => finding.at <= at)
  return confirmed !== undefined && (denied === undefined || denied.at <= confirmed.at)
}

/**
 * KPI-36: recovered from suppliers of the loss first borne (RET-2), in the period of the request. A loss counts from its
 * booking, each recovery from when it came, also after the claim was written off.
 */
function recovery({ losses, recoveries }: ReturnLedger, requested: RequestedReturn): readonly Measurement[] {
  const counted = ({ id, at, amount }: LossAmount, kind: 'borne' | 'recovered') => ({
    ...anAmount('KPI-36', null, at, 0, saleScopes(requested)),
    item: `${kind}/${id}`,
    countsAt: requested.at,
    currency: amount.currency,
  })
  return [
    ...losses.map((loss) => ({ ...counted(loss, 'borne'), denominator: loss.amount.minor })),
    ...recoveries.map((recovered) => ({ ...counted(recovered, 'recovered'), numerator: recovered.amount.minor })),
  ]
}

import { binOf } from '../../kpi/durations.ts'
import { millisOf } from '../../primitives/instant.ts'
import type { Measurement, Reckoning } from '../ledger.ts'
import { oneThing } from '../timing.ts'
import type { OrderLedger, PlacedOrder, Shipment } from './order-state.ts'

type Entry = Pick<PlacedOrder | Shipment, 'at' | 'recordedAt' | 'policyVersion'> & { readonly item: string }

/**
 * KPI-32 (CUS-6): how long each order and each shipment waited until it was entered, in the period in which it happened.
 * What is older than policy lets anybody date back can only be imported history, which nobody entered.
 */
export function entryLatencies(
  order: OrderLedger,
  placed: PlacedOrder,
  scopes: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  const entries = [
    { ...placed, item: 'placed' },
    ...order.shipments.map((shipment) => ({ ...shipment, item: shipment.shipmentId })),
  ]
  return entries.flatMap((entry) => entryLatency(entry, scopes, reckoning))
}

function entryLatency(
  { at, recordedAt, policyVersion, item }: Entry,
  scopes: readonly string[],
  reckoning: Reckoning,
): readonly Measurement[] {
  // A clock that runs ahead of ours may record a moment before it happened: entered at once.
  const latency = Math.max(0, millisOf(recordedAt) - millisOf(at))
  if (latency > reckoning.setting('recording.maximumBackdating', policyVersion)) return []
  const entered = oneThing('KPI-32', 'entry', at, scopes)
  return [{ ...entered, item, since: recordedAt, achievedAt: recordedAt, bin: binOf(latency) }]
}

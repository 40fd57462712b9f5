import type { LotMovement } from '@afterline/rules'
import { databaseOf, type Reading } from '@afterline/service-kit'
import type { Connection, mongo } from 'mongoose'
import { lots } from '../lot/lot.graph.ts'
import type { Lot } from '../lot/lot.ts'
import { oneLotOf } from '../lot/receipts.ts'
import type { Order } from './state.ts'

/** Lots as decisions on orders see them. */
interface LotsInStock {
  readonly lots: Readonly<Record<string, Lot>>
  readonly movements: Readonly<Record<string, readonly LotMovement[]>>
}

/**
 * The lots of these ids. One that was stored as several, from before a number was one lot, is one here: what quality control
 * decided on any of them holds for all, and they share one balance.
 * @param areTakenFrom whether goods leave them: then they are touched, so that nobody else takes the same goods, nor blocks
 * a lot, at the same moment; and what moved so far is read
 */
export async function lotsInStock(
  reading: Reading,
  ids: readonly string[],
  areTakenFrom: boolean,
): Promise<LotsInStock> {
  const named = Object.entries(await reading.statesOf(lots, ids))
  const same = new Map<string, readonly string[]>()
  for (const [id, lot] of named) same.set(id, [...new Set([id, ...(await reading.idsOfSame(lots, lot))])])
  const all = [...new Set([...same.values()].flat())]
  const states = await (areTakenFrom ? reading.heldStatesOf : reading.statesOf)(lots, all)
  const moved = areTakenFrom ? await movementsOf(reading, all) : new Map<string, readonly LotMovement[]>()
  const asOne = named.map(([id, lot]) => {
    const others = (same.get(id) ?? []).flatMap((one) => (one === id ? [] : (states[one] ?? [])))
    return [id, oneLotOf(lot, others)] as const
  })
  const together = [...same].map(([id, ones]) => [id, ones.flatMap((one) => moved.get(one) ?? [])] as const)
  return { lots: Object.fromEntries(asOne), movements: Object.fromEntries(together) }
}

/** What left these lots and came back to them, on all orders. By index: as fast as the orders that had goods of them are few. */
function movementsOf({ kit, inTurn }: Reading, lotIds: readonly string[]) {
  return inTurn((session) => readMovements(kit.connection, lotIds, session))
}

export async function readMovements(
  connection: Connection,
  lotIds: readonly string[],
  session?: mongo.ClientSession,
): Promise<ReadonlyMap<string, readonly LotMovement[]>> {
  if (lotIds.length === 0) return new Map()
  const found = await databaseOf(connection)
    .collection<{ readonly _id: string; readonly state: Pick<Order, 'shipments'> & Partial<Pick<Order, 'returns'>> }>(
      'orders',
    )
    .find({ 'state.shipments.items.lotId': { $in: [...lotIds] } }, session ? { session } : {})
    .project<{ readonly state: Pick<Order, 'shipments'> & Partial<Pick<Order, 'returns'>> }>({
      'state.shipments.shippedAt': 1,
      'state.shipments.items.lotId': 1,
      'state.shipments.items.quantity': 1,
      'state.returns': 1,
    })
    .toArray()
  const moved = found.flatMap(({ state: { shipments, returns = [] } }) => [
    ...shipments.flatMap(({ shippedAt, items }) => {
      return shippedAt === null ? [] : items.map((item) => ({ ...item, kind: 'SHIPPED' as const, at: shippedAt }))
    }),
    ...returns.flatMap(({ takenBackAt, items }) => {
      return items.map((item) => ({ ...item, kind: 'RETURNED' as const, at: takenBackAt }))
    }),
  ])
  const byLot = Map.groupBy(moved, ({ lotId }) => lotId ?? '')
  return new Map(
    lotIds.map((lotId) => [lotId, (byLot.get(lotId) ?? []).map(({ kind, at, quantity }) => ({ kind, at, quantity }))]),
  )
}

import type { OrderCommand } from '../commands.ts'
import type { Order } from '../state.ts'

/** What has to be read before a command is decided. Most commands need nothing; an import reads thousands of times. */
export interface Reading {
  readonly customerId: string | null
  readonly productIds: readonly string[]
  readonly lotIds: readonly string[]
  readonly deviationIds: readonly string[]
  readonly scans: readonly string[]
}

const NOTHING: Reading = { customerId: null, productIds: [], lotIds: [], deviationIds: [], scans: [] }

export function readingFor(command: OrderCommand, state: Order | { readonly status: 'UNPLACED' }): Reading {
  if (command.type === 'PlaceOrder') {
    const { customerId, lines } = command.data
    const productIds = distinct(lines.map(({ productId }) => productId))
    const deviationIds = distinct(lines.flatMap(({ approvedDeviation }) => approvedDeviation ?? []))
    return { ...NOTHING, customerId, productIds, lotIds: lotsOf(lines), deviationIds }
  }
  if (state.status === 'UNPLACED') return NOTHING
  const { customerId, lines } = state
  switch (command.type) {
    case 'ConfirmOrder':
      return { ...NOTHING, customerId, lotIds: lotsOf(lines) }
    case 'CheckOutbound': {
      const { items } = command.data
      return { ...NOTHING, lotIds: lotsOf(items), scans: distinct(items.flatMap(({ scan }) => scan ?? [])) }
    }
    case 'ShipGoods': {
      const productIds = distinct(lines.map(({ productId }) => productId))
      return { ...NOTHING, customerId, productIds, lotIds: lotsTakenFrom(command) }
    }
    default:
      return NOTHING
  }
}

/** Only shipping takes anything out of a lot: when quality control blocks it at the same moment, nothing slips out (QLT-4). */
export function lotsTakenFrom(command: OrderCommand): readonly string[] {
  return command.type === 'ShipGoods' ? lotsOf(command.data.items) : []
}

function lotsOf(items: readonly { readonly lotId: string | null }[]): readonly string[] {
  return distinct(items.flatMap(({ lotId }) => (lotId === null ? [] : [lotId])))
}

/** In one order everywhere, so that two transactions that touch the same lots meet at the first. */
function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}

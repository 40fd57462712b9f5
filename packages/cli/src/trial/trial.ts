import { setTimeout as delay } from 'node:timers/promises'
import { type Actor, actors, type Staff, type StaffIds } from './staff.ts'
import { fulfilOrder, openHospital, placeOrder, stockSterileSets } from './story.ts'

export interface TrialOptions {
  readonly orders: number
  readonly parallel: number
  /** Milliseconds from the end of an order to the beginning of the next, of each that are played at once. */
  readonly pauseMs: number
  readonly onProgress: (done: number) => void
  readonly now: () => Date
}

export interface PlayedOrders {
  /** Ids of the orders, each delivered. */
  readonly orders: readonly string[]
  readonly customers: readonly string[]
}

/** What one order takes, and how many orders one hospital's credit limit carries. */
const PIECES_OF_AN_ORDER = 200
const ORDERS_OF_A_HOSPITAL = 50
const VIEWER = 'query Viewer { viewer { subject } }'

/**
 * Plays orders from the customer's file to the delivery, through the graph alone, as the people of a company would. All
 * of them take their goods from one lot, so that they compete for it. An answer that is lost is asked for again under the
 * same key.
 */
export async function playOrders(staff: Staff, mark: string, options: TrialOptions): Promise<PlayedOrders> {
  const ids = await signAllIn(staff)
  const stock = await stockSterileSets(staff, mark, String(PIECES_OF_AN_ORDER * options.orders))
  const customers: string[] = []
  for (let number = 0; number * ORDERS_OF_A_HOSPITAL < options.orders; number += 1)
    customers.push(await openHospital(staff, `${mark} hospital ${number + 1}`))
  const played: string[] = []
  let begun = 0
  const playNext = async (): Promise<void> => {
    while (begun < options.orders) {
      const customerId = customers[Math.floor(begun / ORDERS_OF_A_HOSPITAL)] ?? ''
      begun += 1
      const goods = { ...stock, customerId }
      const order = await placeOrder(staff, goods, options.now())
      await fulfilOrder(staff, order, goods, ids)
      played.push(order.id)
      options.onProgress(played.length)
      if (begun < options.orders) await delay(options.pauseMs)
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.parallel, options.orders) }, playNext))
  return { orders: played, customers }
}

/** Whoever has signed in once is known staff, and may be named by others (ORG-3). */
async function signAllIn(staff: Staff): Promise<StaffIds> {
  const known = actors.map(async (post): Promise<[Actor, string]> => {
    const { viewer } = await staff(post).query<{ viewer: { subject: string } }>(VIEWER, {})
    return [post, viewer.subject]
  })
  // Every actor has an entry, by the line above.
  return Object.fromEntries(await Promise.all(known)) as StaffIds
}

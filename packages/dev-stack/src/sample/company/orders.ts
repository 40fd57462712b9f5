import { isRefusal, onceKnown } from '@afterline/cli'
import type { Change, Identified } from './change.ts'
import { customerIdOf, customers } from './customers.ts'
import type { Moments } from './moments.ts'
import { type Code, priceOf, productIdOf } from './products.ts'
import type { Lots } from './stock.ts'

const STEPS = ['PLACED', 'CONFIRMED', 'IN_PRODUCTION', 'READY', 'CHECKED', 'SHIPPED', 'DELIVERED'] as const
type Reached = (typeof STEPS)[number]

/** An order of the last days, and how far it has come. */
interface CompanyOrder {
  readonly customer: string
  readonly product: Code
  readonly lot: string
  readonly quantity: number
  /** Days before now. */
  readonly placed: number
  readonly reached: Reached
  /** Days from placing until the contract wants it shipped. */
  readonly due?: number
  /** Less than was ordered makes it a part shipment. */
  readonly shipped?: number
  readonly ending?: 'REJECTED' | 'CANCELLED' | 'TAKEN_BACK' | 'REFUSED'
}

const order = (
  customer: string,
  product: Code,
  lot: string,
  quantity: number,
  placed: number,
  reached: Reached,
  more: Pick<CompanyOrder, 'due' | 'shipped' | 'ending'> = {},
): CompanyOrder => ({ customer, product, lot, quantity, placed, reached, ...more })

const orders: readonly CompanyOrder[] = [
  order('K01', 'IS-20', 'IS20-A01', 400, 5.5, 'DELIVERED'),
  order('K02', 'IS-20', 'IS20-A02', 300, 5.3, 'DELIVERED'),
  order('K17', 'IS-20', 'IS20-A02', 500, 4.8, 'SHIPPED'),
  order('K05', 'BN-45', 'BN45-A01', 24, 5.1, 'DELIVERED'),
  order('K03', 'PU-3', 'PU3-A01', 6, 4.9, 'DELIVERED', { due: 1 }),
  order('K10', 'MK-2', 'MK2-A01', 80, 4.5, 'DELIVERED', { ending: 'TAKEN_BACK' }),
  order('K20', 'CP-1', 'CP1-A01', 200, 3.6, 'SHIPPED'),
  order('K22', 'GL-5', 'GL5-A01', 600, 3.2, 'SHIPPED', { shipped: 250, due: 2 }),
  order('K18', 'BP-8', 'BP8-A01', 40, 2.9, 'CHECKED', { due: 2 }),
  order('K04', 'MK-2', 'MK2-A01', 120, 2.4, 'READY'),
  order('K01', 'PU-3', 'PU3-A01', 3, 2.1, 'IN_PRODUCTION', { due: 1.5 }),
  order('K11', 'GL-5', 'GL5-A01', 100, 1.4, 'CONFIRMED'),
  order('K13', 'HS-9', 'HS9-A01', 60, 1.2, 'CONFIRMED'),
  order('K12', 'CP-1', 'CP1-A01', 30, 0.2, 'PLACED'),
  order('K02', 'TB-6', 'TB6-A01', 20, 0.8, 'PLACED'),
  order('K08', 'IS-20', 'IS20-A01', 200, 3.1, 'PLACED'),
  order('K07', 'IS-20', 'IS20-A01', 150, 2.2, 'PLACED', { ending: 'REFUSED' }),
  order('K16', 'IS-20', 'IS20-A01', 90, 1.6, 'PLACED', { ending: 'REFUSED' }),
  order('K09', 'BN-45', 'BN45-A01', 6, 0.5, 'PLACED', { ending: 'REFUSED' }),
  order('K21', 'BP-8', 'BP8-A01', 25, 1.9, 'PLACED', { ending: 'REJECTED' }),
  order('K06', 'TB-6', 'TB6-A01', 15, 2.6, 'CONFIRMED', { ending: 'CANCELLED' }),
]

/** An order whose goods arrived, for complaints about them. */
export interface Delivered {
  readonly orderId: string
  readonly customerId: string
  readonly productId: string
  readonly lotId: string
}

/** The orders of the last days, in every state: late, refused, declined, called off and taken back ones among them. */
export async function takeOrders(change: Change, moments: Moments, lots: Lots): Promise<readonly Delivered[]> {
  const take = (each: CompanyOrder) => liveOrder(change, moments, lots, each)
  // The first one waits until orders know the customers; the others need not ask again and again.
  const first = await Promise.all(orders.slice(0, 1).map(take))
  const delivered = [...first, ...(await Promise.all(orders.slice(1).map(take)))]
  return delivered.flatMap((each) => (each === null ? [] : [each]))
}

async function liveOrder(change: Change, moments: Moments, lots: Lots, told: CompanyOrder): Promise<Delivered | null> {
  const { customer, product, placed, reached, due = 4, ending } = told
  const customerId = customerIdOf(customer)
  const seller = customers.find(({ key }) => key === customer)?.owner ?? 'sales-manager'
  const after = (hours: number) => moments.ago(placed, -hours)
  const placing = {
    customerId,
    lines: [
      {
        ...{ productId: productIdOf(product), quantity: String(told.quantity), contractShipBy: after(due * 24) },
        unitPrice: { minor: priceOf(product), currency: 'CNY' },
      },
    ],
  }
  const { id: orderId, lines } = await onceKnown(['CUS-1', 'ORG-3'], () =>
    change<Identified & { readonly lines: readonly Identified[] }>({
      ...{ by: seller, mutation: 'placeOrder', of: 'order', select: 'id lines { id }', at: after(0), input: placing },
    }),
  )
  const step = (by: Parameters<Change>[0]['by'], mutation: string, hours: number, input: object = {}) =>
    change({ by, mutation, of: 'order', at: after(hours), input: { orderId, ...input } })
  const lotId = lots.get(told.lot) ?? ''
  let shipmentId: string | undefined
  const item = { lineId: lines[0]?.id, lotId, quantity: String(told.shipped ?? told.quantity) }
  const steps: Readonly<Record<Reached, () => Promise<unknown>>> = {
    PLACED: async () => {},
    CONFIRMED: () => onceKnown(['CUS-4', 'CUS-5', 'CUS-8'], () => step(seller, 'confirmOrder', 3)),
    IN_PRODUCTION: () => step('production-1', 'startProduction', 6),
    READY: () => step('production-1', 'reportGoodsReady', 20),
    CHECKED: () =>
      onceKnown(['ORG-3'], () =>
        step('warehouse-2', 'checkOutbound', 23, { pickedBy: 'warehouse-1', items: [{ ...item, result: 'PASSED' }] }),
      ),
    SHIPPED: async () => {
      const { shipments } = await onceKnown(['ORG-3'], () =>
        change<{ readonly shipments: readonly Identified[] }>({
          ...{ by: 'warehouse-1', mutation: 'shipGoods', of: 'order', select: 'shipments { id }', at: after(26) },
          input: {
            ...{ orderId, carrier: '样本物流', items: [{ ...item, qualityCondition: '合格' }] },
            ...{ invoiceNumber: `FP-${orderId.slice(-6)}`, vouchers: [`YD-${orderId.slice(-6)}`] },
            ...{ handledBy: seller, signedBy: 'quality-1' },
          },
        }),
      )
      shipmentId = shipments[0]?.id
    },
    DELIVERED: () => step('warehouse-1', 'reportDelivery', 50, { shipmentId }),
  }
  for (const name of STEPS.slice(0, STEPS.indexOf(reached) + 1)) await steps[name]()
  if (ending === 'REFUSED') await refusedConfirmation(() => step(seller, 'confirmOrder', 4))
  if (ending === 'REJECTED') await step(seller, 'rejectOrder', 5, { reason: '资质已过期，客户未能补齐' })
  if (ending === 'CANCELLED') await step(seller, 'cancelOrder', 9, { reason: '客户科室预算调整' })
  if (ending === 'TAKEN_BACK') {
    const back = { items: [{ ...item, quantity: '10' }], reason: '外箱受潮，客户拒收部分货物' }
    await step('warehouse-1', 'takeBackGoods', 60, back)
  }
  return reached === 'DELIVERED' ? { orderId, customerId, productId: productIdOf(product), lotId } : null
}

/** What the gates say stays on record with the order, which waits on and becomes overdue. */
async function refusedConfirmation(confirm: () => Promise<unknown>): Promise<void> {
  await confirm().then(
    () => {
      throw new Error('an order was confirmed that the gates should have refused')
    },
    (error: unknown) => {
      if (!isRefusal(error)) throw error
    },
  )
}

import { contracts } from './contract/contract.graph.ts'
import { deviations } from './deviation/deviation.graph.ts'
import { lots } from './lot/lot.graph.ts'
import { orders } from './order/order.graph.ts'
import { products } from './product/product.graph.ts'

export const context = 'orders'

/** The aggregates of this service. */
export const graphs = [products, lots, deviations, orders, contracts]

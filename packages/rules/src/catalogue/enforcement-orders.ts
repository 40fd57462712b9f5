import type { FamilyEnforcements } from './enforcement.ts'
import { gate, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { orderRules } from './rules-orders.ts'

/** How orders, delivery, invoice and collection are enforced. */
export const orderEnforcements: FamilyEnforcements<typeof orderRules> = {
  'ORD-1': [limitedBy('order.confirm')],
  'ORD-2': [inForce.record('OrderConfirmed', ['confirmOrder'])],
  'ORD-3': [gate('orderAccuracyGate'), inForce.within('services/orders/src/order', ['checkOutbound', 'shipGoods'])],
  'ORD-4': [inForce.stage('order', ['startProduction', 'reportGoodsReady'], 'orderStages')],
  'ORD-5': [],
  'DEL-1': [limitedBy('order.delivery')],
  'DEL-2': [gate('outboundCheckGate'), gate('secondPersonGate')],
  'DEL-3': [gate('lotGate'), gate('outboundCheckGate')],
  'DEL-4': [inForce.record('GoodsShipped', ['shipGoods']), inForce.record('Customer.orders')],
  'FIN-1': [gate('threeWayMatchGate')],
  'FIN-2': [gate('threeWayMatchGate'), limitedBy('invoice.match')],
  'FIN-3': [planned.record('purchase and sales record that finance shares')],
  'FIN-4': [],
  'FIN-5': [planned.stage('collection')],
}

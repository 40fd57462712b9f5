import type { FamilyEnforcements } from './enforcement.ts'
import { computed, inForce, limitedBy, planned } from './enforcement-forms.ts'
import type { orderRules } from './rules-orders.ts'

/** How orders, delivery, invoice and collection are enforced. */
export const orderEnforcements: FamilyEnforcements<typeof orderRules> = {
  'ORD-1': [limitedBy('order.confirm')],
  'ORD-2': [inForce.record('OrderConfirmed', ['confirmOrder'])],
  'ORD-3': [
    inForce.gate('orderAccuracyGate', ['placeOrder']),
    inForce.within('services/orders/src/order', ['checkOutbound', 'shipGoods']),
  ],
  'ORD-4': [inForce.stage('order', ['startProduction', 'reportGoodsReady'], 'orderStages')],
  'ORD-5': [],
  'DEL-1': [limitedBy('order.delivery')],
  'DEL-2': [inForce.gate('outboundCheckGate', ['shipGoods']), inForce.gate('secondPersonGate', ['checkOutbound'])],
  'DEL-3': [inForce.gate('lotGate', ['confirmOrder', 'shipGoods']), inForce.gate('outboundCheckGate', ['shipGoods'])],
  'DEL-4': [inForce.record('GoodsShipped', ['shipGoods']), inForce.record('Customer.orders')],
  'FIN-1': [computed.gate('threeWayMatchGate')],
  'FIN-2': [computed.gate('threeWayMatchGate'), limitedBy('invoice.match')],
  'FIN-3': [planned.record('purchase and sales record that finance shares')],
  'FIN-4': [],
  'FIN-5': [planned.stage('collection')],
}

import type { TransitionTable } from './transitions.ts'

export type OrderStage =
  | 'UNPLACED'
  | 'PLACED'
  | 'CONFIRMED'
  | 'REJECTED'
  | 'IN_PRODUCTION'
  | 'READY'
  | 'CHECKED'
  | 'PARTLY_SHIPPED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CANCELLED'

export type OrderCommandName =
  | 'PlaceOrder'
  | 'ConfirmOrder'
  | 'RejectOrder'
  | 'StartProduction'
  | 'ReportGoodsReady'
  | 'CheckOutbound'
  | 'ShipGoods'
  | 'ReportDelivery'
  | 'TakeBackGoods'
  | 'CancelOrder'

/**
 * The life cycle of an order (OPP-1, regulations section 7). Production, readiness and the check may be skipped by
 * goods from stock: what must not be skipped is refused by its own gate (DEL-2). Each target is the status that the
 * command leads to at least: one shipment of several leaves the order PARTLY_SHIPPED, the last one makes it SHIPPED. What
 * comes back changes nothing of how far the order has come.
 */
export const orderStages: TransitionTable<OrderStage, OrderCommandName> = {
  name: { zh: '订单', en: 'order' },
  rule: 'OPP-1',
  initial: 'UNPLACED',
  transitions: {
    UNPLACED: { PlaceOrder: 'PLACED' },
    PLACED: { ConfirmOrder: 'CONFIRMED', RejectOrder: 'REJECTED', CancelOrder: 'CANCELLED' },
    CONFIRMED: {
      StartProduction: 'IN_PRODUCTION',
      ReportGoodsReady: 'READY',
      CheckOutbound: 'CHECKED',
      ShipGoods: 'PARTLY_SHIPPED',
      CancelOrder: 'CANCELLED',
    },
    IN_PRODUCTION: {
      ReportGoodsReady: 'READY',
      CheckOutbound: 'CHECKED',
      ShipGoods: 'PARTLY_SHIPPED',
      CancelOrder: 'CANCELLED',
    },
    READY: { CheckOutbound: 'CHECKED', ShipGoods: 'PARTLY_SHIPPED', CancelOrder: 'CANCELLED' },
    CHECKED: { CheckOutbound: 'CHECKED', ShipGoods: 'PARTLY_SHIPPED', CancelOrder: 'CANCELLED' },
    PARTLY_SHIPPED: {
      CheckOutbound: 'PARTLY_SHIPPED',
      ShipGoods: 'SHIPPED',
      ReportDelivery: 'PARTLY_SHIPPED',
      TakeBackGoods: 'PARTLY_SHIPPED',
    },
    SHIPPED: { ReportDelivery: 'DELIVERED', TakeBackGoods: 'SHIPPED' },
    DELIVERED: { TakeBackGoods: 'DELIVERED' },
    REJECTED: {},
    CANCELLED: {},
  },
}

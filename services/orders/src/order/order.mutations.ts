import { createdId, type Entry, execute, type RequestContext, requestError } from '@afterline/service-kit'
import type { Repositories } from '../repositories.ts'
import type { CheckOutboundInput, PlaceOrderInput, Resolvers, ShipGoodsInput } from '../schema.generated.ts'
import type { OrderRepository } from './order.model.ts'
import { loadOrder, onlyOrdersOf, orderView } from './order.view.ts'
import type { OrderCommand } from './order-commands.ts'

/** A command before it is known who gives it and when. */
type WithoutMoment<Cmd> = Cmd extends unknown ? Omit<Cmd, 'at' | 'by'> : never
type Intention = WithoutMoment<OrderCommand>

/** Every command of an order: input to command, document to type. */
export function orderMutations({ orders }: Repositories): Resolvers {
  const change = async (
    context: RequestContext,
    entry: Entry,
    input: { readonly orderId: string },
    intention: Intention,
  ) => {
    // An order that the caller may not see is not there for its changes either.
    if (!(await loadOrder(orders.model, context, input.orderId))) throw requestError('NOT_FOUND')
    return carryOut(context, orders, input.orderId, entry, intention)
  }
  return {
    Mutation: {
      placeOrder(_, { entry, input }, context) {
        refuseAnothersName(context, input.salespersonId ?? null)
        const orderId = createdId(context, entry, 'order')
        return carryOut(context, orders, orderId, entry, placing(context, orderId, entry, input))
      },
      confirmOrder: (_, { entry, input }, context) => change(context, entry, input, { type: 'ConfirmOrder', data: {} }),
      rejectOrder: (_, { entry, input }, context) =>
        change(context, entry, input, { type: 'RejectOrder', data: { reason: input.reason } }),
      startProduction: (_, { entry, input }, context) =>
        change(context, entry, input, { type: 'StartProduction', data: {} }),
      reportGoodsReady: (_, { entry, input }, context) =>
        change(context, entry, input, { type: 'ReportGoodsReady', data: {} }),
      checkOutbound: (_, { entry, input }, context) => change(context, entry, input, checking(context, entry, input)),
      shipGoods: (_, { entry, input }, context) => change(context, entry, input, shipping(context, entry, input)),
      reportDelivery: (_, { entry, input }, context) =>
        change(context, entry, input, { type: 'ReportDelivery', data: { shipmentId: input.shipmentId } }),
      cancelOrder: (_, { entry, input }, context) =>
        change(context, entry, input, { type: 'CancelOrder', data: { reason: input.reason } }),
    },
  }
}

/** Sales are counted by the name on the order, and an order is its salesperson's from then on. */
function refuseAnothersName(context: RequestContext, salespersonId: string | null): void {
  const own = onlyOrdersOf(context)
  if (own === null || salespersonId === null || salespersonId === own) return
  throw requestError('INPUT_INVALID', "salespersonId: a salesperson places orders in no other one's name.")
}

async function carryOut(
  context: RequestContext,
  orders: OrderRepository,
  orderId: string,
  entry: Entry,
  intention: Intention,
) {
  const commandOf = (moment: Pick<OrderCommand, 'at' | 'by'>): OrderCommand => ({ ...intention, ...moment })
  const { document, violations } = await execute(context, orders, orderId, entry, commandOf)
  return { order: document && orderView(document), violations }
}

/** Ids of lines follow from caller and key, like the order's own, so that a repeated request is the same request. */
function placing(context: RequestContext, orderId: string, entry: Entry, input: PlaceOrderInput): Intention {
  return {
    type: 'PlaceOrder',
    data: {
      orderId,
      customerId: input.customerId,
      salespersonId: input.salespersonId ?? context.principal.id,
      channel: input.channel ?? 'DIRECT',
      sourceKey: null,
      lines: input.lines.map((line, index) => ({
        lineId: createdId(context, entry, `order-line/${index}`),
        productId: line.productId,
        lotId: line.lotId ?? null,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        contractShipBy: line.contractShipBy ?? null,
        approvedDeviation: line.approvedDeviation ?? null,
      })),
    },
  }
}

/** The caller is the checker: nobody can enter a check in another's name (C39). */
function checking(context: RequestContext, entry: Entry, input: CheckOutboundInput): Intention {
  return {
    type: 'CheckOutbound',
    data: {
      checkId: createdId(context, entry, 'outbound-check'),
      pickedBy: input.pickedBy,
      checkedBy: context.principal.id,
      items: input.items.map(({ lineId, lotId, quantity, result }) => ({
        lineId,
        lotId: lotId ?? null,
        quantity,
        result,
      })),
    },
  }
}

function shipping(context: RequestContext, entry: Entry, input: ShipGoodsInput): Intention {
  return {
    type: 'ShipGoods',
    data: {
      shipmentId: createdId(context, entry, 'shipment'),
      carrier: input.carrier ?? null,
      items: input.items.map((item) => ({
        lineId: item.lineId,
        lotId: item.lotId ?? null,
        quantity: item.quantity,
        serialNumber: item.serialNumber ?? null,
        qualityCondition: item.qualityCondition ?? null,
      })),
      invoiceNumber: input.invoiceNumber ?? null,
      vouchers: input.vouchers ?? [],
      handledBy: input.handledBy ?? context.principal.id,
      signedBy: input.signedBy ?? null,
    },
  }
}

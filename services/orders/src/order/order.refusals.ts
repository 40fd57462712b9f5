import type { Instant, Quantity, Violation } from '@afterline/rules'
import type { Lot } from '../lot/lot.ts'
import type { OrderLine } from './state.ts'

export function unknownCustomer(customerId: string): Violation {
  return {
    rule: 'CUS-1',
    message: { zh: '该客户没有档案。', en: 'The customer has no file.' },
    path: ['customerId'],
    remedy: { zh: '请先建立客户档案。', en: "Open the customer's file first." },
    facts: { customerId },
  }
}

export function unknownLine(lineId: string, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '订单中没有该行。', en: 'The order has no such line.' },
    path: [...path, 'lineId'],
    remedy: { zh: '请按订单行更正。', en: "Correct it by the order's lines." },
    facts: { lineId },
  }
}

export function neitherLineNorScan(path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: {
      zh: '既未填写订单行，也没有扫描标签。',
      en: 'Neither a line of the order nor a scanned label tells what was checked.',
    },
    path: [...path, 'lineId'],
    remedy: { zh: '请扫描货品标签，或填写订单行。', en: 'Scan the label of the goods, or name the line.' },
    facts: { lineId: null },
  }
}

/** @param orderId the order on which it was checked or left before */
export function serialTaken(serialNumber: string, orderId: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `出厂编号 ${serialNumber} 已复核或已发出，没有退回记录。`,
      en: `Serial number ${serialNumber} was checked or has left before, and did not come back.`,
    },
    path: [...path, 'serialNumber'],
    remedy: SERIAL_TAKEN,
    facts: { serialNumber, orderId },
  }
}

export const SERIAL_TAKEN = {
  zh: '请扫描另一件货品的标签；已退回的请先登记退回及其出厂编号（takeBackGoods）。',
  en: 'Scan the label of another piece; what came back is taken back first, by its number (takeBackGoods).',
}

export function serialNotOut(serialNumber: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `该行该批次发出的货品中没有出厂编号 ${serialNumber}。`,
      en: `Serial number ${serialNumber} is not out with goods of this line and lot.`,
    },
    path: [...path, 'serialNumber'],
    remedy: {
      zh: '请按标签核对出厂编号；无法识读时不填。',
      en: 'Check the number against the label; leave it out where it cannot be read.',
    },
    facts: { serialNumber },
  }
}

/** Every number of the lot is known; so it can be told of each piece which one it is. */
export function serialsLeftOut(
  { lotId, lotNumber }: Pick<Lot, 'lotId' | 'lotNumber'>,
  checked: Quantity,
  missing: number,
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `批号 ${lotNumber} 的出厂编号均已登记；复核 ${checked}，缺 ${missing} 个出厂编号。`,
      en: `All serial numbers of lot ${lotNumber} are on record; ${checked} was checked, and serial numbers are missing: ${missing}.`,
    },
    path: [...path, 'serialNumber'],
    remedy: {
      zh: '请逐件复核：每件一项，数量为 1，并扫描其标签或填写出厂编号。',
      en: 'Check piece by piece: one item of the quantity 1 each, with its label scanned or its serial number entered.',
    },
    facts: { lotId, lotNumber, checked, missing },
  }
}

export function nothingToShip(): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '发货单没有任何货品。', en: 'The shipment holds no goods.' },
    path: ['items'],
    remedy: { zh: '请至少填写一项货品及其数量。', en: 'Name at least one item with its quantity.' },
    facts: { items: 0 },
  }
}

export function noQuantity(lineId: string, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: { zh: '数量必须大于零。', en: 'The quantity must be more than zero.' },
    path: [...path, 'quantity'],
    remedy: { zh: '填写数量，或删除该项。', en: 'Enter the quantity, or remove the item.' },
    facts: { lineId },
  }
}

export function moreThanOrdered(line: OrderLine, open: Quantity, asked: Quantity, path: readonly string[]): Violation {
  return {
    rule: 'ORD-3',
    message: {
      zh: `该行只剩 ${open} 未发，却要发 ${asked}。`,
      en: `${asked} shall leave, but only ${open} of the line is left to ship.`,
    },
    path: [...path, 'quantity'],
    remedy: { zh: '按订单数量发货；多出的另下订单。', en: 'Ship what was ordered; place another order for more.' },
    facts: { lineId: line.lineId, ordered: line.quantity, open, asked },
  }
}

/** @param asked what was and is to be checked of the line and lot, all together */
export function checkedMoreThanOrdered(
  { lineId, quantity: ordered }: OrderLine,
  asked: Quantity,
  path: readonly string[],
): Violation {
  return {
    rule: 'ORD-3',
    message: {
      zh: `该行只订购 ${ordered}，却复核了 ${asked}。`,
      en: `${asked} would be checked, but only ${ordered} of the line was ordered.`,
    },
    path: [...path, 'quantity'],
    remedy: { zh: '按订单数量复核。', en: 'Check what was ordered.' },
    facts: { lineId, ordered, asked },
  }
}

export function moreThanLeft(
  { lineId, lotId }: { readonly lineId: string; readonly lotId: string | null },
  left: Quantity,
  asked: Quantity,
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `该行该批次只有 ${left} 在外，却要退回 ${asked}。`,
      en: `${asked} shall come back, but only ${left} of the line and lot is out.`,
    },
    path: [...path, 'quantity'],
    remedy: { zh: '按发货记录更正行、批次和数量。', en: 'Correct line, lot and quantity by the shipments.' },
    facts: { lineId, lotId, left, asked },
  }
}

export function nothingComesBack(): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '没有任何退回的货品。', en: 'No goods are named that come back.' },
    path: ['items'],
    remedy: { zh: '请至少填写一项货品及其数量。', en: 'Name at least one item with its quantity.' },
    facts: { items: 0 },
  }
}

export function unknownLot(lotId: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '该批次没有入库记录。', en: 'No such lot was received.' },
    path: [...path, 'lotId'],
    remedy: { zh: '先登记批次入库，或更正批次。', en: 'Receive the lot first, or correct its id.' },
    facts: { lotId },
  }
}

export function lotOfOtherProduct(lot: Lot, line: { readonly productId: string }, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: `批号 ${lot.lotNumber} 属于另一种产品。`, en: `Lot ${lot.lotNumber} is of another product.` },
    path: [...path, 'lotId'],
    remedy: { zh: '请取用所订产品的批次。', en: 'Take a lot of the product that was ordered.' },
    facts: { lotId: lot.lotId, lotNumber: lot.lotNumber, ofProduct: lot.productId, ordered: line.productId },
  }
}

export function unknownShipment(shipmentId: string): Violation {
  return {
    rule: 'OPP-1',
    message: { zh: '该批货物没有发货记录。', en: 'No such shipment has left.' },
    path: ['shipmentId'],
    remedy: { zh: '先登记发货。', en: 'Record the shipment first.' },
    facts: { shipmentId },
  }
}

export function deliveredBefore(shipmentId: string, deliveredAt: Instant): Violation {
  return {
    rule: 'OPP-1',
    message: { zh: '该批货物已登记送达。', en: 'This shipment was delivered before.' },
    path: ['shipmentId'],
    remedy: { zh: '无需重复登记。', en: 'Nothing needs to be recorded again.' },
    facts: { shipmentId, deliveredAt },
  }
}

export function deliveredBeforeShipping(shipmentId: string, shippedAt: Instant, at: Instant): Violation {
  return {
    rule: 'OPP-1',
    message: { zh: '送达时间早于发货时间。', en: 'The delivery is dated before the shipment left.' },
    path: ['occurredAt'],
    remedy: { zh: '请核对两个时间。', en: 'Check both instants.' },
    facts: { shipmentId, shippedAt, at },
  }
}

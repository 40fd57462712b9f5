import type { Violation } from '@afterline/rules'

/* What is refused of scanned labels. Each names what was scanned. */

export function unknownDevice(scan: string, gtin: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: `没有产品的产品标识为 ${gtin}。`, en: `No product on record bears the device identifier ${gtin}.` },
    path,
    remedy: {
      zh: '请登记该产品及其产品标识（registerProduct），或为已登记的产品补充（completeProduct）。',
      en: 'Register the product with this identifier (registerProduct), or add it to the one on record (completeProduct).',
    },
    facts: { scan, gtin },
  }
}

export function noDevice(scan: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '标签上没有产品标识 (01)。', en: 'The label names no device (01).' },
    path,
    remedy: {
      zh: '请扫描载有 (01) 的标签，或填写订单行和批次。',
      en: 'Scan the label that bears (01), or enter line and lot.',
    },
    facts: { scan },
  }
}

export function notOnLabel(scan: string | null, field: string): Violation {
  return {
    rule: 'TRC-4',
    message:
      scan === null
        ? { zh: `“${field}”未填写，也没有扫描标签。`, en: `${field} was not entered, and no label was scanned.` }
        : { zh: `标签上没有“${field}”，也未填写。`, en: `The label does not say ${field}, and it was not entered.` },
    path: [field],
    remedy: { zh: `请填写“${field}”，或扫描载有它的标签。`, en: `Enter ${field}, or scan a label that bears it.` },
    facts: { scan },
  }
}

export function notOrdered(
  scan: string,
  ordered: { readonly lineId: string | null },
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: '扫描的货品不是所订的产品。',
      en: 'What was scanned is not the product that was ordered.',
    },
    path,
    remedy: { zh: '请放回，并取用订单行所列的产品。', en: 'Put it back, and take a product that the order lists.' },
    facts: { scan, lineId: ordered.lineId },
  }
}

/** The product is the right one, and no goods of such a number came in. */
export function lotNeverReceived(scan: string, lotNumber: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `该产品的批号 ${lotNumber} 没有入库记录。`,
      en: `No lot ${lotNumber} of the product was received.`,
    },
    path,
    remedy: {
      zh: '请先登记入库（receiveLot），或核对标签。',
      en: 'Receive the lot first (receiveLot), or check the label.',
    },
    facts: { scan, lotNumber },
  }
}

/** The lot came in with all its serial numbers read, and this one was not among them. */
export function serialNeverReceived(
  scan: string | null,
  serialNumber: string,
  lotNumber: string,
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `批号 ${lotNumber} 入库时没有出厂编号 ${serialNumber}。`,
      en: `Serial number ${serialNumber} was not among the goods of lot ${lotNumber} that were received.`,
    },
    path,
    remedy: {
      zh: '请核对货品与标签；漏登记的请补登记入库（receiveLot）。',
      en: 'Check goods and label; receive what was not entered (receiveLot).',
    },
    facts: { scan, serialNumber, lotNumber },
  }
}

export function lotNotWanted(scan: string, lotNumber: string, wanted: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `扫描的批号为 ${lotNumber}，该订单行指定的是另一批次。`,
      en: `Lot ${lotNumber} was scanned, and the line of the order names another one.`,
    },
    path,
    remedy: { zh: '请取用订单行指定的批次。', en: 'Take the lot that the line names.' },
    facts: { scan, lotNumber, wanted },
  }
}

export function expiredGoods(scan: string, expiresOn: string, path: readonly string[]): Violation {
  return {
    rule: 'DEL-3',
    message: { zh: `扫描的货品已于 ${expiresOn} 失效。`, en: `What was scanned expired on ${expiresOn}.` },
    path,
    remedy: { zh: '请按不合格（FAILED）记录，该货品留在库中。', en: 'Record it as FAILED; the goods stay.' },
    facts: { scan, expiresOn },
  }
}

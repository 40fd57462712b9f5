import type { Bilingual, LocalDate, Quantity, Violation } from '@afterline/rules'

export function noSterilisationLot(lotNumber: string): Violation {
  return {
    rule: 'TRC-2',
    message: { zh: '无菌产品须有灭菌批号。', en: 'A sterile product needs its sterilisation lot.' },
    path: ['sterilisationLot'],
    remedy: { zh: '请按检验报告填写灭菌批号。', en: 'Enter the sterilisation lot from the report.' },
    facts: { lotNumber },
  }
}

export function moreSerialsThanGoods(quantity: Quantity, serials: number): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `入库 ${quantity}，却有 ${serials} 个出厂编号。`,
      en: `${quantity} came in, and ${serials} serial numbers were entered.`,
    },
    path: ['serialNumbers'],
    remedy: { zh: '请核对数量与出厂编号。', en: 'Check quantity and serial numbers.' },
    facts: { quantity, serials },
  }
}

export function serialReceivedBefore(serialNumber: string, path: readonly string[]): Violation {
  return {
    rule: 'TRC-1',
    message: {
      zh: `出厂编号 ${serialNumber} 重复入库。`,
      en: `Serial number ${serialNumber} came into this lot before, or is entered twice.`,
    },
    path,
    remedy: {
      zh: '请核对标签；退回的货品请登记退回（takeBackGoods）。',
      en: 'Check the labels; what a customer gave back is taken back (takeBackGoods), not received again.',
    },
    facts: { serialNumber },
  }
}

export const SERIAL_ELSEWHERE = {
  zh: '请核对标签上的批号与出厂编号；该编号已登记在另一批次。',
  en: 'Check lot and serial number against the label: the number is on record in another lot.',
}

export function expiresBeforeMade({
  producedOn,
  expiresOn,
}: {
  readonly producedOn: LocalDate | null
  readonly expiresOn: LocalDate | null
}): Violation {
  return {
    rule: 'TRC-2',
    message: { zh: '有效期早于生产日期。', en: 'The lot expires before it was made.' },
    path: ['expiresOn'],
    remedy: { zh: '请核对标签上的日期。', en: 'Check both dates against the label.' },
    facts: { producedOn, expiresOn },
  }
}

export function decidedBefore({
  status,
  lotNumber,
}: {
  readonly status: string
  readonly lotNumber: string
}): Violation {
  return {
    rule: 'QLT-4',
    message: { zh: '该批次已处于此质量状态。', en: 'The lot already has this quality status.' },
    path: ['status'],
    remedy: { zh: '无需重复判定。', en: 'Nothing needs to be decided again.' },
    facts: { status, lotNumber },
  }
}

const labelNames = {
  sterilisationLot: { zh: '灭菌批号', en: 'sterilisation lot' },
  producedOn: { zh: '生产日期', en: 'day of making' },
  expiresOn: { zh: '有效期', en: 'expiry' },
} satisfies Readonly<Record<string, Bilingual>>

type LabelField = keyof typeof labelNames

const CHECK_THE_LABEL = {
  zh: '请核对标签；标签不同的货品不属于该批次。',
  en: 'Check the label: goods with another label are not of this lot.',
}
const COMPLETE_FIRST = {
  zh: '请先按标签补充该批次（completeLot），再登记入库。',
  en: 'Complete the lot as its label says (completeLot) first, then receive the goods.',
}

/** Names both: what is on record, and what the label of these goods is said to bear. */
export function otherLabel(
  lot: { readonly lotId: string; readonly lotNumber: string } & Readonly<Record<LabelField, string | null>>,
  field: LabelField,
  told: string,
): Violation {
  const { zh, en } = labelNames[field]
  const known = lot[field]
  return {
    rule: 'TRC-2',
    message: {
      zh: `批号 ${lot.lotNumber} 登记的${zh}为 ${known ?? '空'}，本次却为 ${told}。`,
      en: `Lot ${lot.lotNumber} is on record with the ${en} ${known ?? 'left out'}; these goods are said to bear ${told}.`,
    },
    path: [field],
    remedy: known === null ? COMPLETE_FIRST : CHECK_THE_LABEL,
    facts: { lotId: lot.lotId, lotNumber: lot.lotNumber, known, told },
  }
}

export function tooMuchOfOneLot(
  { lotNumber, quantity: known }: { readonly lotNumber: string; readonly quantity: Quantity },
  told: Quantity,
): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '该批次的总数量过大，无法计数。', en: 'The lot would be more than can be counted.' },
    path: ['quantity'],
    remedy: { zh: '请核对数量。', en: 'Check the quantity.' },
    facts: { lotNumber, known, told },
  }
}

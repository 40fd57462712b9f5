import type { LocalDate, Violation } from '@afterline/rules'

export function noSterilisationLot(lotNumber: string): Violation {
  return {
    rule: 'TRC-2',
    message: { zh: '无菌产品须有灭菌批号。', en: 'A sterile product needs its sterilisation lot.' },
    path: ['sterilisationLot'],
    remedy: { zh: '请按检验报告填写灭菌批号。', en: 'Enter the sterilisation lot from the report.' },
    facts: { lotNumber },
  }
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

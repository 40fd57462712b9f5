import type { Money, Violation } from '@afterline/rules'

export function negativeListPrice({ minor, currency }: Money): Violation {
  return {
    rule: 'QUO-2',
    message: { zh: '目录价格不能为负数。', en: 'A list price cannot be negative.' },
    path: ['listPrice'],
    remedy: { zh: '请更正价格，或不填。', en: 'Correct the price, or leave it out.' },
    facts: { minor, currency },
  }
}

export function noDeviceIdentifier(written: string): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `${written} 不是产品标识：须为 8、12、13 或 14 位数字，末位为校验位。`,
      en: `${written} is no device identifier: it has 8, 12, 13 or 14 digits, of which the last is the check digit.`,
    },
    path: ['deviceIdentifier'],
    remedy: { zh: '请按标签上 (01) 后的数字填写。', en: 'Enter the digits behind (01) on the label.' },
    facts: { written },
  }
}

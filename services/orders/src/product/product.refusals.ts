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

import type { Instant, Money, Violation } from '@afterline/rules'

export function overBeforeItBegins(validUntil: Instant, at: Instant): Violation {
  return {
    rule: 'QUO-2',
    message: { zh: '批准的有效期在批准时已过。', en: 'The approval would be over when it is given.' },
    path: ['validUntil'],
    remedy: { zh: '请填写较晚的时间。', en: 'Enter a later instant.' },
    facts: { validUntil, at },
  }
}

export function negativeFloor({ minor, currency }: Money): Violation {
  return {
    rule: 'QUO-2',
    message: { zh: '价格不能为负数。', en: 'A price cannot be negative.' },
    path: ['floorPrice'],
    remedy: { zh: '请更正价格。', en: 'Correct the price.' },
    facts: { minor, currency },
  }
}

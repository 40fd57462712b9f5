import type { RuleId, Violation } from '@afterline/rules'

/* What is refused when something is added to a product or a lot that lacks it. */

export function otherwiseOnRecord(rule: RuleId, field: string, known: string, told: string): Violation {
  return {
    rule,
    message: {
      zh: `已登记为 ${known}，不能改为 ${told}。`,
      en: `It is on record as ${known}, and is not changed to ${told}.`,
    },
    path: [field],
    remedy: {
      zh: '只补填空缺项；若实物不同，请另行登记。',
      en: 'Add only what is missing; what is something else is entered on its own.',
    },
    facts: { known, told },
  }
}

export function addsNothing(rule: RuleId): Violation {
  return {
    rule,
    message: { zh: '没有补充任何空缺项。', en: 'Nothing is added that was missing.' },
    path: [],
    remedy: { zh: '请填写空缺的项目。', en: 'Enter what is missing.' },
    facts: {},
  }
}

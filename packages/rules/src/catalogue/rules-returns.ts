import type { RuleEntry } from './entry.ts'

/** Returns, warranty and claims on suppliers. */
export const returnRules = [
  {
    id: 'RET-1',
    title: { zh: '无条件退货', en: 'Unconditional return' },
    requirement: {
      zh: '质量问题一经确认，无条件接受退货。',
      en: 'Once a quality problem is confirmed, the goods may come back without conditions.',
    },
    documents: ['D21'],
    contexts: ['after-sales', 'orders'],
  },
  {
    id: 'RET-2',
    title: { zh: '公司先承担损失', en: 'Company bears the loss first' },
    requirement: {
      zh: '退货损失全部先由公司承受，之后再向厂商或供应商追索。',
      en: 'The company carries the entire loss at first and afterwards claims it from maker or supplier.',
    },
    documents: ['D21'],
    contexts: ['orders'],
  },
  {
    id: 'RET-3',
    title: { zh: '维修与换货', en: 'Repair and exchange' },
    requirement: {
      zh: '按既定程序，快速有效地提供维修、保养、更换或换货。',
      en: 'By a set procedure, repair, upkeep, replacement or exchange is given quickly and effectively.',
    },
    documents: ['D5', 'D6', 'D18'],
    contexts: ['after-sales'],
  },
  {
    id: 'RET-4',
    title: { zh: '保修与退换资格', en: 'Entitlement under the promise' },
    requirement: {
      zh: '凡有承诺的，保修期与退换政策列入承诺，并按售出日期与效期判定客户是否享有。',
      en: 'A promised warranty period or return policy is part of the commitment, and dates of sale and expiry decide who is entitled.',
    },
    documents: ['D13'],
    contexts: ['after-sales'],
  },
  {
    id: 'RET-5',
    title: { zh: '供货方承担维修', en: 'Supplier repairs' },
    requirement: {
      zh: '供货方按约定负担维修与保养（参见 CON-6）。',
      en: 'The supplier carries repair and upkeep as was agreed (see CON-6).',
    },
    documents: ['D9'],
    contexts: ['after-sales'],
  },
] as const satisfies readonly RuleEntry[]

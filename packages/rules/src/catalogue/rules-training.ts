import type { RuleEntry } from './entry.ts'

/** Training and competence of staff. */
export const trainingRules = [
  {
    id: 'TRN-1',
    title: { zh: '销售培训', en: 'Sales training' },
    requirement: {
      zh: '销售人员按期参加技能、产品、市场、法律与服务意识的培训。',
      en: 'Salespeople attend regular training in skills, products, market, law and a sense of service.',
    },
    documents: ['D2', 'D7', 'D11', 'D12', 'D19'],
    contexts: ['operations'],
  },
  {
    id: 'TRN-2',
    title: { zh: '服务培训', en: 'Service training' },
    requirement: {
      zh: '服务人员按期参加产品、排障、技能和态度方面的培训，内容随产品更新。',
      en: 'Service staff attend regular training in products, fault finding, skill and attitude, kept up to date with the products.',
    },
    documents: ['D3', 'D4', 'D5', 'D7', 'D8', 'D13', 'D17', 'D19'],
    contexts: ['operations'],
  },
  {
    id: 'TRN-3',
    title: { zh: '医疗培训与考核', en: 'Medical training with tests' },
    requirement: {
      zh: '经手医疗器械的人员须学法律、懂器械、练业务、明白服务之道，并通过考核。',
      en: 'Those who deal with devices learn law, device knowledge, business skill and a sense of service, and are tested on it.',
    },
    documents: ['D14', 'D19'],
    contexts: ['operations'],
  },
  {
    id: 'TRN-4',
    title: { zh: '技能评估', en: 'Skill assessment' },
    requirement: {
      zh: '按期评估技能，并分析还缺哪些培训。',
      en: 'Skills are assessed at intervals to see which training is lacking.',
    },
    documents: ['D8'],
    contexts: ['operations'],
  },
  {
    id: 'TRN-5',
    title: { zh: '应知内容', en: 'What staff must know' },
    requirement: {
      zh: '销售懂得特性、技术细节、服务政策和销售流程；服务人员懂得性能、服务及其流程；全员清楚产品、政策与价格。',
      en: 'Sales knows features, technical detail, service policy and sales process; service knows performance and how service runs; all know products, policies and prices.',
    },
    documents: ['D10', 'D17'],
    contexts: ['operations'],
  },
  {
    id: 'TRN-6',
    title: { zh: '胜任者上岗', en: 'Competent staff only' },
    requirement: {
      zh: '只有胜任者才能销售或服务：有技能、懂产品、善沟通、有服务意识；医疗岗位还须懂法律与器械知识（分派前核对有效培训记录）。',
      en: 'Selling and serving is for the competent: skilled, at home in the product, good at communicating, with a sense of service, and for devices versed in law and device knowledge (a valid training record is checked on assignment).',
    },
    documents: ['D4', 'D11', 'D12', 'D14', 'D19'],
    contexts: ['operations', 'after-sales'],
  },
] as const satisfies readonly RuleEntry[]

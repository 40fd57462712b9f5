import type { RuleEntry } from './entry.ts'

/** Security, confidentiality and operation. */
export const securityRules = [
  {
    id: 'SEC-1',
    title: { zh: '档案加密', en: 'Encrypted files' },
    requirement: { zh: '客户档案加密存放。', en: 'Customer files are stored encrypted.' },
    documents: ['D20'],
    contexts: ['security'],
  },
  {
    id: 'SEC-2',
    title: { zh: '客户信息保密', en: 'Confidential' },
    requirement: {
      zh: '客户信息保密，绝不让第三方得到。',
      en: 'What is known of a customer stays confidential and goes to no third party.',
    },
    documents: ['D3'],
    contexts: ['security'],
  },
  {
    id: 'SEC-3',
    title: { zh: '数据安全与隐私', en: 'Safe and private' },
    requirement: {
      zh: '客户数据受到安全与隐私两方面的保护。',
      en: 'Customer data are protected, for safety and for privacy.',
    },
    documents: ['D11'],
    contexts: ['security'],
  },
  {
    id: 'SEC-4',
    title: { zh: '记录真实完整', en: 'Complete and true records' },
    requirement: {
      zh: '销售与服务记录齐全属实，任何改动都留有痕迹（只增不改，以哈希链相连）。',
      en: 'Sales and service records are whole and true, and any change shows (they are append-only and hash-chained).',
    },
    documents: ['D1', 'D6', 'D20'],
    contexts: ['security'],
  },
  {
    id: 'OPS-1',
    title: { zh: '每日备份', en: 'Daily backup' },
    requirement: {
      zh: '客户档案每日备份，间隔不超过 24 小时。',
      en: 'A backup of all customer files is made daily, so at most 24 hours apart.',
    },
    documents: ['D20'],
    contexts: ['operations'],
  },
  {
    id: 'OPS-2',
    title: { zh: '系统支撑', en: 'Software support' },
    requirement: {
      zh: '以销售管理软件、CRM 与统计工具支撑流程。',
      en: 'Software for sales, CRM and statistics carries the process.',
    },
    documents: ['D5', 'D12', 'D17'],
    contexts: ['operations'],
  },
  {
    id: 'OPS-3',
    title: { zh: '状态及时可见', en: 'State visible in time' },
    requirement: {
      zh: '管理者近实时地看到销售与服务的现状。',
      en: 'Managers see how sales and service stand in near-real time.',
    },
    documents: ['D5', 'D10'],
    contexts: ['operations'],
  },
] as const satisfies readonly RuleEntry[]

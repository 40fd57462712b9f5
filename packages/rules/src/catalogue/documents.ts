import type { Bilingual } from '../primitives/bilingual.ts'
import type { DocumentNumber } from './entry.ts'

interface DocumentEntry {
  readonly id: DocumentNumber
  /** Chinese as printed on the document (some documents share a title), English as Afterline calls it. */
  readonly title: Bilingual
  /** What the document contributes. */
  readonly note: Bilingual
  /** Laws that the document cites and that are no longer in force (C17); kept as history. */
  readonly supersededCitations?: readonly Bilingual[]
}

const contractLaw = { zh: '经济合同法', en: 'Economic Contract Law' } as const
const licenceMeasure = {
  zh: '医疗器械经营许可证管理办法',
  en: 'Measures for medical-device trading licences',
} as const
const tradingMeasure = {
  zh: '医疗器械经营企业监督管理办法',
  en: 'Measures for the supervision of medical-device trading enterprises',
} as const

const everyDocument = [
  {
    id: 'D1',
    title: { zh: '销售及售后服务管理制度', en: 'Sales and after-sales rules, first version' },
    note: {
      zh: '24小时确认订单，月度目标，日报加周报，数据不得篡改',
      en: 'Orders confirmed in 24 hours, monthly targets, daily and weekly reports, no tampering',
    },
  },
  {
    id: 'D2',
    title: { zh: '销售及售后服务管理制度', en: 'Sales and after-sales rules, second version' },
    note: {
      zh: '以条文划分各部门负责的阶段，并规定报备与经理汇报',
      en: "Articles that give each stage to a department, with filing and the manager's reports",
    },
  },
  {
    id: 'D3',
    title: { zh: '公司销售部售后服务管理制度', en: 'After-sales rules of the sales department' },
    note: {
      zh: '六步服务流程，言行规范，保密与考核项目',
      en: 'Six service steps, conduct, confidentiality and what staff are assessed on',
    },
  },
  {
    id: 'D4',
    title: { zh: '产品销售中如何做好售后服务管理', en: 'Doing after-sales well when selling' },
    note: {
      zh: '论述文：服务标准与时间节点、进度告知、备件',
      en: 'An essay on standards with time points, telling customers of progress, and spare parts',
    },
  },
  {
    id: 'D5',
    title: { zh: '销售和售后服务管理制度', en: 'Rules for sales and after-sales, first version' },
    note: {
      zh: '可衡量的目标、服务承诺与考核闭环',
      en: 'Measurable targets, service commitments and a loop of assessment',
    },
  },
  {
    id: 'D6',
    title: { zh: '产品销售与售后服务管理规定', en: 'Product sales and service provisions, first version' },
    note: {
      zh: '个人目标、文件保管，对满意度作调查和分析',
      en: 'Personal targets, the set of sales papers, satisfaction surveys and their analysis',
    },
  },
  {
    id: 'D7',
    title: { zh: '销售与售后服务的衔接与管理', en: 'Linking sales with after-sales' },
    note: {
      zh: '销售与服务之间的交接以及服务档案',
      en: 'How sales hands over to service, and the service file',
    },
  },
  {
    id: 'D8',
    title: { zh: '销售管理制度售后服务管理制度售后服务管理办法', en: 'Measures for handling service requests' },
    note: {
      zh: '从请求、方案、客户同意到执行、跟踪和评价',
      en: "From request and plan through the customer's consent to execution, tracking and rating",
    },
  },
  {
    id: 'D9',
    title: { zh: '销售和售后服务的规定', en: 'Provisions on selling and serving' },
    note: {
      zh: '合同外不承诺，票账货一致，资格调查，配合催款',
      en: 'Nothing promised beyond the contract, ticket, account and goods agreeing, buyers checked, help with collecting',
    },
    supersededCitations: [contractLaw],
  },
  {
    id: 'D10',
    title: { zh: '销售和售后服务管理制度', en: 'Rules for sales and after-sales, second version' },
    note: {
      zh: '洽谈、签约、汇报统计三步',
      en: 'Negotiating, signing, reporting',
    },
  },
  {
    id: 'D11',
    title: { zh: '关于销售及售后规章制度', en: 'Sales and after-sales code' },
    note: {
      zh: '考核项目、周报内容与廉洁要求',
      en: 'Assessment items, what a weekly report holds, integrity',
    },
  },
  {
    id: 'D12',
    title: { zh: '如何建立健全的销售及售后服务体系', en: 'Building a sound sales and service system' },
    note: {
      zh: '完整的销售阶段与服务标准内容',
      en: 'All sales stages and what a service standard contains',
    },
  },
  {
    id: 'D13',
    title: { zh: '产品销售与售后服务管理规定', en: 'Product sales and service provisions, second version' },
    note: {
      zh: '质量跟踪、渠道、定价与服务承诺',
      en: 'Quality tracking, channels, prices and the service commitment',
    },
  },
  {
    id: 'D14',
    title: { zh: '医疗器械销售和售后服务管理制度', en: 'Medical-device sales and service rules' },
    note: {
      zh: '医疗：只售合格买方，规定记录项目，保存至效期后1年',
      en: 'Medical: qualified buyers only, record fields, kept 1 year past expiry',
    },
    supersededCitations: [tradingMeasure],
  },
  {
    id: 'D15',
    title: { zh: '网上销售及售后服务管理制度', en: 'Online sales and service rules' },
    note: {
      zh: '平台、上架、库存、定价、促销与公开的服务标准',
      en: 'Platforms, listing, stock, prices, promotions and a published standard',
    },
  },
  {
    id: 'D16',
    title: { zh: '产品销售与售后服务管理规定', en: 'Product sales and service provisions, third version' },
    note: {
      zh: '合同条款、法务审查、变更与知识库',
      en: 'Contract clauses, legal review, amendments and the knowledge base',
    },
  },
  {
    id: 'D17',
    title: { zh: '如何平衡销售与售后服务工作', en: 'Balancing sales with service' },
    note: {
      zh: '双向反馈、两队各自的目标与CRM可见性',
      en: 'Feedback both ways, goals for both teams, and a visible CRM',
    },
  },
  {
    id: 'D18',
    title: { zh: '产品销售与售后服务管理制度', en: 'Product sales and service rules' },
    note: {
      zh: '机会、报价、依合同交货与发票',
      en: 'Opportunities, quotes, delivery by contract, invoices',
    },
  },
  {
    id: 'D19',
    title: { zh: '医疗器械公司销售和售后服务管理制度', en: 'Sales and service rules of a device company' },
    note: {
      zh: '医疗：销售与服务记录项目，定期质量检查',
      en: 'Medical: fields of sales and service records, periodic quality checks',
    },
    supersededCitations: [tradingMeasure],
  },
  {
    id: 'D20',
    title: { zh: '医疗器械销售和售后服务的管理', en: 'Managing device sales and service' },
    note: {
      zh: '医疗：2小时与1个工作日、加密、每日备份、每周更新、至少2次沟通、无菌记录与收回',
      en: 'Medical: complaint limits of 2 hours and 1 working day, encrypted files backed up daily and updated weekly, at least 2 contacts, sterile records, recall',
    },
    supersededCitations: [licenceMeasure],
  },
  {
    id: 'D21',
    title: { zh: '销售和售后服务的管理', en: 'Standard procedure no. 09: sales and after-sales' },
    note: {
      zh: '医疗（2011年起草）：24与48小时、3日、回复与复核100%、每月随访、保存至效期后2年、先行承担损失',
      en: 'Medical (drafted in 2011): 24 and 48 hours, 3 days, replies and outbound checks at 100 %, monthly follow-up, kept 2 years past expiry, loss borne first',
    },
    supersededCitations: [contractLaw],
  },
] as const satisfies readonly DocumentEntry[]

export type DocumentId = (typeof everyDocument)[number]['id']

/** One regulation document. */
export interface RegulationDocument extends DocumentEntry {
  readonly id: DocumentId
}

/** The 21 regulation documents that the rules were drawn from. */
export const documents: readonly RegulationDocument[] = everyDocument

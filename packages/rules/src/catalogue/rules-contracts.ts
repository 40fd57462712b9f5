import type { RuleEntry } from './entry.ts'

/** The sales process from opportunity through quote to contract. */
export const contractRules = [
  {
    id: 'OPP-1',
    title: { zh: '遵循销售流程', en: 'Following the process' },
    requirement: {
      zh: '从得知需求到下单、交货有一套流程，业务员不得跳步。',
      en: 'One process leads from need to order to delivery, and staff do not leave it.',
    },
    documents: ['D1', 'D6', 'D10', 'D11'],
    contexts: ['orders'],
  },
  {
    id: 'OPP-2',
    title: { zh: '流程阶段', en: 'Stages' },
    requirement: {
      zh: '各文件合并后的阶段依次为：调研，接待与拜访，信息收集，需求分析，介绍与宣传，洽谈报价，合同，订单确认，生产，出库复核，交付，开票，收款，汇报统计，随访。',
      en: 'The documents together give these stages: research, reception or visit, gathering information, analysing needs, presenting and promoting, negotiating and quoting, contract, order confirmation, production, outbound check, delivery, invoice, collection, reports and statistics, follow-up.',
    },
    documents: ['D1', 'D2', 'D9', 'D10', 'D11', 'D12', 'D18', 'D21'],
    contexts: ['orders'],
  },
  {
    id: 'OPP-3',
    title: { zh: '机会分类跟进', en: 'Opportunities sorted and pursued' },
    requirement: {
      zh: '销售机会分门别类，尽快跟进，推动成交。',
      en: 'Opportunities are put into classes, taken up soon and driven to a sale.',
    },
    documents: ['D18'],
    contexts: ['orders'],
  },
  {
    id: 'OPP-4',
    title: { zh: '进展上报', en: 'Progress reported' },
    requirement: {
      zh: '业务进展随时让销售经理知悉（机会每换一个阶段即产生一个事件）。',
      en: 'The sales manager hears of progress as it happens (each change of stage is an event).',
    },
    documents: ['D1', 'D2'],
    contexts: ['orders'],
  },
  {
    id: 'QUO-1',
    title: { zh: '报价要素', en: 'What a quote tells' },
    requirement: {
      zh: '客户得到完整的产品资料、价格与交货周期。',
      en: 'Customers receive the full product information together with price and lead time.',
    },
    documents: ['D16'],
    contexts: ['orders'],
  },
  {
    id: 'QUO-2',
    title: { zh: '报价准确', en: 'Accurate quotes' },
    requirement: {
      zh: '报价不得有误：每行单价等于现行价目表，或等于经批准的偏差。',
      en: 'A quote holds no mistake: each line carries the list price then valid, or a deviation that somebody approved.',
    },
    documents: ['D18'],
    contexts: ['orders'],
  },
  {
    id: 'CON-1',
    title: { zh: '及时签约', en: 'Signing without delay' },
    requirement: {
      zh: '双方权利义务写入合同，尽快签署（拟定：客户接受报价后 5 个工作日内）。',
      en: 'The contract sets out what each side may claim and owes, and is signed soon (proposed: within 5 working days of the customer accepting the quote).',
    },
    documents: ['D9', 'D18'],
    contexts: ['orders'],
  },
  {
    id: 'CON-2',
    title: { zh: '必备条款', en: 'Required clauses' },
    requirement: {
      zh: '合同缺少数量、规格、质量标准、价格、付款方式或交货时间中任何一项的，不予签署。',
      en: 'No signature while quantity, specification, quality standard, price, means of payment or time of delivery is missing.',
    },
    documents: ['D16'],
    contexts: ['orders'],
  },
  {
    id: 'CON-3',
    title: { zh: '法务审查', en: 'Legal review' },
    requirement: {
      zh: '合同签署前先由法务审查，内容合法方可通过。',
      en: 'Before anybody signs, legal has examined the contract and found it lawful.',
    },
    documents: ['D9', 'D16'],
    contexts: ['orders'],
  },
  {
    id: 'CON-4',
    title: { zh: '双方同意的变更', en: 'Amendment by both sides' },
    requirement: {
      zh: '改动合同须双方都同意，并随即形成修订文本。',
      en: 'A contract changes only when both sides agree, and the revision is drawn up soon after.',
    },
    documents: ['D16'],
    contexts: ['orders'],
  },
  {
    id: 'CON-5',
    title: { zh: '签约前定制', en: 'Tailored before signature' },
    requirement: {
      zh: '签约之前按客户需要调整产品，并取得一致意见。',
      en: 'What is sold is fitted to the need and settled with the customer ahead of signing.',
    },
    documents: ['D10'],
    contexts: ['orders'],
  },
  {
    id: 'CON-6',
    title: { zh: '供货方维修条款', en: "Supplier's repair terms" },
    requirement: {
      zh: '与供货方的质量保证协议中须同时写明由其承担的维修与保养。',
      en: 'A quality agreement with a supplier is complete only with the repair and upkeep that the supplier takes on.',
    },
    documents: ['D9'],
    contexts: ['orders'],
  },
  {
    id: 'CON-7',
    title: { zh: '销售文件保管', en: 'Sales papers kept' },
    requirement: {
      zh: '客户档案、合同、发票等文件保存齐全，防止遗失或外流。',
      en: 'Customer files, contracts, invoices and the like are all there and protected.',
    },
    documents: ['D6'],
    contexts: ['orders'],
  },
  {
    id: 'CON-8',
    title: { zh: '不作合同外承诺', en: 'No promise beyond the contract' },
    requirement: {
      zh: '业务员按公司安排行事；凡合同没有写的承诺，未经公司同意不得说出口。',
      en: "Salespeople act within the company's arrangements; what the contract does not contain may be promised only after the company consents.",
    },
    documents: ['D9'],
    contexts: ['orders'],
  },
] as const satisfies readonly RuleEntry[]

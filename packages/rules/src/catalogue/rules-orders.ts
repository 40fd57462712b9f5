import type { RuleEntry } from './entry.ts'

/** Orders, delivery, invoice and collection. */
export const orderRules = [
  {
    id: 'ORD-1',
    title: { zh: '24小时确认订单', en: 'Confirmation within 24 hours' },
    requirement: {
      zh: '客户下单后，最迟 24 小时内完成订单确认。',
      en: 'An order is confirmed at most 24 hours after it was placed.',
    },
    documents: ['D1'],
    contexts: ['orders'],
  },
  {
    id: 'ORD-2',
    title: { zh: '转交生产', en: 'Passed to production' },
    requirement: {
      zh: '订单一经确认，随即通知生产。',
      en: 'As soon as an order is confirmed, production learns of it.',
    },
    documents: ['D1'],
    contexts: ['orders'],
  },
  {
    id: 'ORD-3',
    title: { zh: '订单准确', en: 'Accurate order' },
    requirement: {
      zh: '按订单程序确认；客户、产品、数量、价格和交期均须与报价或合同吻合。',
      en: 'Confirmation goes by the procedure, and customer, product, quantity, price and delivery equal those of quote or contract.',
    },
    documents: ['D2'],
    contexts: ['orders'],
  },
  {
    id: 'ORD-4',
    title: { zh: '与生产衔接', en: 'In step with production' },
    requirement: {
      zh: '订单处理不拖延、满足所需，并与生产排程相配合。',
      en: 'Orders move on promptly, serve the need and are fitted into the production schedule.',
    },
    documents: ['D18'],
    contexts: ['orders'],
  },
  {
    id: 'ORD-5',
    title: { zh: '跨部门保交付', en: 'Departments deliver together' },
    requirement: {
      zh: '销售与研发、采购、生产相互配合，使交货不误期。',
      en: 'Sales works with development, purchasing and production so that goods arrive when due.',
    },
    documents: ['D16'],
    contexts: ['orders'],
  },
  {
    id: 'DEL-1',
    title: { zh: '按约定时间发货', en: 'Shipping at the agreed time' },
    requirement: {
      zh: '发货时间以合同所定交期为准，不得迟于该日。',
      en: 'Goods leave no later than the delivery time in the contract.',
    },
    documents: ['D18'],
    contexts: ['orders'],
  },
  {
    id: 'DEL-2',
    title: { zh: '出库复核100%', en: 'Outbound check 100 %' },
    requirement: {
      zh: '离库货物 100% 经过复核；未复核通过的不能发运。',
      en: '100 % of what leaves is checked a second time first; without a passed check nothing ships.',
    },
    documents: ['D21'],
    contexts: ['orders'],
  },
  {
    id: 'DEL-3',
    title: { zh: '不合格品不得离库', en: 'Nothing non-conforming leaves' },
    requirement: {
      zh: '任何不合格品都不准离开仓库。',
      en: 'The warehouse releases no item that fails its requirements.',
    },
    documents: ['D21'],
    contexts: ['orders'],
  },
  {
    id: 'DEL-4',
    title: { zh: '销售结果即时可见', en: 'Sales results visible' },
    requirement: {
      zh: '成交情况记录得又快又准，技术与服务人员随时看得到最新状态。',
      en: 'Sales are recorded quickly and correctly, so technical and service people can look up the current state.',
    },
    documents: ['D10'],
    contexts: ['orders'],
  },
  {
    id: 'FIN-1',
    title: { zh: '合法票据', en: 'Lawful invoice' },
    requirement: { zh: '每笔销售都须出具合法票据。', en: 'No sale without a lawful invoice or receipt.' },
    documents: ['D9', 'D20', 'D21'],
    contexts: ['orders'],
  },
  {
    id: 'FIN-2',
    title: { zh: '票账货相符', en: 'Ticket, account and goods agree' },
    requirement: {
      zh: '发票、账目与实际发货逐行、逐批、逐量核对一致。',
      en: 'Invoice, ledger and shipment match for every line, lot and quantity.',
    },
    documents: ['D9', 'D20'],
    contexts: ['orders'],
  },
  {
    id: 'FIN-3',
    title: { zh: '购销记录', en: 'Purchase and sales record' },
    requirement: {
      zh: '与财务共同建立购进与售出的记录。',
      en: 'Together with finance, what is bought and sold is put on record.',
    },
    documents: ['D9', 'D20'],
    contexts: ['orders'],
  },
  {
    id: 'FIN-4',
    title: { zh: '发票准确', en: 'Accurate invoices' },
    requirement: { zh: '发票内容无差错。', en: 'Invoices contain no errors.' },
    documents: ['D18'],
    contexts: ['orders'],
  },
  {
    id: 'FIN-5',
    title: { zh: '配合催收', en: 'Helping to collect' },
    requirement: {
      zh: '销售协助财务催款，每一步催收及其日期均有记录。',
      en: 'Sales supports finance in getting paid; each dunning step is recorded with its date.',
    },
    documents: ['D9'],
    contexts: ['orders'],
  },
] as const satisfies readonly RuleEntry[]

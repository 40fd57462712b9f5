import type { RuleEntry } from './entry.ts'

/** Sales records, retention, product quality and recall. */
export const traceabilityRules = [
  {
    id: 'TRC-1',
    title: { zh: '器械销售记录：通用项', en: 'Device sales record, general fields' },
    requirement: {
      zh: '至少记录：品名、制造商、规格型号、生产日期、出厂编号、售出日期、销售单位与购货单位、数量、经办人。',
      en: 'Fields: product, maker, specification or model, date of production, factory serial, date sold, the selling and the buying unit, quantity, handler.',
    },
    documents: ['D14'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-2',
    title: { zh: '无菌一次性器械记录', en: 'Sterile single-use fields' },
    requirement: {
      zh: '记录真实、齐备：售出日期、客户、数量、品名、制造商、型号规格、生产批号、灭菌批号、效期、经办人，并有负责人签名。',
      en: 'True and without gaps: date sold, customer, quantity, product, maker, model or specification, production lot, sterilisation lot, expiry, handler, and the signature of the person responsible.',
    },
    documents: ['D20'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-3',
    title: { zh: 'SOP销售记录', en: 'Fields of the SOP' },
    requirement: {
      zh: '记录售出日期、去向单位、品名、规格（型号）、数量、单价、厂商、质量状况与经手人。',
      en: 'Fields: date sold, destination, product, specification or model, quantity, unit price, maker, condition of quality, handler.',
    },
    documents: ['D21'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-4',
    title: { zh: '流向可追溯', en: 'Traceable flow' },
    requirement: {
      zh: '记录品名、规格、数量、售出日期与买方，使流向真实可查，并保留凭证。',
      en: 'Name, specification, quantity, date of sale and purchaser show truthfully where goods went; the vouchers are kept.',
    },
    documents: ['D19'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-5',
    title: { zh: '保存至效期后1年', en: 'Kept 1 year past expiry' },
    requirement: {
      zh: '销售记录在产品效期或使用期限届满后至少再保存 1 年。',
      en: "A sales record is kept for at least 1 year after the product's expiry or service life.",
    },
    documents: ['D14'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-6',
    title: { zh: '保存至效期后2年', en: 'Kept 2 years past expiry' },
    requirement: {
      zh: '销售记录保存到产品效期或保质期届满后 2 年为止。',
      en: "A sales record is kept until 2 years after the product's expiry or shelf life.",
    },
    documents: ['D21'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-7',
    title: { zh: '记录可供查验', en: 'Ready for inspection' },
    requirement: {
      zh: '记录的细致程度足以追查质量，检查时能够出示。',
      en: 'Records go into enough detail to trace quality, and are shown when inspected.',
    },
    documents: ['D14', 'D19', 'D21'],
    contexts: ['orders'],
  },
  {
    id: 'TRC-8',
    title: { zh: '特殊管理产品', en: 'Specially controlled products' },
    requirement: {
      zh: '国家特殊管理的产品按专门规定销售；该类产品另加一道关口。',
      en: 'Products under special control follow the national rules for them; their class adds a further gate.',
    },
    documents: ['D14'],
    contexts: ['orders'],
  },
  {
    id: 'QLT-1',
    title: { zh: '产品无缺陷', en: 'Goods free of defects' },
    requirement: {
      zh: '售出的产品合乎标准与法规，不负消费者所望，没有缺陷。',
      en: 'What is sold conforms to standards and law, is what the consumer may expect, and has no defect.',
    },
    documents: ['D13'],
    contexts: ['orders'],
  },
  {
    id: 'QLT-2',
    title: { zh: '质量跟踪系统', en: 'Quality tracking' },
    requirement: {
      zh: '有跟踪产品质量的系统，发现偏差立即纠正。',
      en: 'A system tracks product quality, and deviations are corrected in time.',
    },
    documents: ['D13', 'D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'QLT-3',
    title: { zh: '定期质量检查', en: 'Periodic quality inspection' },
    requirement: {
      zh: '按期检查并评价产品质量，解决问题，防止再次出现。',
      en: 'Product quality is inspected and rated at intervals; problems are dealt with so that they do not return.',
    },
    documents: ['D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'QLT-4',
    title: { zh: '不合格品不得开票', en: 'No invoice for non-conforming goods' },
    requirement: {
      zh: '质管部判定或监管通知列明的不合格器械，既不能开票，也不能出售。',
      en: "Goods that quality control or a regulator's notice has named non-conforming can be neither invoiced nor sold.",
    },
    documents: ['D20'],
    contexts: ['orders'],
  },
  {
    id: 'QLT-5',
    title: { zh: '质量管理制度', en: 'Quality regulation' },
    requirement: {
      zh: '建立并完善质量管理制度，保证器械安全。',
      en: 'A regulation for product quality is in place and kept sound, for safe devices.',
    },
    documents: ['D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'RCL-1',
    title: { zh: '通知并收回', en: 'Notify and take back' },
    requirement: {
      zh: '不合格品若已售出，尽快通知买方并收回（拟定:24 小时内通知到全部受影响买方；法定召回级别确定时为 1、3 或 7 日），随后走不合格品程序。',
      en: 'When such goods are already sold, buyers are told soon and the goods come back (proposed: all affected buyers notified within 24 hours, or 1, 3 or 7 days once a statutory class is set); the non-conforming procedure then applies.',
    },
    documents: ['D20'],
    contexts: ['orders', 'after-sales'],
  },
] as const satisfies readonly RuleEntry[]

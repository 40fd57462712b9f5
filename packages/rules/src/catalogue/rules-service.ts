import type { RuleEntry } from './entry.ts'

/** Service requests, repair and dispatch. */
export const serviceRules = [
  {
    id: 'SRV-1',
    title: { zh: '统一热线与在线服务', en: 'One hotline and online desk' },
    requirement: {
      zh: '设一条统一的售后热线，随时可以接通，另设在线服务台。',
      en: 'There is a single service hotline that can be reached at all hours, and an online desk besides.',
    },
    documents: ['D1', 'D11'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-2',
    title: { zh: '首次响应', en: 'First response' },
    requirement: {
      zh: '各渠道来访一律立即、准确、明白地答复；每次联系都要有首次响应（拟定：营业时间内 30 分钟，硬性时限见 CMP 各条）。',
      en: 'On any channel the answer comes at once and is right and clear; each contact gets a first response (proposed: 30 minutes of business time; the hard limits are in the CMP rules).',
    },
    documents: ['D1', 'D4', 'D6', 'D8', 'D11', 'D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-3',
    title: { zh: '请求须写明问题', en: 'A described problem' },
    requirement: {
      zh: '服务请求须把问题或需要说清楚，否则不予提交。',
      en: 'A request that does not say in detail what is wrong or wanted is not accepted.',
    },
    documents: ['D8'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-4',
    title: { zh: '受理登记', en: 'Intake record' },
    requirement: {
      zh: '受理时当场登记客户、故障表现和诉求。',
      en: 'Intake notes at once who asks, what the symptom is and what is wanted.',
    },
    documents: ['D3', 'D8', 'D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-5',
    title: { zh: '初步诊断', en: 'First diagnosis' },
    requirement: {
      zh: '依描述作初步判断，必要时请客户补充材料（等待客户只有在获批政策允许时才暂停计时，见 C40）。',
      en: 'A first diagnosis follows from the description, with more material requested if needed (waiting for it stops a clock only under an approved policy, C40).',
    },
    documents: ['D3'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-6',
    title: { zh: '标准步骤', en: 'Standard steps' },
    requirement: {
      zh: '步骤固定：登记，分派，诊断，拟方案，客户同意，实施，回报结果，客户确认，评价，跟进。',
      en: 'The steps are fixed: record, assign, diagnose, plan, agree with the customer, execute, report back, have it confirmed, evaluate, follow up.',
    },
    documents: ['D1', 'D2', 'D3', 'D5', 'D6', 'D8', 'D12', 'D13', 'D17', 'D18', 'D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-7',
    title: { zh: '按性质与紧急度分派', en: 'Assignment by nature and urgency' },
    requirement: {
      zh: '分派给谁，取决于问题属于哪一类、有多急。',
      en: 'Who gets a problem depends on what kind it is and how urgent.',
    },
    documents: ['D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-8',
    title: { zh: '复杂问题派专家', en: 'Specialist for complex cases' },
    requirement: {
      zh: '非标准或复杂的问题，由专业人员到场处理或给出方案。',
      en: 'When a case is unusual or complex a specialist goes to the site or works out the solution.',
    },
    documents: ['D8'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-9',
    title: { zh: '方案先经客户同意', en: 'Plan agreed first' },
    requirement: {
      zh: '方案未与客户谈妥之前不动手实施。',
      en: 'Work does not begin until the customer has agreed to the plan.',
    },
    documents: ['D8'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-10',
    title: { zh: '进度告知', en: 'Progress updates' },
    requirement: {
      zh: '进度有跟踪、有记录，并随时告诉客户。',
      en: 'Progress is followed, written down and told to the customer.',
    },
    documents: ['D4', 'D8', 'D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-11',
    title: { zh: '说明原因与预计时间', en: 'Reason and expected time' },
    requirement: {
      zh: '不能马上解决的，须向客户讲明缘由以及预计何时解决。',
      en: 'When there is no immediate solution, the customer hears why and by when one is expected.',
    },
    documents: ['D4'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-12',
    title: { zh: '根因', en: 'Root cause' },
    requirement: {
      zh: '查明根本原因，对症解决。',
      en: 'The underlying cause is identified and a remedy that works is applied.',
    },
    documents: ['D3', 'D4'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-13',
    title: { zh: '客户确认后结案', en: 'Confirmed before closing' },
    requirement: {
      zh: '结果告知客户，经其确认故障消除，方可结案。',
      en: 'A case closes after the customer has been told the result and confirms that the fault is gone.',
    },
    documents: ['D3'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-14',
    title: { zh: '服务范围', en: 'Scope of service' },
    requirement: {
      zh: '可提供咨询、技术支援与指导、排障、投诉解决、装机、修理、调整、保养、用户培训及换货。',
      en: 'Covered are advice, technical guidance and support, clearing faults, settling complaints, installing, repairing, adjusting, maintaining, training users and exchanging goods.',
    },
    documents: ['D3', 'D4', 'D6', 'D7', 'D10', 'D11', 'D14', 'D18', 'D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-15',
    title: { zh: '服务记录', en: 'Service record' },
    requirement: {
      zh: '每次服务记下日期、内容、人员、客户意见和凭证，留待查询与追溯。',
      en: "Each service leaves date, content, who did it, the customer's comment and a voucher, to be found and traced later.",
    },
    documents: ['D6', 'D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-16',
    title: { zh: '服务标准', en: 'Service standard' },
    requirement: {
      zh: '统一的标准写清做什么、何时做、怎样做、以何种态度和步骤做，让客户知道每一步怎么办、何时办。',
      en: 'A single standard says what is offered, when, how, in which manner and in which steps; customers know how and when each step is done.',
    },
    documents: ['D4', 'D12', 'D14', 'D15'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-17',
    title: { zh: '标准公示', en: 'Standard published' },
    requirement: {
      zh: '服务标准在公司网站和各销售平台上对外公开。',
      en: "The standard can be read on the company's website and on each sales platform.",
    },
    documents: ['D15'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-18',
    title: { zh: '服务承诺', en: 'Service commitment' },
    requirement: {
      zh: '承诺写明内容、标准与保证事项，可包括保修期、退换政策和维修。',
      en: 'The commitment names content, standards and promises, and may include a warranty period, returns and exchange, and repair.',
    },
    documents: ['D5', 'D11', 'D13'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-19',
    title: { zh: '部门协调', en: 'Coordination of departments' },
    requirement: {
      zh: '遇到问题迅速召集相关部门一起解决。',
      en: 'Departments that a problem touches are brought together fast.',
    },
    documents: ['D3', 'D10'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-20',
    title: { zh: '支援产品升级', en: 'Support for upgrades' },
    requirement: {
      zh: '服务人员参与产品升级与技术改良。',
      en: 'Service people help to upgrade products and improve their technology.',
    },
    documents: ['D3'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-21',
    title: { zh: '服务质量体系', en: 'Service quality system' },
    requirement: {
      zh: '以质量体系监督并评价服务，人员照标准和规程操作。',
      en: 'A quality system oversees and rates service, and staff work to standards and procedures.',
    },
    documents: ['D3', 'D6', 'D16', 'D19'],
    contexts: ['after-sales'],
  },
  {
    id: 'SRV-22',
    title: { zh: '服务信息完整安全', en: 'Service information complete and safe' },
    requirement: { zh: '服务信息不缺失、不外泄。', en: 'Information on service is neither lost nor exposed.' },
    documents: ['D6'],
    contexts: ['security'],
  },
  {
    id: 'SRV-23',
    title: { zh: '维修质量与速度', en: 'Quality and speed of repair' },
    requirement: {
      zh: '修理、调整和保养质量有保证，尽快恢复使用，并延长产品寿命。',
      en: 'Repair, adjustment and upkeep are done well, put the product back into use soonest and lengthen its life.',
    },
    documents: ['D4', 'D10', 'D11', 'D14'],
    contexts: ['after-sales'],
  },
] as const satisfies readonly RuleEntry[]

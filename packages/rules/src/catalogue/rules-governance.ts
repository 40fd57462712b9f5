import type { RuleEntry } from './entry.ts'

/** Governance, organisation and controlled documents. */
export const governanceRules = [
  {
    id: 'GEN-1',
    title: { zh: '适用范围', en: 'Who and what is bound' },
    requirement: {
      zh: '凡从事销售、售后或为其提供配合的员工，其推广、成交、装机、修理、保养与技术支援行为一律受本规则约束；其中 D14 面向在中国境内活动的器械制造商。',
      en: 'Anyone who sells, serves or supports either is covered, across promoting, selling, installing, repairing, maintaining and supporting products; D14 addresses device makers acting within mainland China.',
    },
    documents: ['D2', 'D3', 'D14', 'D19'],
    contexts: ['security'],
  },
  {
    id: 'GEN-2',
    title: { zh: '满意度为首要尺度', en: 'Satisfaction as the yardstick' },
    requirement: {
      zh: '衡量服务成败首先看客户是否满意，并且年年有所提高。',
      en: 'How satisfied customers are is the first measure of service, and the figure is expected to keep improving.',
    },
    documents: ['D2', 'D8'],
    contexts: ['rules'],
  },
  {
    id: 'GEN-3',
    title: { zh: '依法行事', en: 'Lawful dealing' },
    requirement: {
      zh: '一切交易遵循现行的产品质量、合同及医疗器械法律；系统中的每条规则都注明所依据的法律。',
      en: 'Trade keeps to current statutes on product quality, contracts and device supervision, and every stored rule points at the law behind it.',
    },
    documents: ['D3', 'D9', 'D14', 'D19', 'D20', 'D21'],
    contexts: ['rules'],
  },
  {
    id: 'GEN-4',
    title: { zh: '受控文件要素', en: 'Controlled document header' },
    requirement: {
      zh: '受控文件须载明编号、题目、页数，起草、审核、批准三方签署及各自日期，生效日、执行部门，以及何故、为何目的而改动。',
      en: 'A controlled document states its number, title and pages, who drafted, reviewed and approved it and when, from when and by which departments it is carried out, and why and to what end it was changed.',
    },
    documents: ['D21'],
    contexts: ['rules'],
  },
  {
    id: 'GEN-5',
    title: { zh: '规则变更生效', en: 'How a rule change takes effect' },
    requirement: {
      zh: '修改规则要依次经过起草、审核与批准，到执行日方才生效；旧版本的规则集予以保留。',
      en: 'A changed rule must be drafted, then reviewed, then approved; it counts from its execution date only, and older policy versions stay on file.',
    },
    documents: ['D21'],
    contexts: ['rules'],
  },
  {
    id: 'GEN-6',
    title: { zh: '体系自评', en: 'Review of the system itself' },
    requirement: {
      zh: '目标、流程、职责、监督、评价这一整套做法本身也要按期复核，并据结果调整。',
      en: 'The chain from goals through processes, duties and supervision to evaluation is itself examined at set intervals and adjusted.',
    },
    documents: ['D12', 'D18'],
    contexts: ['surveys'],
  },
  {
    id: 'GEN-7',
    title: { zh: '服务质量用户三优先', en: 'Service, quality and user ahead of all' },
    requirement: {
      zh: '服务、质量和用户排在其他考虑之前；产品质量提高多少，服务水平就跟上多少。',
      en: 'Service, quality and the user outrank other aims, and service keeps pace with every rise in product quality.',
    },
    documents: ['D3', 'D9'],
    contexts: ['rules'],
  },
  {
    id: 'ORG-1',
    title: { zh: '销售部门与负责人', en: 'Sales department and its head' },
    requirement: {
      zh: '销售自成部门，由一名销售经理带领队伍。',
      en: 'There is a sales department, and one sales manager runs its team.',
    },
    documents: ['D2', 'D14'],
    contexts: ['operations'],
  },
  {
    id: 'ORG-2',
    title: { zh: '售后部门', en: 'After-sales department' },
    requirement: {
      zh: '售后工作由专门部门承担，其任务和权力以书面划定。',
      en: 'After-sales work belongs to a department of its own whose tasks and powers are laid down.',
    },
    documents: ['D4', 'D14', 'D19'],
    contexts: ['operations'],
  },
  {
    id: 'ORG-3',
    title: { zh: '岗位职权', en: 'Duties and powers of each post' },
    requirement: {
      zh: '每个岗位写明做什么、有权决定什么、隶属于谁。',
      en: 'For every post it is written what it does, what it may decide and where it sits in the organisation.',
    },
    documents: ['D5', 'D7', 'D9', 'D14', 'D18'],
    contexts: ['security'],
  },
  {
    id: 'ORG-4',
    title: { zh: '投诉专岗', en: 'Complaint unit' },
    requirement: {
      zh: '投诉与争议由专设的单位受理。',
      en: 'Disputes and complaints have a unit that does nothing else.',
    },
    documents: ['D15'],
    contexts: ['after-sales'],
  },
  {
    id: 'ORG-5',
    title: { zh: '高级医学顾问', en: 'Senior medical advisor' },
    requirement: {
      zh: '指名一位高级医学顾问，负责来访、来电以及书面咨询。',
      en: 'One senior medical advisor is appointed by name to answer visitors, callers and writers.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'ORG-6',
    title: { zh: '部门间沟通渠道', en: 'Standing channel between departments' },
    requirement: {
      zh: '销售、服务与其他部门之间保持一条常设渠道，互通销售信息与客户所需。',
      en: 'A permanent channel lets sales, service and the rest exchange sales news and what customers want.',
    },
    documents: ['D7', 'D11', 'D17'],
    contexts: ['customers'],
  },
  {
    id: 'ORG-7',
    title: { zh: '销售与服务互通', en: 'Two-way feedback of sales and service' },
    requirement: {
      zh: '销售把客户的需要、难题和意见尽快转给服务方；服务方则回告满意程度以及办法是否见效。',
      en: 'Sales hands over needs, problems and comments without delay; service answers with how content the customer is and whether the remedy worked.',
    },
    documents: ['D17'],
    contexts: ['customers'],
  },
  {
    id: 'ORG-8',
    title: { zh: '团队目标', en: 'Shared target' },
    requirement: {
      zh: '团队协力完成共同指标；个人指标旁同时显示团队指标。',
      en: 'The team pursues one common target, which each member sees next to the personal one.',
    },
    documents: ['D1', 'D2'],
    contexts: ['rules'],
  },
] as const satisfies readonly RuleEntry[]

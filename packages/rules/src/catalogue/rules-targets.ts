import type { RuleEntry } from './entry.ts'

/** Targets, reports, assessment, data honesty and conduct. */
export const targetRules = [
  {
    id: 'TGT-1',
    title: { zh: '年度目标', en: 'Annual target' },
    requirement: {
      zh: '公司每年度设定一次销售指标并配有计划。',
      en: 'The company fixes an annual sales target with a plan.',
    },
    documents: ['D2', 'D6', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-2',
    title: { zh: '月度目标', en: 'Monthly target' },
    requirement: {
      zh: '销售经理制定月度指标并告知团队（拟定：最迟当月第 3 个工作日）。',
      en: 'The sales manager sets a monthly target and tells the team (proposed: by the 3rd working day of the month).',
    },
    documents: ['D1'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-3',
    title: { zh: '目标分解', en: 'Targets per person' },
    requirement: {
      zh: '指标落实到每名业务员，人人清楚自己的责任与数字。',
      en: 'The target is divided among salespeople, and each knows the own duty and figure.',
    },
    documents: ['D11', 'D18'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-4',
    title: { zh: '个人目标上报', en: 'Personal target submitted' },
    requirement: {
      zh: '业务员各自拟订指标与计划并按时提交（拟定：团队指标公布后 3 个工作日内）。',
      en: 'Each salesperson draws up an own target and plan and hands it in on time (proposed: within 3 working days of the targets being published).',
    },
    documents: ['D6'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-5',
    title: { zh: '目标可衡量', en: 'Measurable targets' },
    requirement: {
      zh: '指标须具体、可量、可追踪，以金额、数量或市场份额表示。',
      en: 'A target is concrete, can be measured and tracked, and is stated as amount, quantity or market share.',
    },
    documents: ['D5', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-6',
    title: { zh: '服务目标', en: 'Service goals' },
    requirement: {
      zh: '服务方同样有指标，如满意度、解决率及带时间表的服务指标；两方面都与业绩挂钩。',
      en: 'Service has goals as well, such as satisfaction, resolution rate and scheduled indicators; those of sales and service both count for performance.',
    },
    documents: ['D17', 'D18'],
    contexts: ['rules'],
  },
  {
    id: 'TGT-7',
    title: { zh: '计划与执行', en: 'Plan and execution' },
    requirement: {
      zh: '团队按需求与竞争形势订出计划和实施方案，照指标执行。',
      en: 'With demand and competition in view the team makes a plan, says how it will be done, and works to the target.',
    },
    documents: ['D1', 'D2', 'D6', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-1',
    title: { zh: '日报', en: 'Daily report' },
    requirement: {
      zh: '业务员每日向销售经理提交日报。',
      en: 'Each salesperson sends the sales manager a daily report.',
    },
    documents: ['D1'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-2',
    title: { zh: '周报', en: 'Weekly report' },
    requirement: {
      zh: '业务员每周提交周报，写明销售金额、客户意见和市场动向（拟定：次周一 12:00 前）。',
      en: 'Each salesperson sends a weekly report on amount sold, what customers say and the market (proposed: by 12:00 on the Monday after).',
    },
    documents: ['D1', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-3',
    title: { zh: '报告真实', en: 'Truthful reports' },
    requirement: {
      zh: '报告须真实客观；数字取自已登记的订单，不由人手填。',
      en: 'Reports are true and unbiased: figures come from recorded orders and are not typed in.',
    },
    documents: ['D11'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-4',
    title: { zh: '销售报备', en: 'Regular filing' },
    requirement: {
      zh: '按期备案拜访、订单与市场意见。',
      en: 'Visits, orders and comments from the market are filed at intervals.',
    },
    documents: ['D2'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-5',
    title: { zh: '经理向领导汇报', en: 'Manager to leadership' },
    requirement: {
      zh: '销售经理向领导汇报，并提出下一阶段打算与建议。',
      en: 'The manager informs the leadership and brings a plan and proposals for what comes next.',
    },
    documents: ['D2'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-6',
    title: { zh: '销售数据分析', en: 'Analysis of sales data' },
    requirement: {
      zh: '经理与团队按期分析金额、渠道、品类及客户意见，对问题采取行动，策略与产品线随之调整。',
      en: 'Manager and team look regularly at amount, channel, category and comments; problems lead to action, and strategy and range follow.',
    },
    documents: ['D1', 'D5', 'D10', 'D15', 'D16'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-7',
    title: { zh: '分析结果通报', en: 'Results to departments' },
    requirement: {
      zh: '分析结果尽快送市场、研发等部门，用于策略和产品改进。',
      en: 'Findings reach marketing, development and others soon, for use in strategy and better products.',
    },
    documents: ['D16'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-8',
    title: { zh: '核心产品评估', en: 'Core products' },
    requirement: {
      zh: '按期评估核心产品的金额与市场占比，发现问题即行处理。',
      en: 'For core products, amount and share are assessed at intervals and trouble is acted on.',
    },
    documents: ['D15'],
    contexts: ['rules'],
  },
  {
    id: 'RPT-9',
    title: { zh: '服务数据上报', en: 'Service data reported' },
    requirement: {
      zh: '服务数据尽快上报，供改进产品和服务之用。',
      en: 'Figures from service are passed on soon so that product and service can improve.',
    },
    documents: ['D6'],
    contexts: ['rules'],
  },
  {
    id: 'PRF-1',
    title: { zh: '销售考核', en: 'Sales assessment' },
    requirement: {
      zh: '销售经理按期考核指标完成、金额、服务质量与合同签订率。',
      en: 'At intervals the sales manager assesses attainment, amount, quality of service and the share of contracts signed.',
    },
    documents: ['D1', 'D2', 'D5', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'PRF-2',
    title: { zh: '服务考核', en: 'Service assessment' },
    requirement: {
      zh: '服务人员必须参加考核，项目为业务知识、态度、效率和满意度。',
      en: 'Service staff have to take part in an assessment of knowledge, attitude, efficiency and satisfaction.',
    },
    documents: ['D3', 'D4'],
    contexts: ['rules'],
  },
  {
    id: 'PRF-3',
    title: { zh: '奖惩晋升', en: 'Reward, penalty, promotion' },
    requirement: {
      zh: '考核结果用于奖励、惩处和晋升；公司有激励政策。',
      en: 'Assessment results decide on rewards, penalties and promotion; there is an incentive policy.',
    },
    documents: ['D2', 'D4', 'D5', 'D11'],
    contexts: ['rules'],
  },
  {
    id: 'PRF-4',
    title: { zh: '服务绩效监控', en: 'Service performance watched' },
    requirement: { zh: '服务绩效受到持续监测与评价。', en: 'How service performs is watched and judged.' },
    documents: ['D6', 'D17'],
    contexts: ['rules'],
  },
  {
    id: 'ETH-1',
    title: { zh: '销售数据不可篡改', en: 'No tampering with sales data' },
    requirement: {
      zh: '销售数据任何人不得篡改，违者受纪律处分。',
      en: 'Nobody may alter sales data; whoever does is disciplined.',
    },
    documents: ['D1'],
    contexts: ['security', 'orders'],
  },
  {
    id: 'ETH-2',
    title: { zh: '如实介绍', en: 'Truthful claims' },
    requirement: {
      zh: '介绍产品与服务须准确，禁止虚假、夸张或误导。',
      en: 'Products and services are described as they are: nothing false, inflated or misleading.',
    },
    documents: ['D9', 'D19', 'D20'],
    contexts: ['orders'],
  },
  {
    id: 'ETH-3',
    title: { zh: '廉洁', en: 'Integrity' },
    requirement: {
      zh: '客户利益优先；不借岗位牟取不当好处。',
      en: "The customer's interest leads, and nobody uses a post for undue advantage.",
    },
    documents: ['D11'],
    contexts: ['security'],
  },
  {
    id: 'ETH-4',
    title: { zh: '待客礼仪', en: 'Courtesy' },
    requirement: {
      zh: '待人礼貌、尊重、耐心、真诚、热情、面带微笑，不说侮辱人的话。',
      en: 'Staff are polite, respectful, patient, sincere, warm and friendly, and insult nobody.',
    },
    documents: ['D2', 'D3', 'D4', 'D11', 'D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'ETH-5',
    title: { zh: '职业操守', en: 'Professional ethics' },
    requirement: {
      zh: '诚实经营，恪守职业操守，珍惜公司形象。',
      en: "Staff deal honestly, keep to professional ethics and protect the company's image.",
    },
    documents: ['D2', 'D3', 'D19'],
    contexts: ['security'],
  },
] as const satisfies readonly RuleEntry[]

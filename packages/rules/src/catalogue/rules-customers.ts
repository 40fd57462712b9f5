import type { RuleEntry } from './entry.ts'

/** The customer file, qualification of buyers, and communication. */
export const customerRules = [
  {
    id: 'CUS-1',
    title: { zh: '一户一档', en: 'One file per customer' },
    requirement: {
      zh: '每位客户建一份且仅一份档案，尚未成交的意向客户与准客户也在内。',
      en: 'Every party has exactly one file, including those who have not bought yet.',
    },
    documents: ['D7', 'D8', 'D11', 'D14', 'D18', 'D20'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-2',
    title: { zh: '电子档案', en: 'Electronic file' },
    requirement: { zh: '客户档案以电子形式保存。', en: "The customer's file is held in electronic form." },
    documents: ['D20'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-3',
    title: { zh: '档案内容', en: 'Contents of the file' },
    requirement: {
      zh: '档案收录：基本资料，需要，购买过的产品与服务，问题及其解决经过，维修保养，往来沟通，投诉（时间、内容、结果、满意度），器械使用情况，以及意见反馈。',
      en: 'Held on file: master data, needs, purchases, issues with their solutions, repair and upkeep, contacts, complaints (when, what, outcome, satisfaction), how devices are used, and comments.',
    },
    documents: ['D7', 'D8', 'D11', 'D12', 'D14', 'D20'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-4',
    title: { zh: '资格与信誉调查', en: 'Check of qualification and credit' },
    requirement: {
      zh: '成交之前须查核买方的经营资格，并查核其商业信誉，两项缺一不可。',
      en: "No sale before both the buyer's trading qualification and its commercial standing have been looked into.",
    },
    documents: ['D9', 'D20'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-5',
    title: { zh: '只售合法资格单位', en: 'Licensed buyers only' },
    requirement: {
      zh: '医疗器械只能卖给持证经营者、医疗机构或其他依法具备资格的单位。',
      en: 'Devices go to licensed dealers, medical institutions or other units qualified by law, and to nobody else.',
    },
    documents: ['D14', 'D21'],
    contexts: ['customers', 'orders'],
  },
  {
    id: 'CUS-6',
    title: { zh: '及时录入', en: 'Prompt entry' },
    requirement: {
      zh: '客户资料与销售记录应尽快录入系统（拟定：当个工作日内录入，且距事件发生不超过 24 小时）。',
      en: 'What is learned of customers and sales is put into the system soon (proposed: on the same working day and no later than 24 hours after it happened).',
    },
    documents: ['D1'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-7',
    title: { zh: '每周更新档案', en: 'Weekly file update' },
    requirement: {
      zh: '客户档案每周至少更新或核对一次，两次间隔不超过 7 天。',
      en: 'Each file is updated or confirmed weekly, so never more than 7 days apart.',
    },
    documents: ['D20'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-8',
    title: { zh: '先明需求', en: 'Needs before offers' },
    requirement: {
      zh: '业务员先弄清并记下客户的需要，再报价，而且只提供能满足该需要的产品。',
      en: 'The salesperson records what the customer needs before quoting, and offers only what can meet it.',
    },
    documents: ['D1', 'D2', 'D10'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-9',
    title: { zh: '拜访准备与记录', en: 'Prepared and recorded visits' },
    requirement: {
      zh: '拜访之前掌握对方需求、备好资料；拜访中专业地讲解产品并答疑；事后留下记录。',
      en: 'A visit starts from known needs with material at hand; the product is shown competently, questions are answered, and the visit is written up.',
    },
    documents: ['D2'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-10',
    title: { zh: '定期沟通', en: 'Regular contact' },
    requirement: {
      zh: '按期与客户联系，听取需要和意见，解决困难并给予支援。',
      en: 'Customers are contacted at intervals to hear needs and comments, remove problems and lend support.',
    },
    documents: ['D6', 'D8', 'D10'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-11',
    title: { zh: '项目至少两次沟通', en: 'Two contacts per project' },
    requirement: {
      zh: '一个服务项目结束前，至少有 2 次沟通记录，内容涉及现场进展与客户看法。',
      en: "A service project may close only after at least 2 contacts on record about progress on site and the customer's opinions.",
    },
    documents: ['D20'],
    contexts: ['customers', 'after-sales'],
  },
  {
    id: 'CUS-12',
    title: { zh: '售前咨询', en: 'Pre-sales advice' },
    requirement: {
      zh: '售前提供咨询、选型推荐和方案建议，并逐次登记。',
      en: 'Advice, recommendations and solution proposals given before a sale are logged.',
    },
    documents: ['D6', 'D10', 'D11'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-13',
    title: { zh: '用户信息网', en: 'User network' },
    requirement: {
      zh: '维护一张覆盖全部用户的信息网，按期向每一位用户询问产品的使用与质量。',
      en: 'A network lists all users, and each is asked periodically how the product performs and holds up.',
    },
    documents: ['D21'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-14',
    title: { zh: '征求意见', en: 'Asking for opinions' },
    requirement: {
      zh: '业务员按期并随时以登门或函件方式听取客户看法。',
      en: 'Salespeople call in person or write to learn opinions, on schedule and in between.',
    },
    documents: ['D20', 'D21'],
    contexts: ['customers'],
  },
  {
    id: 'CUS-15',
    title: { zh: '联系渠道', en: 'Contact channels' },
    requirement: {
      zh: '受理渠道包括电话、短信、电子邮件、信函、微信公众号消息、网站表单、在线聊天和当面来访。',
      en: 'Customers may use telephone, text message, e-mail, letter, WeChat account, web form, online chat or come in person.',
    },
    documents: ['D3', 'D4', 'D8', 'D9', 'D10', 'D11', 'D16', 'D21'],
    contexts: ['customers', 'after-sales'],
  },
  {
    id: 'CUS-16',
    title: { zh: '客户培训', en: 'Customer training' },
    requirement: {
      zh: '为客户安排培训，使产品的功能得到充分发挥。',
      en: 'Customers are trained so that they get everything out of the product.',
    },
    documents: ['D7', 'D18'],
    contexts: ['after-sales'],
  },
  {
    id: 'CUS-17',
    title: { zh: '统一视图', en: 'Single customer view' },
    requirement: {
      zh: '客户资料、销售机会和订单进度集中在同一个 CRM 界面中查看。',
      en: 'Customer data, opportunities and the state of orders can be seen together in one CRM view.',
    },
    documents: ['D5', 'D12', 'D17'],
    contexts: ['security'],
  },
] as const satisfies readonly RuleEntry[]

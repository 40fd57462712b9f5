import type { RuleEntry } from './entry.ts'

/** Complaints, enquiries and escalation. */
export const complaintRules = [
  {
    id: 'CMP-1',
    title: { zh: '凡投诉必受理', en: 'Every complaint is accepted' },
    requirement: {
      zh: '无论客户有没有道理，投诉都要受理、处理并登记。',
      en: "Right or wrong, no customer's complaint is turned away: it is taken, handled and recorded.",
    },
    documents: ['D1', 'D9'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-2',
    title: { zh: '2小时内核实登记', en: 'Verified within 2 hours' },
    requirement: {
      zh: '自收到起 2 小时内查证核实，并填好投诉登记表。',
      en: 'Within 2 hours of receipt the facts are checked and the registration form is filled in.',
    },
    documents: ['D20'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-3',
    title: { zh: '1个工作日内处理', en: 'Handled within 1 working day' },
    requirement: {
      zh: '自收到起 1 个工作日内把投诉处理完毕。',
      en: 'Within 1 working day of receipt the complaint has been handled.',
    },
    documents: ['D20'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-4',
    title: { zh: '立即移交行政部', en: 'Hand-over to administration' },
    requirement: {
      zh: '处理不了的立即移交行政部，由其召集各部门并督办到底（拟定:15 分钟内接手）。',
      en: 'What cannot be handled goes to administration at once, which calls departments together and sees it through (proposed: accepted within 15 minutes).',
    },
    documents: ['D20'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-5',
    title: { zh: '质量投诉24小时初步意见', en: 'Quality: opinion within 24 hours' },
    requirement: {
      zh: '属产品质量的，24 小时内给出初步处理意见。',
      en: 'For a quality complaint a preliminary opinion is given within 24 hours.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-6',
    title: { zh: '非质量投诉48小时意见', en: 'Other: opinion within 48 hours' },
    requirement: {
      zh: '与质量无关的，48 小时内针对缘由与诉求给出处理意见。',
      en: 'For any other complaint an opinion on its reason and request is given within 48 hours.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-7',
    title: { zh: '流程与级别', en: 'Process and levels' },
    requirement: { zh: '投诉按既定流程和级别办理。', en: 'Complaints run through a set process with levels.' },
    documents: ['D20'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-8',
    title: { zh: '投诉入档', en: 'Complaint in the customer file' },
    requirement: {
      zh: '投诉的时间、内容、结果以及客户对结果的满意度记入客户档案的登记表。',
      en: "When, what, with what result and how satisfied the customer is with it are entered on the form in the customer's file.",
    },
    documents: ['D20'],
    contexts: ['after-sales', 'customers'],
  },
  {
    id: 'CMP-9',
    title: { zh: '结果告知投诉人', en: 'Result to the complainant' },
    requirement: {
      zh: '结案之前，必须把结果告诉投诉人。',
      en: 'The complainant is told the result before the case may close.',
    },
    documents: ['D14'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-10',
    title: { zh: '态度与公正', en: 'Warm and fair' },
    requirement: {
      zh: '处理时热情、谦虚，不拖延、不偏袒。',
      en: 'Handling is friendly and humble, quick and even-handed.',
    },
    documents: ['D9'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-11',
    title: { zh: '重大投诉总结', en: 'Lessons of serious cases' },
    requirement: {
      zh: '严重投诉须归纳总结，并产生改进措施。',
      en: 'A serious complaint is summed up and yields a measure for improvement.',
    },
    documents: ['D15'],
    contexts: ['surveys'],
  },
  {
    id: 'CMP-12',
    title: { zh: '业务员协助', en: 'Salespeople help' },
    requirement: {
      zh: '遇投诉或质量问题，业务员配合质管与客服解决。',
      en: 'Salespeople assist quality control and customer service with complaints and with quality trouble.',
    },
    documents: ['D9', 'D20', 'D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-13',
    title: { zh: '来访接待', en: 'Visitors' },
    requirement: {
      zh: '顾问热情有礼地接待来访者，正确作答，并登记归档。',
      en: 'The advisor welcomes visitors courteously, answers correctly, and registers and files the visit.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-14',
    title: { zh: '电话咨询24小时答复', en: 'Telephone answered in 24 hours' },
    requirement: {
      zh: '电话咨询由顾问在 24 小时内答复。',
      en: "An enquiry by telephone has the advisor's answer within 24 hours.",
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-15',
    title: { zh: '信函邮件3日回复', en: 'Letters answered in 3 days' },
    requirement: {
      zh: '信函与电子邮件由顾问在 3 日内回复，内容详尽无误。',
      en: 'The advisor answers letters and e-mails within 3 days, in detail and correctly.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-16',
    title: { zh: '回复率100%', en: 'Reply rate 100 %' },
    requirement: {
      zh: '信函与电子邮件件件回复，回复率为 100%。',
      en: 'No letter or e-mail stays unanswered: the reply rate is 100 %.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-17',
    title: { zh: '投诉指标改善', en: 'Better complaint figures' },
    requirement: {
      zh: '目标：处理率、成功率与一次成功率上升；靠技术改进使投诉率下降。',
      en: 'The aim is more complaints handled, more with success and more at the first attempt, and fewer complaints through better technology.',
    },
    documents: ['D20'],
    contexts: ['rules'],
  },
  {
    id: 'CMP-18',
    title: { zh: '供后续分析', en: 'Material for analysis' },
    requirement: {
      zh: '投诉记录留作日后分析与改进的素材。',
      en: 'What is recorded of complaints serves later study and improvement.',
    },
    documents: ['D1'],
    contexts: ['surveys'],
  },
  {
    id: 'CMP-19',
    title: { zh: '质量意见分析', en: 'Quality feedback analysed' },
    requirement: {
      zh: '有关质量的意见尽快分析并处理。',
      en: 'Comments on quality are studied and acted on without delay.',
    },
    documents: ['D9'],
    contexts: ['after-sales'],
  },
  {
    id: 'CMP-20',
    title: { zh: '意见投诉渠道', en: 'Channels for feedback' },
    requirement: {
      zh: '设有意见和投诉渠道，尽快答复、解决，并记下结局。',
      en: 'There are ways to comment and complain; an answer and a settlement come soon, and how it ended is recorded.',
    },
    documents: ['D6', 'D12', 'D14', 'D15', 'D18'],
    contexts: ['after-sales'],
  },
] as const satisfies readonly RuleEntry[]

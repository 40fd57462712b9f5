import type { RuleEntry } from './entry.ts'

/** Knowledge base, follow-up, surveys and improvement. */
export const followUpRules = [
  {
    id: 'KBS-1',
    title: { zh: '知识库', en: 'Knowledge base' },
    requirement: {
      zh: '常见问题与解决办法收入知识库。',
      en: 'Frequent problems and how to solve them are collected in a knowledge base.',
    },
    documents: ['D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'KBS-2',
    title: { zh: '按类型与版本归类', en: 'By type and version' },
    requirement: {
      zh: '条目按产品类型及其版本归类。',
      en: 'Entries are filed under the type of product and its version.',
    },
    documents: ['D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'KBS-3',
    title: { zh: '更新与培训', en: 'Kept current and taught' },
    requirement: {
      zh: '条目按期更新，服务人员接受相应培训。',
      en: 'Entries are renewed at intervals and the staff learn them.',
    },
    documents: ['D16'],
    contexts: ['after-sales'],
  },
  {
    id: 'FUP-1',
    title: { zh: '每月随访', en: 'Monthly follow-up' },
    requirement: {
      zh: '每位客户由指定业务员随访，每月至少 1 次。',
      en: 'A salesperson named for the customer gets in touch with it at least 1 time a month.',
    },
    documents: ['D21'],
    contexts: ['after-sales'],
  },
  {
    id: 'FUP-2',
    title: { zh: '定期回访', en: 'Periodic call-backs' },
    requirement: {
      zh: '服务结束后以及按期回访，了解使用、满意度和意见，改进所发现的问题。',
      en: 'After a service, and at intervals, use, satisfaction and opinions are asked for and what is found is improved.',
    },
    documents: ['D3', 'D4', 'D14', 'D18'],
    contexts: ['after-sales'],
  },
  {
    id: 'FUP-3',
    title: { zh: '服务追踪', en: 'Service tracking' },
    requirement: {
      zh: '追踪已做的服务，尽早知道是否满意、有何问题，并加以改进。',
      en: 'Services are tracked so that satisfaction and trouble are known early and lead to improvement.',
    },
    documents: ['D15'],
    contexts: ['after-sales'],
  },
  {
    id: 'SVY-1',
    title: { zh: '满意度调查', en: 'Satisfaction survey' },
    requirement: {
      zh: '按期分别就产品质量与服务调查满意度。',
      en: 'At intervals satisfaction is surveyed, with product quality and with service.',
    },
    documents: ['D6', 'D15', 'D16'],
    contexts: ['surveys'],
  },
  {
    id: 'SVY-2',
    title: { zh: '服务后评价', en: 'Rating after service' },
    requirement: { zh: '每次服务完成时请客户打分。', en: 'When a service is done the customer is invited to rate it.' },
    documents: ['D2', 'D8', 'D12'],
    contexts: ['surveys'],
  },
  {
    id: 'SVY-3',
    title: { zh: '调查结果报告', en: 'Survey report' },
    requirement: {
      zh: '统计并分析调查结果，写成报告送交各部门。',
      en: 'Survey results are counted and analysed, and departments get a report.',
    },
    documents: ['D6', 'D15'],
    contexts: ['surveys'],
  },
  {
    id: 'SVY-4',
    title: { zh: '满意度评估体系', en: 'Measurement system' },
    requirement: { zh: '有一套衡量满意度的体系。', en: 'A system for measuring satisfaction is in place.' },
    documents: ['D5'],
    contexts: ['surveys'],
  },
  {
    id: 'SVY-5',
    title: { zh: '广泛征求意见', en: 'Opinions sought widely' },
    requirement: {
      zh: '广泛听取对产品和服务的看法并作记录。',
      en: 'Views on products and services are invited from many sides and written down.',
    },
    documents: ['D9'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-1',
    title: { zh: '及时改进', en: 'Improvement in time' },
    requirement: {
      zh: '发现的问题须落实为产品或服务的改进措施，不得拖延。',
      en: 'What is found turns into measures for product or service, without delay.',
    },
    documents: ['D6', 'D8', 'D9', 'D10', 'D18', 'D20', 'D21'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-2',
    title: { zh: '反馈至部门负责人', en: 'Feedback to heads' },
    requirement: {
      zh: '意见送到部门负责人，由其结合市场与开发进度提出措施并组织执行。',
      en: 'Feedback reaches heads of department, who propose measures that fit market and development progress and have them carried out.',
    },
    documents: ['D9'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-3',
    title: { zh: '件件有着落', en: 'Every opinion settled' },
    requirement: {
      zh: '用户意见按期分类研究，条条研究、条条了结，并填写意见处理单。',
      en: 'User opinions are sorted and studied at intervals; none stays unstudied or unsettled, and each has its handling form.',
    },
    documents: ['D21'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-4',
    title: { zh: '服务质量评估', en: 'Service quality assessed' },
    requirement: {
      zh: '按期以满意度调查和效率评估衡量服务质量，并据此提高。',
      en: 'Service quality is judged at intervals by survey and by efficiency, and raised accordingly.',
    },
    documents: ['D5', 'D16', 'D18'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-5',
    title: { zh: '建议推动质量', en: 'Suggestions improve quality' },
    requirement: {
      zh: '客户建议转交有关方面，促使产品质量提升。',
      en: 'Suggestions are handed on so that products get better.',
    },
    documents: ['D7', 'D8'],
    contexts: ['surveys'],
  },
  {
    id: 'IMP-6',
    title: { zh: '服务创新', en: 'Renewal of services' },
    requirement: {
      zh: '从需要和意见出发，不断翻新服务与方案。',
      en: 'Needs and comments lead to new services and solutions.',
    },
    documents: ['D8'],
    contexts: ['surveys'],
  },
] as const satisfies readonly RuleEntry[]

import type { RuleEntry } from './entry.ts'

/** Market, competitors, channels, prices, promotions and stock. */
export const marketRules = [
  {
    id: 'MKT-1',
    title: { zh: '市场调研', en: 'Market research stage' },
    requirement: {
      zh: '市场部门负责调研，内容涵盖需求、竞争者与产品特性。',
      en: 'Marketing runs the research stage: what is wanted, who competes, what the products offer.',
    },
    documents: ['D2'],
    contexts: ['orders'],
  },
  {
    id: 'MKT-2',
    title: { zh: '关注竞争者', en: 'Watching competitors' },
    requirement: {
      zh: '业务员持续关注行情，对竞争者展开调查并加以分析。',
      en: 'Salespeople keep an eye on the market and study rival firms.',
    },
    documents: ['D1'],
    contexts: ['orders'],
  },
  {
    id: 'MKT-3',
    title: { zh: '竞品记录', en: 'Competitor record' },
    requirement: {
      zh: '记录竞品售价、所占市场和服务水准，尽快送交领导供决策。',
      en: "Rivals' prices, share of the market and level of service are noted and soon reach the leadership as a basis for decisions.",
    },
    documents: ['D9'],
    contexts: ['orders'],
  },
  {
    id: 'MKT-4',
    title: { zh: '定位与营销方案', en: 'Positioning and marketing plan' },
    requirement: {
      zh: '明确市场定位，并有涵盖广告、展会与网络的营销安排。',
      en: 'The company knows its place in the market and has a marketing plan using advertisements, fairs and the web.',
    },
    documents: ['D5', 'D12'],
    contexts: ['orders'],
  },
  {
    id: 'MKT-5',
    title: { zh: '实现目标的路径', en: 'Path to the target' },
    requirement: {
      zh: '为销售目标确定实现途径，由推广计划和渠道策略支撑。',
      en: 'How a target will be reached is decided in advance, backed by a promotion plan and a strategy for channels.',
    },
    documents: ['D5'],
    contexts: ['orders'],
  },
  {
    id: 'MKT-6',
    title: { zh: '贴合需求的宣传', en: 'Promotion that fits the need' },
    requirement: {
      zh: '宣传从客户的需要出发，使其真正懂得产品。',
      en: "What is promoted answers the customer's need, so that in the end the product is truly understood.",
    },
    documents: ['D2'],
    contexts: ['orders'],
  },
  {
    id: 'CHN-1',
    title: { zh: '渠道选择标准', en: 'Criteria for a channel' },
    requirement: {
      zh: '选用零售商、经销商或线上市场等渠道，须对照事先订好的标准。',
      en: 'Retailers, dealers and online markets are taken on against stated criteria.',
    },
    documents: ['D13'],
    contexts: ['orders'],
  },
  {
    id: 'CHN-2',
    title: { zh: '渠道可靠与稳定', en: 'Reliable channels' },
    requirement: {
      zh: '管理渠道，使其可靠、稳定，并经营好合作关系。',
      en: 'Channels are looked after so that they stay dependable and steady and the partners remain partners.',
    },
    documents: ['D10', 'D13'],
    contexts: ['orders'],
  },
  {
    id: 'CHN-3',
    title: { zh: '平台筛选', en: 'Screening of platforms' },
    requirement: {
      zh: '入驻的平台应契合需求与目标客群、运行可靠，并已就信誉、用户规模和销售政策作过评审。',
      en: 'An online platform must suit demand and target customers, run dependably, and have been screened for reputation, number of users and sales policy.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'CHN-4',
    title: { zh: '平台合作协议', en: 'Agreement before selling' },
    requirement: {
      zh: '未与平台签署正式协议，不得在其上销售。',
      en: 'Nothing is sold on a platform until a formal agreement with it is signed.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'CHN-5',
    title: { zh: '上架前调研', en: 'Study before listing' },
    requirement: {
      zh: '产品上架以前，市场分析与用户调研须存档，并已对照质量及售后要求。',
      en: 'A product can be listed only with a market analysis and user study on file that look at quality and after-sales needs.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'PRC-1',
    title: { zh: '定价依据', en: 'Basis of a price' },
    requirement: {
      zh: '定价须考虑成本、需求和竞争，使买方能接受、公司有利润。',
      en: 'A price rests on cost, demand and competition; it is fair to the buyer and leaves a margin.',
    },
    documents: ['D13', 'D15'],
    contexts: ['orders'],
  },
  {
    id: 'PRC-2',
    title: { zh: '价格复核', en: 'Price review' },
    requirement: {
      zh: '对照行情复核价格，需要调整时不拖延。',
      en: 'Prices are compared with the market and corrected without delay.',
    },
    documents: ['D13', 'D15'],
    contexts: ['orders'],
  },
  {
    id: 'PRM-1',
    title: { zh: '促销留有利润', en: 'Promotion with a margin' },
    requirement: {
      zh: '打折或送赠品后仍须留有合理的利润空间。',
      en: 'A discount or gift may not eat up a reasonable profit.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'PRM-2',
    title: { zh: '促销公平合法', en: 'Fair and lawful promotion' },
    requirement: {
      zh: '促销须合法、一视同仁：符合条件的客户待遇相同，起止有日期，并经过批准。',
      en: 'A promotion is legal and even-handed: one set of terms for all who qualify, with dates and an approval.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'STK-1',
    title: { zh: '库存规划', en: 'Stock planning' },
    requirement: {
      zh: '依据需求和销售预测安排库存，既不积压，也不断货。',
      en: 'Stock follows demand and forecast so that there is neither surplus nor shortage.',
    },
    documents: ['D15'],
    contexts: ['orders'],
  },
  {
    id: 'STK-2',
    title: { zh: '供应稳定', en: 'Steady supply' },
    requirement: {
      zh: '依法并按市场所需编制销售计划，使供货不间断。',
      en: 'A sales plan drawn up within the law and from market need keeps supply steady.',
    },
    documents: ['D19'],
    contexts: ['orders'],
  },
  {
    id: 'STK-3',
    title: { zh: '备件充足', en: 'Enough spare parts' },
    requirement: {
      zh: '备件数量足够，使客户尽快恢复使用。',
      en: 'Spare parts are on hand in numbers that let customers work again soon.',
    },
    documents: ['D4'],
    contexts: ['after-sales'],
  },
] as const satisfies readonly RuleEntry[]

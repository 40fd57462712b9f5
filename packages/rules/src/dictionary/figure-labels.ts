import { kpis } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { deadlineLabels } from './deadline-labels.ts'

/** What the parts of figures are called, and what tells several rows of one part apart. */
const partLabels: Readonly<Record<string, Bilingual>> = {
  amount: { zh: '金额', en: 'amount' },
  quantity: { zh: '数量', en: 'quantity' },
  shipped: { zh: '发货', en: 'shipped' },
  returned: { zh: '退货', en: 'returned' },
  'overdue.0-30': { zh: '逾期 30 天以内', en: 'overdue up to 30 days' },
  'overdue.31-60': { zh: '逾期 31 至 60 天', en: 'overdue 31 to 60 days' },
  'overdue.61-90': { zh: '逾期 61 至 90 天', en: 'overdue 61 to 90 days' },
  'overdue.91-': { zh: '逾期 90 天以上', en: 'overdue more than 90 days' },
  perThousandUnits: { zh: '每千件产品', en: 'per thousand units' },
  perThousandOrders: { zh: '每千份订单', en: 'per thousand orders' },
  withPauses: { zh: '含暂停时间', en: 'pauses included' },
  withoutPauses: { zh: '不计暂停', en: 'without pauses' },
  progressGap: { zh: '进度反馈间隔', en: 'time between progress reports' },
  solvedPerStaffDay: { zh: '每人每日解决数', en: 'solved per staff day' },
  service: { zh: '服务', en: 'service' },
  product: { zh: '产品', en: 'product' },
  mean: { zh: '平均分', en: 'mean' },
  anonymous: { zh: '匿名', en: 'anonymous' },
  monthly: { zh: '每月随访', en: 'monthly' },
  userNetwork: { zh: '用户信息网', en: 'user network' },
  daily: { zh: '日报告', en: 'daily' },
  weekly: { zh: '周报告', en: 'weekly' },
  entry: { zh: '录入', en: 'until entered' },
  visible: { zh: '管理者可见', en: 'until visible to managers' },
  fresh: { zh: '按期更新', en: 'reviewed in time' },
  linked: { zh: '已关联知识', en: 'linked to knowledge' },
  gap: { zh: '备份间隔', en: 'time between backups' },
  lastNotification: { zh: '最后一次通知', en: 'last notice' },
  spare: { zh: '备件', en: 'spare parts' },
  stockOut: { zh: '缺货', en: 'out of stock' },
  overStock: { zh: '积压', en: 'over-stocked' },
  attitude: { zh: '服务态度', en: 'attitude' },
  conductComplaints: { zh: '行为投诉', en: 'complaints about conduct' },
  median: { zh: '中位数', en: 'median' },
  p90: { zh: '第 90 百分位', en: '90th percentile' },
  longest: { zh: '最长', en: 'longest' },
}

const kpiLabels = Object.fromEntries(kpis.map(({ id, name }) => [id, name]))

/** KPI-17 has a part for each limit, KPI-39 one for each figure of a channel. */
const known: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({ ...partLabels, ...deadlineLabels, ...kpiLabels }),
)

/**
 * What a row of a scorecard is called: the KPI by the catalogue, and of a sub-figure its part. Segments of a market have
 * the name that the company gave them.
 * @throws Error for an id that the catalogue does not know
 */
export function labelOfFigure(id: string, part: string | null): Bilingual {
  const name = kpis.find((kpi) => kpi.id === id)?.name
  if (name === undefined) throw new Error(`${id} has no label`)
  if (part === null) return name
  const parts = labelsOfPart(part)
  return {
    zh: `${name.zh}（${parts.map(({ zh }) => zh).join('，')}）`,
    en: `${name.en} (${parts.map(({ en }) => en).join(', ')})`,
  }
}

/** Keys of limits and ages have dots of their own, so the longest name that fits is the one that is meant. */
function labelsOfPart(part: string): readonly Bilingual[] {
  const words = part.split('.')
  const counts = Array.from(words, (_, index) => words.length - index)
  const count = counts.find((length) => known.has(words.slice(0, length).join('.')))
  const label = count === undefined ? undefined : known.get(words.slice(0, count).join('.'))
  if (count === undefined || label === undefined) return [{ zh: part, en: part }]
  return count === words.length ? [label] : [label, ...labelsOfPart(words.slice(count).join('.'))]
}

import type { KpiUnit } from '../catalogue/index.ts'
import type { DeadlineStatus } from '../deadlines/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'

/** What a value is called, and for whoever writes a client what it stands for, where the label does not say it all. */
export interface Label extends Bilingual {
  readonly meaning?: string
}

/** What each of some values is called. */
export type Labels<Value extends string> = Readonly<Record<Value, Label>>

/* Of complaints and ratings. */

export const complaintReferenceLabels: Labels<'CUSTOMER' | 'ORDER' | 'PRODUCT' | 'LOT'> = {
  CUSTOMER: { zh: '客户', en: 'Customer' },
  ORDER: { zh: '订单', en: 'Order' },
  PRODUCT: { zh: '产品', en: 'Product' },
  LOT: { zh: '批次', en: 'Lot' },
}

/** By the category of the record, in capitals. */
export const recordKindLabels: Labels<string> = {
  CUSTOMER: { zh: '客户档案', en: 'Customer file' },
  EMPLOYEE: { zh: '员工', en: 'Member of staff' },
  PRODUCT: { zh: '产品', en: 'Product' },
  LOT: { zh: '批次', en: 'Lot' },
  DEVIATION: { zh: '价格偏差', en: 'Price deviation' },
  ORDER: { zh: '订单', en: 'Order' },
  CONTRACT: { zh: '合同', en: 'Contract' },
  COMPLAINT: { zh: '投诉', en: 'Complaint' },
  SURVEY: { zh: '满意度调查', en: 'Survey' },
  BACKUP: { zh: '备份记录', en: 'Record of backups' },
}

export const historyKindLabels: Labels<'COMPLAINT' | 'RATING'> = {
  COMPLAINT: { zh: '投诉', en: 'Complaint' },
  RATING: { zh: '评价', en: 'Rating' },
}

/* Of limits and figures. */

export const deadlineStatusLabels: Labels<DeadlineStatus> = {
  NOT_STARTED: { zh: '未开始', en: 'Not started' },
  RUNNING: { zh: '计时中', en: 'Running' },
  WARNED: { zh: '即将到期', en: 'Nearly due' },
  OVERDUE: { zh: '已超时', en: 'Overdue' },
  MET: { zh: '按时完成', en: 'Met' },
  MISSED: { zh: '超时完成', en: 'Missed' },
  VOID: { zh: '不再适用', en: 'No longer applies' },
}

export const kpiUnitLabels: Labels<Uppercase<KpiUnit | 'score'>> = {
  RATIO: { zh: '比率', en: 'Ratio' },
  MONEY: { zh: '金额', en: 'Money' },
  QUANTITY: { zh: '数量', en: 'Quantity' },
  DURATION: { zh: '时长', en: 'Duration' },
  COUNT: { zh: '件数', en: 'Count' },
  SCORE: { zh: '评分', en: 'Score' },
}

/* Of the running of it all. */

export const importStatusLabels: Labels<'IMPORTED' | 'ALREADY_PRESENT' | 'CORRECTED' | 'DIFFERENT' | 'UNUSABLE'> = {
  IMPORTED: { zh: '已导入', en: 'Imported' },
  ALREADY_PRESENT: { zh: '先前已导入', en: 'Already present' },
  CORRECTED: { zh: '已更正', en: 'Corrected' },
  DIFFERENT: { zh: '与已存内容不一致', en: 'Different' },
  UNUSABLE: { zh: '无法使用', en: 'Unusable' },
}

export const retryStatusLabels: Labels<'DONE' | 'PENDING'> = {
  DONE: { zh: '已重试', en: 'Done' },
  PENDING: { zh: '等待重试', en: 'Pending' },
}

export const rebuildStatusLabels: Labels<'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED'> = {
  REQUESTED: { zh: '等待重建', en: 'Requested' },
  RUNNING: { zh: '重建中', en: 'Running' },
  DONE: { zh: '已完成', en: 'Done' },
  FAILED: { zh: '失败', en: 'Failed' },
}

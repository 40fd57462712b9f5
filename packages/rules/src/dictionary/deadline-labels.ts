import type { DeadlineKey } from '../catalogue/entry.ts'
import type { Bilingual } from '../primitives/bilingual.ts'

/** What each limit is called: by what has to be done in time. */
export const deadlineLabels: Readonly<Record<DeadlineKey, Bilingual>> = {
  'order.confirm': { zh: '订单确认', en: 'Confirmation of the order' },
  'order.delivery': { zh: '按合同约定时间发货', en: 'Shipping by contract' },
  'complaint.verify': { zh: '投诉调查核实', en: 'Verification of the complaint' },
  'complaint.opinion.quality': { zh: '质量投诉初步处理意见', en: 'Opinion on a quality complaint' },
  'complaint.opinion.other': { zh: '非质量投诉处理意见', en: 'Opinion on another complaint' },
  'complaint.handle': { zh: '投诉处理', en: 'Handling of the complaint' },
  'complaint.handover': { zh: '移交行政部', en: 'Hand-over to administration' },
  'enquiry.phone': { zh: '电话咨询答复', en: 'Answer to a phone enquiry' },
  'enquiry.written': { zh: '来函、来信、电子邮件回复', en: 'Answer to a written enquiry' },
  'contact.first': { zh: '首次响应', en: 'First response' },
  'visit.monthly': { zh: '每月随访', en: 'Monthly follow-up' },
  'project.contacts': { zh: '工程服务期间的客户沟通', en: 'Contacts during the project' },
  'report.daily': { zh: '日报告', en: 'Daily report' },
  'report.weekly': { zh: '周报告', en: 'Weekly report' },
  'target.monthly': { zh: '月度销售目标', en: 'Monthly targets' },
  'target.personal': { zh: '个人销售目标和计划', en: 'Personal target and plan' },
  'record.entry': { zh: '录入销售系统', en: 'Entry into the system' },
  'contract.sign': { zh: '签订合同', en: 'Signing of the contract' },
  'file.update': { zh: '每周更新用户档案', en: 'Weekly update of the customer file' },
  'backup.daily': { zh: '每天备份', en: 'Daily backup' },
  'retention.record': { zh: '记录保存', en: 'Retention of the record' },
  'recall.notify': { zh: '通知收回', en: 'Notice of the recall' },
  'recall.notify.class1': { zh: '通知收回（一级）', en: 'Notice of a class 1 recall' },
  'recall.notify.class2': { zh: '通知收回（二级）', en: 'Notice of a class 2 recall' },
  'recall.notify.class3': { zh: '通知收回（三级）', en: 'Notice of a class 3 recall' },
  'adverseEvent.death': { zh: '死亡不良事件报告', en: 'Report of a death' },
  'adverseEvent.injury': { zh: '严重伤害不良事件报告', en: 'Report of a serious injury' },
  'invoice.match': { zh: '票、账、货核对', en: 'Match of invoice, ledger and goods' },
}

/** @throws Error for a key that no policy knows */
export function labelOfDeadline(key: string): Bilingual {
  if (Object.hasOwn(deadlineLabels, key)) return deadlineLabels[key as DeadlineKey]
  throw new Error(`The limit '${key}' has no label`)
}

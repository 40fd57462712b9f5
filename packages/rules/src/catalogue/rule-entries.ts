import type { RuleEntry } from './entry.ts'
import { complaintRules } from './rules-complaints.ts'
import { contractRules } from './rules-contracts.ts'
import { customerRules } from './rules-customers.ts'
import { followUpRules } from './rules-follow-up.ts'
import { governanceRules } from './rules-governance.ts'
import { marketRules } from './rules-market.ts'
import { orderRules } from './rules-orders.ts'
import { returnRules } from './rules-returns.ts'
import { securityRules } from './rules-security.ts'
import { serviceRules } from './rules-service.ts'
import { targetRules } from './rules-targets.ts'
import { traceabilityRules } from './rules-traceability.ts'
import { trainingRules } from './rules-training.ts'

/** Every rule by its section, in the order of the regulations, with the literal types that its ids are read from. */
export const everySection = [
  {
    title: { zh: '治理、组织与受控文件', en: 'Governance, organisation and controlled documents' },
    rules: governanceRules,
  },
  {
    title: { zh: '客户档案、购方资格与沟通', en: 'Customer file, qualification and communication' },
    rules: customerRules,
  },
  {
    title: { zh: '市场、渠道、价格、促销与库存', en: 'Market, channels, prices, promotions and stock' },
    rules: marketRules,
  },
  { title: { zh: '机会、报价与合同', en: 'Opportunities, quotes and contracts' }, rules: contractRules },
  { title: { zh: '订单、交付、发票与收款', en: 'Orders, delivery, invoice and collection' }, rules: orderRules },
  {
    title: { zh: '销售记录、保存、质量与召回', en: 'Sales records, retention, quality and recall' },
    rules: traceabilityRules,
  },
  { title: { zh: '目标、报告、考核与言行', en: 'Targets, reports, assessment and conduct' }, rules: targetRules },
  { title: { zh: '服务请求、维修与派工', en: 'Service requests, repair and dispatch' }, rules: serviceRules },
  { title: { zh: '投诉、咨询与升级', en: 'Complaints, enquiries and escalation' }, rules: complaintRules },
  { title: { zh: '退换、保修与供应商索赔', en: 'Returns, warranty and claims on suppliers' }, rules: returnRules },
  {
    title: { zh: '知识库、回访、调查与改进', en: 'Knowledge base, follow-up, surveys and improvement' },
    rules: followUpRules,
  },
  { title: { zh: '培训与人员能力', en: 'Training and competence of staff' }, rules: trainingRules },
  { title: { zh: '保密、安全与运行', en: 'Security, confidentiality and operation' }, rules: securityRules },
] as const

export type RuleId = (typeof everySection)[number]['rules'][number]['id']

/** An entry whose id is one of the known ones. */
export interface KnownRuleEntry extends RuleEntry {
  readonly id: RuleId
}

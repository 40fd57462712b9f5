import type { Bilingual } from '../primitives/bilingual.ts'

/**
 * How a rule takes effect: GATE refuses a command, TIMER sets a limit, RECORD asks for a record or field, STAGE is a
 * step of a flow, KPI feeds a measured figure, JOB runs on a schedule, ATTESTATION is a text that people stand by.
 */
export const ruleKinds = ['GATE', 'TIMER', 'RECORD', 'STAGE', 'KPI', 'JOB', 'ATTESTATION'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Part of the platform that owns a rule; `security` is the gateway and its identity, `operations` the running of it. */
export const ruleContexts = [
  'customers',
  'orders',
  'after-sales',
  'surveys',
  'rules',
  'security',
  'operations',
] as const
export type RuleContext = (typeof ruleContexts)[number]

/** Number of a regulation document. */
export type DocumentNumber = `D${number}`

/** Key of a deadline in the policy set: one per limit that the regulations know. */
export const deadlineKeys = [
  'order.confirm',
  'order.delivery',
  'complaint.verify',
  'complaint.opinion.quality',
  'complaint.opinion.other',
  'complaint.handle',
  'complaint.handover',
  'enquiry.phone',
  'enquiry.written',
  'contact.first',
  'visit.monthly',
  'project.contacts',
  'report.daily',
  'report.weekly',
  'target.monthly',
  'target.personal',
  'record.entry',
  'contract.sign',
  'file.update',
  'backup.daily',
  'retention.record',
  'recall.notify',
  'recall.notify.class1',
  'recall.notify.class2',
  'recall.notify.class3',
  'adverseEvent.death',
  'adverseEvent.injury',
  'invoice.match',
] as const
export type DeadlineKey = (typeof deadlineKeys)[number]

/** Shape of one rule, before the union of rule ids is derived from all of them. */
export interface RuleEntry {
  /** Family and number, e.g. `CMP-2`. Never reused for another rule. */
  readonly id: `${Uppercase<string>}-${number}`
  readonly title: Bilingual
  /** What is required. A number that no regulation gives is marked 拟定 / proposed. */
  readonly requirement: Bilingual
  readonly documents: readonly DocumentNumber[]
  /** The owning context first. */
  readonly contexts: readonly RuleContext[]
}

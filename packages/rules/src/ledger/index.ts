import { anonymousSurveyLedger } from './anonymous-survey/anonymous-survey-ledger.ts'
import { backupLedger } from './backup/backup-ledger.ts'
import { complaintLedger } from './complaint/complaint-ledger.ts'
import { contactLedger } from './contact/contact-ledger.ts'
import { contractLedger } from './contract/contract-ledger.ts'
import { customerFileLedger } from './customer-file/customer-file-ledger.ts'
import { deviceUserLedger } from './device-user/device-user-ledger.ts'
import { enquiryLedger } from './enquiry/enquiry-ledger.ts'
import { followUpLedger } from './follow-up/follow-up-ledger.ts'
import { improvementLedger } from './improvement/improvement-ledger.ts'
import { jobLedger } from './job/job-ledger.ts'
import { knowledgeEntryLedger } from './knowledge-entry/knowledge-entry-ledger.ts'
import type { Ledger } from './ledger.ts'
import { marketLedger } from './market/market-ledger.ts'
import { opinionLedger } from './opinion/opinion-ledger.ts'
import { opportunityLedger } from './opportunity/opportunity-ledger.ts'
import { orderLedger } from './order/order-ledger.ts'
import { projectLedger } from './project/project-ledger.ts'
import { recallLedger } from './recall/recall-ledger.ts'
import { receivableLedger } from './receivable/receivable-ledger.ts'
import { recordEntryLedger } from './record-entry/record-entry-ledger.ts'
import { reportLedger } from './report/report-ledger.ts'
import { returnLedger } from './return/return-ledger.ts'
import { serviceRequestLedger } from './service-request/service-request-ledger.ts'
import { staffDayLedger } from './staff-day/staff-day-ledger.ts'
import { staffTrainingLedger } from './staff-training/staff-training-ledger.ts'
import { stockLedger } from './stock/stock-ledger.ts'
import { surveyLedger } from './survey/survey-ledger.ts'
import { targetLedger } from './target/target-ledger.ts'

export { backedUpAt } from './backup/backed-up-at.ts'
export { backupDays } from './backup/backup-days.ts'
export type { BackupFactData } from './backup/facts.ts'
export type { ComplaintLedger } from './complaint/complaint-state.ts'
export type { ComplaintTimerKey } from './complaint/complaint-timers.ts'
export type { ContractFactData } from './contract/facts.ts'
export * from './facts.ts'
export { activeCustomersAt, isActiveAt } from './follow-up/active-customer.ts'
export { followUpMonths } from './follow-up/follow-up-months.ts'
export { expectedRuns } from './job/expected-runs.ts'
export { overdueRuns } from './job/job-ledger.ts'
export * from './ledger.ts'
export type { OrderLedger } from './order/order-state.ts'
export { type Period, periodsBegun } from './periods.ts'
export { reportPeriods } from './report/report-periods.ts'
export { requiredTopics } from './staff-training/required-topics.ts'
export { stockDaysEnded } from './stock/stock-days.ts'
export type { SurveyLedger } from './survey/survey-ledger.ts'

/**
 * The ledger of each stream category that has limits or KPIs: under the category's name, in the folder of that name.
 * `customerFile` is no category of stored streams yet. Those of category `customer` hold the same facts, and a ledger under
 * that name would begin to measure KPI-29 and to hold `file.update` open (CUS-7) wherever customers are kept.
 */
export const ledgers = {
  anonymousSurvey: anonymousSurveyLedger,
  backup: backupLedger,
  complaint: complaintLedger,
  contact: contactLedger,
  contract: contractLedger,
  customerFile: customerFileLedger,
  deviceUser: deviceUserLedger,
  enquiry: enquiryLedger,
  followUp: followUpLedger,
  improvement: improvementLedger,
  job: jobLedger,
  knowledgeEntry: knowledgeEntryLedger,
  market: marketLedger,
  opinion: opinionLedger,
  opportunity: opportunityLedger,
  order: orderLedger,
  project: projectLedger,
  recall: recallLedger,
  receivable: receivableLedger,
  recordEntry: recordEntryLedger,
  report: reportLedger,
  return: returnLedger,
  serviceRequest: serviceRequestLedger,
  staffDay: staffDayLedger,
  staffTraining: staffTrainingLedger,
  stock: stockLedger,
  survey: surveyLedger,
  target: targetLedger,
} as const

/**
 * The ledger of a category, `null` where it has none. The state's type is given up here, once: a store keeps the state
 * beside the stream and hands it back to the ledger of the same category, which is all that makes this sound.
 */
export function ledgerOf(category: string): Ledger<unknown> | null {
  return isCategory(category) ? (ledgers[category] as Ledger<unknown>) : null
}

function isCategory(category: string): category is keyof typeof ledgers {
  return Object.hasOwn(ledgers, category)
}

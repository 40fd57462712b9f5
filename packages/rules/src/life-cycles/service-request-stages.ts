import type { TransitionTable } from './transitions.ts'

export type ServiceRequestStage =
  | 'UNRECEIVED'
  | 'RECEIVED'
  | 'RECORDED'
  | 'ASSIGNED'
  | 'DIAGNOSING'
  | 'WAITING_CUSTOMER'
  | 'PLAN_PROPOSED'
  | 'PLAN_AGREED'
  | 'EXECUTING_REMOTELY'
  | 'EXECUTING_ON_SITE'
  | 'RESULT_REPORTED'
  | 'CONFIRMED'
  | 'RATED'
  | 'CLOSED'
  | 'CLOSED_NO_ANSWER'

export type ServiceRequestCommandName =
  | 'ReceiveRequest'
  | 'RecordRequest'
  | 'AssignRequest'
  | 'StartDiagnosis'
  | 'AskCustomer'
  | 'ResumeDiagnosis'
  | 'ProposePlan'
  | 'RevisePlan'
  | 'AgreePlan'
  | 'ExecuteRemotely'
  | 'ExecuteOnSite'
  | 'ReportResult'
  | 'ConfirmResult'
  | 'DenyResult'
  | 'RateService'
  | 'CloseRequest'
  | 'CloseWithoutAnswer'

/**
 * SRV-6. A plan that the customer does not want, and a result that did not help, lead back to diagnosis; what cannot be
 * done from afar is done on site (SRV-8). Without answer a request closes only where the customer's word is awaited:
 * on the plan, on the result, for the rating (C32).
 */
export const serviceRequestStages: TransitionTable<ServiceRequestStage, ServiceRequestCommandName> = {
  name: { zh: '服务请求', en: 'service request' },
  rule: 'SRV-6',
  initial: 'UNRECEIVED',
  transitions: {
    UNRECEIVED: { ReceiveRequest: 'RECEIVED' },
    RECEIVED: { RecordRequest: 'RECORDED' },
    RECORDED: { AssignRequest: 'ASSIGNED' },
    ASSIGNED: { StartDiagnosis: 'DIAGNOSING' },
    DIAGNOSING: { AskCustomer: 'WAITING_CUSTOMER', ProposePlan: 'PLAN_PROPOSED' },
    WAITING_CUSTOMER: { ResumeDiagnosis: 'DIAGNOSING' },
    PLAN_PROPOSED: { AgreePlan: 'PLAN_AGREED', RevisePlan: 'DIAGNOSING', CloseWithoutAnswer: 'CLOSED_NO_ANSWER' },
    PLAN_AGREED: { ExecuteRemotely: 'EXECUTING_REMOTELY', ExecuteOnSite: 'EXECUTING_ON_SITE' },
    EXECUTING_REMOTELY: { ReportResult: 'RESULT_REPORTED', ExecuteOnSite: 'EXECUTING_ON_SITE' },
    EXECUTING_ON_SITE: { ReportResult: 'RESULT_REPORTED' },
    RESULT_REPORTED: { ConfirmResult: 'CONFIRMED', DenyResult: 'DIAGNOSING', CloseWithoutAnswer: 'CLOSED_NO_ANSWER' },
    CONFIRMED: { RateService: 'RATED', CloseWithoutAnswer: 'CLOSED_NO_ANSWER' },
    RATED: { CloseRequest: 'CLOSED' },
    CLOSED: {},
    CLOSED_NO_ANSWER: {},
  },
}

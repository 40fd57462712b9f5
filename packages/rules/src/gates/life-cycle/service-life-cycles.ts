import type { TransitionTable } from './transitions.ts'

/*
 * The life cycles of section 7 of the regulations catalogue that begin after a sale. What a state asks for beyond its
 * order is refused by a gate of its own: a plan's agreement (SRV-9), a confirmation (SRV-13), a booked loss (RET-2).
 */

export type ServiceRequestState =
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

export type ServiceRequestCommand =
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
export const serviceRequestTransitions: TransitionTable<ServiceRequestState, ServiceRequestCommand> = {
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

export type ReturnState =
  | 'UNREQUESTED'
  | 'REQUESTED'
  | 'QUALITY_CONFIRMED'
  | 'NOT_CONFIRMED'
  | 'REFUSED'
  | 'RECEIVED_BACK'
  | 'REFUNDED'
  | 'EXCHANGED'
  | 'REPAIRED'
  | 'LOSS_BOOKED'
  | 'CLAIM_OPENED'
  | 'RECOVERED'
  | 'WRITTEN_OFF'

export type ReturnCommand =
  | 'RequestReturn'
  | 'ConfirmQualityProblem'
  | 'DenyQualityProblem'
  | 'RefuseReturn'
  | 'ReceiveGoodsBack'
  | 'Refund'
  | 'Exchange'
  | 'Repair'
  | 'BookLoss'
  | 'OpenSupplierClaim'
  | 'RecordRecovery'
  | 'WriteOffLoss'

/**
 * RET-3. Only where quality control confirmed nothing may a return end as refused: there is no such way out of a
 * confirmed problem (RET-1). A supplier's claim follows the booked loss (RET-2); a loss with nobody to claim it from is
 * written off at once.
 */
export const returnTransitions: TransitionTable<ReturnState, ReturnCommand> = {
  name: { zh: '退货', en: 'return' },
  rule: 'RET-3',
  initial: 'UNREQUESTED',
  transitions: {
    UNREQUESTED: { RequestReturn: 'REQUESTED' },
    REQUESTED: { ConfirmQualityProblem: 'QUALITY_CONFIRMED', DenyQualityProblem: 'NOT_CONFIRMED' },
    QUALITY_CONFIRMED: { ReceiveGoodsBack: 'RECEIVED_BACK' },
    NOT_CONFIRMED: { ReceiveGoodsBack: 'RECEIVED_BACK', RefuseReturn: 'REFUSED' },
    REFUSED: {},
    RECEIVED_BACK: { Refund: 'REFUNDED', Exchange: 'EXCHANGED', Repair: 'REPAIRED' },
    REFUNDED: { BookLoss: 'LOSS_BOOKED' },
    EXCHANGED: { BookLoss: 'LOSS_BOOKED' },
    REPAIRED: { BookLoss: 'LOSS_BOOKED' },
    LOSS_BOOKED: { OpenSupplierClaim: 'CLAIM_OPENED', WriteOffLoss: 'WRITTEN_OFF' },
    CLAIM_OPENED: { RecordRecovery: 'RECOVERED', WriteOffLoss: 'WRITTEN_OFF' },
    RECOVERED: {},
    WRITTEN_OFF: {},
  },
}

export type RecallState =
  | 'UNDECLARED'
  | 'DECLARED'
  | 'BLOCKED'
  | 'BUYERS_LISTED'
  | 'NOTIFIED'
  | 'COLLECTING'
  | 'RECONCILED'
  | 'CLOSED'

export type RecallCommand =
  | 'DeclareRecall'
  | 'BlockStockAndOrders'
  | 'ListBuyers'
  | 'NotifyBuyers'
  | 'StartCollecting'
  | 'ReconcileUnits'
  | 'CloseRecall'

/** RCL-1. No step can be skipped and none undone: a recall that was declared is carried through. */
export const recallTransitions: TransitionTable<RecallState, RecallCommand> = {
  name: { zh: '召回', en: 'recall' },
  rule: 'RCL-1',
  initial: 'UNDECLARED',
  transitions: {
    UNDECLARED: { DeclareRecall: 'DECLARED' },
    DECLARED: { BlockStockAndOrders: 'BLOCKED' },
    BLOCKED: { ListBuyers: 'BUYERS_LISTED' },
    BUYERS_LISTED: { NotifyBuyers: 'NOTIFIED' },
    NOTIFIED: { StartCollecting: 'COLLECTING' },
    COLLECTING: { ReconcileUnits: 'RECONCILED' },
    RECONCILED: { CloseRecall: 'CLOSED' },
    CLOSED: {},
  },
}

export type ImprovementState =
  | 'UNFOUND'
  | 'FOUND'
  | 'STUDIED'
  | 'MEASURE_PROPOSED'
  | 'APPROVED'
  | 'EXECUTING'
  | 'VERIFIED_EFFECTIVE'
  | 'INEFFECTIVE'
  | 'CLOSED'

export type ImprovementCommand =
  | 'RecordFinding'
  | 'StudyFinding'
  | 'ProposeMeasure'
  | 'SendBack'
  | 'ApproveMeasure'
  | 'StartExecution'
  | 'VerifyEffective'
  | 'FindIneffective'
  | 'CloseAction'

/** IMP-2. A measure that was not approved goes back to the study; one that did not work may be followed by another. */
export const improvementTransitions: TransitionTable<ImprovementState, ImprovementCommand> = {
  name: { zh: '改进措施', en: 'improvement action' },
  rule: 'IMP-2',
  initial: 'UNFOUND',
  transitions: {
    UNFOUND: { RecordFinding: 'FOUND' },
    FOUND: { StudyFinding: 'STUDIED' },
    STUDIED: { ProposeMeasure: 'MEASURE_PROPOSED' },
    MEASURE_PROPOSED: { ApproveMeasure: 'APPROVED', SendBack: 'STUDIED' },
    APPROVED: { StartExecution: 'EXECUTING' },
    EXECUTING: { VerifyEffective: 'VERIFIED_EFFECTIVE', FindIneffective: 'INEFFECTIVE' },
    VERIFIED_EFFECTIVE: { CloseAction: 'CLOSED' },
    INEFFECTIVE: { ProposeMeasure: 'MEASURE_PROPOSED', CloseAction: 'CLOSED' },
    CLOSED: {},
  },
}

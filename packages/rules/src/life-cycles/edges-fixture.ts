/*
 * Section 7 of the regulations catalogue, edge by edge: state, command, state that it leads to. Written out by hand, so
 * that a change of a table shows here; besides the regulations' edges only those of which a comment gives the reason.
 */

export type Edge = readonly [from: string, command: string, to: string]

function edgesOf(text: string): readonly Edge[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([from = '', command = '', to = '']) => [from, command, to])
}

/** A customer can turn away at every open stage. */
export const opportunityEdges = edgesOf(`
  UNOPENED OpenOpportunity NEW
  NEW QualifyOpportunity QUALIFIED
  QUALIFIED RecordNeeds NEEDS_RECORDED
  NEEDS_RECORDED SendQuote QUOTED
  QUOTED StartNegotiation NEGOTIATING
  NEGOTIATING WinOpportunity WON
  NEW LoseOpportunity LOST
  QUALIFIED LoseOpportunity LOST
  NEEDS_RECORDED LoseOpportunity LOST
  QUOTED LoseOpportunity LOST
  NEGOTIATING LoseOpportunity LOST`)

/** A revised text is a draft, and a reviewed template an approval (C38). */
export const contractEdges = edgesOf(`
  UNDRAFTED DraftContract DRAFT
  DRAFT SubmitForReview LEGAL_REVIEW
  LEGAL_REVIEW ApproveContract APPROVED
  LEGAL_REVIEW ReturnContract RETURNED
  APPROVED SignContract SIGNED
  SIGNED ActivateContract ACTIVE
  ACTIVE AmendContract AMENDED
  ACTIVE CloseContract CLOSED
  ACTIVE TerminateContract TERMINATED
  AMENDED AmendContract AMENDED
  AMENDED CloseContract CLOSED
  AMENDED TerminateContract TERMINATED
  DRAFT ReviseContract DRAFT
  APPROVED ReviseContract DRAFT
  RETURNED ReviseContract DRAFT
  DRAFT AdoptTemplate APPROVED
  DRAFT TerminateContract TERMINATED
  LEGAL_REVIEW TerminateContract TERMINATED
  APPROVED TerminateContract TERMINATED
  RETURNED TerminateContract TERMINATED`)

/**
 * Goods from stock need no production, and what is checked and shipped in parts is checked and shipped again. What has
 * left is returned, not cancelled.
 */
export const orderEdges = edgesOf(`
  UNPLACED PlaceOrder PLACED
  PLACED ConfirmOrder CONFIRMED
  PLACED RejectOrder REJECTED
  PLACED CancelOrder CANCELLED
  CONFIRMED StartProduction IN_PRODUCTION
  CONFIRMED ReportGoodsReady READY
  CONFIRMED CheckOutbound CHECKED
  CONFIRMED ShipGoods PARTLY_SHIPPED
  CONFIRMED CancelOrder CANCELLED
  IN_PRODUCTION ReportGoodsReady READY
  IN_PRODUCTION CheckOutbound CHECKED
  IN_PRODUCTION ShipGoods PARTLY_SHIPPED
  IN_PRODUCTION CancelOrder CANCELLED
  READY CheckOutbound CHECKED
  READY ShipGoods PARTLY_SHIPPED
  READY CancelOrder CANCELLED
  CHECKED CheckOutbound CHECKED
  CHECKED ShipGoods PARTLY_SHIPPED
  CHECKED CancelOrder CANCELLED
  PARTLY_SHIPPED CheckOutbound PARTLY_SHIPPED
  PARTLY_SHIPPED ShipGoods SHIPPED
  PARTLY_SHIPPED ReportDelivery PARTLY_SHIPPED
  SHIPPED ReportDelivery DELIVERED
  PARTLY_SHIPPED TakeBackGoods PARTLY_SHIPPED
  SHIPPED TakeBackGoods SHIPPED
  DELIVERED TakeBackGoods DELIVERED`)

/** Classifying, and what concerns the hand-over to administration, moves nothing; nor does a second opinion. */
export const complaintEdges = edgesOf(`
  UNRECEIVED ReceiveComplaint RECEIVED
  RECEIVED ClassifyComplaint RECEIVED
  RECEIVED RegisterComplaint REGISTERED
  RECEIVED IssueOpinion OPINION_GIVEN
  RECEIVED HandleComplaint HANDLED
  RECEIVED MarkComplaintUnsolvable RECEIVED
  RECEIVED AcceptByAdministration RECEIVED
  REGISTERED ClassifyComplaint REGISTERED
  REGISTERED IssueOpinion OPINION_GIVEN
  REGISTERED HandleComplaint HANDLED
  REGISTERED MarkComplaintUnsolvable REGISTERED
  REGISTERED AcceptByAdministration REGISTERED
  OPINION_GIVEN ClassifyComplaint OPINION_GIVEN
  OPINION_GIVEN IssueOpinion OPINION_GIVEN
  OPINION_GIVEN HandleComplaint HANDLED
  OPINION_GIVEN MarkComplaintUnsolvable OPINION_GIVEN
  OPINION_GIVEN AcceptByAdministration OPINION_GIVEN
  HANDLED ClassifyComplaint HANDLED
  HANDLED ReturnResult RESULT_RETURNED
  HANDLED ConfirmResolution CONFIRMED
  HANDLED CloseComplaint CLOSED
  RESULT_RETURNED ClassifyComplaint RESULT_RETURNED
  RESULT_RETURNED ReturnResult RESULT_RETURNED
  RESULT_RETURNED ConfirmResolution CONFIRMED
  RESULT_RETURNED ReopenComplaint REOPENED
  RESULT_RETURNED CloseComplaint CLOSED
  CONFIRMED ClassifyComplaint CONFIRMED
  CONFIRMED ReopenComplaint REOPENED
  CONFIRMED CloseComplaint CLOSED
  REOPENED ClassifyComplaint REOPENED
  REOPENED IssueOpinion REOPENED
  REOPENED HandleComplaint HANDLED
  REOPENED MarkComplaintUnsolvable REOPENED
  REOPENED AcceptByAdministration REOPENED
  CLOSED ReopenComplaint REOPENED`)

export const serviceRequestEdges = edgesOf(`
  UNRECEIVED ReceiveRequest RECEIVED
  RECEIVED RecordRequest RECORDED
  RECORDED AssignRequest ASSIGNED
  ASSIGNED StartDiagnosis DIAGNOSING
  DIAGNOSING AskCustomer WAITING_CUSTOMER
  WAITING_CUSTOMER ResumeDiagnosis DIAGNOSING
  DIAGNOSING ProposePlan PLAN_PROPOSED
  PLAN_PROPOSED AgreePlan PLAN_AGREED
  PLAN_PROPOSED RevisePlan DIAGNOSING
  PLAN_PROPOSED CloseWithoutAnswer CLOSED_NO_ANSWER
  PLAN_AGREED ExecuteRemotely EXECUTING_REMOTELY
  PLAN_AGREED ExecuteOnSite EXECUTING_ON_SITE
  EXECUTING_REMOTELY ExecuteOnSite EXECUTING_ON_SITE
  EXECUTING_REMOTELY ReportResult RESULT_REPORTED
  EXECUTING_ON_SITE ReportResult RESULT_REPORTED
  RESULT_REPORTED ConfirmResult CONFIRMED
  RESULT_REPORTED DenyResult DIAGNOSING
  RESULT_REPORTED CloseWithoutAnswer CLOSED_NO_ANSWER
  CONFIRMED RateService RATED
  CONFIRMED CloseWithoutAnswer CLOSED_NO_ANSWER
  RATED CloseRequest CLOSED`)

export const returnEdges = edgesOf(`
  UNREQUESTED RequestReturn REQUESTED
  REQUESTED ConfirmQualityProblem QUALITY_CONFIRMED
  REQUESTED DenyQualityProblem NOT_CONFIRMED
  QUALITY_CONFIRMED ReceiveGoodsBack RECEIVED_BACK
  NOT_CONFIRMED ReceiveGoodsBack RECEIVED_BACK
  NOT_CONFIRMED RefuseReturn REFUSED
  RECEIVED_BACK Refund REFUNDED
  RECEIVED_BACK Exchange EXCHANGED
  RECEIVED_BACK Repair REPAIRED
  REFUNDED BookLoss LOSS_BOOKED
  EXCHANGED BookLoss LOSS_BOOKED
  REPAIRED BookLoss LOSS_BOOKED
  LOSS_BOOKED OpenSupplierClaim CLAIM_OPENED
  LOSS_BOOKED WriteOffLoss WRITTEN_OFF
  CLAIM_OPENED RecordRecovery RECOVERED
  CLAIM_OPENED WriteOffLoss WRITTEN_OFF`)

export const recallEdges = edgesOf(`
  UNDECLARED DeclareRecall DECLARED
  DECLARED BlockStockAndOrders BLOCKED
  BLOCKED ListBuyers BUYERS_LISTED
  BUYERS_LISTED NotifyBuyers NOTIFIED
  NOTIFIED StartCollecting COLLECTING
  COLLECTING ReconcileUnits RECONCILED
  RECONCILED CloseRecall CLOSED`)

export const improvementEdges = edgesOf(`
  UNFOUND RecordFinding FOUND
  FOUND StudyFinding STUDIED
  STUDIED ProposeMeasure MEASURE_PROPOSED
  MEASURE_PROPOSED ApproveMeasure APPROVED
  MEASURE_PROPOSED SendBack STUDIED
  APPROVED StartExecution EXECUTING
  EXECUTING VerifyEffective VERIFIED_EFFECTIVE
  EXECUTING FindIneffective INEFFECTIVE
  VERIFIED_EFFECTIVE CloseAction CLOSED
  INEFFECTIVE CloseAction CLOSED
  INEFFECTIVE ProposeMeasure MEASURE_PROPOSED`)

/** Nothing in section 7: a file is opened once (CUS-1) and kept up, also while erasing its persons is asked for (C20). */
export const customerEdges = edgesOf(`
  UNOPENED OpenCustomerFile OPEN
  OPEN ChangeCustomerKind OPEN
  OPEN AssignCustomerOwner OPEN
  OPEN AddContactPerson OPEN
  OPEN RecordNeed OPEN
  OPEN RecordLicence OPEN
  OPEN VerifyLicence OPEN
  OPEN RevokeLicence OPEN
  OPEN InvestigateCredit OPEN
  OPEN RequestErasure ERASURE_REQUESTED
  ERASURE_REQUESTED ChangeCustomerKind ERASURE_REQUESTED
  ERASURE_REQUESTED AssignCustomerOwner ERASURE_REQUESTED
  ERASURE_REQUESTED AddContactPerson ERASURE_REQUESTED
  ERASURE_REQUESTED RecordNeed ERASURE_REQUESTED
  ERASURE_REQUESTED RecordLicence ERASURE_REQUESTED
  ERASURE_REQUESTED VerifyLicence ERASURE_REQUESTED
  ERASURE_REQUESTED RevokeLicence ERASURE_REQUESTED
  ERASURE_REQUESTED InvestigateCredit ERASURE_REQUESTED
  ERASURE_REQUESTED WithdrawErasure OPEN
  ERASURE_REQUESTED ConfirmErasure OPEN`)

/** Nothing in section 7: a changed product is another one; what was left out may be added. */
export const productEdges = edgesOf(`
  UNREGISTERED RegisterProduct REGISTERED
  REGISTERED CompleteProduct REGISTERED`)

/** Nothing in section 7: what was found bad can be released again, and the other way round; further goods change no stage. */
export const lotEdges = edgesOf(`
  UNRECEIVED ReceiveLot RECEIVED
  RECEIVED ReceiveLot RECEIVED
  RELEASED ReceiveLot RELEASED
  BLOCKED ReceiveLot BLOCKED
  RECEIVED CompleteLot RECEIVED
  RELEASED CompleteLot RELEASED
  BLOCKED CompleteLot BLOCKED
  RECEIVED DecideLotQuality RELEASED
  RELEASED DecideLotQuality BLOCKED
  BLOCKED DecideLotQuality RELEASED`)

/** Nothing in section 7: one record of all backups, kept for ever. */
export const backupEdges = edgesOf(`
  UNKNOWN RecordBackup KEPT
  KEPT RecordBackup KEPT
  KEPT ExpectBackups KEPT`)

/** Nothing in section 7: approved, and perhaps withdrawn. */
export const deviationEdges = edgesOf(`
  UNAPPROVED ApproveDeviation APPROVED
  APPROVED WithdrawDeviation WITHDRAWN`)

/** Nothing in section 7: whoever left may come back. */
export const staffEdges = edgesOf(`
  UNKNOWN RegisterStaff ACTIVE
  UNKNOWN RecogniseStaff ACTIVE
  ACTIVE RegisterStaff ACTIVE
  ACTIVE RecogniseStaff ACTIVE
  ACTIVE ChangeStaffRoles ACTIVE
  ACTIVE EndStaff ENDED
  ENDED RegisterStaff ACTIVE`)

/** Nothing in section 7: asked once, rated once; until then delivered, and perhaps rated by phone or on paper. */
export const surveyEdges = edgesOf(`
  UNINVITED InviteToSurvey INVITED
  INVITED AnswerSurvey ANSWERED
  INVITED RecordDelivery INVITED
  INVITED RecordFailedDelivery INVITED
  INVITED ResendInvitation INVITED
  INVITED RecordOfflineAnswer INVITED`)

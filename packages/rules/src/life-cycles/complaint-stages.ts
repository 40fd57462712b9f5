import type { TransitionTable } from './transitions.ts'

export type ComplaintStage =
  | 'UNRECEIVED'
  | 'RECEIVED'
  | 'REGISTERED'
  | 'OPINION_GIVEN'
  | 'HANDLED'
  | 'RESULT_RETURNED'
  | 'CONFIRMED'
  | 'REOPENED'
  | 'CLOSED'

export type ComplaintCommandName =
  | 'ReceiveComplaint'
  | 'ClassifyComplaint'
  | 'RegisterComplaint'
  | 'IssueOpinion'
  | 'HandleComplaint'
  | 'MarkComplaintUnsolvable'
  | 'AcceptByAdministration'
  | 'ReturnResult'
  | 'ConfirmResolution'
  | 'ReopenComplaint'
  | 'CloseComplaint'

/**
 * The life of a complaint (CMP-7). None of its stages says rejected (CMP-1). A command that the present status does not allow is refused in one way, here; what a
 * legal command still lacks (an opinion before handling, C2) is refused by the service, which names it. So a milestone that
 * was left out is no illegal command but a named omission.
 *
 * Handling is the time between opinion and HANDLED, or after REOPENED: nothing happens at its beginning, so it is no
 * status. Nor is being with administration, where every one of these commands means the same.
 */
export const complaintStages: TransitionTable<ComplaintStage, ComplaintCommandName> = {
  name: { zh: '投诉', en: 'complaint' },
  rule: 'CMP-7',
  initial: 'UNRECEIVED',
  transitions: {
    UNRECEIVED: { ReceiveComplaint: 'RECEIVED' },
    RECEIVED: {
      ClassifyComplaint: 'RECEIVED',
      RegisterComplaint: 'REGISTERED',
      IssueOpinion: 'OPINION_GIVEN',
      HandleComplaint: 'HANDLED',
      MarkComplaintUnsolvable: 'RECEIVED',
      AcceptByAdministration: 'RECEIVED',
    },
    REGISTERED: {
      ClassifyComplaint: 'REGISTERED',
      IssueOpinion: 'OPINION_GIVEN',
      HandleComplaint: 'HANDLED',
      MarkComplaintUnsolvable: 'REGISTERED',
      AcceptByAdministration: 'REGISTERED',
    },
    OPINION_GIVEN: {
      ClassifyComplaint: 'OPINION_GIVEN',
      IssueOpinion: 'OPINION_GIVEN',
      HandleComplaint: 'HANDLED',
      MarkComplaintUnsolvable: 'OPINION_GIVEN',
      AcceptByAdministration: 'OPINION_GIVEN',
    },
    HANDLED: {
      ClassifyComplaint: 'HANDLED',
      ReturnResult: 'RESULT_RETURNED',
      ConfirmResolution: 'CONFIRMED',
      CloseComplaint: 'CLOSED',
    },
    RESULT_RETURNED: {
      ClassifyComplaint: 'RESULT_RETURNED',
      ReturnResult: 'RESULT_RETURNED',
      ConfirmResolution: 'CONFIRMED',
      ReopenComplaint: 'REOPENED',
      CloseComplaint: 'CLOSED',
    },
    CONFIRMED: { ClassifyComplaint: 'CONFIRMED', ReopenComplaint: 'REOPENED', CloseComplaint: 'CLOSED' },
    REOPENED: {
      ClassifyComplaint: 'REOPENED',
      IssueOpinion: 'REOPENED',
      HandleComplaint: 'HANDLED',
      MarkComplaintUnsolvable: 'REOPENED',
      AcceptByAdministration: 'REOPENED',
    },
    CLOSED: { ReopenComplaint: 'REOPENED' },
  },
}

import type { TransitionTable } from './transitions.ts'

export type CustomerStage = 'UNOPENED' | 'OPEN' | 'ERASURE_REQUESTED'

export type CustomerCommandName =
  | 'OpenCustomerFile'
  | 'ChangeCustomerKind'
  | 'AssignCustomerOwner'
  | 'AddContactPerson'
  | 'RecordNeed'
  | 'RecordLicence'
  | 'VerifyLicence'
  | 'RevokeLicence'
  | 'InvestigateCredit'
  | 'RequestErasure'
  | 'WithdrawErasure'
  | 'ConfirmErasure'

/**
 * One file per party (CUS-1): once opened it is kept up, and never ends. Asking that its persons be erased (SEC-3, C20) holds up
 * nothing else, and once they are the file goes on without them.
 */
export const customerStages: TransitionTable<CustomerStage, CustomerCommandName> = {
  name: { zh: '客户档案', en: 'customer file' },
  rule: 'CUS-1',
  initial: 'UNOPENED',
  transitions: {
    UNOPENED: { OpenCustomerFile: 'OPEN' },
    OPEN: {
      ChangeCustomerKind: 'OPEN',
      AssignCustomerOwner: 'OPEN',
      AddContactPerson: 'OPEN',
      RecordNeed: 'OPEN',
      RecordLicence: 'OPEN',
      VerifyLicence: 'OPEN',
      RevokeLicence: 'OPEN',
      InvestigateCredit: 'OPEN',
      RequestErasure: 'ERASURE_REQUESTED',
    },
    ERASURE_REQUESTED: {
      ChangeCustomerKind: 'ERASURE_REQUESTED',
      AssignCustomerOwner: 'ERASURE_REQUESTED',
      AddContactPerson: 'ERASURE_REQUESTED',
      RecordNeed: 'ERASURE_REQUESTED',
      RecordLicence: 'ERASURE_REQUESTED',
      VerifyLicence: 'ERASURE_REQUESTED',
      RevokeLicence: 'ERASURE_REQUESTED',
      InvestigateCredit: 'ERASURE_REQUESTED',
      WithdrawErasure: 'OPEN',
      ConfirmErasure: 'OPEN',
    },
  },
}

import type { TransitionTable } from './transitions.ts'

export type CustomerStage = 'UNOPENED' | 'OPEN'

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

/** One file per party (CUS-1): once opened it is kept up, and never ends. */
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
    },
  },
}

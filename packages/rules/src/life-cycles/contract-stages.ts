import type { TransitionTable } from './transitions.ts'

export type ContractStage =
  | 'UNDRAFTED'
  | 'DRAFT'
  | 'LEGAL_REVIEW'
  | 'APPROVED'
  | 'RETURNED'
  | 'SIGNED'
  | 'ACTIVE'
  | 'AMENDED'
  | 'CLOSED'
  | 'TERMINATED'

export type ContractCommandName =
  | 'DraftContract'
  | 'SubmitForReview'
  | 'ApproveContract'
  | 'ReturnContract'
  | 'AdoptTemplate'
  | 'ReviseContract'
  | 'SignContract'
  | 'ActivateContract'
  | 'AmendContract'
  | 'CloseContract'
  | 'TerminateContract'

/**
 * The life of a contract (OPP-2, regulations section 7). Every way to the signature leads through an approval: that of
 * legal, or that of a template used unchanged (C38). A text that is revised afterwards is a draft again. The second
 * signature makes it SIGNED; after the first it waits as it was. Until then either party may withdraw: that, too, is a
 * termination. Whether the approval covers the text, both parties have signed or agreed to an amendment is asked by the
 * gates of CON-1 to CON-6.
 */
export const contractStages: TransitionTable<ContractStage, ContractCommandName> = {
  name: { zh: '合同', en: 'contract' },
  rule: 'OPP-1',
  initial: 'UNDRAFTED',
  transitions: {
    UNDRAFTED: { DraftContract: 'DRAFT' },
    DRAFT: {
      ReviseContract: 'DRAFT',
      SubmitForReview: 'LEGAL_REVIEW',
      AdoptTemplate: 'APPROVED',
      TerminateContract: 'TERMINATED',
    },
    LEGAL_REVIEW: { ApproveContract: 'APPROVED', ReturnContract: 'RETURNED', TerminateContract: 'TERMINATED' },
    APPROVED: { SignContract: 'SIGNED', ReviseContract: 'DRAFT', TerminateContract: 'TERMINATED' },
    RETURNED: { ReviseContract: 'DRAFT', TerminateContract: 'TERMINATED' },
    SIGNED: { ActivateContract: 'ACTIVE' },
    ACTIVE: { AmendContract: 'AMENDED', CloseContract: 'CLOSED', TerminateContract: 'TERMINATED' },
    AMENDED: { AmendContract: 'AMENDED', CloseContract: 'CLOSED', TerminateContract: 'TERMINATED' },
    CLOSED: {},
    TERMINATED: {},
  },
}

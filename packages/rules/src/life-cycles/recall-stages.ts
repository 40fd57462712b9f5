import type { TransitionTable } from './transitions.ts'

export type RecallStage =
  | 'UNDECLARED'
  | 'DECLARED'
  | 'BLOCKED'
  | 'BUYERS_LISTED'
  | 'NOTIFIED'
  | 'COLLECTING'
  | 'RECONCILED'
  | 'CLOSED'

export type RecallCommandName =
  | 'DeclareRecall'
  | 'BlockStockAndOrders'
  | 'ListBuyers'
  | 'NotifyBuyers'
  | 'StartCollecting'
  | 'ReconcileUnits'
  | 'CloseRecall'

/** RCL-1. No step can be skipped and none undone: a recall that was declared is carried through. */
export const recallStages: TransitionTable<RecallStage, RecallCommandName> = {
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

import type { TransitionTable } from './transitions.ts'

export type DeviationStage = 'UNAPPROVED' | 'APPROVED' | 'WITHDRAWN'

export type DeviationCommandName = 'ApproveDeviation' | 'WithdrawDeviation'

/** Another price than the list's, from its approval to the withdrawal of that (QUO-2). Whether an order used it, the orders say. */
export const deviationStages: TransitionTable<DeviationStage, DeviationCommandName> = {
  name: { zh: '价格偏差', en: 'price deviation' },
  rule: 'QUO-2',
  initial: 'UNAPPROVED',
  transitions: {
    UNAPPROVED: { ApproveDeviation: 'APPROVED' },
    APPROVED: { WithdrawDeviation: 'WITHDRAWN' },
    WITHDRAWN: {},
  },
}

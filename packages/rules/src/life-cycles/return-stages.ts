import type { TransitionTable } from './transitions.ts'

export type ReturnStage =
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

export type ReturnCommandName =
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
export const returnStages: TransitionTable<ReturnStage, ReturnCommandName> = {
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

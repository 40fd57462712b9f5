import type { TransitionTable } from './transitions.ts'

export type LotStage = 'UNRECEIVED' | 'RECEIVED' | 'RELEASED' | 'BLOCKED'

export type LotCommandName = 'ReceiveLot' | 'CompleteLot' | 'DecideLotQuality'

/** A lot begins with its first receipt; further goods of it may come at any stage, and change none (TRC-4). Its quality may be decided on again and again; which decision is due, its gates say (QLT-4). The target is what a decision leads to at least. */
export const lotStages: TransitionTable<LotStage, LotCommandName> = {
  name: { zh: '批次', en: 'lot' },
  rule: 'TRC-4',
  initial: 'UNRECEIVED',
  transitions: {
    UNRECEIVED: { ReceiveLot: 'RECEIVED' },
    RECEIVED: { ReceiveLot: 'RECEIVED', CompleteLot: 'RECEIVED', DecideLotQuality: 'RELEASED' },
    RELEASED: { ReceiveLot: 'RELEASED', CompleteLot: 'RELEASED', DecideLotQuality: 'BLOCKED' },
    BLOCKED: { ReceiveLot: 'BLOCKED', CompleteLot: 'BLOCKED', DecideLotQuality: 'RELEASED' },
  },
}

import type { TransitionTable } from './transitions.ts'

export type OpportunityStage =
  | 'UNOPENED'
  | 'NEW'
  | 'QUALIFIED'
  | 'NEEDS_RECORDED'
  | 'QUOTED'
  | 'NEGOTIATING'
  | 'WON'
  | 'LOST'

export type OpportunityCommandName =
  | 'OpenOpportunity'
  | 'QualifyOpportunity'
  | 'RecordNeeds'
  | 'SendQuote'
  | 'StartNegotiation'
  | 'WinOpportunity'
  | 'LoseOpportunity'

/**
 * From need to sale (OPP-1, OPP-2, regulations section 7): no stage can be left out, so nothing is quoted before needs
 * are recorded. An opportunity may be lost from any open stage: a customer can turn away at every one.
 */
export const opportunityStages: TransitionTable<OpportunityStage, OpportunityCommandName> = {
  name: { zh: '销售机会', en: 'opportunity' },
  rule: 'OPP-1',
  initial: 'UNOPENED',
  transitions: {
    UNOPENED: { OpenOpportunity: 'NEW' },
    NEW: { QualifyOpportunity: 'QUALIFIED', LoseOpportunity: 'LOST' },
    QUALIFIED: { RecordNeeds: 'NEEDS_RECORDED', LoseOpportunity: 'LOST' },
    NEEDS_RECORDED: { SendQuote: 'QUOTED', LoseOpportunity: 'LOST' },
    QUOTED: { StartNegotiation: 'NEGOTIATING', LoseOpportunity: 'LOST' },
    NEGOTIATING: { WinOpportunity: 'WON', LoseOpportunity: 'LOST' },
    WON: {},
    LOST: {},
  },
}

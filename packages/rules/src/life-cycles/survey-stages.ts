import type { TransitionTable } from './transitions.ts'

export type SurveyStage = 'UNINVITED' | 'INVITED' | 'ANSWERED'

export type SurveyCommandName =
  | 'InviteToSurvey'
  | 'AnswerSurvey'
  | 'RecordDelivery'
  | 'RecordFailedDelivery'
  | 'ResendInvitation'
  | 'RecordOfflineAnswer'

/**
 * Each resolution is asked about once, and rated once (SVY-2). What staff enter for the customer leaves it open: nobody
 * takes the customer's own answer away.
 */
export const surveyStages: TransitionTable<SurveyStage, SurveyCommandName> = {
  name: { zh: '评价', en: 'rating' },
  rule: 'SVY-2',
  initial: 'UNINVITED',
  transitions: {
    UNINVITED: { InviteToSurvey: 'INVITED' },
    INVITED: {
      AnswerSurvey: 'ANSWERED',
      RecordDelivery: 'INVITED',
      RecordFailedDelivery: 'INVITED',
      ResendInvitation: 'INVITED',
      RecordOfflineAnswer: 'INVITED',
    },
    ANSWERED: {},
  },
}

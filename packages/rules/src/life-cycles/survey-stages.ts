import type { TransitionTable } from './transitions.ts'

export type SurveyStage = 'UNINVITED' | 'INVITED' | 'ANSWERED'

export type SurveyCommandName = 'InviteToSurvey' | 'AnswerSurvey'

/** Each resolution is asked about once, and rated once (SVY-2). */
export const surveyStages: TransitionTable<SurveyStage, SurveyCommandName> = {
  name: { zh: '评价', en: 'rating' },
  rule: 'SVY-2',
  initial: 'UNINVITED',
  transitions: {
    UNINVITED: { InviteToSurvey: 'INVITED' },
    INVITED: { AnswerSurvey: 'ANSWERED' },
    ANSWERED: {},
  },
}

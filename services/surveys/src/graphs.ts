import { surveys } from './survey/survey.graph.ts'

export const context = 'surveys'

/** The aggregates of this service. */
export const graphs = [surveys]

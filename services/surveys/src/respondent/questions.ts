import type { Bilingual } from '@afterline/rules'

/** A question of every survey, answered from 1 (poor) to 5 (very good). */
export interface SurveyQuestion {
  readonly field: 'serviceScore' | 'productScore'
  readonly text: Bilingual
  readonly isRequired: boolean
  readonly min: number
  readonly max: number
}

/** SVY-1 asks about service and about product quality; a resolution is always one of service. */
export const surveyQuestions: readonly SurveyQuestion[] = [
  {
    field: 'serviceScore',
    text: { zh: '您对我们的服务满意吗？', en: 'How satisfied are you with our service?' },
    isRequired: true,
    min: 1,
    max: 5,
  },
  {
    field: 'productScore',
    text: { zh: '您对产品质量满意吗？', en: 'How satisfied are you with the quality of the product?' },
    isRequired: false,
    min: 1,
    max: 5,
  },
]

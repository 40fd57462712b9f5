import type { Instant } from '../../primitives/instant.ts'
import { factGuard, type SurveyFactData } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'

export interface SurveyLedger {
  readonly customerId: string | null
  readonly invitedAt: Instant | null
  readonly answer: SurveyAnswer | null
}

export interface SurveyAnswer {
  readonly at: Instant
  readonly serviceScore: number
  readonly productScore: number | null
}

const isSurveyFact = factGuard<SurveyFactData>({ SurveyInvited: true, SurveyAnswered: true })

function recordSurvey(state: SurveyLedger, fact: Fact): SurveyLedger {
  if (!isSurveyFact(fact)) return state
  const { customerId } = fact.data
  switch (fact.type) {
    case 'SurveyInvited':
      return { ...state, customerId, invitedAt: state.invitedAt ?? fact.occurredAt }
    case 'SurveyAnswered': {
      const { serviceScore, productScore } = fact.data
      // One rating per resolution: the first answer stands.
      return { ...state, customerId, answer: state.answer ?? { at: fact.occurredAt, serviceScore, productScore } }
    }
  }
}

function surveyMeasurements(survey: SurveyLedger): readonly Measurement[] {
  if (survey.customerId === null) return []
  const scopes = [`customer:${survey.customerId}`]
  return [...responses(survey, scopes), ...ratings(survey, scopes)]
}

/** KPI-24: answered of invited, in the period of the invitation. */
function responses(survey: SurveyLedger, scopes: readonly string[]): readonly Measurement[] {
  if (survey.invitedAt === null) return []
  return [
    {
      kpi: 'KPI-24',
      part: null,
      item: '',
      since: survey.invitedAt,
      countsAt: survey.invitedAt,
      dueAt: null,
      achievedAt: survey.answer?.at ?? null,
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes,
    },
  ]
}

/** KPI-23: ratings of 4 and 5 among all, and the mean, each for service and for product, in the period of the answer. */
function ratings(survey: SurveyLedger, scopes: readonly string[]): readonly Measurement[] {
  const { answer } = survey
  if (answer === null) return []
  const rated = (part: string, numerator: number): Measurement => ({
    kpi: 'KPI-23',
    part,
    item: '',
    since: answer.at,
    countsAt: answer.at,
    dueAt: null,
    achievedAt: answer.at,
    numerator,
    denominator: 1,
    currency: null,
    scopes,
  })
  const of = (part: string, score: number) => [rated(part, score >= 4 ? 1 : 0), rated(`${part}.mean`, score)]
  return [
    ...of('service', answer.serviceScore),
    ...(answer.productScore === null ? [] : of('product', answer.productScore)),
  ]
}

/** No limits; measures KPI-23 and KPI-24. */
export const surveyLedger: Ledger<SurveyLedger> = {
  initial: { customerId: null, invitedAt: null, answer: null },
  record: recordSurvey,
  timers: () => [],
  measurements: surveyMeasurements,
}

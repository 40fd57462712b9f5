import type { Instant } from '../../primitives/instant.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { ratingsOf } from '../survey/survey-ledger.ts'

/**
 * Answers to one periodic survey that names nobody (C21). The instant of a fact is coarsened to the beginning of its day
 * before it is recorded, and nothing here leads to a person: no customer, no staff, no scope but the company's.
 */
export interface AnonymousAnswerData {
  /** 1 (poor) to 5 (very good). */
  readonly serviceScore: number
  readonly productScore: number | null
}

interface AnonymousAnswer extends AnonymousAnswerData {
  readonly at: Instant
}

export interface AnonymousSurveyLedger {
  readonly answers: readonly AnonymousAnswer[]
}

const isAnonymousFact = factGuard<{ readonly AnonymousAnswerGiven: AnonymousAnswerData }>({
  AnonymousAnswerGiven: true,
})

function recordAnonymousSurvey(state: AnonymousSurveyLedger, fact: Fact): AnonymousSurveyLedger {
  if (!isAnonymousFact(fact)) return state
  const { serviceScore, productScore } = fact.data
  return { answers: [...state.answers, { at: fact.occurredAt, serviceScore, productScore }] }
}

function anonymousMeasurements({ answers }: AnonymousSurveyLedger): readonly Measurement[] {
  return answers.flatMap(({ at, serviceScore, productScore }, index) => {
    const service = anonymousRatings('service', serviceScore, at)
    const product = productScore === null ? [] : anonymousRatings('product', productScore, at)
    return [...service, ...product].map((rating) => ({ ...rating, item: String(index + 1) }))
  })
}

function anonymousRatings(part: string, score: number, at: Instant): readonly Measurement[] {
  return ratingsOf(`${part}.anonymous`, score, at, [])
}

/** No limits; measures the anonymous part of KPI-23. */
export const anonymousSurveyLedger: Ledger<AnonymousSurveyLedger> = {
  shape: 1,
  initial: { answers: [] },
  record: recordAnonymousSurvey,
  timers: () => [],
  measurements: anonymousMeasurements,
}

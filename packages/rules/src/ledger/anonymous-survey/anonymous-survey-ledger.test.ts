import { describe, expect, it } from '@jest/globals'
import { scorecardOf } from '../../kpi/scorecard.ts'
import { plusMillis } from '../../primitives/instant.ts'
import { elapsedReckoning, hour, told } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import { anonymousSurveyLedger } from './anonymous-survey-ledger.ts'

const answered = (serviceScore: number, productScore: number | null = null): Fact => ({
  type: 'AnonymousAnswerGiven',
  occurredAt: hour(0),
  recordedAt: hour(5),
  policyVersion: 'v1',
  data: { serviceScore, productScore },
})

function rows(...facts: readonly Fact[]) {
  const measurements = anonymousSurveyLedger.measurements(told(anonymousSurveyLedger, facts), elapsedReckoning)
  const to = plusMillis(hour(0), 1)
  const query = { from: hour(0), to, trailingFrom: hour(0), scope: 'company', asOf: hour(9) }
  return scorecardOf(measurements, query).filter(({ id, part }) => id === 'KPI-23' && part !== null)
}

describe('anonymous answers (C21, KPI-23)', () => {
  it('are a share and a mean of their own, from five answers on', () => {
    // 5, 4, 4, 3, 1: three of five are satisfied, 17 / 5 on average.
    expect(rows(...[5, 4, 4, 3, 1].map((score) => answered(score)))).toMatchObject([
      { part: 'service.anonymous', numerator: 3, denominator: 5, value: 0.6, isSuppressed: false },
      { part: 'service.anonymous.mean', numerator: 17, denominator: 5, value: 3.4, unit: 'score' },
    ])
  })

  it('are withheld while there are four, also for the product that only some rated', () => {
    const five = [answered(5, 5), answered(5, 4), answered(5, 1), answered(5, 1), answered(5)]
    expect(rows(...five).map(({ part, value, isSuppressed }) => [part, value, isSuppressed])).toEqual([
      ['product.anonymous', null, true],
      ['product.anonymous.mean', null, true],
      ['service.anonymous', 1, false],
      ['service.anonymous.mean', 5, false],
    ])
  })

  it('belong to the company alone: nothing leads to a person (SEC-2)', () => {
    const measured = anonymousSurveyLedger.measurements(told(anonymousSurveyLedger, [answered(5, 5)]), elapsedReckoning)
    expect(measured.flatMap(({ scopes }) => scopes)).toEqual([])
    expect(measured.map(({ part, item }) => `${part} ${item}`)).toEqual([
      'service.anonymous 1',
      'service.anonymous.mean 1',
      'product.anonymous 1',
      'product.anonymous.mean 1',
    ])
  })

  it('have no limits, and other facts change nothing', () => {
    const state = told(anonymousSurveyLedger, [answered(5)])
    expect(anonymousSurveyLedger.record(state, { ...answered(1), type: 'SurveyAnswered' })).toBe(state)
    expect(anonymousSurveyLedger.timers(state, elapsedReckoning)).toEqual([])
  })
})

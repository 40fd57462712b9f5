import { describe, expect, it } from '@jest/globals'
import { elapsedReckoning, fact, hour, told } from '../fixtures.ts'
import { ledgerOf, ledgers } from '../index.ts'
import type { Fact } from '../ledger.ts'
import { surveyLedger } from './survey-ledger.ts'

const invited = fact('SurveyInvited', 0, { customerId: 'c' })
const answered = (serviceScore: number, productScore: number | null, at = 10) =>
  fact('SurveyAnswered', at, { customerId: 'c', serviceScore, productScore })

function measured(...facts: readonly Fact[]) {
  return surveyLedger.measurements(told(surveyLedger, facts), elapsedReckoning)
}

describe('an invited customer', () => {
  it('has not answered yet (KPI-24)', () => {
    expect(measured(invited)).toMatchObject([{ kpi: 'KPI-24', countsAt: hour(0), achievedAt: null, denominator: 1 }])
  })

  it('is under no limit', () => {
    expect(surveyLedger.timers(told(surveyLedger, [invited]), elapsedReckoning)).toEqual([])
  })
})

describe('an invitation on its way (KPI-24)', () => {
  const failed = (at: number) => fact('SurveyDeliveryFailed', at, {})
  const delivered = (at: number) => fact('SurveyDelivered', at, {})
  const counted = (...facts: readonly Fact[]) =>
    measured(invited, ...facts)
      .filter(({ kpi }) => kpi === 'KPI-24')
      .map(({ item, since, until, countsAt, achievedAt }) => [item, since, until ?? null, countsAt, achievedAt])

  it('counts from the invitation, and once it is delivered (KPI-24)', () => {
    expect(counted(delivered(1))).toEqual([['', hour(0), null, hour(0), null]])
  })

  it('counts no longer once it could not be delivered, and not a second time for failing again (KPI-24)', () => {
    expect(counted(failed(2), failed(3))).toEqual([['', hour(0), hour(2), hour(0), null]])
    expect(counted(failed(0))).toEqual([])
  })

  it('counts again from when it was sent again, in whatever order that is told (KPI-24)', () => {
    const both = [
      ['', hour(0), hour(2), hour(0), null],
      ['1', hour(5), null, hour(0), null],
    ]
    expect(counted(failed(2), delivered(5))).toEqual(both)
    expect(counted(delivered(5), failed(2))).toEqual(both)
    expect(counted(failed(2), delivered(2))).toEqual([
      ['', hour(0), hour(2), hour(0), null],
      ['1', hour(2), null, hour(0), null],
    ])
  })

  it('counts as answered where the customer answers all the same (KPI-24)', () => {
    expect(counted(failed(2), answered(5, null), failed(12))).toEqual([
      ['', hour(0), hour(2), hour(0), hour(10)],
      ['1', hour(10), null, hour(0), hour(10)],
    ])
  })
})

describe('an answered survey (KPI-23)', () => {
  const ratings = (...facts: readonly Fact[]) =>
    measured(...facts)
      .filter(({ kpi }) => kpi === 'KPI-23')
      .map(({ part, numerator, denominator, countsAt }) => [part, numerator, denominator, countsAt])

  it.each([
    [1, 0],
    [3, 0],
    [4, 1],
    [5, 1],
  ])('with %i for the service counts %i of 1 as satisfied, in the period of the answer', (score, satisfied) => {
    expect(ratings(invited, answered(score, null))).toEqual([
      ['service', satisfied, 1, hour(10)],
      ['service.mean', score, 1, hour(10)],
    ])
  })

  it('keeps the rating of the product apart', () => {
    expect(ratings(invited, answered(5, 2))).toEqual([
      ['service', 1, 1, hour(10)],
      ['service.mean', 5, 1, hour(10)],
      ['product', 0, 1, hour(10)],
      ['product.mean', 2, 1, hour(10)],
    ])
  })

  it('keeps the first answer: one rating per resolution (SVY-2)', () => {
    expect(ratings(invited, answered(5, null), answered(1, null, 20))[0]).toEqual(['service', 1, 1, hour(10)])
  })

  it('keeps the earlier of two answers and of two invitations, whichever is told first (SVY-2, KPI-24)', () => {
    const invitedLater = fact('SurveyInvited', 5, { customerId: 'c' })
    for (const history of [
      [invited, invitedLater, answered(5, null), answered(1, null, 20)],
      [answered(1, null, 20), invitedLater, answered(5, null), invited],
    ]) {
      expect(measured(...history)).toMatchObject([
        { kpi: 'KPI-24', countsAt: hour(0), achievedAt: hour(10) },
        { kpi: 'KPI-23', part: 'service', countsAt: hour(10), numerator: 1 },
        { kpi: 'KPI-23', part: 'service.mean', countsAt: hour(10), numerator: 5 },
      ])
    }
  })

  it('belongs to the customer who was invited; while no invitation is told, to the one who answered (KPI-23)', () => {
    const byOther = fact('SurveyAnswered', 10, { customerId: 'd', serviceScore: 5, productScore: null })
    const scopesOf = (...facts: readonly Fact[]) => new Set(measured(...facts).flatMap(({ scopes }) => scopes))
    expect(scopesOf(byOther)).toEqual(new Set(['customer:d']))
    expect(scopesOf(byOther, invited)).toEqual(new Set(['customer:c']))
    expect(measured()).toEqual([])
  })

  it('answers the invitation, in the period of the invitation (KPI-24)', () => {
    expect(measured(invited, answered(5, null))[0]).toMatchObject({
      kpi: 'KPI-24',
      countsAt: hour(0),
      achievedAt: hour(10),
      scopes: ['customer:c'],
    })
  })
})

describe('a rating that staff entered for the customer (SVY-2)', () => {
  const entered = (counts: boolean, at = 5) =>
    fact('OfflineAnswerRecorded', at, { customerId: 'c', serviceScore: 4, productScore: null, counts })

  it('counts for nothing where whoever entered it may not rate the case: the invitation stays unanswered (KPI-23, KPI-24)', () => {
    expect(measured(invited, entered(false))).toEqual(measured(invited))
    expect(measured(invited, entered(false), answered(2, null))).toEqual(measured(invited, answered(2, null)))
  })

  it('is an answer where somebody else entered it, in the period of its entry (KPI-23, KPI-24)', () => {
    expect(measured(invited, entered(true))).toEqual(
      measured(invited, fact('SurveyAnswered', 5, { customerId: 'c', serviceScore: 4, productScore: null })),
    )
  })

  it('and the own answer of the customer are one rating: the earlier of both (SVY-2)', () => {
    expect(measured(invited, entered(true, 5), answered(1, null, 20))).toEqual(measured(invited, entered(true, 5)))
    expect(measured(invited, answered(1, null, 3), entered(true, 5))).toEqual(measured(invited, answered(1, null, 3)))
    for (const both of [
      [answered(1, null, 5), entered(true, 5)],
      [entered(true, 5), answered(1, null, 5)],
    ])
      expect(measured(invited, ...both)).toEqual(measured(invited, answered(1, null, 5)))
  })
})

describe('an answer by a contact person whom somebody entered who is rated (SVY-2)', () => {
  it('counts for nothing: the invitation stays unanswered (KPI-23, KPI-24)', () => {
    const own = { customerId: 'c', serviceScore: 5, productScore: 5, counts: false }
    expect(measured(invited, fact('SurveyAnswered', 5, own))).toEqual(measured(invited))
  })
})

describe('an answer about a member of staff (KPI-41, ETH-4)', () => {
  const about = (score: number, teamId: string | null) =>
    fact('SurveyAnswered', 10, {
      customerId: 'c',
      serviceScore: 5,
      productScore: null,
      attitude: { staffId: 'w', teamId, score },
    })
  const attitudes = (...facts: readonly Fact[]) => measured(...facts).filter(({ kpi }) => kpi === 'KPI-41')

  it.each([
    [3, 0],
    [4, 1],
  ])('of %i counts %i of 1, for the person and the team, in the period of the answer', (score, satisfied) => {
    expect(attitudes(invited, about(score, 't'))).toMatchObject([
      { part: 'attitude', numerator: satisfied, denominator: 1, countsAt: hour(10), scopes: ['person:w', 'team:t'] },
    ])
  })

  it('counts for the person alone where no team is known, and nowhere where it was not asked', () => {
    expect(attitudes(invited, about(5, null))).toMatchObject([{ scopes: ['person:w'] }])
    expect(attitudes(invited, answered(5, null))).toEqual([])
    expect(attitudes(invited)).toEqual([])
  })
})

describe('the ledger of a category', () => {
  it('is found by the category', () => {
    expect(ledgerOf('order')).toBe(ledgers.order)
    expect(ledgerOf('complaint')).toBe(ledgers.complaint)
    expect(ledgerOf('survey')).toBe(ledgers.survey)
  })

  it.each(['customer', 'product', 'lot', 'toString', ''])('is missing for %p', (category) => {
    expect(ledgerOf(category)).toBeNull()
  })
})

import { randomUUID } from 'node:crypto'
import { encodeScorecardId, parseInstant, parseLocalDate } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import type { Caller } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fieldOf, openSurveys, type TestSurveys } from '../surveys.fixture.ts'

const MONDAY = parseInstant('2026-03-02T09:00:00+08:00')

let service: TestSurveys
beforeAll(async () => {
  service = await openSurveys(MONDAY)
})
afterAll(() => service.dispose())

describe('a rating that came by phone', () => {
  const enter = (surveyId: string, caller: Caller, score = 5) =>
    service.ask(
      caller,
      `mutation ($entry: Entry!, $input: RecordOfflineAnswerInput!) { recordOfflineAnswer(entry: $entry, input: $input) {
        survey { status serviceScore offlineAnswer { serviceScore counts saidBy evidence enteredBy } } violations { rule }
      } }`,
      entryAndInput({
        surveyId,
        channel: 'PHONE',
        saidBy: 'Head nurse Chen',
        saidAt: MONDAY,
        evidence: 'Recording 4711',
        serviceScore: score,
      }),
    )
  interface Row {
    readonly id: string
    readonly part: string | null
    readonly numerator: string
  }
  const satisfaction = async (customerId: string) => {
    const day = { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-03'), zone: null }
    const id = encodeScorecardId({ ...day, asOf: MONDAY, scope: `customer:${customerId}` })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Scorecard { satisfaction { id part numerator denominator } } } }`
    const { data } = await service.ask({ id: 'chen', roles: ['LEADERSHIP'] }, source, {
      refs: [{ __typename: 'Scorecard', id }],
    })
    const cards = data?.['_entities'] as readonly { satisfaction: readonly Row[] }[] | undefined
    return (cards?.[0]?.satisfaction ?? []).flatMap(({ id: kpi, part, numerator }) =>
      part === 'service' || kpi === 'KPI-24' ? [[kpi, numerator]] : [],
    )
  }
  /** Asked about a complaint that `wang` handled, of a customer whom `li` looks after. */
  const asked = async () => {
    const [customerId, complaintId] = [randomUUID(), randomUUID()]
    await service.learnOwner(customerId, 'li')
    const surveyId = await service.invite(customerId, complaintId)
    await service.learnHandled(complaintId, customerId, ['wang'])
    return { customerId, surveyId }
  }
  const hotline: Caller = { id: 'lin', roles: ['HOTLINE_AGENT'] }

  it.each<[string, Caller]>([
    ['handled the case', { id: 'wang', roles: ['COMPLAINT_DESK'] }],
    ['looks after the customer', { id: 'li', roles: ['SALESPERSON'] }],
  ])(
    'and is entered by somebody who %s is shown, marked, and counts in no figure (SVY-2, KPI-23, KPI-24)',
    async (_, by) => {
      const { customerId, surveyId } = await asked()
      const entered = fieldOf<object>(await enter(surveyId, by), 'recordOfflineAnswer')
      const offlineAnswer = {
        serviceScore: 5,
        counts: false,
        saidBy: 'Head nurse Chen',
        evidence: 'Recording 4711',
        enteredBy: by.id,
      }
      expect(entered).toEqual({ survey: { status: 'INVITED', serviceScore: null, offlineAnswer }, violations: [] })
      // Both surveys: the one of the invitation itself, and this one.
      expect((await satisfaction(customerId)).filter(([, numerator]) => numerator !== '0')).toEqual([])
    },
  )

  it('counts when a colleague enters it, and the customer may still answer (SVY-2, KPI-23)', async () => {
    const { customerId, surveyId } = await asked()
    expect(await enter(surveyId, hotline)).toMatchObject({ codes: [] })
    expect(await satisfaction(customerId)).toEqual(
      expect.arrayContaining([
        ['KPI-23', '1'],
        ['KPI-24', '1'],
      ]),
    )
    expect(
      (await service.answer(service.tokens.tokenOf(surveyId), { serviceScore: 1 })).data?.['answerSurvey'],
    ).toMatchObject({
      violations: [],
    })
  })

  it('is not entered by a salesperson for the customer of another one, nor by who does not deal with customers (SEC-1)', async () => {
    const { surveyId } = await asked()
    expect((await enter(surveyId, { id: 'zhou', roles: ['SALESPERSON'] })).codes).toEqual(['NOT_FOUND'])
    for (const role of ['OPERATOR', 'WAREHOUSE', 'LEADERSHIP', 'MARKETING', 'DELIVERY_CHANNEL'])
      expect((await enter(surveyId, { id: 'x', roles: [role] })).codes).toEqual(['FORBIDDEN'])
  })
})

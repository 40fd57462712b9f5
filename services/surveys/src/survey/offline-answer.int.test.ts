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
  /**
   * Asked about a complaint that `he` received, `zhao` classified, `wang` handled and `sun` confirmed, of a customer whom
   * `qian` looked after until the day before, `tang` when it was received, and `li` now.
   */
  const asked = async () => {
    const [customerId, complaintId] = [randomUUID(), randomUUID()]
    const ownedFrom = async (ownerId: string, at: string) => {
      service.clock.now = parseInstant(at)
      await service.learnOwner(customerId, ownerId)
    }
    await ownedFrom('qian', '2026-02-27T09:00:00+08:00')
    await ownedFrom('tang', '2026-02-28T09:00:00+08:00')
    service.clock.now = parseInstant('2026-03-01T09:00:00+08:00')
    await service.learnClassified({ complaintId, customerId, receivedBy: 'he', classifiedBy: 'zhao' })
    await ownedFrom('li', '2026-03-01T10:00:00+08:00')
    service.clock.now = MONDAY
    const surveyId = await service.invite(customerId, complaintId)
    await service.learnHandled(complaintId, customerId, ['wang'])
    return { customerId, surveyId }
  }
  const hotline: Caller = { id: 'lin', roles: ['HOTLINE_AGENT'] }

  it.each<[string, Caller]>([
    ['handled the case', { id: 'wang', roles: ['COMPLAINT_DESK'] }],
    ['classified it', { id: 'zhao', roles: ['COMPLAINT_DESK'] }],
    ["confirmed its resolution in the customer's name", { id: 'sun', roles: ['HOTLINE_AGENT'] }],
    ['looks after the customer', { id: 'li', roles: ['SALESPERSON'] }],
    ['looked after the customer when it was received', { id: 'tang', roles: ['HOTLINE_AGENT'] }],
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

  it.each([
    ['received the case, and did nothing else about it', 'he'],
    ['looked after the customer before it was received', 'qian'],
  ])('counts when somebody enters it who %s (SVY-2, KPI-23)', async (_, id) => {
    const { customerId, surveyId } = await asked()
    expect(await enter(surveyId, { id, roles: ['HOTLINE_AGENT'] })).toMatchObject({ codes: [] })
    expect(await satisfaction(customerId)).toEqual(expect.arrayContaining([['KPI-23', '1']]))
  })

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

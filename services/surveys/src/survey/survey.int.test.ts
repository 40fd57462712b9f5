import { randomUUID } from 'node:crypto'
import { historyId } from '@afterline/events'
import { encodeScorecardId, parseInstant, parseLocalDate, plusMillis } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import type { Answer, Caller } from '@afterline/service-kit/testing/subgraph'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { fieldOf, openSurveys, type TestSurveys } from '../surveys.fixture.ts'

const MONDAY = parseInstant('2026-03-02T09:00:00+08:00')
const DAY_MS = 24 * 60 * 60 * 1000
const desk: Caller = { id: 'wang', roles: ['COMPLAINT_DESK'] }
const auditor: Caller = { id: 'sun', roles: ['AUDITOR'] }
const operator: Caller = { id: 'ops', roles: ['OPERATOR'] }
const respondent: Caller = { id: 'public', roles: ['PUBLIC'] }

let service: TestSurveys
beforeAll(async () => {
  service = await openSurveys(MONDAY)
})
afterAll(() => service.dispose())
beforeEach(() => {
  service.clock.now = MONDAY
})

const invited = (customerId?: string) => service.invite(customerId)
const tokenOf = async (surveyId: string) => service.tokens.tokenOf(surveyId)
const answer = (token: string, input?: object) => service.answer(token, input)

const form = (token: string) => {
  const source =
    'query ($token: String!) { surveyByToken(token: $token) { subjectKind isAnswered isExpired questions { field } } }'
  return service.ask(respondent, source, { token })
}

describe('somebody on staff with a token', () => {
  it('does not answer in the place of the customer, whatever the role (SVY-2)', async () => {
    const token = await tokenOf(await invited())
    const source = `mutation ($entry: Entry!, $input: AnswerSurveyInput!) {
      answerSurvey(entry: $entry, input: $input) { form { isAnswered } }
    }`
    for (const role of ['SALESPERSON', 'COMPLAINT_DESK', 'OPERATOR', 'LEADERSHIP']) {
      const answered = await service.ask({ id: 'li', roles: [role] }, source, entryAndInput({ token, serviceScore: 5 }))
      expect(answered).toEqual({ data: null, codes: ['FORBIDDEN'] })
    }
    expect(fieldOf<object>(await form(token), 'surveyByToken')).toMatchObject({ isAnswered: false })
  })
})

describe('a respondent with a token', () => {
  it('sees what is asked and answers, without a login (SVY-2)', async () => {
    const surveyId = await invited()
    const token = await tokenOf(surveyId)
    expect((await form(token)).data?.['surveyByToken']).toEqual({
      subjectKind: 'COMPLAINT',
      isAnswered: false,
      isExpired: false,
      questions: [{ field: 'serviceScore' }, { field: 'productScore' }],
    })
    expect((await answer(token)).data?.['answerSurvey']).toEqual({
      form: { isAnswered: true, isExpired: false },
      violations: [],
    })
  })

  it('answers once, when twenty try at the same time (SVY-2, survey.answer)', async () => {
    const token = await tokenOf(await invited())
    const scores = Array.from({ length: 20 }, (_, index) => (index % 5) + 1)
    const answers = await Promise.all(scores.map((serviceScore) => answer(token, { serviceScore })))
    const violations = answers.map((given) => fieldOf<{ violations: unknown[] }>(given, 'answerSurvey').violations)
    expect(violations.filter((list) => list.length === 0)).toHaveLength(1)
    expect(violations.filter((list) => list.length > 0)).toEqual(Array(19).fill([{ rule: 'SVY-2', path: [] }]))
  })

  it('gets the first answer to a repeated key, which other surveys may use as well', async () => {
    const [one, other] = [await tokenOf(await invited()), await tokenOf(await invited())]
    const first = await answer(one, { idempotencyKey: 'key' })
    expect(await answer(one, { idempotencyKey: 'key' })).toEqual(first)
    expect((await answer(other, { idempotencyKey: 'key' })).codes).toEqual([])
  })

  it('is told of a score that is none (SVY-1)', async () => {
    const { data } = await answer(await tokenOf(await invited()), { serviceScore: 6 })
    expect(data?.['answerSurvey']).toEqual({
      form: { isAnswered: false, isExpired: false },
      violations: [{ rule: 'SVY-1', path: ['serviceScore'] }],
    })
  })

  it('leaves nothing behind when refused, and is judged anew when it comes again', async () => {
    const token = await tokenOf(await invited())
    const remembered = () => service.kit.connection.collection('commands').countDocuments()
    const before = await remembered()
    const refused = await answer(token, { serviceScore: 6, idempotencyKey: 'twice' })
    expect(await answer(token, { serviceScore: 6, idempotencyKey: 'twice' })).toEqual(refused)
    expect(await remembered()).toBe(before)
    expect((await answer(token, { serviceScore: 5, idempotencyKey: 'twice' })).codes).toEqual([])
    expect(await remembered()).toBe(before + 1)
  })

  it('comes too late after the last day (SVY-2)', async () => {
    const token = await tokenOf(await invited())
    service.clock.now = plusMillis(MONDAY, 10 * DAY_MS + 1)
    expect((await answer(token)).data?.['answerSurvey']).toEqual({
      form: { isAnswered: false, isExpired: true },
      violations: [{ rule: 'SVY-2', path: [] }],
    })
  })

  it('reads nothing else', async () => {
    const { codes } = await service.ask(respondent, '{ surveys { edges { cursor } } }')
    expect(codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('a wrong token', () => {
  it('is not found, whether it is forged, mistyped or of a survey that is not there', async () => {
    const token = await tokenOf(await invited())
    const mistyped = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
    const unknown = service.tokens.tokenOf(randomUUID())
    const answers = await Promise.all([mistyped, unknown, 'no token at all'].map((wrong) => form(wrong)))
    expect(answers).toEqual(Array(3).fill({ data: { surveyByToken: null }, codes: ['NOT_FOUND'] }))
    expect((await form(' ')).codes).toEqual(['INPUT_INVALID'])
    expect((await answer(mistyped)).codes).toEqual(['NOT_FOUND'])
  })
})

describe('an invitation token', () => {
  const source = '{ openInvitations(first: 100) { edges { node { id token customer { id } } } } }'
  const channel = { id: 'mail-1', roles: ['DELIVERY_CHANNEL'] }
  const listed = async () => {
    const page = fieldOf<{ edges: { node: { id: string } }[] }>(await service.ask(channel, source), 'openInvitations')
    return page.edges.map(({ node }) => node)
  }

  it('is for the channel that sends it, as long as it can be answered (SVY-2)', async () => {
    const customerId = randomUUID()
    const id = await invited(customerId)
    expect(await listed()).toContainEqual({ id, token: service.tokens.tokenOf(id), customer: { id: customerId } })
    await answer(await tokenOf(id))
    expect((await listed()).map((each) => each.id)).not.toContain(id)
  })

  it('is for nobody on staff, also not for somebody who is such a channel besides (SVY-2)', async () => {
    await invited()
    const roles = [
      'SALESPERSON',
      'SALES_MANAGER',
      'COMPLAINT_DESK',
      'HOTLINE_AGENT',
      'LEADERSHIP',
      'AUDITOR',
      'OPERATOR',
    ]
    for (const role of roles) {
      for (const held of [[role], [role, 'DELIVERY_CHANNEL']]) {
        const answered = await service.ask({ id: 'li', roles: held }, source)
        expect(answered).toEqual({ data: { openInvitations: null }, codes: ['FORBIDDEN'] })
      }
    }
  })
})

describe('a rating', () => {
  it('shows under its customer and its complaint, the comment masked for some (CMP-8, SEC-1)', async () => {
    const customerId = randomUUID()
    const surveyId = await invited(customerId)
    await answer(await tokenOf(surveyId), { serviceScore: 2, productScore: 4 })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Customer { ratings { edges { node { id serviceScore productScore comment } } } }
    } }`
    const refs = [{ __typename: 'Customer', id: customerId }]
    const shown = (comment: string) => [
      { ratings: { edges: [{ node: { id: surveyId, serviceScore: 2, productScore: 4, comment } }] } },
    ]
    expect((await service.ask(desk, source, { refs })).data?.['_entities']).toEqual(shown('Quick'))
    expect((await service.ask(auditor, source, { refs })).data?.['_entities']).toEqual(shown('Q***'))
  })

  it('is read by the salesperson of its customer, and by no other one, on whatever way (SEC-1)', async () => {
    const customerId = randomUUID()
    const surveyId = await invited(customerId)
    const document = await service.repository.model.findById(surveyId).lean()
    if (document?.state.status !== 'INVITED') throw new Error('the survey is not there')
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Customer { ratings { edges { node { id } } } }
      ... on Complaint { surveys { id } }
      ... on Survey { id }
    } }`
    const entities = [
      { __typename: 'Customer', id: customerId },
      { __typename: 'Complaint', id: document.state.subject.id },
      { __typename: 'Survey', id: surveyId },
    ]
    const salesperson: Caller = { id: 'li', roles: ['SALESPERSON'] }
    const seen = () => service.ask(salesperson, source, { refs: entities })
    expect(await seen()).toEqual({
      data: { _entities: [{ ratings: null }, { surveys: [] }, null] },
      codes: ['FORBIDDEN'],
    })
    await service.learnOwner(customerId, 'zhou')
    expect((await seen()).codes).toEqual(['FORBIDDEN'])
    await service.learnOwner(customerId, 'li')
    const shown = [
      { ratings: { edges: [{ node: { id: surveyId } }] } },
      { surveys: [{ id: surveyId }] },
      { id: surveyId },
    ]
    expect(await seen()).toEqual({ data: { _entities: shown }, codes: [] })
  })

  it('counts for satisfaction, and its invitation as answered (SVY-4, KPI-23, KPI-24)', async () => {
    const customerId = randomUUID()
    await answer(await tokenOf(await invited(customerId)), { serviceScore: 4 })
    await answer(await tokenOf(await invited(customerId)), { serviceScore: 2 })
    await invited(customerId)
    const day = { from: parseLocalDate('2026-03-02'), to: parseLocalDate('2026-03-03'), zone: null }
    const id = encodeScorecardId({ ...day, asOf: MONDAY, scope: `customer:${customerId}` })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Scorecard { satisfaction { id part numerator denominator value } }
    } }`
    const leader = { id: 'chen', roles: ['LEADERSHIP'] }
    const { data } = await service.ask(leader, source, { refs: [{ __typename: 'Scorecard', id }] })
    const entities = data?.['_entities'] as readonly { satisfaction: readonly unknown[] }[] | undefined
    const rows = entities?.[0]?.satisfaction
    const row = (kpi: string, part: string | null, numerator: string, denominator: string, value: number) => {
      return { id: kpi, part, numerator, denominator, value }
    }
    expect(rows).toContainEqual(row('KPI-23', 'service', '1', '2', 0.5))
    expect(rows).toContainEqual(row('KPI-23', 'service.mean', '6', '2', 3))
    expect(rows).toContainEqual(row('KPI-24', null, '2', '3', 2 / 3))
  })
})

describe('ratings of another system', () => {
  const source = `mutation ($input: ImportRatingsInput!) { importRatings(input: $input) {
    results { row key id status findings { rule } violations { rule path } }
  } }`
  const record = (row: number, changes: object = {}) => ({
    row,
    key: `r-${row}`,
    customerKey: 'c-1',
    orderKey: `o-${row}`,
    serviceScore: 4,
    comment: null,
    invitedAt: '2018-01-18T00:00:00.000Z',
    answeredAt: '2018-03-18T21:46:59.000Z',
    ...changes,
  })
  const importAll = (system: string, records: readonly object[], caller = operator) =>
    service.ask(caller, source, { input: { source: { system, file: 'reviews.csv' }, records } })
  const resultsOf = (answer: Answer) =>
    fieldOf<{ results: readonly { status: string; id: string }[] }>(answer, 'importRatings').results

  it('become surveys with the ids that follow from their keys, once', async () => {
    const system = randomUUID()
    const records = Array.from({ length: 20 }, (_, index) => record(index + 1))
    const first = resultsOf(await importAll(system, records))
    expect(first).toEqual(
      records.map(({ row, key }) => {
        return { row, key, id: historyId(system, 'rating', key), status: 'IMPORTED', findings: [], violations: [] }
      }),
    )
    const second = resultsOf(await importAll(system, records))
    expect(second.map(({ status }) => status)).toEqual(records.map(() => 'ALREADY_PRESENT'))
    const imported = await service.repository.model.findById(first[0]?.id).lean()
    expect(imported?.state).toMatchObject({
      status: 'ANSWERED',
      customerId: historyId(system, 'customer', 'c-1'),
      subject: { kind: 'ORDER', id: historyId(system, 'order', 'o-1'), resolution: 1 },
      invitedAt: '2018-01-18T00:00:00.000Z',
      answeredAt: '2018-03-18T21:46:59.000Z',
    })
  })

  it('are unusable without a score of 1 to 5, or with an answer before its invitation; the rest is imported', async () => {
    const records = [record(1, { serviceScore: 0 }), record(2), record(3, { answeredAt: '2017-01-01T00:00:00Z' })]
    expect(resultsOf(await importAll(randomUUID(), records))).toMatchObject([
      { status: 'UNUSABLE', violations: [{ rule: 'SVY-1', path: ['serviceScore'] }] },
      { status: 'IMPORTED', violations: [] },
      { status: 'UNUSABLE', violations: [{ rule: 'SVY-2', path: ['answeredAt'] }] },
    ])
  })

  it('are imported by operators only, and at most 200 at once', async () => {
    expect((await importAll(randomUUID(), [record(1)], desk)).codes).toEqual(['FORBIDDEN'])
    const many = Array.from({ length: 201 }, (_, index) => record(index + 1))
    expect((await importAll(randomUUID(), many)).codes).toEqual(['INPUT_INVALID'])
  })
})

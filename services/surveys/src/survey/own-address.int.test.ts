import { randomUUID } from 'node:crypto'
import { parseInstant } from '@afterline/rules'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSurveys, type TestSurveys } from '../surveys.fixture.ts'

const SUNDAY = parseInstant('2026-03-01T09:00:00+08:00')
const MONDAY = parseInstant('2026-03-02T09:00:00+08:00')

let service: TestSurveys
beforeAll(async () => {
  service = await openSurveys(SUNDAY)
})
afterAll(() => service.dispose())

describe('an invitation that went to a contact person', () => {
  /** Of a complaint received on Sunday, handled by `wang`, of a customer of `li`; the contact was entered on Monday or before. */
  const answeredBy = async (enteredBy: string, entered: 'BEFORE' | 'SINCE') => {
    const [customerId, complaintId] = [randomUUID(), randomUUID()]
    service.clock.now = parseInstant('2026-02-27T09:00:00+08:00')
    await service.learnOwner(customerId, 'li')
    const early = await service.learnContact(customerId, enteredBy)
    service.clock.now = SUNDAY
    await service.learnClassified({ complaintId, customerId, receivedBy: 'he', classifiedBy: 'zhao' })
    service.clock.now = MONDAY
    await service.learnHandled(complaintId, customerId, ['wang'])
    const surveyId = await service.invite(customerId, complaintId)
    const contactId = entered === 'BEFORE' ? early : await service.learnContact(customerId, enteredBy)
    await service.ask(
      { id: 'mail-1', roles: ['DELIVERY_CHANNEL'] },
      'mutation ($entry: Entry!, $input: RecordDeliveryInput!) { recordDelivery(entry: $entry, input: $input) { violations { rule } } }',
      entryAndInput({ surveyId, contactId, channel: 'EMAIL' }),
    )
    const answer = await service.answer(service.tokens.tokenOf(surveyId))
    expect(answer.data?.['answerSurvey']).toEqual({ form: { isAnswered: true, isExpired: false }, violations: [] })
    const source = 'query ($id: ID!) { survey(id: $id) { status serviceScore counts } }'
    return (await service.ask({ id: 'chen', roles: ['QUALITY_CONTROL'] }, source, { id: surveyId })).data?.['survey']
  }

  it.each(['li', 'wang', 'zhao'])(
    'whom %s, who is rated, entered since the complaint: the answer is shown, marked, and the respondent is told nothing (SVY-2)',
    async (staffId) => {
      expect(await answeredBy(staffId, 'SINCE')).toEqual({ status: 'ANSWERED', serviceScore: 5, counts: false })
    },
  )

  it('whom the same people had entered before the complaint: it counts (SVY-2, KPI-23)', async () => {
    expect(await answeredBy('li', 'BEFORE')).toEqual({ status: 'ANSWERED', serviceScore: 5, counts: true })
  })

  it('whom a hotline agent entered who received the call: it counts (SVY-2, KPI-23)', async () => {
    expect(await answeredBy('he', 'SINCE')).toEqual({ status: 'ANSWERED', serviceScore: 5, counts: true })
  })
})

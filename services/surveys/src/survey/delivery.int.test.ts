import { randomUUID } from 'node:crypto'
import { parseInstant } from '@afterline/rules'
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

describe('a delivered invitation', () => {
  const channel: Caller = { id: 'mail-1', roles: ['DELIVERY_CHANNEL'] }
  const recordDelivery = (input: Readonly<Record<string, unknown>>, caller = channel) =>
    service.ask(
      caller,
      `mutation ($entry: Entry!, $input: RecordDeliveryInput!) { recordDelivery(entry: $entry, input: $input) {
        delivery { channel reference failure deliveredAt failedAt } violations { rule } } }`,
      entryAndInput(input),
    )
  const open = async (argument = '') => {
    const source = `{ openInvitations(first: 100${argument}) { edges { node { id delivery { failure } } } } }`
    const answered = await service.ask(channel, source)
    const page = fieldOf<{ edges: { node: { id: string; delivery: object | null } }[] }>(answered, 'openInvitations')
    return page.edges.map(({ node }) => node)
  }

  it('is not listed any more, unless asked for, and is recorded once (SVY-2)', async () => {
    const surveyId = await service.invite()
    const recorded = await recordDelivery({ surveyId, contactId: randomUUID(), channel: 'EMAIL', reference: 'q-1' })
    const delivery = { channel: 'EMAIL', reference: 'q-1', failure: null, deliveredAt: MONDAY, failedAt: null }
    expect(recorded.data?.['recordDelivery']).toEqual({ delivery, violations: [] })
    expect((await open()).map(({ id }) => id)).not.toContain(surveyId)
    expect((await open(', includeDelivered: true')).map(({ id }) => id)).toContain(surveyId)
    const again = await recordDelivery({ surveyId, contactId: randomUUID(), channel: 'SMS' })
    expect(again.data?.['recordDelivery']).toEqual({ delivery, violations: [{ rule: 'SVY-2' }] })
  })

  it('stays listed with its reason when it could not be delivered, and sales see that (SVY-2)', async () => {
    const customerId = randomUUID()
    const surveyId = await service.invite(customerId)
    await service.learnOwner(customerId, 'li')
    await recordDelivery({ surveyId, failure: 'NO_CONTACT' })
    expect(await open()).toContainEqual({ id: surveyId, delivery: { failure: 'NO_CONTACT' } })
    const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Customer { ratings(filter: { deliveryFailure: [NO_CONTACT] }) { edges { node { id delivery { failure failedAt } } } } } } }`
    const refs = [{ __typename: 'Customer', id: customerId }]
    const seen = await service.ask({ id: 'li', roles: ['SALESPERSON'] }, source, { refs })
    const node = { id: surveyId, delivery: { failure: 'NO_CONTACT', failedAt: MONDAY } }
    expect(seen).toEqual({ data: { _entities: [{ ratings: { edges: [{ node }] } }] }, codes: [] })
  })

  it('that was refused is listed as a new sending once whoever looks after the customer says so, and nobody else (SVY-2)', async () => {
    const customerId = randomUUID()
    const surveyId = await service.invite(customerId)
    await service.learnOwner(customerId, 'li')
    await recordDelivery({ surveyId, channel: 'SMS', failure: 'REFUSED' })
    const resend = (id: string) =>
      service.ask(
        { id, roles: ['SALESPERSON'] },
        `mutation ($entry: Entry!, $input: ResendInvitationInput!) { resendInvitation(entry: $entry, input: $input) {
          survey { delivery { failure } resends { reason requestedBy } } violations { rule } } }`,
        entryAndInput({ surveyId, reason: 'number corrected' }),
      )
    expect((await resend('somebody-else')).codes).toEqual(['NOT_FOUND'])
    const resends = [{ reason: 'number corrected', requestedBy: 'li' }]
    expect((await resend('li')).data?.['resendInvitation']).toEqual({
      survey: { delivery: null, resends },
      violations: [],
    })
    const source = `{ openInvitations(first: 100) { edges { node { id sending delivery { failure } } } } }`
    const page = fieldOf<{ edges: { node: object }[] }>(await service.ask(channel, source), 'openInvitations')
    expect(page.edges.map(({ node }) => node)).toContainEqual({ id: surveyId, sending: 2, delivery: null })
  })

  it('is told of by a delivery channel alone, and never with an address', async () => {
    const surveyId = await service.invite()
    for (const roles of [['SALESPERSON'], ['OPERATOR'], ['DELIVERY_CHANNEL', 'OPERATOR']]) {
      expect((await recordDelivery({ surveyId, contactId: 'c', channel: 'EMAIL' }, { id: 'x', roles })).codes).toEqual([
        'FORBIDDEN',
      ])
    }
    const address = await recordDelivery({
      surveyId,
      contactId: 'c',
      channel: 'EMAIL',
      reference: 'nurse@hospital.example',
    })
    expect(address.codes).toEqual(['INPUT_INVALID'])
    for (const missing of [{}, { channel: 'EMAIL' }, { contactId: 'c' }])
      expect((await recordDelivery({ surveyId, ...missing })).codes).toEqual(['INPUT_INVALID'])
  })
})

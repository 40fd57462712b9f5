import { randomBytes, randomUUID } from 'node:crypto'
import type { StoredEventOf } from '@afterline/events'
import { type Instant, parseInstant } from '@afterline/rules'
import { type Build, FIRST_BUILD, inTransaction } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSurveys, type TestSurveys } from '../surveys.fixture.ts'
import { resolutionsProjection, surveyIdOf } from './resolutions.ts'

const confirmedAt = parseInstant('2026-03-02T09:00:00+08:00')
let service: TestSurveys

beforeAll(async () => {
  service = await openSurveys(parseInstant('2026-03-02T10:00:00+08:00'))
})
afterAll(() => service.dispose())

function confirmation(complaintId: string, attempt = 1): StoredEventOf<'ResolutionConfirmed'> {
  return {
    id: randomUUID(),
    type: 'ResolutionConfirmed',
    schemaVersion: 1,
    stream: `complaint-${complaintId}`,
    version: 7 + attempt,
    occurredAt: confirmedAt,
    recordedAt: confirmedAt,
    actor: { id: 'wang', role: 'COMPLAINT_DESK' },
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: service.kit.policies.versionAt(confirmedAt),
    backdatedBecause: null,
    data: { complaintId, customerId: randomUUID(), attempt },
    previousHash: '0'.repeat(64),
    hash: randomBytes(32).toString('hex'),
  }
}

/** What a consumer does with one event, but for its cursor. */
async function deliver(event: StoredEventOf<'ResolutionConfirmed'>, build: Build = FIRST_BUILD): Promise<void> {
  const { ResolutionConfirmed: apply } = resolutionsProjection(service.kit).handlers
  if (!apply) throw new Error('the projection does not listen to confirmations')
  const following = {
    actor: { id: 'system', role: 'SYSTEM' },
    correlationId: event.correlationId,
    causationId: event.id,
  }
  await inTransaction(service.kit.connection, (session) =>
    apply(event, { session, commands: service.kit.commands, following, build }),
  )
}

const surveysOf = (complaintId: string) => service.repository.model.find({ 'state.subject.id': complaintId }).lean()

describe('a confirmed resolution', () => {
  it('is followed by one invitation, valid as long as the policy says (SVY-2)', async () => {
    const event = confirmation(randomUUID())
    await deliver(event)
    const [survey, ...others] = await surveysOf(event.data.complaintId)
    expect(others).toEqual([])
    const validity = service.kit.policies.setting('survey.validity', service.kit.policies.versionAt(confirmedAt))
    expect(survey?.state).toMatchObject({
      status: 'INVITED',
      customerId: event.data.customerId,
      invitedAt: confirmedAt,
      expiresAt: new Date(Date.parse(confirmedAt) + validity).toISOString() as Instant,
    })
  })

  it('is not asked about again, when its event is delivered twenty times at once (SVY-2, survey.resolution)', async () => {
    const event = confirmation(randomUUID())
    await Promise.all(Array.from({ length: 20 }, () => deliver(event)))
    await deliver({ ...event, id: randomUUID() })
    const surveys = await surveysOf(event.data.complaintId)
    expect(surveys.map(({ version }) => version)).toEqual([1])
  })

  it('is not asked about again when the projection is built anew, nor when nobody remembers its key (SVY-2)', async () => {
    const event = confirmation(randomUUID())
    await deliver(event)
    const before = await surveysOf(event.data.complaintId)
    await deliver(event, { version: 2, number: 2 })
    await service.kit.connection.collection('commands').deleteMany({})
    await deliver(event, { version: 2, number: 3 })
    expect(await surveysOf(event.data.complaintId)).toEqual(before)
    expect(before.map(({ version }) => version)).toEqual([1])
  })

  it('after reopening is another one, asked about again (SVY-2)', async () => {
    const first = confirmation(randomUUID())
    const { complaintId } = first.data
    const second = { ...first, id: randomUUID(), data: { ...first.data, attempt: 2 } }
    await deliver(first)
    await deliver(second)
    const ids = (await surveysOf(complaintId)).map(({ _id }) => _id).toSorted()
    const expected = [1, 2].map((resolution) => surveyIdOf({ kind: 'COMPLAINT', id: complaintId, resolution }))
    expect(ids).toEqual(expected.toSorted())
  })

  it('leaves no invitation when its transaction does not commit', async () => {
    const event = confirmation(randomUUID())
    const { ResolutionConfirmed: apply } = resolutionsProjection(service.kit).handlers
    const following = { actor: event.actor, correlationId: event.correlationId, causationId: event.id }
    const failing = inTransaction(service.kit.connection, async (session) => {
      await apply?.(event, { session, commands: service.kit.commands, following, build: FIRST_BUILD })
      throw new Error('the cursor could not be advanced')
    })
    await expect(failing).rejects.toThrow('the cursor')
    expect(await surveysOf(event.data.complaintId)).toEqual([])
  })
})

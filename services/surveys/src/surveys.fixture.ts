import { randomBytes, randomUUID } from 'node:crypto'
import { GENESIS_HASH, type StoredEvent, type StoredEventOf } from '@afterline/events'
import { type Instant, plusMillis } from '@afterline/rules'
import { FIRST_BUILD, inTransaction, type Kit, repositoryOf, type ServiceDefinition } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { type Answer, openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { surveys as surveysGraph } from './survey/survey.graph.ts'
import type { SurveyTypes } from './survey/survey.ts'
import { surveys } from './surveys.ts'
import { type SurveyTokens, surveyTokens } from './tokens/survey-token.ts'

const TEN_DAYS_MS = 10 * 24 * 60 * 60 * 1000

/** The whole service on a database of its own, with a clock that only the test moves. */
export interface TestSurveys extends TestSubgraph<ServiceDefinition> {
  readonly clock: { now: Instant }
  readonly repository: ReturnType<typeof repositoryOf<SurveyTypes>>
  readonly tokens: SurveyTokens
  /** Asks a customer about a complaint; the survey's id. It is valid for ten days. */
  invite(customerId?: string, complaintId?: string): Promise<string>
  /** What somebody answers who holds the token: the best score, where nothing else is said. */
  answer(token: string, input?: object): Promise<Answer>
  /** What the consumer does when the customers service tells who looks after a customer. */
  learnOwner(customerId: string, ownerId: string): Promise<void>
  /** What it does when it tells that somebody entered a contact person; whose id. */
  learnContact(customerId: string, enteredBy: string): Promise<string>
  /** What the consumers do when after-sales tells that these people handled a complaint, and that its customer confirmed. */
  learnHandled(complaintId: string, customerId: string, staffIds: readonly string[]): Promise<void>
  /** What they do when it tells that one of its complaints was received, and who classified it. */
  learnClassified(complaint: Classified): Promise<void>
}

interface Classified {
  readonly complaintId: string
  readonly customerId: string
  readonly receivedBy: string
  readonly classifiedBy: string
}

export async function openSurveys(start: Instant): Promise<TestSurveys> {
  const clock = { now: start }
  const secret = randomBytes(32)
  const subgraph = await openTestSubgraph({
    context: 'surveys',
    now: () => clock.now,
    config: { AFTERLINE_SURVEY_SECRET: secret },
    define: surveys,
  })
  const { kit, definition } = subgraph
  const repository = repositoryOf(surveysGraph, kit)
  return {
    ...subgraph,
    clock,
    repository,
    async invite(customerId = randomUUID(), complaintId = randomUUID()) {
      const surveyId = randomUUID()
      const subject = { kind: 'COMPLAINT', id: complaintId, resolution: 1 } as const
      const data = { surveyId, customerId, subject, expiresAt: plusMillis(clock.now, TEN_DAYS_MS), sourceKey: null }
      await kit.commands.handle(repository, {
        id: surveyId,
        command: { type: 'InviteToSurvey', at: clock.now, by: { id: 'system', role: 'SYSTEM' }, data },
        idempotencyKey: randomUUID(),
        correlationId: randomUUID(),
      })
      return surveyId
    },
    answer(token, input = {}) {
      const source = `mutation ($entry: Entry!, $input: AnswerSurveyInput!) {
        answerSurvey(entry: $entry, input: $input) { form { isAnswered isExpired } violations { rule path } }
      }`
      const given = { token, serviceScore: 5, comment: 'Quick', ...input }
      return subgraph.ask({ id: 'public', roles: ['PUBLIC'] }, source, entryAndInput(given))
    },
    tokens: surveyTokens(secret),
    learnOwner: (customerId, ownerId) => deliver(kit, definition, assignment(customerId, ownerId, clock.now)),
    async learnContact(customerId, enteredBy) {
      const contactId = randomUUID()
      await deliver(kit, definition, {
        ...envelope(`customer-${customerId}`, enteredBy, clock.now),
        type: 'ContactPersonAdded',
        data: { customerId, contactId, name: 'sealed', phone: null, email: 'sealed', position: null },
      })
      return contactId
    },
    async learnHandled(complaintId, customerId, staffIds) {
      const told = (actorId: string) => envelope(`complaint-${complaintId}`, actorId, clock.now)
      const handling = { outcome: 'SOLVED', rootCause: 'seal', measure: 'exchanged', attempt: 1 } as const
      for (const staffId of staffIds)
        await deliver(kit, definition, {
          ...told(staffId),
          type: 'ComplaintHandled',
          data: { complaintId, ...handling },
        })
      const data = { complaintId, customerId, attempt: 1 }
      await deliver(kit, definition, { ...told('sun'), type: 'ResolutionConfirmed', data })
    },
    async learnClassified({ complaintId, customerId, receivedBy, classifiedBy }) {
      const told = (actorId: string) => envelope(`complaint-${complaintId}`, actorId, clock.now)
      const received = {
        complaintId,
        customerId,
        orderId: null,
        productId: null,
        lotId: null,
        goods: null,
        channel: 'PHONE',
        complaintClass: 'UNCLASSIFIED',
        description: 'leaks',
        complainantName: null,
        complainantPhone: null,
        isAdverseEventSuspected: false,
      } as const
      const current = { ...told(receivedBy), schemaVersion: 2, type: 'ComplaintReceived' } as const
      await deliver(kit, definition, { ...current, data: received })
      const classified = { complaintId, complaintClass: 'OTHER', reason: 'late parcel' } as const
      await deliver(kit, definition, { ...told(classifiedBy), type: 'ComplaintClassified', data: classified })
    },
  }
}

/** A field of an answer that has to be there. */
export function fieldOf<Payload>({ data, codes }: Answer, field: string): Payload {
  if (!data) throw new Error(`no data, but ${codes.join(', ')}`)
  // The selection of whoever asks has this shape.
  return data[field] as Payload
}

type Envelope = Omit<StoredEvent, 'type' | 'data'> & { readonly schemaVersion: 1 }

function envelope(stream: string, actorId: string, at: Instant): Envelope {
  return {
    id: randomUUID(),
    schemaVersion: 1,
    stream,
    version: 2,
    occurredAt: at,
    recordedAt: at,
    actor: { id: actorId, role: 'SALES_MANAGER' },
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: 'any',
    backdatedBecause: null,
    previousHash: GENESIS_HASH,
    hash: GENESIS_HASH,
  }
}

function assignment(customerId: string, ownerId: string, at: Instant): StoredEventOf<'CustomerOwnerAssigned'> {
  return {
    ...envelope(`customer-${customerId}`, 'manager', at),
    type: 'CustomerOwnerAssigned',
    data: { customerId, ownerId },
  }
}

type Told =
  | 'ContactPersonAdded'
  | 'CustomerOwnerAssigned'
  | 'ComplaintReceived'
  | 'ComplaintClassified'
  | 'ComplaintHandled'
  | 'ResolutionConfirmed'

/** What a consumer does with one event, but for its cursor. */
async function deliver<Type extends Told>(
  { connection, commands }: Kit,
  { projections }: ServiceDefinition,
  event: StoredEventOf<Type>,
): Promise<void> {
  const following = {
    actor: { id: 'system', role: 'SYSTEM' },
    correlationId: event.correlationId,
    causationId: event.id,
  }
  const listening = projections.flatMap(({ handlers }) => handlers[event.type] ?? [])
  await inTransaction(connection, async (session) => {
    for (const apply of listening) await apply(event, { session, commands, following, build: FIRST_BUILD })
  })
}

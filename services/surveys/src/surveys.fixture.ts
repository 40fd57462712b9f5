import { randomBytes, randomUUID } from 'node:crypto'
import { GENESIS_HASH, type StoredEvent, type StoredEventOf } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import { FIRST_BUILD, inTransaction, type Kit, repositoryOf, type ServiceDefinition } from '@afterline/service-kit'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { surveys as surveysGraph } from './survey/survey.graph.ts'
import type { SurveyTypes } from './survey/survey.ts'
import { surveys } from './surveys.ts'
import { type SurveyTokens, surveyTokens } from './tokens/survey-token.ts'

/** The whole service on a database of its own, with a clock that only the test moves. */
export interface TestSurveys extends TestSubgraph<ServiceDefinition> {
  readonly clock: { now: Instant }
  readonly repository: ReturnType<typeof repositoryOf<SurveyTypes>>
  readonly tokens: SurveyTokens
  /** What the consumer does when the customers service tells who looks after a customer. */
  learnOwner(customerId: string, ownerId: string): Promise<void>
  /** What the consumers do when after-sales tells that these people handled a complaint, and that its customer confirmed. */
  learnHandled(complaintId: string, customerId: string, staffIds: readonly string[]): Promise<void>
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
  return {
    ...subgraph,
    clock,
    repository: repositoryOf(surveysGraph, kit),
    tokens: surveyTokens(secret),
    learnOwner: (customerId, ownerId) => deliver(kit, definition, assignment(customerId, ownerId, clock.now)),
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
      await deliver(kit, definition, { ...told('lin'), type: 'ResolutionConfirmed', data })
    },
  }
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

type Told = 'CustomerOwnerAssigned' | 'ComplaintHandled' | 'ResolutionConfirmed'

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

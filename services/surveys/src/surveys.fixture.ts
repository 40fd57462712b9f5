import { randomBytes, randomUUID } from 'node:crypto'
import { GENESIS_HASH, type StoredEventOf } from '@afterline/events'
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
  }
}

function assignment(customerId: string, ownerId: string, at: Instant): StoredEventOf<'CustomerOwnerAssigned'> {
  return {
    id: randomUUID(),
    type: 'CustomerOwnerAssigned',
    schemaVersion: 1,
    stream: `customer-${customerId}`,
    version: 2,
    occurredAt: at,
    recordedAt: at,
    actor: { id: 'manager', role: 'SALES_MANAGER' },
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: 'any',
    backdatedBecause: null,
    data: { customerId, ownerId },
    previousHash: GENESIS_HASH,
    hash: GENESIS_HASH,
  }
}

/** What a consumer does with one event, but for its cursor. */
async function deliver(
  { connection, commands }: Kit,
  { projections }: ServiceDefinition,
  event: StoredEventOf<'CustomerOwnerAssigned'>,
): Promise<void> {
  const following = {
    actor: { id: 'system', role: 'SYSTEM' },
    correlationId: event.correlationId,
    causationId: event.id,
  }
  const listening = projections.flatMap(({ handlers }) => handlers.CustomerOwnerAssigned ?? [])
  await inTransaction(connection, async (session) => {
    for (const apply of listening) await apply(event, { session, commands, following, build: FIRST_BUILD })
  })
}

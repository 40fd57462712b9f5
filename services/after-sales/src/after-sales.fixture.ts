import type { Instant } from '@afterline/rules'
import type { ServiceDefinition } from '@afterline/service-kit'
import { openTestSubgraph, type TestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { afterSales } from './after-sales.ts'

/** The whole service on a database of its own, with a clock that only the test moves. */
export interface TestAfterSales extends TestSubgraph<ServiceDefinition> {
  readonly clock: { now: Instant }
}

export async function openAfterSales(start: Instant): Promise<TestAfterSales> {
  const clock = { now: start }
  const subgraph = await openTestSubgraph({ context: 'after-sales', now: () => clock.now, define: afterSales })
  return { ...subgraph, clock }
}

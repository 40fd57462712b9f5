import type { Connection } from 'mongoose'
import type { AnyGraph } from '../graph/index.ts'
import { indexedQueriesOf } from '../graph/lists.ts'
import { modelOf } from '../graph/repository.ts'
import { planOf } from '../paging/index.ts'
import { ensureStoreIndexes } from '../store/index.ts'

/** How the database answers one question that an index is declared for. */
export interface ListPlan {
  readonly list: string
  /** `-` before the field for descending. */
  readonly order: string
  /** The fields that the question asks single values of. */
  readonly filter: readonly string[]
  readonly readsAll: boolean
  readonly sortsInMemory: boolean
}

/** The plans of every order of every list, and of every condition on single values, with the indexes that are declared. */
export async function listPlans(connection: Connection, graphs: readonly AnyGraph[]): Promise<readonly ListPlan[]> {
  for (const graph of graphs) modelOf(graph, connection)
  await ensureStoreIndexes(connection)
  const plans: ListPlan[] = []
  for (const query of graphs.flatMap(indexedQueriesOf)) {
    const stages = await planOf(connection, query)
    plans.push({
      list: query.list,
      order: `${query.direction === 1 ? '' : '-'}${query.sort}`,
      filter: query.match.flatMap(Object.keys),
      readsAll: stages.includes('COLLSCAN'),
      sortsInMemory: stages.includes('SORT'),
    })
  }
  return plans
}

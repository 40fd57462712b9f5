import DataLoader from 'dataloader'
import type { AggregateTypes } from '../aggregate/aggregate.ts'
import { ownValuesOf } from '../aggregate/unique.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { readUniqueValues, recordsWith, type UniqueValueDocument } from '../store/index.ts'
import type { AggregateGraph } from './graph.ts'

/** As `Reading.idsOfSame`, of a record that is shown; with one query for a whole page. */
export async function loadIdsOfSame<T extends AggregateTypes>(
  context: RequestContext,
  { aggregate: { category, identity } }: AggregateGraph<T>,
  state: T['state'],
): Promise<readonly string[]> {
  const [value] = identity === null ? [] : ownValuesOf({ category, unique: [identity] }, state)
  if (value === undefined) return []
  const loader = context.loaderOf('unique values', () => {
    return new DataLoader<string, UniqueValueDocument | null>(async (keys) => {
      const found = await readUniqueValues(context.kit.connection, keys)
      return keys.map((key) => found.get(key) ?? null)
    })
  })
  return recordsWith(await loader.load(value.key))
}

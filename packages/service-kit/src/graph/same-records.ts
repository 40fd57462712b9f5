import DataLoader from 'dataloader'
import type { AggregateTypes } from '../aggregate/aggregate.ts'
import { ownValuesOf, uniqueKeyOf } from '../aggregate/unique.ts'
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
  return value === undefined ? [] : idsWithKey(context, value.key)
}

/** Ids of the records that have a unique value, the holder first. @param name of the value, as the aggregate declares it */
export async function loadIdsWith<T extends AggregateTypes>(
  context: RequestContext,
  { aggregate: { category } }: AggregateGraph<T>,
  name: string,
  parts: readonly string[],
): Promise<readonly string[]> {
  const key = uniqueKeyOf(category, name, parts)
  return key === null ? [] : idsWithKey(context, key)
}

async function idsWithKey(context: RequestContext, key: string): Promise<readonly string[]> {
  const loader = context.loaderOf('unique values', () => {
    return new DataLoader<string, UniqueValueDocument | null>(async (keys) => {
      const found = await readUniqueValues(context.kit.connection, keys)
      return keys.map((key) => found.get(key) ?? null)
    })
  })
  return recordsWith(await loader.load(key))
}

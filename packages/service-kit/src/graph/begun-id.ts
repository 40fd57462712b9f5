import { historyId } from '@afterline/events'
import { ownValuesOf } from '../aggregate/unique.ts'
import { createdId, type Entry } from '../graphql/execute.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { readUniqueValues } from '../store/index.ts'
import type { AnyGraph } from './graph.ts'

/**
 * The record that a beginning is about: a new one, whose id follows from caller and key. Where what is entered says which
 * record it is, the one that has that value, or one whose id follows from it: so all who enter it at once mean one record.
 * @param entered the mutation's input without the record's own id
 */
export async function begunId(
  context: RequestContext,
  { aggregate, namedIn }: AnyGraph,
  entry: Entry,
  entered: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { category, identity } = aggregate
  const newId = () => createdId(context, entry, category)
  if (identity === null) return newId()
  // The command's data name the identity like the state (see `again` of the declaration).
  const named = namedIn === undefined ? entered : await namedIn(context, entered)
  const [value] = ownValuesOf({ category, unique: [identity] }, named)
  if (value === undefined) return newId()
  const known = await readUniqueValues(context.kit.connection, [value.key])
  return known.get(value.key)?.holder ?? historyId('identity', category, value.key)
}

import type { StreamsShown } from '../bookkeeping/index.ts'
import type { RequestContext } from '../graphql/request-context.ts'
import { requestError } from '../graphql/request-error.ts'
import type { AnyGraph } from './graph.ts'
import { listed, loadDocument } from './records.ts'
import { opensAllRows, readingRoles } from './rows.ts'

/** Staff id of who follows a customer up; `null` where nobody does, or nobody has told. */
export type OwnerOf = (context: RequestContext, customerId: string) => Promise<string | null>

/** Sums over everybody's records: the team's figures stand beside one's own (ORG-8). */
const EVERYBODYS: readonly string[] = ['company', 'channel', 'product']

/**
 * By a role that opens own records only, the caller sees figures of own records: own ones, and those of own customers. A lot
 * may have gone to a single customer, so its figures are not among those of everybody. A customer whom nobody knows is
 * refused alike.
 * @throws GraphQLError `FORBIDDEN`
 */
export async function refuseAnothersFigures(
  context: RequestContext,
  scope: string,
  ownerOfCustomer: OwnerOf,
): Promise<void> {
  const { principal, by } = context
  const [kind = '', ...rest] = scope.split(':')
  if (by.some(opensAllRows) || EVERYBODYS.includes(kind)) return
  const of = rest.join(':')
  if (kind === 'person' && of === principal.id) return
  if (kind === 'customer' && (await ownerOfCustomer(context, of)) === principal.id) return
  throw requestError('FORBIDDEN', undefined, { field: 'scope' })
}

/** Which limits the caller sees: those of records that he or she may read. `undefined` for all. */
export function limitsShown(context: RequestContext, graphs: readonly AnyGraph[]): StreamsShown | undefined {
  const opensAll = (graph: AnyGraph) => readersHere(context, graph).some(opensAllRows)
  if (graphs.every(opensAll)) return undefined
  const byCategory = new Map(graphs.map((graph) => [graph.aggregate.category as string, graph]))
  const isShown = async (stream: string): Promise<boolean> => {
    const end = stream.indexOf('-')
    const graph = byCategory.get(stream.slice(0, end))
    if (graph === undefined || readersHere(context, graph).length === 0) return false
    if (opensAll(graph)) return true
    const document = await loadDocument(context, graph, stream.slice(end + 1))
    return document !== null && (await listed(context, graph, document)) !== null
  }
  return async (streams) => {
    const shown = await Promise.all(streams.map(async (stream) => ((await isShown(stream)) ? [stream] : [])))
    return new Set(shown.flat())
  }
}

function readersHere(context: RequestContext, graph: AnyGraph): readonly string[] {
  return readingRoles(context, graph).filter((role) => context.by.includes(role))
}

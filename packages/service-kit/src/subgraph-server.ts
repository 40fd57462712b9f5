import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled'
import type { FastifyInstance } from 'fastify'
import {
  createErrorReporting,
  createRequestContext,
  meterOperations,
  type RequestContext,
  type Resolvers,
  readersIn,
  requestRefusal,
  subgraphSchema,
} from './graphql/index.ts'
import { LARGEST_BODY_BYTES, serveGraph } from './http/index.ts'
import { createPrincipalVerifier, PRINCIPAL_HEADER } from './identity/index.ts'
import type { Kit } from './kit.ts'
import { apolloLogger } from './logging/apollo-logger.ts'
import type { StaffDirectory } from './staff/index.ts'

/** What the gateway makes of a request may be larger than the request: its plan, and references to other records. */
export const LARGEST_SUBGRAPH_BODY_BYTES = 4 * LARGEST_BODY_BYTES

export interface Subgraph {
  readonly schemaFiles: readonly URL[]
  readonly resolvers: Resolvers
  readonly staff?: StaffDirectory | null
}

/**
 * Serves a subgraph to the gateway, and to nobody else: without a principal that the gateway signed, every operation is
 * refused, those of federation itself included.
 * @param isReady until it holds, every operation is answered with SERVICE_UNAVAILABLE
 * @throws Error for a schema that is not valid, or leaves an operation open
 */
export async function serveSubgraph(
  server: FastifyInstance,
  kit: Kit,
  { schemaFiles, resolvers, staff }: Subgraph,
  isReady: () => boolean,
): Promise<ApolloServer<RequestContext>> {
  const { config, log } = kit
  const errors = createErrorReporting<RequestContext>(log, ({ principal }) => principal.correlationId)
  const schema = subgraphSchema(schemaFiles, resolvers)
  const readers = readersIn(schema)
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    formatError: errors.formatError,
    plugins: [ApolloServerPluginInlineTraceDisabled(), errors.plugin, meterOperations()],
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: apolloLogger(log),
  })
  const callerOf = createPrincipalVerifier(config.AFTERLINE_PRINCIPAL_PUBLIC_KEY)
  await serveGraph(server, apollo, async ({ headers, id: correlationId }) => {
    const token = headers[PRINCIPAL_HEADER]
    const caller = await callerOf(typeof token === 'string' ? token : undefined)
    if (!caller) throw requestRefusal('UNAUTHENTICATED', 'Only the gateway may ask here.')
    if (!isReady()) throw requestRefusal('SERVICE_UNAVAILABLE')
    if (await staff?.isAway(caller, kit.now())) throw requestRefusal('STAFF_ENDED')
    // Nobody waits for it who only reads; who acts does (`mutationsOf`), and is told of it there.
    staff?.recognise(kit, caller).catch((error: unknown) => log.debug({ err: error }, 'somebody was not recognised'))
    return createRequestContext(kit, { ...caller, correlationId }, readers)
  })
  return apollo
}

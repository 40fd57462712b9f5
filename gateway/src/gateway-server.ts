import { createErrorFormatter, createHttpServer, type Logger, serveGraph } from '@afterline/service-kit'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import { serveExplorer } from './explorer.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { CORRELATION_HEADER, correlationIdOf, type GatewayContext, gatewayContextOf } from './gateway-context.ts'
import { rolesOfGraph } from './identity/known-roles.ts'
import { serveLocalIssuer } from './identity/local-issuer.ts'
import { createTokenVerifier, localKeys, remoteKeys, type TokenVerifier } from './identity/token-verifier.ts'
import { MOST_TOKENS, operationLimits } from './limits/operation-limits.ts'
import { createKeepAliveFetcher } from './subgraphs/keep-alive-fetcher.ts'
import { SubgraphSource } from './subgraphs/subgraph-source.ts'

/** The gateway before it listens. */
export interface Gateway {
  readonly server: FastifyInstance
  /** Stops accepting, finishes what is under way, closes the connections to the subgraphs. */
  stop(): Promise<void>
}

/** Silence after which a subgraph counts as away. Longer than the longest transaction of a service. */
const SUBGRAPH_TIMEOUT_MS = 30_000
/** Query plans kept for documents that come again; the least recently used go. */
const QUERY_PLANS_MIB = 30

/** Puts the gateway together. @throws Error when a subgraph of the supergraph has no URL */
export async function createGateway(config: GatewayConfig, supergraphSdl: string, log: Logger): Promise<Gateway> {
  const fetcher = createKeepAliveFetcher(SUBGRAPH_TIMEOUT_MS)
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    experimental_approximateQueryPlanStoreMiB: QUERY_PLANS_MIB,
    buildService: ({ name }) => new SubgraphSource({ name, url: urlOf(config, name) }, fetcher.fetch, log),
  })
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: config.NODE_ENV !== 'production',
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormatter(log),
    parseOptions: { maxTokens: MOST_TOKENS },
    persistedQueries: false,
    plugins: [operationLimits(), namingTheRequest()],
    logger: quiet(log),
    stopOnTerminationSignals: false,
  })
  const server = createHttpServer({})
  server.addHook('onRequest', async (request, reply) => {
    request.id = correlationIdOf(request.headers[CORRELATION_HEADER])
    reply.header(CORRELATION_HEADER, request.id)
  })
  const identity = { tokens: verifierOf(config, rolesOfGraph(supergraphSdl)), principalKey: config.AFTERLINE_PRINCIPAL_KEY }
  await serveGraph(server, apollo, (request) => gatewayContextOf(request, identity))
  serveDevelopment(server, config)
  return {
    server,
    async stop() {
      await server.close()
      await apollo.stop()
      fetcher.close()
    },
  }
}

function serveDevelopment(server: FastifyInstance, config: GatewayConfig): void {
  const { LOCAL_ISSUER_KEY: key, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, NODE_ENV, AFTERLINE_EXPLORER } = config
  if (key) serveLocalIssuer(server, { key, issuer, audience })
  if (AFTERLINE_EXPLORER === 'on' || (AFTERLINE_EXPLORER !== 'off' && NODE_ENV !== 'production')) serveExplorer(server)
}

function verifierOf(config: GatewayConfig, knownRoles: ReadonlySet<string>): TokenVerifier {
  const { LOCAL_ISSUER_KEY: localKey, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = config
  const keys = localKey ? localKeys(localKey) : remoteKeys(issuer, jwksUrl)
  return createTokenVerifier({ issuer, audience, rolesClaim: config.OIDC_ROLES_CLAIM, keys, knownRoles })
}

/** Where a subgraph answers: at /graphql of its address, unless that has a path of its own. */
function urlOf({ SUBGRAPH_URLS: urls }: GatewayConfig, name: string): string {
  const address = urls[name]
  if (address === undefined) throw new Error(`SUBGRAPH_URLS names no subgraph '${name}'`)
  const url = new URL(address)
  if (url.pathname === '/') url.pathname = '/graphql'
  return url.href
}

/** Gives each error the id under which the request stands in the logs of all services. */
function namingTheRequest(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return
          const { correlationId } = contextValue
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) => ({
            ...error,
            extensions: { correlationId, ...error.extensions },
          }))
        },
      }
    },
  }
}

/** What the libraries have to say beyond faults is of no use to operators. */
function quiet(log: Logger) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message?: unknown) => log.warn({}, String(message)),
    error: (message?: unknown) => log.error({}, String(message)),
  }
}

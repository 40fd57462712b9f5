import {
  apolloLogger,
  type Caller,
  createErrorReporting,
  createHttpServer,
  createOperationsServer,
  createPrincipalSigner,
  type Logger,
  meterOperations,
  PRINCIPAL_HEADER,
  type ReadinessChecks,
  serveGraph,
} from '@afterline/service-kit'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import { serveExplorer } from './explorer/serve-explorer.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { type GatewayContext, gatewayContextOf } from './gateway-context.ts'
import { createIntroductions } from './identity/introductions.ts'
import { rolesOfGraph } from './identity/known-roles.ts'
import { serveLocalIssuer } from './identity/local-issuer.ts'
import {
  createTokenVerifier,
  localKeys,
  PUBLIC_CALLER,
  remoteKeys,
  type TokenVerifier,
} from './identity/token-verifier.ts'
import { anonymousLimits, boundAnonymousBodies } from './limits/anonymous-limits.ts'
import { MOST_TOKENS, operationLimits } from './limits/operation-limits.ts'
import { createQuota, type Quota } from './limits/quota.ts'
import { persistedOperations } from './operations/persisted-operations.ts'
import { admitPortals } from './portal-origins.ts'
import { createSubgraphClient, type SubgraphClient } from './subgraphs/subgraph-client.ts'
import { type Patience, SubgraphSource } from './subgraphs/subgraph-source.ts'

/** The gateway before it listens. */
export interface Gateway {
  readonly server: FastifyInstance
  /** Health and metrics. */
  readonly operations: FastifyInstance
  /** Stops accepting, finishes what is under way, closes the connections to the subgraphs. */
  stop(): Promise<void>
}

/**
 * What changes something, an import's batches among it, may take longer than the longest transaction of a service; who reads
 * is better served with what the others have answered by then. A scorecard may wait five seconds to be counted.
 */
const PATIENCE: Patience = { readingMs: 8_000, changingMs: 30_000 }
/** The subgraph that keeps the register of staff. */
const KEEPS_STAFF = 'customers'
/** Query plans kept for documents that come again; the least recently used go. */
const QUERY_PLANS_MIB = 30

/**
 * Puts the gateway together.
 * @throws Error when a subgraph of the supergraph has no URL
 * @throws ConfigError when persisted operations do not fit the supergraph
 */
export async function createGateway(
  config: GatewayConfig,
  supergraphSdl: string,
  log: Logger,
  patience = PATIENCE,
): Promise<Gateway> {
  sendNoUsageFigures()
  const client = createSubgraphClient()
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: apolloLogger(log),
    experimental_approximateQueryPlanStoreMiB: QUERY_PLANS_MIB,
    buildService: ({ name }) => new SubgraphSource({ name, url: urlOf(config, name) }, { client, log, patience }),
  })
  const isProduction = config.NODE_ENV === 'production'
  const errors = createErrorReporting<GatewayContext>(log, ({ correlationId }) => correlationId)
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: !isProduction,
    // A misspelt name would otherwise be answered with those that are close to it.
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    formatError: errors.formatError,
    parseOptions: { maxTokens: MOST_TOKENS },
    persistedQueries: false,
    plugins: [
      ...(config.AFTERLINE_OPERATIONS_FILE
        ? [persistedOperations<GatewayContext>(config.AFTERLINE_OPERATIONS_FILE)]
        : []),
      ...[operationLimits(), anonymousLimits(anonymousQuota(config)), errors.plugin, meterOperations<GatewayContext>()],
    ],
    logger: apolloLogger(log),
    stopOnTerminationSignals: false,
  })
  const roles = rolesOfGraph(supergraphSdl)
  const sign = createPrincipalSigner(config.AFTERLINE_PRINCIPAL_KEY)
  const probe = probeOf(config, client, sign)
  const identity = {
    tokens: verifierOf(config, roles),
    sign,
    introduce: createIntroductions(async (caller) => {
      if (caller === PUBLIC_CALLER || (await probe(KEEPS_STAFF, caller))) return
      throw new Error(`the subgraph ${KEEPS_STAFF} did not answer`)
    }),
  }
  const server = createHttpServer({ log, trustedHops: config.AFTERLINE_TRUSTED_HOPS })
  boundAnonymousBodies(server)
  admitPortals(server, config.AFTERLINE_PORTAL_ORIGINS)
  // Subgraphs that are away leave holes in answers, not no answers: they do not make the gateway unready.
  const operations = createOperationsServer({ log, checks: {}, notes: reachabilityOf(config, probe) })
  await serveGraph(server, apollo, (request) => gatewayContextOf(request, identity))
  serveDevelopment(server, config, roles)
  return {
    server,
    operations,
    async stop() {
      await apollo.stop()
      await client.close()
      await operations.close()
    },
  }
}

function anonymousQuota(config: GatewayConfig): Quota {
  return createQuota({
    perAddress: config.AFTERLINE_ANONYMOUS_PER_ADDRESS,
    overall: config.AFTERLINE_ANONYMOUS_OVERALL,
    now: Date.now,
  })
}

/**
 * As published, the gateway asks the metadata addresses of four clouds at every start where it runs, and tells its vendor
 * about the machine, at the end and every hour. Whoever wants that can say `false`.
 */
function sendNoUsageFigures(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] ??= 'true'
}

function serveDevelopment(server: FastifyInstance, config: GatewayConfig, roles: ReadonlySet<string>): void {
  const { LOCAL_ISSUER_KEY: key, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, NODE_ENV, AFTERLINE_EXPLORER } = config
  if (key) serveLocalIssuer(server, { key, issuer, audience })
  const isExplored = AFTERLINE_EXPLORER === 'on' || (AFTERLINE_EXPLORER !== 'off' && NODE_ENV !== 'production')
  if (isExplored) serveExplorer(server, { roles: key ? [...roles] : null })
}

function verifierOf(config: GatewayConfig, knownRoles: ReadonlySet<string>): TokenVerifier {
  const { LOCAL_ISSUER_KEY: localKey, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = config
  const keys = localKey ? localKeys(localKey) : remoteKeys(issuer, jwksUrl)
  return createTokenVerifier({ issuer, audience, rolesClaim: config.OIDC_ROLES_CLAIM, keys, knownRoles })
}

/** Whether each subgraph answers what the gateway asks it, told by `/health/ready`. */
function reachabilityOf({ SUBGRAPH_URLS: urls }: GatewayConfig, probe: Probe): ReadinessChecks {
  return Object.fromEntries(
    Object.keys(urls).map((name) => [`subgraph ${name}`, () => probe(name, PUBLIC_CALLER)] as const),
  )
}

/** Whether a subgraph answers a caller at all. */
type Probe = (name: string, caller: Caller) => Promise<boolean>

function probeOf(config: GatewayConfig, client: SubgraphClient, sign: (caller: Caller) => Promise<string>): Probe {
  return async (name, caller) => {
    const headers = { 'content-type': 'application/json', [PRINCIPAL_HEADER]: await sign(caller) }
    const url = new URL(urlOf(config, name))
    return (await client.post(url, headers, '{"query":"{ __typename }"}', PATIENCE.readingMs)).status === 200
  }
}

/** Where a subgraph answers: at /graphql of its address, unless that has a path of its own. */
function urlOf({ SUBGRAPH_URLS: urls }: GatewayConfig, name: string): string {
  const address = urls[name]
  if (address === undefined) throw new Error(`SUBGRAPH_URLS names no subgraph '${name}'`)
  const url = new URL(address)
  if (url.pathname === '/') url.pathname = '/graphql'
  return url.href
}

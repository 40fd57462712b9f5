import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { requiredVariable } from '@afterline/benchmark'
import { runningInstance } from '@afterline/dev-stack/sample'
import {
  createErrorReporting,
  createHttpServer,
  createLogger,
  createRequestContext,
  loadPolicies,
  type RequestContext,
  readersIn,
  serveGraph,
  stopOnSignals,
} from '@afterline/service-kit'
import { ApolloServer } from '@apollo/server'
import { type LocalPart, openParts } from '../../tests/load/local-parts.ts'
import { type MergedContext, mergeSchema, type Part } from '../../tests/load/merged-schema.ts'
import { rolesOfGraph } from '../src/identity/known-roles.ts'
import { createTokenVerifier, localKeys } from '../src/identity/token-verifier.ts'
import { operationLimits } from '../src/limits/operation-limits.ts'

/*
 * The whole graph in one process, on the databases of a running instance: same server, same resolvers, same check of
 * tokens and limits. It only answers queries; nothing here publishes or consumes events.
 *
 *   AFTERLINE_BENCH_DATA=<data folder of the instance> PORT=<port> node gateway/bench/one-process.ts
 */

/** Contexts of the parts, each made when its part is first asked. */
function mergedContext(caller: { readonly id: string; readonly roles: readonly string[] }, correlationId: string) {
  const contexts = new Map<Part, RequestContext>()
  const principal = { ...caller, correlationId }
  return {
    correlationId,
    // Every part of the merged schema was opened with its kit.
    of: (part: Part) =>
      contexts.getOrInsertComputed(part, () =>
        createRequestContext((part as LocalPart).kit, principal, readersIn(part.schema)),
      ),
  }
}

type Context = MergedContext & { readonly correlationId: string }

const { instance, around } = await runningInstance(requiredVariable('AFTERLINE_BENCH_DATA'))
const log = createLogger('one-process', 'warn')
const supergraph = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8')
const parts = await openParts(around, await loadPolicies())
const errors = createErrorReporting<Context>(log, ({ correlationId }) => correlationId)
const apollo = new ApolloServer<Context>({
  schema: mergeSchema(supergraph, parts),
  introspection: false,
  persistedQueries: false,
  formatError: errors.formatError,
  plugins: [operationLimits(), errors.plugin],
  stopOnTerminationSignals: false,
})
const { issuer, audience } = instance
const tokens = createTokenVerifier({
  issuer,
  audience,
  rolesClaim: 'roles',
  keys: localKeys(createPrivateKey(readFileSync(around.secrets.localIssuer.privateKeyFile))),
  knownRoles: rolesOfGraph(supergraph),
})
const server = createHttpServer({ log })
await serveGraph(server, apollo, async ({ headers, id }) =>
  mergedContext(await tokens.callerOf(headers.authorization), id),
)
stopOnSignals(log, async () => {
  await apollo.stop()
  await Promise.all(parts.map(({ kit }) => kit.connection.close()))
})
await server.listen({ host: '127.0.0.1', port: Number(requiredVariable('PORT')) })

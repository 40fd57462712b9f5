import type { ApolloServer, BaseContext } from '@apollo/server'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { requestErrors } from '../graphql/request-error.ts'
import { answerMetrics } from '../telemetry/index.ts'

/** Larger than any form of the regulations, small enough that nobody fills the memory with requests. */
export const LARGEST_BODY_BYTES = 256 * 1024

/** Whether the process can do its work now; told by name for operators. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<boolean>>>

/** Every process of the platform answers the same operating questions in the same way. */
export function createHttpServer(checks: ReadinessChecks, largestBodyBytes = LARGEST_BODY_BYTES): FastifyInstance {
  const server = Fastify({ logger: false, bodyLimit: largestBodyBytes, forceCloseConnections: 'idle' })
  server.get('/health/live', async () => ({ status: 'live' }))
  server.get('/health/ready', async (_, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await check().catch(() => false)] as const),
    )
    const isReady = results.every(([, isGood]) => isGood)
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'not ready', ...Object.fromEntries(results) })
  })
  server.get('/metrics', async (request, reply) => {
    reply.hijack()
    answerMetrics(request.raw, reply.raw)
  })
  server.setErrorHandler((error: { statusCode?: number }, _, reply) => {
    const code =
      error.statusCode === 413 ? 'PAYLOAD_TOO_LARGE' : error.statusCode === 400 ? 'QUERY_INVALID' : 'INTERNAL'
    const { status, zh, en } = requestErrors[code]
    return reply.code(status).send({ errors: [{ message: en, extensions: { code, message: { zh, en } } }] })
  })
  return server
}

/** Serves a graph at POST /graphql. */
export async function serveGraph<Context extends BaseContext>(
  server: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<void> {
  apollo.addPlugin(fastifyApolloDrainPlugin(server) as never)
  await apollo.start()
  server.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo, { context: contextOf }) })
}

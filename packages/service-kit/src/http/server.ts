import type { ApolloServer, BaseContext } from '@apollo/server'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { requestErrorBody } from '../graphql/request-error.ts'
import type { Logger } from '../logging/logger.ts'
import { metricsText } from '../telemetry/index.ts'
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts'

/** Larger than any form of the regulations and than an import's batch, small enough that nobody fills the memory. */
export const LARGEST_BODY_BYTES = 256 * 1024

/** Whether the process can do its work now; told by name for operators. */
export type ReadinessChecks = Readonly<Record<string, () => boolean | Promise<boolean>>>

export interface HttpServerOptions {
  readonly checks: ReadinessChecks
  readonly log: Logger
  /** 256 KiB when left out; larger requests are `PAYLOAD_TOO_LARGE`. */
  readonly largestBodyBytes?: number
}

/** A probe that hangs helps nobody: an orchestrator waits a second or two. */
const LONGEST_CHECK_MS = 2_000

/** Every process of the platform answers the same operating questions in the same way. */
export function createHttpServer({ checks, log, largestBodyBytes }: HttpServerOptions): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: largestBodyBytes ?? LARGEST_BODY_BYTES,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => correlationIdOf(headers[CORRELATION_HEADER]),
  })
  server.addHook('onRequest', async ({ id }, reply) => {
    reply.header(CORRELATION_HEADER, id)
  })
  server.addHook('onResponse', async (request, reply) => logAnswer(log, request, reply))
  server.get('/health/live', async () => ({ status: 'live' }))
  server.get('/health/ready', async (_, reply) => {
    const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await holds(check)]))
    const isReady = results.every(([, isGood]) => isGood)
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'not ready', ...Object.fromEntries(results) })
  })
  server.get('/metrics', async (_, reply) => reply.type('text/plain; version=0.0.4').send(await metricsText()))
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error)
    if (code === 'INTERNAL') log.error({ err: error, correlationId: request.id }, 'a request failed')
    const { status, body } = requestErrorBody(code, { correlationId: request.id })
    return reply.code(status).send(body)
  })
  return server
}

async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  const tooLong = new Promise<false>((resolve) => setTimeout(resolve, LONGEST_CHECK_MS, false).unref())
  return Promise.race([Promise.resolve().then(check), tooLong]).catch(() => false)
}

function codeOf({ statusCode = 500 }: FastifyError) {
  if (statusCode === 413) return 'PAYLOAD_TOO_LARGE'
  return statusCode < 500 ? 'QUERY_INVALID' : 'INTERNAL'
}

/** Never the body: it holds what users wrote. */
function logAnswer(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const { pathname } = new URL(request.url, 'http://localhost')
  const fields = {
    method: request.method,
    path: pathname,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    correlationId: request.id,
  }
  if (reply.statusCode >= 500 && !pathname.startsWith('/health/')) log.warn(fields, 'answered')
  else log.debug(fields, 'answered')
}

/** Serves a graph at POST /graphql. */
export async function serveGraph<Context extends BaseContext>(
  server: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<void> {
  // The plugin asks nothing of the context, but its type is fixed to another one.
  apollo.addPlugin(fastifyApolloDrainPlugin(server) as never)
  await apollo.start()
  server.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo, { context: contextOf }) })
}

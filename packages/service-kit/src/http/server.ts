import type { ApolloServer, BaseContext } from '@apollo/server'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from '../logging/logger.ts'
import { metricsText } from '../telemetry/index.ts'
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts'
import { GUARDED } from './guarded.ts'
import { answerNoRequest, refusalOfFaults, refuseInOneForm } from './refusals.ts'
import { countRequests } from './request-meter.ts'

/** Larger than any form of the regulations and than an import's batch, small enough that nobody fills the memory. */
export const LARGEST_BODY_BYTES = 256 * 1024

/** Whether the process can do its work now; told by name for operators. */
export type ReadinessChecks = Readonly<Record<string, () => boolean | Promise<boolean>>>

export interface HttpServerOptions {
  readonly log: Logger
  /** 256 KiB when left out; larger requests are `PAYLOAD_TOO_LARGE`. */
  readonly largestBodyBytes?: number
  /** How many proxies stand before it, each of which adds whom it was asked by to `x-forwarded-for`; none when left out. */
  readonly trustedHops?: number
}

export interface OperationsOptions {
  readonly checks: ReadinessChecks
  /** Told beside the checks, for operators; the process is ready whatever they say. */
  readonly notes?: ReadinessChecks
  readonly log: Logger
}

/** A probe that hangs helps nobody: an orchestrator waits a second or two. */
const LONGEST_CHECK_MS = 2_000
/** What is only told must not make the probe fail by its slowness. */
const LONGEST_NOTE_MS = 500
/** Who sends a request this slowly means no good. */
const LONGEST_ARRIVAL_MS = 60_000

/** A server that refuses, counts and logs as all of the platform do. */
export function createHttpServer({ log, largestBodyBytes, trustedHops = 0 }: HttpServerOptions): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: largestBodyBytes ?? LARGEST_BODY_BYTES,
    requestTimeout: LONGEST_ARRIVAL_MS,
    trustProxy: (_, hop) => hop < trustedHops,
    forceCloseConnections: 'idle',
    frameworkErrors: refusalOfFaults(log),
    clientErrorHandler: answerNoRequest,
    genReqId: ({ headers }) => correlationIdOf(headers[CORRELATION_HEADER]),
  })
  server.addHook('onRequest', async ({ id }, reply) => {
    reply.header(CORRELATION_HEADER, id).headers(GUARDED)
  })
  let isClosing = false
  server.addHook('preClose', async () => {
    isClosing = true
  })
  server.addHook('onSend', async (_, reply, payload) => {
    // A connection kept alive by the last answer would keep the closing server waiting for it to go idle.
    if (isClosing) reply.header('connection', 'close')
    return payload
  })
  server.addHook('onResponse', async (request, reply) => logAnswer(log, request, reply))
  countRequests(server)
  refuseInOneForm(server, log)
  return server
}

/**
 * Every process of the platform answers the same operating questions in the same way: on a port of its own, which nobody
 * needs to reach but those who operate it.
 */
export function createOperationsServer({ checks, notes = {}, log }: OperationsOptions): FastifyInstance {
  const server = createHttpServer({ log })
  server.get('/health/live', async () => ({ status: 'live' }))
  server.get('/health/ready', async (_, reply) => {
    const [needed, told] = await Promise.all([resultsOf(checks, LONGEST_CHECK_MS), resultsOf(notes, LONGEST_NOTE_MS)])
    const isReady = Object.values(needed).every((isGood) => isGood)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...needed, ...told })
  })
  server.get('/metrics', async (_, reply) => reply.type('text/plain; version=0.0.4').send(await metricsText()))
  return server
}

async function resultsOf(checks: ReadinessChecks, longestMs: number): Promise<Record<string, boolean>> {
  const results = Object.entries(checks).map(async ([name, check]) => [name, await holds(check, longestMs)] as const)
  return Object.fromEntries(await Promise.all(results))
}

async function holds(check: () => boolean | Promise<boolean>, longestMs: number): Promise<boolean> {
  const tooLong = new Promise<false>((resolve) => setTimeout(resolve, longestMs, false).unref())
  return Promise.race([Promise.resolve().then(check), tooLong]).catch(() => false)
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

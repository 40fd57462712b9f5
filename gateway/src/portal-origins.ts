import { CORRELATION_HEADER } from '@afterline/service-kit'
import type { FastifyInstance } from 'fastify'

/** How long a browser need not ask again whether it may. */
const ASKED_ANEW_AFTER_SECONDS = 600

/**
 * Lets pages of these origins ask the graph from a browser (CORS). Without any, browsers let only pages of the gateway's own
 * origin read its answers. Cookies are never meant: who asks is told by the token.
 */
export function admitPortals(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  server.addHook('onRequest', async ({ headers: { origin } }, reply) => {
    // Also where the origin is none of them: caches must not hand one's answer to another.
    reply.header('vary', 'origin')
    if (origin === undefined || !origins.includes(origin)) return
    reply.header('access-control-allow-origin', origin)
    reply.header('access-control-expose-headers', CORRELATION_HEADER)
  })
  server.options('/graphql', async (_, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': `authorization, content-type, traceparent, ${CORRELATION_HEADER}`,
        'access-control-max-age': String(ASKED_ANEW_AFTER_SECONDS),
      })
      .send(),
  )
}

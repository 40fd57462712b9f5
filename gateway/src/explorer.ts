import type { FastifyInstance } from 'fastify'
import { type RuruClientConfig, ruruHTML } from 'ruru/server'
import { getStaticFile } from 'ruru/static'

const STATIC_PATH = '/explorer/'

/** Enforced by the browser: the page works without any other host, and sends what is typed to nobody else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const FIRST_QUERY = `# Queries of the one graph. A token goes into the headers below:
# {"authorization": "Bearer …"}
{
  __typename
}
`

/** A page to explore the graph with, at `/`. Everything that it loads comes from this gateway. */
export function serveExplorer(server: FastifyInstance): void {
  const page = ruruHTML({
    staticPath: STATIC_PATH,
    endpoint: '/graphql',
    htmlParts: { titleTag: '<title>Afterline</title>' },
    // Every setting is optional; the type fails to say so.
    clientConfig: { defaultQuery: FIRST_QUERY, isHeadersEditorEnabled: true } as RuruClientConfig,
  })
  server.get('/', async (_, reply) =>
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).type('text/html; charset=utf-8').send(page),
  )
  server.get(`${STATIC_PATH}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC_PATH,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      // Source maps name other hosts and nobody debugs the explorer here.
      disallowDevAssets: true,
    })
    if (!file) return reply.callNotFound()
    if (request.headers['if-none-match'] === file.headers['etag']) return reply.code(304).send()
    return reply.headers(file.headers).send(file.content)
  })
}

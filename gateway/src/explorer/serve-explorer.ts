import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type RuruClientConfig, ruruHTML } from 'ruru/server'
import { getStaticFile } from 'ruru/static'
import { examples } from './examples.ts'

const STATIC_PATH = '/explorer/'
const SCRIPT_PATH = `${STATIC_PATH}afterline.js`
const SCRIPT = readFileSync(new URL('./role-picker.js', import.meta.url), 'utf8')

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

const STYLE = `<style>
  body { display: flex; flex-direction: column; height: 100vh; margin: 0 }
  #afterline-bar { display: flex; gap: 1em; align-items: baseline; padding: .5em 1em; font: 15px system-ui, sans-serif }
  #ruru-root { flex: 1; min-height: 0 }
</style>`

export interface ExplorerOptions {
  /** Roles to choose from; `null` where the gateway hands out no tokens: then one is written into the headers. */
  readonly roles: readonly string[] | null
}

/**
 * A page to explore the graph with: the graph's own address, as a browser opens it, and `/`. Everything that it loads comes
 * from this gateway.
 */
export function serveExplorer(server: FastifyInstance, options: ExplorerOptions): void {
  const sendPage = async (_: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .type('text/html; charset=utf-8')
      .send(pageOf(options, new Date()))
  server.get('/', sendPage)
  server.get('/graphql', async (request, reply) => {
    // Other programs ask the graph by POST; to them this address says so.
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound()
    return sendPage(request, reply)
  })
  server.get(SCRIPT_PATH, async (_, reply) => reply.type('text/javascript; charset=utf-8').send(SCRIPT))
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

function pageOf({ roles }: ExplorerOptions, today: Date): string {
  const tabs = examples(today)
  const told = JSON.stringify({ tabs, roles: roles ?? [] }).replaceAll('<', '\\u003c')
  const picker = roles === null ? '' : '<label>Role <select id="role"></select></label>'
  return ruruHTML({
    staticPath: STATIC_PATH,
    endpoint: '/graphql',
    htmlParts: {
      titleTag: '<title>Afterline</title>',
      styleTags: (own) => own + STYLE,
      bodyContent: (own) => `<header id="afterline-bar"><strong>Afterline</strong>${picker}</header>${own}`,
      bodyScripts: (own) =>
        `<script type="application/json" id="afterline">${told}</script><script src="${SCRIPT_PATH}"></script>${own}`,
    },
    // Every setting is optional; the type fails to say so.
    clientConfig: { isHeadersEditorEnabled: true } as RuruClientConfig,
  })
}

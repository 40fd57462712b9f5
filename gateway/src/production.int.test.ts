import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startGateway, startTestGraph, type TestGraph } from './fixtures/test-graph.ts'

let graph: TestGraph
let production: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
  graph = await startTestGraph()
  const { LOCAL_ISSUER_KEY: _, ...config } = graph.config
  // The development gateway stands for the identity provider.
  const keys = { OIDC_JWKS_URL: `${graph.gatewayUrl}/.well-known/jwks.json` }
  production = await startGateway({ ...config, ...keys, NODE_ENV: 'production' }, graph.supergraphSdl)
})
afterAll(async () => {
  await production.stop()
  await graph.dispose()
})

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const INTROSPECTION = { query: '{ __schema { queryType { name } } }' }

describe('a gateway in production', () => {
  it("takes tokens by the issuer's published keys", async () => {
    const authorization = `Bearer ${await graph.token(['FINANCE'])}`
    const { body } = await post(`${production.url}/graphql`, { query: '{ caller }' }, { authorization })
    expect(body).toEqual({ data: { caller: 'staff-1 FINANCE' } })
  })

  it('issues no tokens, publishes no key, and has no explorer', async () => {
    expect((await post(`${production.url}/dev/token`, { subject: 'x', roles: ['FINANCE'] })).status).toBe(404)
    expect((await fetch(`${production.url}/.well-known/jwks.json`)).status).toBe(404)
    expect((await fetch(`${production.url}/`)).status).toBe(404)
  })

  it('does not tell its schema', async () => {
    const { body } = await post(`${production.url}/graphql`, INTROSPECTION)
    expect(body['errors']).toMatchObject([{ extensions: { code: 'QUERY_INVALID' } }])
  })

  it('does not tell which names a misspelt one is close to', async () => {
    const misspelt = { query: '{ caler }' }
    expect(JSON.stringify(await post(`${graph.gatewayUrl}/graphql`, misspelt))).toContain('caller')
    expect(JSON.stringify(await post(`${production.url}/graphql`, misspelt))).not.toContain('caller')
  })
})

describe('a portal on another origin', () => {
  const PORTAL = 'https://portal.example'
  let open: Awaited<ReturnType<typeof startGateway>>
  beforeAll(async () => {
    open = await startGateway({ ...graph.config, AFTERLINE_PORTAL_ORIGINS: [PORTAL] }, graph.supergraphSdl)
  })
  afterAll(() => open.stop())

  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })

  it('may ask where it is named', async () => {
    const asked = await preflight(open.url, PORTAL)
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, PORTAL])
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type/)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    const answer = await fetch(`${open.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PORTAL },
      body: '{"query":"{ __typename }"}',
    })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, PORTAL])
  })

  it.each(['https://portal.example.evil.example', 'http://portal.example', 'null', '*'])(
    'may not ask where it is not named: %s',
    async (origin) => {
      expect((await preflight(open.url, origin)).headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('may not ask a gateway to which no portal is named', async () => {
    const asked = await preflight(graph.gatewayUrl, PORTAL)
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([404, null])
  })
})

describe('any answer', () => {
  it.each<[string, RequestInit]>([
    ['/graphql', {}],
    ['/nowhere', {}],
    ['/explorer/afterline.js', {}],
    // What no route sees: an address that is none, and what the parser refuses.
    ['/%zz', {}],
    ['/graphql', { headers: { 'x-long': 'x'.repeat(40_000) } }],
  ])('is kept by no cache, framed by no page, and taken for nothing else than it says: %s', async (path, init) => {
    const { headers } = await fetch(graph.gatewayUrl + path, init)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-correlation-id': expect.any(String),
    })
  })
})

describe('a gateway in development', () => {
  it('tells its schema', async () => {
    const { body } = await post(`${graph.gatewayUrl}/graphql`, INTROSPECTION)
    expect(body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } })
  })

  it('issues tokens for trying things out', async () => {
    const issued = await post(`${graph.gatewayUrl}/dev/token`, { subject: 'mei', roles: ['FINANCE'] })
    const authorization = `Bearer ${issued.body['access_token']}`
    const { body } = await post(`${graph.gatewayUrl}/graphql`, { query: '{ caller }' }, { authorization })
    expect(body).toEqual({ data: { caller: 'mei FINANCE' } })
  })

  it('says what is wrong with a request for a token', async () => {
    const { status, body } = await post(`${graph.gatewayUrl}/dev/token`, { roles: [] })
    expect(status).toBe(400)
    expect(body['errors']).toMatchObject([
      { extensions: { code: 'INPUT_INVALID', problems: [{ field: 'subject' }, { field: 'roles' }] } },
    ])
  })
})

describe('the explorer', () => {
  const linksOf = (html: string) => [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link)

  it('loads nothing from elsewhere, and the browser is told to allow nothing else', async () => {
    const page = await fetch(`${graph.gatewayUrl}/`)
    const html = await page.text()
    const links = linksOf(html)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => /^([a-z]+:)?\/\//i.test(link))).toEqual([])
    expect(html).not.toMatch(/(?:import|from|fetch|url)\s*\(?\s*['"]?https?:/)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?!.*https?:)/)
  })

  it("is the graph's address, as a browser opens it; to others that is for POST alone", async () => {
    const opened = await fetch(`${graph.gatewayUrl}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<title>Afterline</title>')])
    expect((await fetch(`${graph.gatewayUrl}/graphql`)).status).toBe(404)
    expect((await fetch(`${production.url}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(404)
  })

  it('finds everything that its page names at the gateway', async () => {
    const html = await (await fetch(`${graph.gatewayUrl}/`)).text()
    for (const link of linksOf(html).filter((link) => !link.startsWith('data:'))) {
      const response = await fetch(new URL(link, graph.gatewayUrl))
      expect({ link, status: response.status }).toEqual({ link, status: 200 })
      await response.arrayBuffer()
    }
  })

  it('serves nothing else of the machine', async () => {
    for (const path of ['/explorer/', '/explorer/../package.json', '/explorer/..%2f..%2fpackage.json']) {
      expect((await fetch(`${graph.gatewayUrl}${path}`)).status).toBe(404)
    }
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { PRINCIPAL_HEADER, signPrincipal } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FAULT, startGateway, startTestGraph, type TestGraph } from './fixtures/test-graph.ts'

let graph: TestGraph
/** Where this process has sent requests by node:http, as the gateway's vendor does. */
const asked: string[] = []
const noteHost = (message: unknown) => void asked.push((message as { request: ClientRequest }).request.host)
beforeAll(async () => {
  subscribe('http.client.request.start', noteHost)
  graph = await startTestGraph()
})
afterAll(async () => {
  unsubscribe('http.client.request.start', noteHost)
  await graph.dispose()
})

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly data: unknown
  readonly errors: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[]
}

async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>
  return { status: response.status, headers: response.headers, data, errors }
}

const askAs = async (roles: readonly string[], query: string) =>
  ask(graph.gatewayUrl, query, { authorization: `Bearer ${await graph.token(roles)}` })

const CUSTOMER = '{ customer(id: "7") { organisation orders { id } } }'

describe('a caller with a role', () => {
  it('gets one answer out of two subgraphs', async () => {
    const { data, errors } = await askAs(['SALESPERSON'], CUSTOMER)
    expect(errors).toEqual([])
    expect(data).toEqual({ customer: { organisation: 'Hospital 7', orders: [{ id: 'order of 7' }] } })
  })

  it('gets what the role may see, and a FORBIDDEN where it may not', async () => {
    const { data, errors, headers } = await askAs(['SALESPERSON'], '{ customer(id: "7") { organisation creditLimit } }')
    expect(data).toEqual({ customer: { organisation: 'Hospital 7', creditLimit: null } })
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['customer', 'creditLimit'],
        extensions: {
          code: 'FORBIDDEN',
          message: { zh: expect.any(String), en: expect.any(String) },
          retryable: false,
          field: 'Customer.creditLimit',
          requiredRoles: ['FINANCE'],
          correlationId: headers.get('x-correlation-id'),
        },
      },
    ])
  })

  it('gets what another role of the same token may see', async () => {
    const { data } = await askAs(['SALESPERSON', 'FINANCE'], '{ customer(id: "7") { creditLimit } }')
    expect(data).toEqual({ customer: { creditLimit: 5_000_000 } })
  })
})

describe('a caller without a token', () => {
  it('is the public', async () => {
    expect((await ask(graph.gatewayUrl, '{ caller }')).data).toEqual({ caller: 'public PUBLIC' })
  })

  it('is asked for one where the public may not go', async () => {
    const { data, errors } = await ask(graph.gatewayUrl, CUSTOMER)
    expect(data).toEqual({ customer: null })
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false })
  })

  it('cannot bring a principal of its own', async () => {
    const stolen = await signPrincipal({ id: 'x', roles: ['FINANCE'] }, graph.principalKey)
    const { data } = await ask(graph.gatewayUrl, '{ caller }', { [PRINCIPAL_HEADER]: stolen })
    expect(data).toEqual({ caller: 'public PUBLIC' })
  })
})

describe('a token that does not count', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['TOKEN_EXPIRED', () => graph.token(['SALESPERSON'], -60)],
    ['TOKEN_INVALID', async () => `${await graph.token(['SALESPERSON'])}x`],
    ['TOKEN_INVALID', () => 'nonsense'],
  ])('is answered with 401 and %s', async (reason, token) => {
    const answer = await ask(graph.gatewayUrl, '{ caller }', { authorization: `Bearer ${await token()}` })
    expect(answer.status).toBe(401)
    expect(answer.data).toBeNull()
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason })
  })
})

describe('a subgraph asked directly', () => {
  const queries = {
    'a query': CUSTOMER.replace('orders { id }', ''),
    _service: '{ _service { sdl } }',
    _entities:
      '{ _entities(representations: [{__typename: "Customer", id: "7"}]) { ... on Customer { organisation } } }',
  }
  const principal = { id: 'staff-1', roles: ['SALESPERSON'] }
  const principals: Readonly<Record<string, () => Promise<string | null>>> = {
    'without a principal': async () => null,
    'with one signed by somebody else': () => signPrincipal(principal, generateKeyPairSync('ed25519').privateKey),
    "with a caller's token instead": () => graph.token(['SALESPERSON']),
    'with one that was changed': async () => {
      const [head, claims = '', mark] = (await signPrincipal(principal, graph.principalKey)).split('.')
      const changed = Buffer.from(claims, 'base64url').toString().replace('SALESPERSON', 'FINANCE')
      return [head, Buffer.from(changed).toString('base64url'), mark].join('.')
    },
  }
  const cases = Object.entries(queries).flatMap(([what, query]) =>
    Object.entries(principals).map(([how, make]) => ({ what, query, how, make })),
  )

  it.each(cases)('refuses $what $how', async ({ query, make }) => {
    const header = await make()
    const answer = await ask(graph.subgraphUrls.customers, query, header === null ? {} : { [PRINCIPAL_HEADER]: header })
    expect(answer.status).toBe(401)
    expect(answer.data).toBeNull()
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED'])
  })

  it.each(Object.entries(queries))('answers %s with a principal of the gateway', async (_, query) => {
    const header = await signPrincipal(principal, graph.principalKey)
    const { status, errors } = await ask(graph.subgraphUrls.customers, query, { [PRINCIPAL_HEADER]: header })
    expect({ status, errors }).toEqual({ status: 200, errors: [] })
  })
})

describe('a request that asks for too much', () => {
  const nested = (levels: number) =>
    `{ customer(id: "7") ${'{ headquarters '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`

  it.each<[string, string, string]>([
    ['of depth 50', nested(50), 'QUERY_TOO_DEEP'],
    [
      'with a hundred aliases at the root',
      `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: caller`).join(' ')} }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['of ten thousand tokens', `{ ${'caller '.repeat(10_000)} }`, 'QUERY_TOO_COMPLEX'],
  ])('%s is refused before any subgraph is asked', async (_, query, code) => {
    const before = graph.seen.length
    const { status, errors } = await askAs(['SALESPERSON'], query)
    expect(status).toBe(400)
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code])
    expect(graph.seen.length).toBe(before)
  })

  it('of a megabyte is answered with 413, as GraphQL errors are', async () => {
    const { status, errors } = await ask(graph.gatewayUrl, `{ caller } # ${'x'.repeat(1_000_000)}`)
    expect(status).toBe(413)
    expect(errors[0]?.extensions).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', message: { zh: expect.any(String) } })
  })
})

describe('a query that does not fit the schema', () => {
  it('is QUERY_INVALID and names what does not', async () => {
    const { status, errors } = await ask(graph.gatewayUrl, '{ emperor }')
    expect(status).toBe(400)
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('emperor'),
      extensions: { code: 'QUERY_INVALID' },
    })
  })
})

describe('a fault inside a subgraph', () => {
  it('reaches the caller as INTERNAL with the id under which it was logged, and nothing else', async () => {
    const { errors, headers } = await ask(graph.gatewayUrl, '{ fault }')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.extensions).toMatchObject({ code: 'INTERNAL', correlationId: headers.get('x-correlation-id') })
    expect(JSON.stringify(errors)).not.toContain(FAULT)
    expect(JSON.stringify(errors)).not.toMatch(/stack|mongodb|serviceName/)
  })
})

describe("a request's trace", () => {
  it('reaches the subgraphs with its correlation id', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const before = graph.seen.length
    const { headers } = await ask(graph.gatewayUrl, '{ caller }', {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      'x-correlation-id': 'portal-4711',
    })
    expect(headers.get('x-correlation-id')).toBe('portal-4711')
    const [seen] = graph.seen.slice(before)
    expect(seen?.['traceparent']).toContain(traceId)
    expect(seen?.['x-correlation-id']).toBe('portal-4711')
  })
})

const readiness = async () => {
  const response = await fetch(`${graph.operationsUrl}/health/ready`)
  return { code: response.status, body: await response.json() }
}

describe('a gateway', () => {
  it('asks no cloud where it runs, and tells its vendor nothing', () => {
    expect(asked).toEqual([])
  })
})

describe('a gateway whose subgraphs are there', () => {
  it('is ready and says so of each', async () => {
    const body = { status: 'ready', 'subgraph customers': true, 'subgraph orders': true }
    expect(await readiness()).toEqual({ code: 200, body })
  })
})

describe('a subgraph that stands still', () => {
  it('costs a reader no more than the time for reading, and not what the others answer; changes wait', async () => {
    const { url, stop } = await startGateway(graph.config, graph.supergraphSdl, { readingMs: 300, changingMs: 60_000 })
    const thaw = graph.freezeSubgraph('orders')
    try {
      const caller = { authorization: `Bearer ${await graph.token(['SALESPERSON'])}` }
      const changing = ask(url, 'mutation { cancelOrder(id: "1") { id } }', caller)
      const { status, data, errors } = await ask(url, CUSTOMER, caller)
      expect([status, data]).toEqual([200, { customer: { organisation: 'Hospital 7', orders: null } }])
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', retryable: true, subgraph: 'orders' }),
      ])
      thaw()
      expect(await changing).toMatchObject({ data: { cancelOrder: { id: '1' } }, errors: [] })
    } finally {
      thaw()
      await stop()
    }
  })
})

describe('a subgraph that is away', () => {
  it('leaves a hole in the answer that says so; the gateway stays ready', async () => {
    await graph.stopSubgraph('orders')
    const { status, data, errors } = await askAs(['SALESPERSON'], CUSTOMER)
    expect(status).toBe(200)
    expect(data).toEqual({ customer: { organisation: 'Hospital 7', orders: null } })
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', retryable: true, subgraph: 'orders' }),
    ])
    const body = { status: 'ready', 'subgraph customers': true, 'subgraph orders': false }
    expect(await readiness()).toEqual({ code: 200, body })
  })
})

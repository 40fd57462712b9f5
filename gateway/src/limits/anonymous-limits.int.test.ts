import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startGateway, startTestGraph, type TestGraph } from '../fixtures/test-graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.dispose())

const CANCEL = 'mutation { cancelOrder(id: "1") { id } }'

/** A gateway of its own, so that nothing was counted before. */
async function limitedGateway(limits: { perAddress: number; overall: number; hops?: number }) {
  const config = {
    ...graph.config,
    AFTERLINE_ANONYMOUS_PER_ADDRESS: limits.perAddress,
    AFTERLINE_ANONYMOUS_OVERALL: limits.overall,
    AFTERLINE_TRUSTED_HOPS: limits.hops ?? 0,
  }
  const { url, stop } = await startGateway(config, graph.supergraphSdl)
  return { url, [Symbol.asyncDispose]: stop }
}

interface Told {
  readonly status: number
  readonly retryAfter: string | null
  readonly error: Readonly<Record<string, unknown>> | undefined
}

async function send(url: string, query: string, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const { errors = [] } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] }
  return { status: response.status, retryAfter: response.headers.get('retry-after'), error: errors[0]?.extensions }
}

const statuses = async (asked: readonly Promise<Told>[]) => (await Promise.all(asked)).map(({ status }) => status)
const limited = (all: readonly number[]) => all.filter((status) => status === 429).length

describe('somebody without a sign-in who changes things all the time', () => {
  it('is refused in both languages, told when to come again, and reaches no subgraph (RATE_LIMITED)', async () => {
    await using gateway = await limitedGateway({ perAddress: 3, overall: 100 })
    const first = await statuses(Array.from({ length: 3 }, () => send(gateway.url, CANCEL)))
    expect(limited(first)).toBe(0)
    const before = graph.seen.length
    const { status, retryAfter, error } = await send(gateway.url, CANCEL)
    expect(status).toBe(429)
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(Number(retryAfter)).toBeLessThanOrEqual(20)
    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      retryable: true,
      message: { zh: expect.any(String), en: expect.any(String) },
    })
    expect(graph.seen.length).toBe(before)
  })

  it('gains nothing by putting many mutations into one document', async () => {
    await using gateway = await limitedGateway({ perAddress: 3, overall: 100 })
    const four = `mutation { ${[1, 2, 3, 4].map((n) => `a${n}: cancelOrder(id: "${n}") { id }`).join(' ')} }`
    expect((await send(gateway.url, four)).status).toBe(429)
  })

  it('may read on, and does not stand in the way of whoever has signed in', async () => {
    await using gateway = await limitedGateway({ perAddress: 1, overall: 1 })
    await send(gateway.url, CANCEL)
    expect((await send(gateway.url, CANCEL)).status).toBe(429)
    expect((await send(gateway.url, '{ caller }')).status).toBe(200)
    const authorization = `Bearer ${await graph.token(['SALESPERSON'])}`
    expect((await send(gateway.url, CANCEL, { authorization })).status).toBe(200)
  })
})

describe('callers behind a proxy', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })

  it('are told apart by what the trusted proxy says, not by what they say themselves', async () => {
    await using gateway = await limitedGateway({ perAddress: 1, overall: 100, hops: 1 })
    const sent = async (address: string) => (await send(gateway.url, CANCEL, from(address))).status
    expect(await sent('192.0.2.1')).not.toBe(429)
    expect(await sent('192.0.2.2')).not.toBe(429)
    expect(await sent('198.51.100.7, 192.0.2.1')).toBe(429)
  })

  it('are one address where no proxy is trusted', async () => {
    await using gateway = await limitedGateway({ perAddress: 1, overall: 100 })
    expect((await send(gateway.url, CANCEL, from('192.0.2.1'))).status).not.toBe(429)
    expect((await send(gateway.url, CANCEL, from('192.0.2.2'))).status).toBe(429)
  })

  it('share one limit, however many addresses they have', async () => {
    await using gateway = await limitedGateway({ perAddress: 5, overall: 4, hops: 1 })
    const sent = Array.from({ length: 12 }, (_, index) => send(gateway.url, CANCEL, from(`192.0.2.${index}`)))
    expect(limited(await statuses(sent))).toBe(8)
  })
})

describe('a large request without a sign-in', () => {
  const large = `${CANCEL} # ${'x'.repeat(80 * 1024)}`

  it('is refused, which it is not with one (PAYLOAD_TOO_LARGE)', async () => {
    await using gateway = await limitedGateway({ perAddress: 100, overall: 100 })
    expect(await send(gateway.url, large)).toMatchObject({ status: 413, error: { code: 'PAYLOAD_TOO_LARGE' } })
    const authorization = `Bearer ${await graph.token(['SALESPERSON'])}`
    expect((await send(gateway.url, large, { authorization })).status).toBe(200)
  })

  it('is refused, too, when it does not say how large it is', async () => {
    await using gateway = await limitedGateway({ perAddress: 100, overall: 100 })
    expect(await sentInChunks(gateway.url, JSON.stringify({ query: large }))).toBe(413)
    expect(await sentInChunks(gateway.url, JSON.stringify({ query: '{ caller }' }))).toBe(200)
  })
})

function sentInChunks(url: string, body: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
  const sending = request(`${url}/graphql`, { method: 'POST', headers }, (answer) => {
    answer.resume()
    resolve(answer.statusCode)
  })
  sending.on('error', reject)
  for (let at = 0; at < body.length; at += 8192) sending.write(body.slice(at, at + 8192))
  sending.end()
  return promise
}

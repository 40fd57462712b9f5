import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createSubgraphClient } from './subgraph-client.ts'

const SILENCE_MS = 300
const client = createSubgraphClient()
let server: Server

afterEach(async () => {
  server.closeAllConnections()
  server.close()
})

async function subgraph(answer: RequestListener): Promise<URL> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?part=1`)
}

describe('a subgraph', () => {
  it('is sent the body and the headers, and answers JSON with its status', async () => {
    const url = await subgraph(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString()
      const { url: path, headers } = request
      response.writeHead(400).end(JSON.stringify({ path, caller: headers['x-caller'], body }))
    })
    const { status, body } = await client.post(url, { 'x-caller': 'anna' }, '销售', SILENCE_MS)
    expect({ status, body }).toEqual({ status: 400, body: { path: '/graphql?part=1', caller: 'anna', body: '销售' } })
  })

  it('that answers something else than JSON has no body', async () => {
    const url = await subgraph((_, response) => response.end('<html>'))
    expect(await client.post(url, {}, '{}', SILENCE_MS)).toEqual({ status: 200, body: null })
  })
})

describe('a connection', () => {
  it('is used again', async () => {
    const ports = new Set<unknown>()
    const url = await subgraph(({ socket }, response) => {
      ports.add(socket.remotePort)
      response.end('{}')
    })
    for (let request = 0; request < 10; request += 1) await client.post(url, {}, '{}', SILENCE_MS)
    // An answer is there a moment before its connection is free again: two may take turns.
    expect(ports.size).toBeLessThanOrEqual(2)
  })

  it('that breaks as it is used again is replaced, once', async () => {
    let requests = 0
    const url = await subgraph(({ socket }, response) => {
      requests += 1
      if (requests === 2) socket.destroy()
      else response.end('{}')
    })
    await client.post(url, {}, '{}', SILENCE_MS)
    expect(await client.post(url, {}, '{}', SILENCE_MS)).toEqual({ status: 200, body: {} })
    expect(requests).toBe(3)
  })

  it('that always breaks is a fault', async () => {
    let requests = 0
    const url = await subgraph(({ socket }) => {
      requests += 1
      socket.destroy()
    })
    await expect(client.post(url, {}, '{}', SILENCE_MS)).rejects.toThrow()
    expect(requests).toBe(2)
  })
})

describe('a subgraph that is silent', () => {
  it.each([
    ['before its answer', false],
    ['within its answer', true],
  ])('%s counts as away after a while, and is not asked again', async (_, isBegun) => {
    let requests = 0
    const url = await subgraph((__, response) => {
      requests += 1
      if (isBegun) response.write('{')
    })
    await expect(client.post(url, {}, '{}', SILENCE_MS)).rejects.toThrow(/timeout/i)
    expect(requests).toBe(1)
  })
})

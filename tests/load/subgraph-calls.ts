import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gatewayEnvironment } from '@afterline/dev-stack'
import type { RunningInstance } from '@afterline/dev-stack/sample'
import { createSilentLogger } from '@afterline/service-kit'
import { readGatewayConfig } from '../../gateway/src/gateway-config.ts'
import { createGateway } from '../../gateway/src/gateway-server.ts'

/** A subgraph's address that counts what is asked there. */
async function countingProxy(target: string) {
  let calls = 0
  const server = createServer(async (request, response) => {
    calls += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const answer = await fetch(new URL(request.url ?? '/', target), {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: Buffer.concat(chunks),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, calls: () => calls, close: () => server.close() }
}

/**
 * How many requests to subgraphs one operation makes, counted between a gateway of its own and the running services. The
 * gateway that is measured stays as it is.
 */
export async function subgraphCallsOf(
  { instance, around }: RunningInstance,
  body: string,
  authorization: string,
): Promise<number> {
  const proxies = new Map(
    await Promise.all(
      Object.entries(instance.services).map(async ([name, { url }]) => [name, await countingProxy(url)] as const),
    ),
  )
  const urls = Object.fromEntries([...proxies].map(([name, { url }]) => [name, url]))
  const config = readGatewayConfig({
    ...gatewayEnvironment(around),
    SUBGRAPH_URLS: JSON.stringify(urls),
    OIDC_ISSUER: instance.issuer,
  })
  const supergraph = readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8')
  const gateway = await createGateway(config, supergraph, createSilentLogger())
  try {
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await gateway.server.inject({ method: 'POST', url: '/graphql', headers, payload: body })
    if (answer.json().errors) throw new Error(`the gateway answered with errors: ${answer.body.slice(0, 500)}`)
    return [...proxies.values()].reduce((sum, { calls }) => sum + calls(), 0)
  } finally {
    await gateway.stop()
    for (const { close } of proxies.values()) close()
  }
}

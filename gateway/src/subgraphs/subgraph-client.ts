import { Agent } from 'undici'

/** What a subgraph has answered, whatever its status. */
export interface SubgraphAnswer {
  readonly status: number
  /** `null` when the answer is not JSON. */
  readonly body: unknown
}

export interface SubgraphClient {
  /**
   * @param silenceMs after which the subgraph counts as away
   * @throws Error when the subgraph cannot be reached, breaks off, or is silent for too long
   */
  post(url: URL, headers: Readonly<Record<string, string>>, body: string, silenceMs: number): Promise<SubgraphAnswer>
  /** Breaks off what is under way and closes the connections that are kept open. */
  close(): Promise<void>
}

/** Beyond, requests of one subgraph wait for a connection. */
const MOST_CONNECTIONS = 256
const LONGEST_CONNECTING_MS = 5_000

/**
 * Sends requests over connections that stay open. It spends half the processor time of node:http on them; that does not see
 * these requests, so whoever sends them writes the trace into their headers.
 */
export function createSubgraphClient(): SubgraphClient {
  const agent = new Agent({
    connections: MOST_CONNECTIONS,
    connect: { timeout: LONGEST_CONNECTING_MS },
  })

  const exchange: SubgraphClient['post'] = async (url, headers, body, silenceMs) => {
    const answer = await agent.request({
      ...{ origin: url.origin, path: url.pathname + url.search, method: 'POST', headers, body },
      ...{ headersTimeout: silenceMs, bodyTimeout: silenceMs },
    })
    const text = await answer.body.text()
    return { status: answer.statusCode, body: jsonOf(text) }
  }

  return {
    async post(...request) {
      try {
        return await exchange(...request)
      } catch (error) {
        // A subgraph may close an idle connection in the very moment that it is used again. Then once more: every
        // mutation carries an idempotency key, so even one that did arrive takes effect once.
        if (!isBrokenConnection(error)) throw error
        return exchange(...request)
      }
    },
    close: () => agent.destroy(),
  }
}

const BROKEN = new Set<unknown>(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN.has(error.code)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

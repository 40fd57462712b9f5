import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

const CONNECTIONS = 8

/** One operation, and what the graph answers to it, as `timeless` text. */
export interface Asked {
  readonly body: string
  readonly answer: string
}

/** An answer without what moves with the clock: how long a running limit has counted, and up to when. */
function timeless(answer: string): string {
  return answer.trim().replaceAll(/"countedMs":\d+|"to":"[^"]+"/g, '')
}

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
}

/**
 * Asks over and over for some seconds, on several connections, each request with a correlation id of its own, which the
 * gateway hands on to the services.
 * @throws Error when one answer is not what it should be
 */
export async function loadGraph(
  url: string,
  asked: readonly Asked[],
  tokens: readonly string[],
  seconds: number,
): Promise<Load> {
  let answered = 0
  const wrong: string[] = []
  const check =
    ({ answer }: Asked) =>
    (status: number, text: string) => {
      answered += 1
      if (status !== 200 || timeless(text) !== answer) wrong.push(`${status} ${text.slice(0, 300)}`)
    }
  const requests = tokens.map((token, index) => {
    const question = asked[index % asked.length] ?? { body: '', answer: '' }
    return {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: question.body,
      setupRequest: <Request extends { headers: Record<string, string> }>(request: Request): Request => ({
        ...request,
        headers: { ...request.headers, 'x-correlation-id': randomUUID() },
      }),
      onResponse: check(question),
    }
  })
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests })
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${answered} answers are wrong, the first: ${wrong[0]}`)
  if (result.errors + result.timeouts + result.non2xx > 0 || answered === 0) throw new Error('requests failed')
  return { requestsPerSecond: result.requests.total / result.duration, p99Ms: result.latency.p99 }
}

/** Asks once. @throws Error for an answer with errors */
export async function askOnce(url: string, body: string, token: string | undefined): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  const text = await response.text()
  const { errors } = JSON.parse(text) as { readonly errors?: unknown }
  if (errors) throw new Error(`${url} answers with errors: ${JSON.stringify(errors).slice(0, 500)}`)
  return timeless(text)
}

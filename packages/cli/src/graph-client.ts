import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { CORRELATION_HEADER } from '@afterline/service-kit'

/** An error that the graph answered with, by its stable code. */
export class GraphError extends Error {
  readonly code: string
  readonly correlationId: string | null

  constructor(code: string, message: string, correlationId: string | null) {
    super(message)
    this.name = 'GraphError'
    this.code = code
    this.correlationId = correlationId
  }
}

/** What a person is told of an error. */
export function textOfError(error: unknown): string {
  if (!(error instanceof GraphError)) return error instanceof Error ? error.message : String(error)
  const { code, message, correlationId } = error
  return `${code}: ${message}${correlationId ? ` (correlation id ${correlationId})` : ''}`
}

export interface GraphClient {
  /** @throws GraphError for the first error of the answer, or `UNREACHABLE` once retrying was given up */
  query<Data>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Data>
}

export interface GraphClientOptions {
  readonly url: string
  /** Asked for at each request, because a token may run out during a long import; `null` for the public. */
  readonly token: () => Promise<string | null>
  /** How long an unreachable or overloaded graph is waited for. */
  readonly patienceMs: number
  readonly onWaiting: (reason: string) => void
}

/** Codes that say nothing about the request itself: trying again later can succeed. */
const RETRYABLE_CODES = new Set(['UNREACHABLE', 'SERVICE_UNAVAILABLE', 'BUSY'])
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

/**
 * Talks to the graph over HTTP. Waits for a graph that is away, since every mutation carries a key of its own and may
 * be repeated.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  return { query: (document, variables) => queryPatiently(options, document, variables) }
}

async function queryPatiently<Data>(
  options: GraphClientOptions,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const giveUpAt = performance.now() + options.patienceMs
  // The same for all attempts: so the graph can tell a lost answer from what somebody asks once more.
  const correlationId = randomUUID()
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await queryOnce<Data>(options, { query: document, variables }, correlationId)
    } catch (error) {
      const isWorthRetrying = error instanceof GraphError && RETRYABLE_CODES.has(error.code)
      if (!isWorthRetrying || performance.now() + pauseMs > giveUpAt) throw error
      options.onWaiting(`${error.code}: ${error.message}`)
      await delay(pauseMs)
    }
  }
}

interface GraphAnswer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

async function queryOnce<Data>(
  { url, token }: GraphClientOptions,
  request: unknown,
  correlationId: string,
): Promise<Data> {
  const bearer = await token()
  const identifying = bearer === null ? {} : { authorization: `Bearer ${bearer}` }
  const answer = await post<Data>(url, { ...identifying, [CORRELATION_HEADER]: correlationId }, request)
  const error = answer.errors?.[0]
  if (error) {
    const { code, correlationId: told } = error.extensions ?? {}
    throw new GraphError(String(code ?? 'UNKNOWN'), error.message, told ? String(told) : null)
  }
  if (!answer.data) throw new GraphError('UNREACHABLE', 'the graph answered without data', null)
  return answer.data
}

async function post<Data>(
  url: string,
  identifying: Readonly<Record<string, string>>,
  body: unknown,
): Promise<GraphAnswer<Data>> {
  const headers = { 'content-type': 'application/json', ...identifying }
  let text: string
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    text = await response.text()
  } catch {
    throw new GraphError('UNREACHABLE', `no answer from ${url}`, null)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new GraphError('UNREACHABLE', `${url} did not answer as a graph`, null)
  }
}

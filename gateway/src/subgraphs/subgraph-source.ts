import {
  activeTraceparent,
  CORRELATION_HEADER,
  type InputProblem,
  isRequestErrorCode,
  type Logger,
  PRINCIPAL_HEADER,
  type RequestErrorCode,
  requestError,
} from '@afterline/service-kit'
import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import type { GatewayContext } from '../gateway-context.ts'

export interface SubgraphAddress {
  readonly name: string
  readonly url: string
}

type Fetcher = RemoteGraphQLDataSource['fetcher']
type FetcherResponse = Awaited<ReturnType<Fetcher>>

/** One subgraph as the gateway calls it: in the caller's name, within the caller's trace. */
export class SubgraphSource extends RemoteGraphQLDataSource<GatewayContext> {
  readonly #name: string
  readonly #log: Logger
  override honorSubgraphCacheControlHeader = false

  constructor({ name, url }: SubgraphAddress, fetcher: Fetcher, log: Logger) {
    super({ url, fetcher })
    this.#name = name
    this.#log = log
    // The base class returns itself after copying the settings, so class fields of ours come last.
    this.url = url
    this.fetcher = fetcher
  }

  override async willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<void> {
    const headers = request.http?.headers
    headers?.set(PRINCIPAL_HEADER, await context.signedPrincipal())
    headers?.set(CORRELATION_HEADER, context.correlationId)
    // With telemetry the instrumentation of node:http writes a span of its own here; without, the caller's goes on.
    const traceparent = activeTraceparent() ?? context.traceparent
    if (traceparent !== null) headers?.set('traceparent', traceparent)
  }

  override didEncounterError(error: Error): void {
    if (error instanceof GraphQLError && isRequestErrorCode(error.extensions['code'])) throw error
    this.#log.warn({ err: error, subgraph: this.#name }, 'a subgraph did not answer')
    throw requestError('SERVICE_UNAVAILABLE', undefined, { subgraph: this.#name })
  }

  /** A subgraph's answer with another status than 200. What it says of the caller's input goes on; the rest is ours. */
  override async errorFromResponse(response: FetcherResponse): Promise<GraphQLError> {
    const told = await errorTold(response)
    if (response.status === 401) {
      this.#log.error({ subgraph: this.#name }, "the subgraph refuses the gateway's principal: do their keys match?")
      return requestError('INTERNAL', undefined, { subgraph: this.#name })
    }
    if (told && response.status < 500) return new GraphQLError(told.message, { extensions: told.extensions })
    this.#log.warn({ status: response.status, subgraph: this.#name }, 'a subgraph could not answer')
    return requestError('SERVICE_UNAVAILABLE', undefined, { subgraph: this.#name })
  }
}

interface ToldError {
  readonly message: string
  readonly extensions: Record<string, unknown> & {
    readonly code: RequestErrorCode
    readonly problems?: readonly InputProblem[]
  }
}

/** The first of the errors, with the problems that all of them tell of the input: each variable is an error of its own. */
async function errorTold(response: FetcherResponse): Promise<ToldError | null> {
  const body = (await response.json().catch(() => null)) as { errors?: readonly ToldError[] } | null
  const [first, ...others] = body?.errors ?? []
  if (!first || !isRequestErrorCode(first.extensions?.code)) return null
  const problems = [first, ...others].flatMap(({ extensions }) => extensions.problems ?? [])
  return problems.length === 0 ? first : { ...first, extensions: { ...first.extensions, problems } }
}

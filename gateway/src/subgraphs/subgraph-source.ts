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
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import type { GatewayContext } from '../gateway-context.ts'
import type { SubgraphAnswer, SubgraphClient } from './subgraph-client.ts'

export interface SubgraphAddress {
  readonly name: string
  readonly url: string
}

/** How long a subgraph may be silent before it counts as away, by what is asked of it. */
export interface Patience {
  readonly readingMs: number
  readonly changingMs: number
}

interface SourceDeps {
  readonly client: SubgraphClient
  readonly log: Logger
  readonly patience: Patience
}

type Options = GraphQLDataSourceProcessOptions<GatewayContext>
type Response = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>

/**
 * One subgraph as the gateway calls it: in the caller's name, within the caller's trace. Not a subclass of the gateway's own
 * source, which builds a request and its headers anew for node-fetch, only to hand them to error handlers.
 */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  readonly #name: string
  readonly #url: URL
  readonly #client: SubgraphClient
  readonly #log: Logger
  readonly #patience: Patience

  constructor({ name, url }: SubgraphAddress, { client, log, patience }: SourceDeps) {
    this.#name = name
    this.#url = new URL(url)
    this.#client = client
    this.#log = log
    this.#patience = patience
  }

  async process({ request: { query, variables, operationName }, context }: Options): Promise<Response> {
    // The gateway's other requests, which load schemas, have no caller; with a composed supergraph it makes none.
    const headers = await headersOf(context as GatewayContext)
    const body = JSON.stringify({ query, variables, operationName })
    const silenceMs = isMutation(query) ? this.#patience.changingMs : this.#patience.readingMs
    const answer = await this.#client.post(this.#url, headers, body, silenceMs).catch((error: unknown) => {
      this.#log.warn({ err: error, subgraph: this.#name }, 'a subgraph did not answer')
      throw this.#unavailable()
    })
    if (answer.status === 200 && isObject(answer.body)) return answer.body
    throw this.#refusalOf(answer)
  }

  /** A subgraph's answer with another status than 200. What it says of the caller's input goes on; the rest is ours. */
  #refusalOf({ status, body }: SubgraphAnswer): GraphQLError {
    if (status === 401) {
      this.#log.error({ subgraph: this.#name }, "the subgraph refuses the gateway's principal: do their keys match?")
      return requestError('INTERNAL', undefined, { subgraph: this.#name })
    }
    const told = errorTold(body)
    if (told && status < 500) return new GraphQLError(told.message, { extensions: told.extensions })
    this.#log.warn({ status, subgraph: this.#name }, 'a subgraph could not answer')
    return this.#unavailable()
  }

  #unavailable(): GraphQLError {
    return requestError('SERVICE_UNAVAILABLE', undefined, { subgraph: this.#name })
  }
}

/** Documents for subgraphs are the query planner's: each has one operation, which it begins with. */
const isMutation = (query: string | undefined) => query?.startsWith('mutation') === true

async function headersOf(context: GatewayContext): Promise<Readonly<Record<string, string>>> {
  // With telemetry the gateway's own span is the subgraph's parent; without, the caller's trace goes on as it came.
  const traceparent = activeTraceparent() ?? context.traceparent
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    [PRINCIPAL_HEADER]: await context.signedPrincipal(),
    [CORRELATION_HEADER]: context.correlationId,
    ...(traceparent === null ? {} : { traceparent }),
  }
}

function isObject(body: unknown): body is Response {
  return typeof body === 'object' && body !== null
}

interface ToldError {
  readonly message: string
  readonly extensions: Record<string, unknown> & {
    readonly code: RequestErrorCode
    readonly problems?: readonly InputProblem[]
  }
}

/** The first of the errors, with the problems that all of them tell of the input: each variable is an error of its own. */
function errorTold(body: unknown): ToldError | null {
  // Subgraphs answer with errors of this kind or with something else altogether; its code tells.
  const [first, ...others] = (body as { errors?: readonly ToldError[] } | null)?.errors ?? []
  if (!first || !isRequestErrorCode(first.extensions?.code)) return null
  const problems = [first, ...others].flatMap(({ extensions }) => extensions.problems ?? [])
  return problems.length === 0 ? first : { ...first, extensions: { ...first.extensions, problems } }
}

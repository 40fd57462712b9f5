/** One request over HTTP and everything that came back, also where the graph refuses: for tests of refusals. */
export interface GraphAnswer<Data> {
  readonly status: number
  readonly data: Data | null
  /** `extensions.code` of every error. */
  readonly codes: readonly string[]
  readonly errors: readonly GraphFault[]
  /** Under which the request is found in the logs of every service. */
  readonly correlationId: string | null
}

export interface GraphFault {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface GraphRequest {
  /** Without one the request comes from the public. */
  readonly token?: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

export async function ask<Data>(
  url: string,
  { token, query, variables, headers = {} }: GraphRequest,
): Promise<GraphAnswer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as { data?: Data | null; errors?: readonly GraphFault[] }
  const errors = body.errors ?? []
  return {
    status: response.status,
    data: body.data ?? null,
    errors,
    correlationId: response.headers.get('x-correlation-id'),
    codes: errors.map(({ extensions }) => String(extensions?.['code'])),
  }
}

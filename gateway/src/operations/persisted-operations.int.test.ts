import { createHash } from 'node:crypto'
import { ConfigError } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startGateway, startTestGraph, type TestGraph } from '../fixtures/test-graph.ts'
import type { PersistedOperation } from './operation-manifest.ts'

const BODY =
  'query Customer($id: ID!) {\n  customer(id: $id) {\n    organisation\n    orders {\n      id\n    }\n  }\n}'
const ID = createHash('sha256').update(BODY).digest('hex')
const CANCEL = 'mutation Cancel { cancelOrder(id: "1") { id } }'
const operations: readonly PersistedOperation[] = [
  { id: ID, name: 'Customer', type: 'query', body: BODY },
  { id: 'cancel-1', name: 'Cancel', type: 'mutation', body: CANCEL },
]
const variables = { id: '7' }
const ANSWER = { customer: { organisation: 'Hospital 7', orders: [{ id: 'order of 7' }] } }
const hash = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

let graph: TestGraph
let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
  graph = await startTestGraph()
  gateway = await startGateway({ ...graph.config, AFTERLINE_OPERATIONS_FILE: operations }, graph.supergraphSdl)
})
afterAll(async () => {
  await gateway.stop()
  await graph.dispose()
})

async function post(body: object) {
  const authorization = `Bearer ${await graph.token(['SALESPERSON'])}`
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    correlationId: response.headers.get('x-correlation-id'),
    ...(await answerOf(response)),
  }
}

/** The gateway's answers are of this shape. */
const answerOf = async (response: Response) =>
  (await response.json()) as { data?: unknown; errors?: readonly { extensions: Record<string, unknown> }[] }

describe('an operation of the manifest', () => {
  it.each([
    ['by the hash of its text', { ...hash(ID), variables }],
    ['by its document id', { documentId: ID, variables }],
    ['by a document id among the extensions', { extensions: { documentId: ID }, variables }],
    ['by its text', { query: BODY, variables }],
    ['by id and text', { query: BODY, ...hash(ID), variables }],
    ['by its name, too', { ...hash(ID), operationName: 'Customer', variables }],
  ])('is answered when it is asked for %s', async (_how, body) => {
    const { status, data, errors } = await post(body)
    expect({ status, data, errors }).toEqual({ status: 200, data: ANSWER, errors: undefined })
  })

  it('may come with its name', async () => {
    const named = await post({ operationName: 'Customer', ...hash(ID), variables })
    expect(named).toMatchObject({ status: 200, data: ANSWER })
  })

  it('may change something, and has an id of any form', async () => {
    expect(await post({ documentId: 'cancel-1' })).toMatchObject({ status: 200, data: { cancelOrder: { id: '1' } } })
  })

  it('is refused what any other is: a variable that cannot be read', async () => {
    const { status, errors } = await post({ ...hash(ID), variables: {} })
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'INPUT_INVALID'])
  })
})

describe('anything else', () => {
  it.each([
    ['the text of another operation', { query: '{ caller }' }],
    ['the same text with other blanks', { query: BODY.replaceAll(/\s+/g, ' '), variables }],
    ['an unknown hash', hash('a'.repeat(64))],
    ['an unknown document id', { documentId: 'constructor' }],
    ['a hash that is no text', hash({ $ne: null })],
    ['a known id with the text of something else', { query: '{ caller }', ...hash(ID) }],
    ['a known id with the name of another operation', { operationName: 'Cancel', ...hash(ID), variables }],
    ['a known id with an empty name', { operationName: '', ...hash(ID), variables }],
    ['a known text with the name of another operation', { operationName: 'Cancel', query: BODY, variables }],
    ['an unknown hash with a name', { operationName: 'Customer', ...hash('a'.repeat(64)) }],
    ['two ids of two operations', { ...hash(ID), documentId: 'cancel-1' }],
    ['a known id beside an unknown one', { ...hash(ID), documentId: 'another', variables }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['text that cannot be read', { query: '{ {' }],
    ['a document of ten thousand tokens', { query: `{ ${'caller '.repeat(10_000)} }` }],
    ['no text at all', { variables }],
  ])('is refused with a code of its own, and no subgraph is asked: %s', async (_what, body) => {
    const before = graph.seen.length
    const { status, correlationId, data, errors } = await post(body)
    expect([status, data]).toEqual([400, undefined])
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      {
        code: 'OPERATION_NOT_PERSISTED',
        message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
        retryable: false,
        correlationId,
      },
    ])
    expect(graph.seen.length).toBe(before)
  })
})

describe('a manifest that does not fit the supergraph', () => {
  it('keeps the gateway from starting, and everything that is wrong is told at once', async () => {
    const wrong: readonly PersistedOperation[] = [
      { id: 'a', name: 'Emperor', type: 'query', body: 'query Emperor { emperor }' },
      ...operations,
      { id: 'b', name: 'Missing', type: 'query', body: 'query Missing { customer { id } }' },
    ]
    const starting = startGateway({ ...graph.config, AFTERLINE_OPERATIONS_FILE: wrong }, graph.supergraphSdl)
    const error: unknown = await starting.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({
      problems: [
        expect.stringMatching(/^AFTERLINE_OPERATIONS_FILE: Emperor \(a\): .*"emperor"/),
        expect.stringMatching(/^AFTERLINE_OPERATIONS_FILE: Missing \(b\): .*"id"/),
      ],
    })
  })
})

describe('a gateway without a manifest', () => {
  it('answers whatever fits the schema', async () => {
    const response = await fetch(`${graph.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ caller }"}',
    })
    expect(await response.json()).toEqual({ data: { caller: 'public PUBLIC' } })
  })
})

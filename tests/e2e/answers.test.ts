import { randomUUID } from 'node:crypto'
import { urlAt } from '@afterline/dev-stack'
import { isRequestErrorCode } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { GraphFault } from '../stack/graph.ts'
import { requestText, sendRaw } from '../stack/raw-request.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Whatever is wrong with a request, its answer says so: a status of 4xx and a code of the catalogue, on every path, by the
 * gateway and by the services behind it. Nobody's mistake is a fault of ours.
 */

jest.setTimeout(TEST_MS)

let test: TestStack
let token: string
beforeAll(async () => {
  test = await openTestStack('answers')
  token = await test.tokenOf(['LEADERSHIP', 'OPERATOR'])
}, START_MS)
afterAll(() => test.dispose(), START_MS)

/** Every server that a request can reach. */
const doors = (): readonly string[] => [...graphs(), ...Object.values(test.stack.layout.operations).map(urlAt)]

const graphs = (): readonly string[] => {
  const { gateway, services } = test.stack.layout
  return [gateway, ...Object.values(services)].map(urlAt)
}

const codesOf = (body: string): readonly unknown[] => {
  const { errors = [] } = JSON.parse(body) as { readonly errors?: readonly GraphFault[] }
  return errors.map(({ extensions }) => extensions?.['code'])
}

describe('a request that is not for the graph, or hardly a request', () => {
  const get = (path: string, ...headers: readonly string[]) => requestText(`GET ${path} HTTP/1.1`, headers)
  const post = (header: string, body?: string) => requestText('POST /graphql HTTP/1.1', [header], body)
  const json = 'content-type: application/json'

  it.each([
    ['for a path that nobody knows', 404, 'NOT_FOUND', get('/nowhere')],
    ['with a method that the path does not have', 404, 'NOT_FOUND', requestText('DELETE /graphql HTTP/1.1')],
    ['for an address that cannot be decoded', 400, 'QUERY_INVALID', get('/%E0%A4%A')],
    ['for an address beyond all length', 431, 'PAYLOAD_TOO_LARGE', get(`/${'a'.repeat(20_000)}`)],
    ['with headers beyond all length', 431, 'PAYLOAD_TOO_LARGE', post(`x-filler: ${'a'.repeat(20_000)}`)],
    ['with a header that is none', 400, 'QUERY_INVALID', post('no colon')],
    ['that speaks another protocol', 400, 'QUERY_INVALID', 'EHLO afterline\r\n\r\n'],
    ['with a body that is no JSON', 400, 'QUERY_INVALID', post(json, '{')],
    ['with no body', 400, 'QUERY_INVALID', requestText('POST /graphql HTTP/1.1', [json, 'content-length: 0'])],
    ['that would poison a prototype', 400, 'QUERY_INVALID', post(json, '{"__proto__":1}')],
    ['that announces more than is taken', 413, 'PAYLOAD_TOO_LARGE', post(`${json}\r\ncontent-length: 9000000`)],
  ])('is answered: one %s', async (_, status, code, request) => {
    for (const door of doors()) {
      const answer = await sendRaw(door, request)
      expect([door, answer.status, codesOf(answer.body)]).toEqual([door, status, [code]])
    }
  })

  it.each([
    ['of another content type', post('content-type: application/xml', '<a/>')],
    ['of no content type', post('accept: */*', '{}')],
  ])('is answered by whoever takes bodies: one %s', async (_, request) => {
    for (const graph of graphs()) {
      const answer = await sendRaw(graph, request)
      expect([graph, answer.status, codesOf(answer.body)]).toEqual([graph, 415, ['QUERY_INVALID']])
    }
  })
})

/** As JSON, so that everything can be in it that a client can write. */
async function askWith(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(test.graphUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, codes: codesOf(await response.text()) }
}

describe('a request that is no operation of the graph', () => {
  const viewer = '{ viewer { subject } }'

  it.each<[string, unknown]>([
    ['several at once', [{ query: viewer }]],
    ['a list', []],
    ['a number', 5],
    ['a text', 'query'],
    ['null', null],
    ['without a query', {}],
    ['with an empty query', { query: '' }],
    ['with a blank query', { query: ' ' }],
    ['with a query that is no text', { query: 5 }],
    ['with variables that are text', { query: viewer, variables: '{}' }],
    ['with variables that are a list', { query: viewer, variables: [] }],
    ['with extensions that are text', { query: viewer, extensions: 'x' }],
    ['with a name of an operation that is no text', { query: viewer, operationName: 5 }],
    ['that names an operation which it does not hold', { query: `query A ${viewer}`, operationName: 'B' }],
    ['that names one where none has a name', { query: viewer, operationName: 'B' }],
    ['of two operations, none chosen', { query: `query A ${viewer} query B ${viewer}` }],
    ['of two operations of one name', { query: `query A ${viewer} query A ${viewer}`, operationName: 'A' }],
    ['of fragments alone', { query: 'fragment F on Query { __typename }' }],
    ['of a definition of types', { query: 'type Query { a: Int }' }],
    ['that subscribes', { query: 'subscription { orders { id } }' }],
    ['that subscribes to nothing', { query: 'subscription { __typename }' }],
    ['that waits for parts of the answer', { query: '{ viewer { ... @defer { subject } } }' }],
    ['whose fragments go in circles', { query: '{ ...F } fragment F on Query { ...F }' }],
    ['by the digest of a query', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
    ['with half a character in it', { query: '{ orders(filter: {channel: "\ud800"}) { __typename } }' }],
    ['with an escape for half a character', { query: '{ scorecard(from: "\\ud800", to: "") { scope } }' }],
    ['with a NUL', { query: '{ viewer\0 { subject } }' }],
    ['with a variable that is not declared', { query: 'query { order(id: $id) { id } }' }],
    ['that skips by a text', { query: '{ viewer @skip(if: "yes") { subject } }' }],
  ])('is QUERY_INVALID: %s', async (_, body) => {
    const { status, codes } = await askWith(body)
    expect([status, [...new Set(codes)]]).toEqual([400, ['QUERY_INVALID']])
  })
})

describe('a value that nothing can be', () => {
  const days = 'from: "2026-01-01", to: "2026-02-01"'
  const scorecard = `query ($scope: String) { scorecard(${days}, scope: $scope) { scope sales { value } } }`
  const zone = `query ($zone: String) { scorecard(${days}, zone: $zone) { scope sales { value } } }`
  const board = 'query ($filter: DeadlineFilter) { deadlineBoard(filter: $filter) { sales { edges { cursor } } } }'
  const orders = 'query ($filter: OrderFilter) { orders(filter: $filter) { edges { cursor } } }'
  const list = 'query ($first: Int, $after: String) { orders(first: $first, after: $after) { edges { cursor } } }'

  it.each<[string, string, unknown]>([
    ['a scope that is empty', scorecard, { scope: '' }],
    ['a scope that is blank', scorecard, { scope: ' ' }],
    ['a scope with half a character', scorecard, { scope: 'customer:\ud800' }],
    ['a scope of an unknown kind', scorecard, { scope: `client:${randomUUID()}` }],
    ['a scope whose kind is in capitals', scorecard, { scope: 'Company' }],
    ['a scope of a kind without an id', scorecard, { scope: 'customer:' }],
    ['a scope of a kind without a colon', scorecard, { scope: 'customer' }],
    ['a scope of the company and more', scorecard, { scope: 'company:1' }],
    ['a scope of no record', scorecard, { scope: 'customer:valley clinic' }],
    ['a zone that does not exist', zone, { zone: 'Mars/Olympus' }],
    ['a zone with half a character', zone, { zone: '\udfff' }],
    ['days that do not exist', '{ scorecard(from: "2026-02-30", to: "2026-03-01") { scope } }', {}],
    ['days the wrong way round', '{ scorecard(from: "2026-03-01", to: "2026-02-01") { sales { value } } }', {}],
    ['a limit of half a record', board, { filter: { stream: '\ud800' } }],
    ['a limit of half a role', board, { filter: { escalateTo: '\udc00' } }],
    ['a limit of half a key', board, { filter: { keys: ['order.confirm', '\ud800'] } }],
    ['an order by half a channel', orders, { filter: { channel: ['\ud800'] } }],
    ['a page of none', list, { first: 0 }],
    ['a page of fewer than none', list, { first: -1 }],
    ['a page of more than there may be', list, { first: 101 }],
    ['a page beyond all numbers', list, { first: 1e10 }],
    ['a cursor of no list', list, { after: 'x' }],
    ['a cursor with half a character', list, { after: '\ud800' }],
  ])('is refused as input: %s', async (_, query, variables) => {
    const { codes } = await askWith({ query, variables })
    expect(codes.map((code) => isRequestErrorCode(code) && code)).toEqual(
      codes.map(() => expect.stringMatching(/^(INPUT|CURSOR|QUERY)_INVALID$|^QUERY_TOO_COMPLEX$/)),
    )
    expect(codes.length).toBeGreaterThan(0)
  })
})

import { createPrivateKey, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { until } from '@afterline/dev-stack'
import { issueToken } from '@afterline/service-kit'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type SpanReceiver, startSpanReceiver } from '../../gateway/src/fixtures/span-receiver.ts'
import { openTestStack, START_MS, type TestStack } from '../stack/test-stack.ts'

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT'

let test: TestStack
let receiver: SpanReceiver
const endpointBefore = process.env[ENDPOINT]

beforeAll(async () => {
  receiver = await startSpanReceiver()
  // Children inherit the environment: as with a collector that an operator names.
  process.env[ENDPOINT] = receiver.url
  test = await openTestStack('trace')
}, START_MS)

afterAll(async () => {
  if (endpointBefore === undefined) delete process.env[ENDPOINT]
  else process.env[ENDPOINT] = endpointBefore
  await test.dispose()
  receiver.close()
}, START_MS)

it('is one from the caller through gateway, subgraph, MongoDB and Kafka to the consumers of another service', async () => {
  const traceId = randomBytes(16).toString('hex')
  await openFile(`00-${traceId}-${randomBytes(8).toString('hex')}-01`)

  const isThere = (service: string, name: RegExp) =>
    receiver.spansOf(traceId).some((span) => span.service === `afterline-${service}` && name.test(span.name))
  const expected: readonly (readonly [string, RegExp])[] = [
    ['gateway', /^POST/],
    ['customers', /^mutation /],
    ['customers', /^insert events$/],
    ['customers', /^afterline\.publish$/],
    ['orders', /^afterline\.consume$/],
    ['orders', /^update customerFacts$/],
  ]
  await until(async () => (expected.every(([service, name]) => isThere(service, name)) ? true : undefined), {
    timeoutMs: 60_000,
    what: 'every part of the trace',
  })
  expect(expected.filter(([service, name]) => !isThere(service, name))).toEqual([])
}, 90_000)

async function openFile(traceparent: string): Promise<void> {
  const { issuer, secrets } = test.stack
  const { audience } = test.target
  const key = createPrivateKey(await readFile(secrets.localIssuer.privateKeyFile))
  const token = await issueToken({ key, issuer, audience, subject: 'sales-1', roles: ['SALESPERSON'] })
  const entry = { idempotencyKey: randomUUID() }
  const input = { organisation: 'Traced Hospital', kind: 'PROSPECT' }
  const query = `mutation Open($entry: Entry!, $input: OpenCustomerFileInput!) {
    openCustomerFile(entry: $entry, input: $input) { customer { id } }
  }`
  const response = await fetch(test.graphUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, traceparent },
    body: JSON.stringify({ query, variables: { entry, input } }),
  })
  expect(await response.json()).toMatchObject({ data: { openCustomerFile: { customer: { id: expect.any(String) } } } })
}

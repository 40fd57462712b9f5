import { randomBytes } from 'node:crypto'
import { claimPortRow } from '@afterline/dev-stack'
import { issueToken } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import mongoose, { type Connection } from 'mongoose'
import { keyFiles, type RunningProcess, randomKey, ready, startProcess, until } from './fixtures/processes.ts'
import { type SpanReceiver, startSpanReceiver } from './fixtures/span-receiver.ts'

jest.setTimeout(120_000)

const suffix = randomBytes(6).toString('hex')
const keys = { principal: keyFiles('principal'), seal: keyFiles('seal'), issuer: keyFiles('issuer') }
const token = () =>
  issueToken({
    key: keys.issuer.privateKey,
    issuer: 'http://issuer.example',
    audience: 'afterline',
    subject: 'staff-1',
    roles: ['SALESPERSON'],
  })

let database: Connection
let spans: SpanReceiver
let service: RunningProcess
let gateway: RunningProcess

const notes = () => database.collection<{ _id: string; text: string }>('notes')

/** Ports of its own for a process that answers requests, and tells its health and metrics. */
async function ports(): Promise<Record<string, string>> {
  const first = await claimPortRow()
  return { PORT: String(first), OPERATIONS_PORT: String(first + 1) }
}

async function serviceEnvironment(): Promise<Record<string, string>> {
  return {
    AFTERLINE_SERVICE: 'surveys',
    ...(await ports()),
    MONGODB_URI: databaseUri(),
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '',
    KAFKA_TOPIC_PREFIX: `edge_${suffix}.`,
    AFTERLINE_MASTER_KEY: randomKey(),
    AFTERLINE_SURVEY_SECRET: randomKey(),
    AFTERLINE_SEAL_KEY: keys.seal.privateFile,
    AFTERLINE_PRINCIPAL_PUBLIC_KEY: keys.principal.publicFile,
    AFTERLINE_ROLES: 'api',
    OTEL_EXPORTER_OTLP_ENDPOINT: spans.url,
  }
}

async function gatewayEnvironment(subgraphUrl: string): Promise<Record<string, string>> {
  return {
    AFTERLINE_SERVICE: 'gateway',
    ...(await ports()),
    SUBGRAPH_URLS: JSON.stringify({ surveys: subgraphUrl }),
    AFTERLINE_PRINCIPAL_KEY: keys.principal.privateFile,
    OIDC_ISSUER: 'http://issuer.example',
    OIDC_AUDIENCE: 'afterline',
    LOCAL_ISSUER_KEY: keys.issuer.privateFile,
    OTEL_EXPORTER_OTLP_ENDPOINT: spans.url,
  }
}

function databaseUri(): string {
  const uri = new URL(process.env['MONGODB_URI'] ?? '')
  uri.pathname = `/edge_${suffix}`
  return uri.href
}

async function ask(query: string, headers: Record<string, string> = {}, { url } = gateway) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}`, ...headers },
    body: JSON.stringify({ query }),
  })
  return { status: response.status, answer: await response.json() }
}

beforeAll(async () => {
  database = await mongoose.createConnection(databaseUri()).asPromise()
  spans = await startSpanReceiver()
  service = startProcess('gateway/src/fixtures/notes-service.ts', await serviceEnvironment())
  gateway = startProcess('gateway/src/fixtures/notes-gateway.ts', await gatewayEnvironment(service.url))
  await Promise.all([ready(service), ready(gateway)])
})

afterAll(async () => {
  for (const running of [gateway, service]) running?.child.kill('SIGKILL')
  spans?.close()
  await database?.dropDatabase()
  await database?.close()
})

describe('a request with a trace', () => {
  it('is one trace from the gateway through the service to MongoDB', async () => {
    await notes().insertOne({ _id: 'traced', text: 'seen' })
    const traceId = randomBytes(16).toString('hex')
    const { answer } = await ask('{ note(id: "traced") { text } }', {
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    })
    expect(answer).toEqual({ data: { note: { text: 'seen' } } })
    const services = await until('every process has exported', async () => {
      const found = spans.spansOf(traceId)
      const hasDatabase = found.some(({ scope }) => scope.endsWith('instrumentation-mongodb'))
      return hasDatabase && found.some(({ service }) => service === 'afterline-gateway') ? found : null
    })
    const places = new Set(services.map(({ service, scope }) => `${service} ${scope.split('/').at(-1)}`))
    expect([...places]).toEqual(
      expect.arrayContaining([
        'afterline-gateway instrumentation-http',
        'afterline-surveys instrumentation-http',
        'afterline-surveys instrumentation-graphql',
        'afterline-surveys instrumentation-mongodb',
      ]),
    )
  })
})

describe('a process', () => {
  it('tells its metrics on a port of their own', async () => {
    const metrics = await (await fetch(`${service.operationsUrl}/metrics`)).text()
    expect(metrics).toMatch(/^http_server_request_duration_count\{.*\} [1-9]/m)
  })

  it('writes no values of a request into its log', async () => {
    await ask('{ note(id: "a-very-private-value") { text } }')
    expect(gateway.output() + service.output()).not.toContain('a-very-private-value')
  })
})

describe('a gateway without a collector', () => {
  it('counts its requests all the same, and hands a trace on that it is no part of', async () => {
    const environment = { ...(await gatewayEnvironment(service.url)), OTEL_EXPORTER_OTLP_ENDPOINT: '' }
    const running = startProcess('gateway/src/fixtures/notes-gateway.ts', environment)
    await ready(running)
    const traceId = randomBytes(16).toString('hex')
    await ask('{ note(id: "traced") { text } }', { traceparent: `00-${traceId}-00f067aa0ba902b7-01` }, running)
    const metrics = await (await fetch(`${running.operationsUrl}/metrics`)).text()
    expect(metrics).toMatch(/^http_server_request_duration_count\{.*http_route="\/graphql".*\} 1$/m)
    running.child.kill('SIGTERM')
    // What it has to export, it exports before it ends.
    expect(await running.ended()).toBe(0)
    await until('the service has exported', async () => spans.spansOf(traceId).length > 0)
    expect(new Set(spans.spansOf(traceId).map((span) => span.service))).toEqual(new Set(['afterline-surveys']))
  })
})

describe('a service that is asked to stop', () => {
  it('takes no more requests, finishes the one in flight, and ends with code 0', async () => {
    const answering = ask('{ awaitedNote(id: "late") { text } }')
    await until('the request is under way', () => notes().findOne({ _id: 'late is awaited' }))
    service.child.kill('SIGTERM')
    await until('no more requests are taken', async () =>
      fetch(`${service.url}/graphql`).then(
        ({ status }) => status === 503,
        () => true,
      ),
    )
    await notes().insertOne({ _id: 'late', text: 'but in time' })
    expect(await answering).toEqual({ status: 200, answer: { data: { awaitedNote: { text: 'but in time' } } } })
    expect(await service.ended()).toBe(0)
  })
})

describe('a service whose MongoDB and Kafka are away', () => {
  it('lives, is not ready, and answers SERVICE_UNAVAILABLE; it still stops in order', async () => {
    const closed = await claimPortRow()
    const running = startProcess('gateway/src/fixtures/notes-service.ts', {
      ...(await serviceEnvironment()),
      MONGODB_URI: `mongodb://127.0.0.1:${closed}/nothing`,
      KAFKA_BROKERS: `127.0.0.1:${closed}`,
    })
    await until('it lives', async () => (await fetch(`${running.operationsUrl}/health/live`)).ok)
    const readiness = await fetch(`${running.operationsUrl}/health/ready`)
    expect(readiness.status).toBe(503)
    expect(await readiness.json()).toMatchObject({ started: false, mongodb: false, kafka: false })
    await until('it says what is missing', async () => /MongoDB is not there yet/.test(running.output()))
    running.child.kill('SIGTERM')
    expect(await running.ended()).toBe(0)
  })
})

describe('a service that cannot be started', () => {
  it('tells every problem of its configuration, no value of it, and ends with code 1', async () => {
    const environment = { ...(await serviceEnvironment()), PORT: '0', AFTERLINE_MASTER_KEY: 'c2hvcnQ=' }
    const running = startProcess('gateway/src/fixtures/notes-service.ts', environment)
    expect(await running.ended()).toBe(1)
    expect(running.output()).toMatch(/PORT: /)
    expect(running.output()).toMatch(/AFTERLINE_MASTER_KEY: must be 32 bytes in base64/)
    expect(running.output()).not.toContain('c2hvcnQ=')
  })
})

describe('a gateway whose supervisor vanishes', () => {
  it('stops by itself with code 0', async () => {
    gateway.child.disconnect()
    expect(await gateway.ended()).toBe(0)
  })
})

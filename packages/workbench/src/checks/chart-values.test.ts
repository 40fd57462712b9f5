import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { chartValues } from './chart-values.ts'

const CHART = join(repositoryRoot, 'deploy', 'helm', 'afterline')
const read = (file: string) => readFileSync(join(CHART, file), 'utf8')
const isValid = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(read('values.schema.json')))

/** What a company has to say, besides what stands in the chart. */
const NEEDED = {
  'keys.existingSecret': 'keys',
  'mongodb.hosts': ['db-0:27017'],
  'mongodb.existingSecret': 'passwords',
  'kafka.brokers': ['kafka-0:9092'],
  'oidc.issuer': 'https://login.example',
}

function valuesWith(changes: Readonly<Record<string, unknown>>): unknown {
  const values: unknown = parse(read('values.yaml'))
  for (const [path, value] of Object.entries(changes)) set(values, path.split('.'), value)
  return values
}

function set(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null) throw new Error(`there is nothing to set ${key} in`)
  if (rest.length === 0) Object.assign(target, { [key]: value })
  else set(Reflect.get(target, key), rest, value)
}

/** Where the schema says that something is wrong. */
function refusals(changes: Readonly<Record<string, unknown>>): readonly string[] {
  isValid(valuesWith(changes))
  // What follows from a condition is told where it is wrong; the condition itself is not.
  const told = (isValid.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  return [...new Set(told.map(({ instancePath }) => instancePath.slice(1).replaceAll('/', '.')))]
}

describe("the chart's values", () => {
  it('are each described where they stand', () => {
    expect(chartValues(read('values.yaml')).filter(({ says }) => says === '')).toEqual([])
  })

  it('are complete with what is marked as needed, and with nothing less', () => {
    expect(refusals(NEEDED)).toEqual([])
    const marked = chartValues(read('values.yaml')).filter(({ says }) => says.endsWith('**needed**'))
    expect(marked.map(({ path }) => path).toSorted()).toEqual(Object.keys(NEEDED).toSorted())
    expect(refusals({}).toSorted()).toEqual(Object.keys(NEEDED).toSorted())
  })
})

describe('a value that cannot work', () => {
  it.each([
    ['keys.formerSealKeys', ['seal.2025.private.pem']],
    ['kafka.topics.partitions', 0],
    ['kafka.topics.partitions', '12'],
    ['kafka.brokers', ['kafka']],
    ['kafka.sasl', { mechanism: 'scram-sha-512', existingSecret: '' }],
    ['kafka.sasl', { mechanism: 'md5', existingSecret: 'sign-in' }],
    ['mongodb.hosts', ['mongodb://db-0:27017']],
    ['mongodb.databasePrefix', 'Afterline-1'],
    ['mongodb.operator.members', 2],
    ['mongodb.operator.storage', '50'],
    ['kafka.strimzi.brokers', 0],
    ['services.relayShards', 17],
    ['services.processes', { web: { does: ['web'], replicas: 1, resources: { requests: {}, limits: {} } } }],
    ['gateway.autoscaling.targetCPUUtilizationPercentage', 0],
    ['gateway.portalOrigins', ['portal.example']],
    ['gateway.operations.files', []],
    ['gateway.operations.inline', { 'portal.graphql': '{ viewer }' }],
    ['image.pullPolicy', 'Sometimes'],
    ['image.tag', 'a tag'],
    ['timeZone', 'Beijing'],
    ['oidc.issuer', 'login.example'],
    ['ingress', { enabled: true, host: '' }],
    ['policies', { 'policy.exe': 'limits: []' }],
    ['delivery.env', { AFTERLINE_SMTP_HOST: 25 }],
    ['telemetry.sampled', 2],
    ['gateway.replica', 3],
    ['gateway.replicas', 0],
    ['services.processes.relay.replicas', 0],
    ['services.processes.api.replicas', 0],
    ['kafka.tls', { enabled: false, existingSecret: 'ca', clientCertificate: false }],
    ['kafka.tls', { enabled: false, existingSecret: '', clientCertificate: true }],
    ['kafka.sasl', { mechanism: '', existingSecret: 'sign-in' }],
    ['mongodb.tls', { enabled: false, existingSecret: 'ca', clientCertificate: false }],
    ['mongodb.tls', { enabled: false, existingSecret: '', clientCertificate: true }],
    ['mongodb.options', 'replicaSet=rs0&TLS=true'],
    ['mongodb.options', 'replicaSet=rs0&tlsAllowInvalidCertificates=true'],
    ['mongodb.options', 'w=0'],
    ['timeZone', 'Mars/Olympus'],
    ['gateway.operations.inline', { 'portal.json': 'not json' }],
    ['backup.schedule', '99 99 * * *'],
    ['backup.schedule', '0 2 31 2 *'],
    ['backup.schedule', '0 2 * * 1-5'],
    ['backup.signIn', { tokenUrl: '', clientId: 'backup', existingSecret: '' }],
    ['backup.signIn', { tokenUrl: '', clientId: '', existingSecret: 'sign-in' }],
  ])('%s = %j is refused', (path, value) => {
    const wrong = refusals({ ...NEEDED, [path]: value })
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.every((place) => path.startsWith(place) || place.startsWith(path))).toBe(true)
  })
})

describe('a value as it is usual', () => {
  it.each([
    ['timeZone', 'Asia/Shanghai'],
    ['timeZone', 'America/Argentina/Buenos_Aires'],
    ['timeZone', 'UTC'],
    ['mongodb.options', 'replicaSet=rs0&authSource=admin&maxPoolSize=50'],
    ['backup.schedule', '0 2,14 * * *'],
    ['backup.schedule', '*/30 8-18/2,23 * * *'],
    ['kafka.tls', { enabled: true, existingSecret: 'ca', clientCertificate: true }],
    ['backup.signIn', { tokenUrl: 'https://login.example/token', clientId: 'backup', existingSecret: 'sign-in' }],
  ])('%s = %j is taken', (path, value) => {
    expect(refusals({ ...NEEDED, [path]: value })).toEqual([])
  })
})

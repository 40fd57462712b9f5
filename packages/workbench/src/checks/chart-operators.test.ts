import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { topicHolders, topicRightsOf, topics } from '@afterline/events'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { parseAllDocuments } from 'yaml'

/*
 * What the chart makes for the operators of Kafka and MongoDB, rendered by helm and held against these operators' own
 * definitions. Where there is no helm, nothing is rendered, and nothing said.
 */

const CHART = join(repositoryRoot, 'deploy', 'helm', 'afterline')
const HELM = ['template', 'shop', CHART, '--kube-version', '1.34.0', '--namespace', 'sales', '--values', '-']
const where = spawnSync('helm', ['version']).status === 0 ? describe : describe.skip

const definitions: { readonly schemas: Readonly<Record<string, object>> } = JSON.parse(
  readFileSync(new URL('./fixtures/operator-crds.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const validators = new Map(Object.entries(definitions.schemas).map(([kind, schema]) => [kind, ajv.compile(schema)]))

/** As far as the tests look. */
interface Resource {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> }
  readonly spec: {
    readonly topicName?: string
    readonly authorization?: { readonly acls?: readonly Acl[] }
    readonly users?: readonly { readonly name: string }[]
    readonly egress?: readonly { readonly ports: readonly { readonly port: number }[] }[]
  }
}
interface Acl {
  readonly resource: { readonly type: string; readonly name: string; readonly patternType: string }
  readonly operations: readonly string[]
}

const base = {
  keys: { existingSecret: 'keys' },
  mongodb: { existingSecret: 'passwords', hosts: ['db-0:27017'], adminSecret: 'administrator' },
  kafka: { topicPrefix: 'shop.', brokers: ['kafka-0:9092'] },
  oidc: { issuer: 'https://login.example' },
}
const operated = {
  ...base,
  mongodb: { ...base.mongodb, hosts: [], operator: { create: true } },
  kafka: { ...base.kafka, brokers: [], strimzi: { create: true } },
}
const operatedWithAll = {
  ...operated,
  mongodb: {
    ...operated.mongodb,
    tls: { enabled: true, existingSecret: 'members-ca' },
    operator: {
      ...{ create: true, members: 5, storageClass: 'fast', certificateSecret: 'members' },
      resources: { limits: { memory: '2Gi' } },
    },
  },
  kafka: {
    ...operated.kafka,
    topics: { create: true, replication: 3 },
    strimzi: {
      ...{ create: true, brokers: 5, version: '4.2.0', storageClass: 'fast' },
      resources: { limits: { memory: '2Gi' } },
    },
  },
}

function helm(values: object): { readonly resources: readonly Resource[]; readonly refusal: string } {
  const { status, stdout, stderr } = spawnSync('helm', HELM, { input: JSON.stringify(values), encoding: 'utf8' })
  if (status !== 0) return { resources: [], refusal: stderr }
  const documents = parseAllDocuments(stdout).map((document): Resource | null => document.toJS())
  return { resources: documents.filter((document) => document !== null), refusal: '' }
}

const named = ({ apiVersion, kind }: Resource) => `${apiVersion} ${kind}`
const ofOperators = (resources: readonly Resource[]) => resources.filter((each) => validators.has(named(each)))

where('Kafka and MongoDB that are there already', () => {
  it('are made by no operator', () => {
    const { resources, refusal } = helm(base)
    expect(refusal).toBe('')
    expect(resources.filter(({ apiVersion }) => /strimzi|mongodb/.test(apiVersion))).toEqual([])
  })
})

where('Kafka and MongoDB that operators make', () => {
  let made: readonly Resource[]
  beforeAll(() => {
    made = ofOperators(helm(operated).resources)
  })

  it.each([
    ['with as little as can be said', operated],
    ['with everything said', operatedWithAll],
  ])('are what the operators define, of every kind, %s', (_how, values) => {
    const resources = ofOperators(helm(values).resources)
    expect([...new Set(resources.map(named))].toSorted()).toEqual([...validators.keys()].toSorted())
    for (const resource of resources) {
      validators.get(named(resource))?.(resource)
      expect({ name: resource.metadata.name, errors: validators.get(named(resource))?.errors }).toEqual({
        name: resource.metadata.name,
        errors: null,
      })
    }
  })

  it('hold the record, and stay when the release goes (ETH-1)', () => {
    const keeping = made.filter(({ kind }) => kind !== 'KafkaUser')
    const policies = keeping.map(({ metadata }) => metadata.annotations?.['helm.sh/resource-policy'])
    expect(new Set(policies)).toEqual(new Set(['keep']))
  })

  it('have the topics of the contract', () => {
    const created = made.filter(({ kind }) => kind === 'KafkaTopic')
    expect(created.map(({ spec }) => spec.topicName).toSorted()).toEqual(
      topics.map(({ name }) => `shop.${name}`).toSorted(),
    )
  })

  it.each(topicHolders)('let %s do with topics what the contract allows, and nothing else', (holder) => {
    const user = made.find(({ metadata }) => metadata.name === `shop-afterline-${holder}`)
    const allowed = user?.spec.authorization?.acls?.map(({ resource, operations }) => ({
      on: resource.type.toUpperCase(),
      name: resource.name,
      isPrefix: resource.patternType === 'prefix',
      operations: operations.map((operation) => operation.toUpperCase()),
    }))
    expect(allowed).toEqual(topicRightsOf(holder).map((right) => ({ ...right, name: `shop.${right.name}` })))
  })

  it.each([
    ['brokers of its own', { ...operated, kafka: { ...operated.kafka, brokers: ['k:9092'] } }, 'kafka.brokers'],
    ['sign-in of its own', { ...operated, kafka: { ...operated.kafka, tls: { enabled: true } } }, 'kafka.tls'],
    ['a replica set of its own', { ...operated, mongodb: { ...operated.mongodb, hosts: ['d:1'] } }, 'mongodb.hosts'],
    ['no administrator', { ...operated, mongodb: { ...operated.mongodb, adminSecret: '' } }, 'mongodb.adminSecret'],
    [
      'more copies than brokers',
      { ...operated, kafka: { ...operated.kafka, topics: { replication: 4 } } },
      'kafka.topics.replication',
    ],
  ])('are refused, with the reason, beside %s', (_what, values, reason) => {
    expect(helm(values).refusal).toContain(reason)
  })
})

const limited = (requests: object, limits: object) => ({ resources: { requests, limits } })
const persisted = (manifest: string) => ({ operations: { inline: { 'portal.json': manifest } } })

where('values that contradict each other', () => {
  it.each([
    ['more memory asked for than allowed', { jobs: limited({ memory: '1Gi' }, { memory: '768Mi' }) }, 'jobs.resources'],
    ['more processors asked for', { gateway: limited({ cpu: 1.5 }, { cpu: '1400m' }) }, 'gateway.resources'],
    [
      'more asked for by one kind of process',
      { services: { processes: { relay: limited({ memory: 805306368 }, { memory: '512Mi' }) } } },
      'services.processes.relay.resources',
    ],
    ['more for one address than for all', { gateway: { anonymousPerAddress: 601 } }, 'gateway.anonymousPerAddress'],
    ['a manifest cut off', { gateway: persisted('{ "format": ') }, 'gateway.operations.inline'],
  ])('are refused, with the reason: %s', (_what, values, reason) => {
    expect(helm({ ...base, ...values }).refusal).toContain(reason)
  })

  it('are none where as much is asked for as is allowed', () => {
    const values = { jobs: limited({ memory: '1Gi', cpu: '0.5' }, { memory: '1024Mi', cpu: '500m' }) }
    expect(helm({ ...base, ...values, gateway: persisted('{ "format": "any" }') }).refusal).toBe('')
  })
})

where('a backup that is told of', () => {
  it.each([
    ['https://login.example:8443/token', 8443],
    ['https://login.example/token', 443],
    ['http://login.example/token', 80],
  ])('reaches where it signs in, at %s', (tokenUrl, port) => {
    const signIn = { tokenUrl, clientId: 'backup', existingSecret: 'sign-in' }
    const backup = { enabled: true, volumeClaim: 'backups', keySecret: 'backup-key', signIn }
    const jobs = helm({ ...base, oidc: { ...base.oidc, port: 9999 }, backup }).resources.find(
      ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name.endsWith('-jobs'),
    )
    expect(jobs?.spec.egress?.flatMap(({ ports }) => ports.map((each) => each.port))).toContain(port)
  })
})

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorsTopicOf, eventsTopicOf, topics } from '@afterline/events'
import { createKafka, createSilentLogger, type KafkaPort, readAccess } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import mongoose from 'mongoose'
import { repositoryRoot } from '../repository.ts'
import { until } from './condition.ts'
import { type Certificates, makeCertificates } from './fixtures/certificates.ts'
import type { Secured } from './fixtures/secured.ts'
import { passwordOf, type SecuredKafka, startSecuredKafka } from './fixtures/secured-kafka.ts'
import { ORDERS_PASSWORD, startSecuredMongodb } from './fixtures/secured-mongodb.ts'
import { claimPortRow } from './port-rows.ts'

// Two servers start, and refusals are tried again by clients before they are told.
jest.setTimeout(180_000)

const USERS = ['admin', 'afterline_orders', 'afterline_customers', 'afterline_analyst']
let certificates: Certificates
let mongodb: Secured
let kafka: SecuredKafka

beforeAll(async () => {
  certificates = await makeCertificates()
  const port = await claimPortRow()
  const ports = { mongo: port, kafka: port + 1, kafkaController: port + 2, clients: port + 3, mutual: port + 4 }
  mongodb = await startSecuredMongodb(certificates, ports.mongo)
  kafka = await startSecuredKafka(certificates, ports, USERS)
})
afterAll(async () => {
  await Promise.all([mongodb?.stop(), kafka?.stop()])
  await certificates.dispose()
})

/** Variables for secrets name files. */
function fileOf(secret: string): string {
  const file = join(certificates.folder, `secret-${secret.replaceAll(/\W/g, '-')}`)
  writeFileSync(file, secret)
  return file
}

const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'DONE',
    (error: unknown) => innermost(error).message,
  )

function innermost(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause === undefined ? error : innermost(error.cause)
}

describe('a MongoDB that is reached over TLS', () => {
  async function pingAs(variables: Readonly<Record<string, string>>, more = ''): Promise<unknown> {
    const uri = `${mongodb.address}${more}`
    const access = readAccess(variables, uri).mongodb
    const connection = mongoose.createConnection(uri, { ...access, serverSelectionTimeoutMS: 3_000 })
    try {
      return await outcomeOf(connection.asPromise().then(() => connection.collection('things').find().toArray()))
    } finally {
      await connection.close()
    }
  }

  const user = () => ({ MONGODB_USERNAME: 'orders', MONGODB_PASSWORD_FILE: fileOf(ORDERS_PASSWORD) })
  const tls = () => ({ MONGODB_TLS_CA_FILE: certificates.authority })

  it('knows a user by the password', async () => {
    expect(await pingAs({ ...user(), ...tls() })).toBe('DONE')
    expect(await pingAs({ ...user(), ...tls(), MONGODB_PASSWORD_FILE: fileOf('another') })).toMatch(/Authentication/)
  })

  it('knows a user by the certificate', async () => {
    const identity = { MONGODB_TLS_CERTIFICATE_KEY_FILE: certificates.client.both }
    const byCertificate = '?authMechanism=MONGODB-X509&authSource=$external'
    expect(await pingAs({ ...tls(), ...identity }, byCertificate)).toBe('DONE')
    expect(await pingAs(tls(), byCertificate)).not.toBe('DONE')
  })

  it('is not believed where somebody else vouches for it, and not spoken to without TLS', async () => {
    expect(await pingAs({ ...user(), MONGODB_TLS_CA_FILE: certificates.otherAuthority })).not.toBe('DONE')
    expect(await pingAs(user())).not.toBe('DONE')
  })
})

const asUser = (name: string, mechanism = 'scram-sha-512') => ({
  KAFKA_TLS_CA_FILE: certificates.authority,
  KAFKA_SASL_MECHANISM: mechanism,
  KAFKA_SASL_USERNAME: name,
  KAFKA_SASL_PASSWORD_FILE: fileOf(passwordOf(name)),
})

async function withKafka<Result>(
  variables: Readonly<Record<string, string>>,
  use: (port: KafkaPort) => Promise<Result>,
  address = kafka.address,
): Promise<Result> {
  const access = readAccess(variables).kafka
  const places = { brokers: [address], clientId: 'secured', topicPrefix: '', log: createSilentLogger() }
  const port = createKafka({ ...places, ...access })
  try {
    return await use(port)
  } finally {
    await port.close()
  }
}

describe('a Kafka that is reached over TLS', () => {
  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])('knows a user by the password: %s', async (mechanism) => {
    const variables = asUser('afterline_orders', mechanism)
    expect(await withKafka(variables, (port) => port.isReachable())).toBe(true)
    const wrong = { ...variables, KAFKA_SASL_PASSWORD_FILE: fileOf('another') }
    expect(await withKafka(wrong, (port) => port.isReachable())).toBe(false)
  })

  it('knows a client by the certificate, and asks for one', async () => {
    const { authority: KAFKA_TLS_CA_FILE, client } = certificates
    const identity = { KAFKA_TLS_CERT_FILE: client.certificate, KAFKA_TLS_KEY_FILE: client.key }
    const reach = (port: KafkaPort) => port.isReachable()
    expect(await withKafka({ KAFKA_TLS_CA_FILE, ...identity }, reach, kafka.mutualAddress)).toBe(true)
    expect(await withKafka({ KAFKA_TLS_CA_FILE }, reach, kafka.mutualAddress)).toBe(false)
  })

  it('is not believed where somebody else vouches for it, and not spoken to without TLS', async () => {
    const { KAFKA_TLS_CA_FILE: _, ...bare } = asUser('afterline_orders')
    const others = { ...bare, KAFKA_TLS_CA_FILE: certificates.otherAuthority }
    expect(await withKafka(others, (port) => port.isReachable())).toBe(false)
    expect(await withKafka(bare, (port) => port.isReachable())).toBe(false)
  })
})

describe('topics that were prepared with their rights', () => {
  const PROGRAM = join(repositoryRoot, 'packages/cli/src/main.ts')
  const message = { key: 'order-1', value: '{}', headers: {} }

  function prepare(...args: readonly string[]) {
    const env = { ...process.env, ...asUser('admin'), KAFKA_BROKERS: kafka.address }
    return spawnSync(process.execPath, [PROGRAM, 'topics', '--json', ...args], { env, encoding: 'utf8' })
  }
  const outcomes = (stdout: string) => JSON.parse(stdout).topics.map(({ outcome }: { outcome: string }) => outcome)

  const publish = (topic: string) => (port: KafkaPort) => outcomeOf(port.publish(topic, [message]))
  const readUnder = (group: string, topic: string) => (port: KafkaPort) =>
    outcomeOf(port.progressOf(group, [topic]).then(() => 'read'))

  beforeAll(() => {
    const { status, stdout, stderr } = prepare('--partitions', '2', '--replication', '1', '--acls')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(outcomes(stdout)).toEqual(topics.map(() => 'CREATED'))
  })

  it('stay as they are when they are prepared again, and are told where they differ', () => {
    const again = prepare('--partitions', '2', '--acls')
    expect([again.status, ...outcomes(again.stdout)]).toEqual([0, ...topics.map(() => 'THERE')])
    const other = prepare('--partitions', '3')
    const different = topics.filter(({ name }) => name.includes('.events.'))
    expect(other.status).toBe(1)
    expect(outcomes(other.stdout).filter((outcome: string) => outcome === 'DIFFERENT')).toHaveLength(different.length)
  })

  it('are written by the service whose they are, and by no other (SEC-4)', async () => {
    const orders = asUser('afterline_orders')
    for (const topic of [eventsTopicOf('orders'), anchorsTopicOf('orders')])
      expect(await withKafka(orders, publish(topic))).toBe('DONE')
    for (const topic of [eventsTopicOf('customers'), anchorsTopicOf('customers')])
      expect(await withKafka(orders, publish(topic))).toMatch(/authoriz/)
  })

  it('are read by whoever takes them in, under groups of its own', async () => {
    const orders = asUser('afterline_orders')
    const facts = 'afterline.orders.customer-facts.v1'
    expect(await withKafka(orders, readUnder(facts, eventsTopicOf('customers')))).toBe('DONE')
    expect(await withKafka(orders, readUnder('afterline.surveys.x', eventsTopicOf('customers')))).not.toBe('DONE')
    expect(await withKafka(orders, readUnder(facts, eventsTopicOf('surveys')))).not.toBe('DONE')
  })

  it('are only read by an analyst, all of them, and taken away by nobody', async () => {
    const analyst = asUser('afterline_analyst')
    const consumed: string[] = []
    await withKafka(analyst, async (port) => {
      const subscription = port.subscribe({
        ...{ group: 'analytics.trial', topics: [eventsTopicOf('orders')] },
        onBatch: async ({ messages, resolve }) => {
          consumed.push(...messages.map(({ key }) => String(key)))
          for (const { offset } of messages.slice(-1)) resolve(offset)
        },
      })
      const isRead = async () => (consumed.length > 0 ? true : undefined)
      await until(isRead, { timeoutMs: 60_000, what: 'What orders has published' })
      await subscription.stop()
    })
    expect(consumed).toEqual(['order-1'])
    for (const { name } of topics) expect(await withKafka(analyst, publish(name))).toMatch(/authoriz/)
    const remove = (port: KafkaPort) => outcomeOf(port.deleteTopics([eventsTopicOf('orders')]))
    expect(await withKafka(analyst, remove)).not.toBe('DONE')
    expect(await withKafka(asUser('afterline_orders'), remove)).not.toBe('DONE')
  })

  it('are opened to whoever signs in under another name, where that is said', async () => {
    const { authority: KAFKA_TLS_CA_FILE, client } = certificates
    const identity = { KAFKA_TLS_CERT_FILE: client.certificate, KAFKA_TLS_KEY_FILE: client.key }
    const publishing = () =>
      withKafka({ KAFKA_TLS_CA_FILE, ...identity }, publish(eventsTopicOf('surveys')), kafka.mutualAddress)
    expect(await publishing()).toMatch(/authoriz/)
    expect(prepare('--partitions', '2', '--acls', '--principal', 'surveys=O=clients,CN=orders').status).toBe(0)
    expect(await publishing()).toBe('DONE')
  })
})

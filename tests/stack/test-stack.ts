import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AUDIENCE,
  freeLayout,
  repositoryRoot,
  type Stack,
  startStack,
  withDatabase,
  withKafkaAdmin,
} from '@afterline/dev-stack'
import type { GraphTarget, Staff } from '@afterline/dev-stack/sample'
import { staffOf } from '@afterline/dev-stack/sample'
import { type Context, contexts } from '@afterline/events'
import { issueToken, removeUsers } from '@afterline/service-kit'
import { dropDatabases } from '@afterline/service-kit/testing'
import mongoose, { type Connection } from 'mongoose'

/** Where the databases and the topics of an instance are. */
export interface Holding {
  readonly stack: Pick<Stack, 'kafkaBrokers' | 'topicPrefix'>
  readonly databases: Readonly<Record<Context, Connection>>
}

/** Gateway and services as real processes on free ports, with databases and topics of their own. */
export interface TestStack {
  readonly stack: Stack
  readonly graphUrl: string
  readonly target: GraphTarget
  /** The graph as each post of the sample company uses it. */
  readonly staff: Staff
  /** A token of the issuer that the gateway believes. */
  tokenOf(roles: readonly string[], subject?: string): Promise<string>
  readonly databases: Readonly<Record<Context, Connection>>
  /** Stops what was started, and removes its databases and topics; the logs stay. */
  dispose(): Promise<void>
}

/** How long the start may take on a loaded machine. */
export const START_MS = 180_000
/** How long a test may take there: each talks to several processes, and some start one. */
export const TEST_MS = 60_000

/**
 * @param name folder of the logs, below `.afterline-test/across/`
 * @param delivery where invitations go; none are sent unless given
 * @param mongodb its own for tests that do to it what no other test would survive
 * @throws SetupError when MongoDB (`MONGODB_URI`), Kafka (`KAFKA_BROKERS`) or a service does not come up
 */
export async function openTestStack(
  name: string,
  mongodb: 'SHARED' | 'OWN' = 'SHARED',
  delivery: Readonly<Record<string, string>> | null = null,
): Promise<TestStack> {
  const dataDir = join(repositoryRoot, '.afterline-test', 'across', name)
  const { MONGODB_URI: _, ...others } = process.env
  for (const former of ['logs', 'mongodb']) await rm(join(dataDir, former), { recursive: true, force: true })
  const unique = `${name}-${crypto.randomUUID().slice(0, 8)}`
  const stack = await startStack({
    root: repositoryRoot,
    dataDir,
    layout: await freeLayout(),
    log: () => {},
    mark: 'jest',
    databasePrefix: unique.replaceAll('-', '_'),
    topicPrefix: `${unique}.`,
    delivery,
    ...(mongodb === 'OWN' ? { env: others } : {}),
  })
  const target = {
    gatewayUrl: stack.gatewayUrl,
    issuer: stack.issuer,
    audience: AUDIENCE,
    issuerKeyFile: stack.secrets.localIssuer.privateKeyFile,
  }
  const databases = await openDatabases(stack)
  return {
    stack,
    target,
    databases,
    graphUrl: `${stack.gatewayUrl}/graphql`,
    staff: await staffOf(target),
    tokenOf: (roles, subject = 'staff-1') =>
      issueToken({ ...target, key: createPrivateKey(readFileSync(target.issuerKeyFile)), subject, roles }),
    async dispose() {
      await Promise.all(contexts.map((context) => databases[context].close()))
      await stack.stop()
      if (mongodb === 'SHARED') await removeDatabases(stack)
      await deleteTopics(stack)
    },
  }
}

/** By name, as the services do. */
export async function openDatabases(
  stack: Pick<Stack, 'mongodbUri' | 'databasePrefix'>,
): Promise<Holding['databases']> {
  const open = (context: Context) =>
    mongoose.createConnection(withDatabase(stack.mongodbUri, databaseName(stack, context))).asPromise()
  const [customers, orders, afterSales, surveys] = await Promise.all([
    open('customers'),
    open('orders'),
    open('after-sales'),
    open('surveys'),
  ])
  return { customers, orders, 'after-sales': afterSales, surveys }
}

async function removeDatabases(stack: Stack): Promise<void> {
  const databases = await openDatabases(stack)
  await Promise.all(contexts.map((context) => dropDatabases(databases[context])))
  await removeUsers(databases.customers.getClient(), stack.databasePrefix)
  await Promise.all(contexts.map((context) => databases[context].close()))
}

const databaseName = ({ databasePrefix }: Pick<Stack, 'databasePrefix'>, context: Context) =>
  `${databasePrefix}_${context.replaceAll('-', '_')}`

async function deleteTopics({ kafkaBrokers, topicPrefix }: Stack): Promise<void> {
  await withKafkaAdmin(kafkaBrokers, async (admin) => {
    const mine = (await admin.listTopics()).filter((topic) => topic.startsWith(topicPrefix))
    await admin.deleteTopics({ topics: mine })
  })
}

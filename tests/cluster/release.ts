import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actors, posts } from '@afterline/cli'
import { AUDIENCE, type BackingServices, repositoryRoot, type Secrets, serviceNames, until } from '@afterline/dev-stack'
import type { ClusterOptions } from './cluster-options.ts'
import type { IssuedClient } from './issuer.ts'
import type { Namespace } from './kubernetes.ts'

const RELEASE = 'afterline'
export const DATABASE_PREFIX = 'afterline'
const CHART = join(repositoryRoot, 'deploy', 'helm', 'afterline')
const INSTALLED_WITHIN = '10m'
const TRIAL_WITHIN_MS = 30 * 60_000

/** Whoever takes part in a trial, as a client of the issuer. */
export const trialClients: readonly IssuedClient[] = [...actors, 'leadership' as const].map((post) => ({
  id: `trial-${post}`,
  secret: randomBytes(24).toString('base64url'),
  roles: [posts[post]],
}))

export interface Surroundings {
  readonly options: ClusterOptions
  readonly namespace: Namespace
  readonly backing: BackingServices
  readonly secrets: Secrets
  readonly issuerUrl: string
  readonly folder: string
}

/** What an operator would put into a vault. */
export async function keepSecrets({ namespace, backing, secrets, issuerUrl }: Surroundings): Promise<void> {
  const users = [...serviceNames, 'operator'].map((name) => `${DATABASE_PREFIX}_${name.replaceAll('-', '_')}`)
  await namespace.keep(
    'databases',
    Object.fromEntries(users.map((user) => [user, randomBytes(24).toString('base64url')])),
  )
  const { username, password } = mongodbOf(backing)
  await namespace.keep('administrator', { username, password })
  await namespace.keep('keys', {
    'master-key': secrets.masterKey,
    'survey-secret': secrets.surveySecret,
    'seal.private.pem': await readFile(secrets.seal.privateKeyFile, 'utf8'),
    'seal.public.pem': await readFile(secrets.seal.publicKeyFile, 'utf8'),
    'principal.private.pem': await readFile(secrets.principal.privateKeyFile, 'utf8'),
    'principal.public.pem': await readFile(secrets.principal.publicKeyFile, 'utf8'),
  })
  const clients = trialClients.map(({ id, secret }) => [id.replace('trial-', ''), { id, secret }])
  const signIn = { tokenUrl: `${issuerUrl}/token`, clients: Object.fromEntries(clients) }
  // JSON is YAML.
  await namespace.keep('trial', { 'sign-in.yaml': JSON.stringify(signIn) })
}

/** Installs the chart, or upgrades what is installed, and waits until everything is ready. */
export async function upgrade(around: Surroundings, tag: string): Promise<void> {
  const { namespace, options } = around
  const file = join(around.folder, `values-${tag}.json`)
  await writeFile(file, JSON.stringify(valuesOf(around, tag)))
  const further = options.valuesFile === null ? [] : ['--values', options.valuesFile]
  const waiting = ['--install', '--wait', '--wait-for-jobs', '--timeout', INSTALLED_WITHIN]
  await namespace.helm(['upgrade', RELEASE, CHART, ...waiting, '--values', file, ...further])
}

export const rollBack = ({ namespace }: Surroundings): Promise<string> =>
  namespace.helm(['rollback', RELEASE, '--wait', '--timeout', INSTALLED_WITHIN])

/** The chart's own test. @throws Error with what it printed when it fails */
export async function test({ namespace }: Surroundings): Promise<Trial> {
  const failure = await namespace.helm(['test', RELEASE, '--timeout', INSTALLED_WITHIN]).then(
    () => null,
    (error: unknown) => error,
  )
  const printed = await namespace.kubectl(['logs', `${RELEASE}-test`])
  if (failure !== null) throw new Error(`the release's test failed:\n${printed}`, { cause: failure })
  return JSON.parse(jsonIn(printed))
}

/** A job that plays orders, made of the chart's own test. */
export async function startTrial(
  { namespace }: Surroundings,
  { orders, parallel, pause }: { readonly orders: number; readonly parallel: number; readonly pause: number },
): Promise<() => Promise<Trial>> {
  const { spec } = JSON.parse(await namespace.kubectl(['get', 'pod', `${RELEASE}-test`, '-o', 'json'])) as PodManifest
  const [container] = spec.containers
  const args = [
    ...(container?.args ?? []),
    '--orders',
    String(orders),
    '--parallel',
    String(parallel),
    '--pause',
    String(pause),
  ]
  const { nodeName: _node, ...template } = { ...spec, containers: [{ ...container, args }] }
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'trial' },
    spec: {
      backoffLimit: 0,
      template: { metadata: { labels: { 'app.kubernetes.io/component': 'trial' } }, spec: template },
    },
  }
  await namespace.kubectl(['apply', '-f', '-'], JSON.stringify(job))
  return async () => {
    const asked = ['get', 'job', 'trial', '-o', 'jsonpath={.status.succeeded}{.status.failed}']
    const hasEnded = async () => (await namespace.kubectl(asked)) !== '' || undefined
    await until(hasEnded, { timeoutMs: TRIAL_WITHIN_MS, everyMs: 2_000, what: 'The end of the trial' })
    return JSON.parse(jsonIn(await namespace.kubectl(['logs', 'job/trial'])))
  }
}

/** What `afterline trial --json` prints. */
export interface Trial {
  readonly orders: number
  readonly seconds: number
  /** How often an answer was lost or refused for the moment, and asked for again. */
  readonly waits: number
  readonly eventsRead: number
  readonly different: readonly unknown[]
}

interface PodManifest {
  readonly spec: {
    readonly nodeName?: string
    readonly containers: readonly { readonly args?: readonly string[] }[]
  }
}

/** Logs hold standard error, too. */
const jsonIn = (log: string): string => log.slice(log.indexOf('{\n'), log.lastIndexOf('}') + 1)

function valuesOf({ options, backing, issuerUrl }: Surroundings, tag: string): unknown {
  const { host } = mongodbOf(backing)
  return {
    image: { repository: options.image, tag },
    keys: { existingSecret: 'keys' },
    mongodb: {
      hosts: [host],
      databasePrefix: DATABASE_PREFIX,
      existingSecret: 'databases',
      adminSecret: 'administrator',
      port: portOf(host),
    },
    kafka: {
      brokers: backing.kafkaBrokers.split(','),
      port: portOf(backing.kafkaBrokers),
      topics: { partitions: 4, replication: 1 },
    },
    oidc: { issuer: issuerUrl, audience: AUDIENCE, port: portOf(issuerUrl) },
    test: { signInSecret: 'trial' },
  }
}

/** The one server that was started here, as whoever may do everything there. */
function mongodbOf({ mongodbUri }: BackingServices) {
  const { host, username, password } = new URL(mongodbUri)
  return { host, username: decodeURIComponent(username), password: decodeURIComponent(password) }
}

const portOf = (address: string): number => Number(address.split(':').at(-1))

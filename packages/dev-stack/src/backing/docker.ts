import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { repositoryRoot } from '../repository.ts'
import { type Backing, type BackingOptions, SetupError, unlessCalledOff } from './contract.ts'
import { kafkaReady } from './kafka-ready.ts'
import { administratorOf, asAdministrator } from './mongodb-administrator.ts'
import { ensureSingleNodeReplicaSet, replicaSetAt } from './mongodb-ready.ts'
import { requireFreePort } from './ports.ts'
import { runTool } from './tool.ts'

const COMPOSE_FILE = join(repositoryRoot, 'deploy', 'compose.yaml')

/** Whether a container engine answers and has the Compose plugin. */
export async function dockerComposeAnswers(): Promise<boolean> {
  const engine = await runTool('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 5_000 })
  return engine.code === 0 && (await runTool('docker', ['compose', 'version'], { timeoutMs: 5_000 })).code === 0
}

/** The project name keeps two instances on one engine apart: it is derived from the data folder. */
function composeProject(dataDir: string): string {
  return `afterline-${createHash('sha256').update(dataDir).digest('hex').slice(0, 10)}`
}

export async function startMongodbContainer(options: BackingOptions): Promise<Backing> {
  await makeWay('mongodb', options.ports.mongo, options)
  const administrator = await administratorOf(options.dataDir)
  await composeUp('mongodb', options, { AFTERLINE_MONGO_KEY: administrator.key })
  const host = `127.0.0.1:${options.ports.mongo}`
  await ensureSingleNodeReplicaSet(host, administrator, () => unlessCalledOff(options.signal))
  return {
    address: asAdministrator(replicaSetAt(host), administrator),
    processes: [],
    stop: () => composeStop('mongodb', options),
  }
}

export async function startKafkaContainer(options: BackingOptions): Promise<Backing> {
  await makeWay('kafka', options.ports.kafka, options)
  await composeUp('kafka', options)
  const address = `127.0.0.1:${options.ports.kafka}`
  await kafkaReady(address, 120_000, () => unlessCalledOff(options.signal))
  return { address, processes: [], stop: () => composeStop('kafka', options) }
}

/** Removes containers and volumes of the instance with this data folder: they hold its data. */
export async function removeContainers(options: BackingOptions): Promise<void> {
  await compose(['down', '--volumes', '--remove-orphans'], options)
}

/** A container that an interrupted run left behind is ours and gives way; anything else on the port does not. */
async function makeWay(service: string, port: number, options: BackingOptions): Promise<void> {
  await composeStop(service, options)
  await requireFreePort(port, service)
}

async function composeUp(
  service: string,
  options: BackingOptions,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  options.log(`${service}: starting its container (the image is downloaded once)`)
  const { code, output } = await compose(['up', '--detach', '--wait', service], options, more)
  if (code !== 0) throw new SetupError(`docker compose could not start ${service}: ${output.trim()}`)
}

async function composeStop(service: string, options: BackingOptions): Promise<void> {
  const { code, output } = await compose(['rm', '--stop', '--force', service], options)
  if (code !== 0) options.log(`docker compose could not stop ${service}: ${output.trim()}`)
}

function compose(args: readonly string[], options: BackingOptions, more: Readonly<Record<string, string>> = {}) {
  const env = {
    ...(options.env ?? process.env),
    AFTERLINE_MONGO_PORT: String(options.ports.mongo),
    AFTERLINE_KAFKA_PORT: String(options.ports.kafka),
    ...more,
  }
  return runTool('docker', ['compose', '-p', composeProject(options.dataDir), '-f', COMPOSE_FILE, ...args], { env })
}

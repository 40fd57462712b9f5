import { randomBytes } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Backing, type BackingOptions, SetupError, unlessCalledOff } from './contract.ts'
import type { KafkaJars } from './kafka-jars.ts'
import { kafkaProperties } from './kafka-properties.ts'
import { kafkaReady } from './kafka-ready.ts'
import { startManagedProcess } from './managed-process.ts'
import { LOOPBACK, requireFreePort } from './ports.ts'
import { runTool } from './tool.ts'

/** Starts a local Apache Kafka (KRaft, one node); it answers admin calls when this resolves. */
export async function startKafka(kafka: KafkaJars, options: BackingOptions): Promise<Backing> {
  await requireFreePort(options.ports.kafka, 'Kafka')
  await requireFreePort(options.ports.kafkaController, "Kafka's controller")
  const properties = await prepareStorage(kafka, options)
  const broker = startManagedProcess({
    name: 'kafka',
    command: kafka.java,
    args: [...jvmArguments(kafka), 'kafka.Kafka', properties],
    logFile: join(options.dataDir, 'logs', 'kafka.log'),
    stopTimeoutMs: 30_000,
    log: options.log,
    onPid: (pid) => options.onProcess?.({ name: 'kafka', pid, mark: properties }),
  })
  const failFast = (): void => {
    unlessCalledOff(options.signal)
    if (broker.deaths() > 0) throw new SetupError(`Kafka ended while starting. Its reason is in ${broker.logFile}`)
  }
  const address = `${options.address ?? LOOPBACK}:${options.ports.kafka}`
  try {
    await kafkaReady(address, 90_000, failFast)
  } catch (error) {
    await broker.stop()
    throw error
  }
  return { address, processes: [broker], stop: broker.stop }
}

/** Writes the settings of this start; formats the storage once, under a cluster id that is kept. */
async function prepareStorage(kafka: KafkaJars, options: BackingOptions): Promise<string> {
  const folder = join(options.dataDir, 'kafka')
  const data = join(folder, 'data')
  const properties = join(folder, 'server.properties')
  await mkdir(data, { recursive: true })
  await writeFile(properties, kafkaProperties(data, options.ports, options.address))
  if (await isFile(join(data, 'meta.properties'))) return properties
  const clusterId = await storedClusterId(join(folder, 'cluster-id'))
  const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties]
  const { code, output } = await runTool(kafka.java, ['-Xmx128m', '-cp', kafka.classPath, ...format])
  if (code !== 0) throw new SetupError(`Kafka's storage in ${data} could not be formatted: ${output.trim()}`)
  return properties
}

async function storedClusterId(file: string): Promise<string> {
  const stored = await readFile(file, 'utf8').catch(() => undefined)
  if (stored !== undefined) return stored
  const fresh = newClusterId()
  await writeFile(file, fresh)
  return fresh
}

/** Sixteen random bytes in URL-safe base64; Kafka refuses an id that starts with a dash. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url')
  return id.startsWith('-') ? newClusterId() : id
}

function jvmArguments(kafka: KafkaJars): string[] {
  const logging = {
    defaultLogLevel: 'warn',
    showDateTime: 'true',
    dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
  }
  return [
    ...['-Xms256m', '-Xmx512m'],
    ...Object.entries(logging).map(([key, value]) => `-Dorg.slf4j.simpleLogger.${key}=${value}`),
    ...['-cp', kafka.classPath],
  ]
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

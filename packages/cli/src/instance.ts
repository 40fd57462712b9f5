import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type KafkaAccess, readAccess } from '@afterline/service-kit'
import type { mongo } from 'mongoose'
import { z } from 'zod'

/** A command that cannot be carried out; the message says what to do about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

const runStateSchema = z.object({
  gatewayUrl: z.string().optional(),
  mongodbUri: z.string().optional(),
  kafkaBrokers: z.string().optional(),
  topicPrefix: z.string().optional(),
  databasePrefix: z.string().optional(),
  issuer: z.string().optional(),
  audience: z.string().optional(),
  secretsDir: z.string().optional(),
})

/**
 * Where an instance is found, and what it is spoken to with.
 * @throws CommandError from what a command asks for and nobody has told; whoever asks the graph alone needs no database
 */
export interface Instance {
  readonly graphUrl: string
  readonly mongodbUri: string
  /** Who is asking there, where the URI does not say. */
  readonly mongodbAccess: mongo.MongoClientOptions
  readonly kafkaBrokers: readonly string[]
  readonly kafkaAccess: KafkaAccess
  readonly topicPrefix: string
  readonly databasePrefix: string
  readonly issuer: string
  readonly audience: string
  readonly secretsDir: string
}

/** The folder in which an instance keeps its data, unless another one is named. */
export const defaultDataDir = fileURLToPath(new URL('../../../.afterline/', import.meta.url))

/**
 * Finds the instance that runs in a data folder by what it wrote down at its start. Environment variables go first, so
 * that the same commands serve a company's own cluster.
 * @throws CommandError when nothing is told at all
 * @throws ConfigError for variables that do not go together
 */
export async function findInstance(dataDir: string): Promise<Instance> {
  const file = join(resolve(dataDir), 'run.json')
  const state = await readRunState(file)
  const found = (what: string, where: string | undefined): string => {
    if (where) return where
    throw new CommandError(`No running instance was found (${what} is not in ${file}). Start one with: npm start`)
  }
  const gatewayUrl = process.env['AFTERLINE_GRAPH_URL'] ?? state.gatewayUrl
  const mongodbUri = process.env['MONGODB_URI'] ?? state.mongodbUri
  const kafkaBrokers = process.env['KAFKA_BROKERS'] ?? state.kafkaBrokers
  if (!gatewayUrl && !mongodbUri && !kafkaBrokers) found('gatewayUrl', undefined)
  const access = readAccess(process.env, mongodbUri)
  return {
    get graphUrl() {
      const url = found('gatewayUrl', gatewayUrl)
      return url.endsWith('/graphql') ? url : `${url}/graphql`
    },
    get mongodbUri() {
      return found('mongodbUri', mongodbUri)
    },
    mongodbAccess: access.mongodb,
    get kafkaBrokers() {
      return found('kafkaBrokers', kafkaBrokers).split(',')
    },
    kafkaAccess: access.kafka,
    topicPrefix: process.env['KAFKA_TOPIC_PREFIX'] ?? state.topicPrefix ?? '',
    databasePrefix: process.env['AFTERLINE_DATABASE_PREFIX'] ?? state.databasePrefix ?? 'afterline',
    issuer: state.issuer ?? gatewayUrl ?? '',
    audience: state.audience ?? 'afterline',
    secretsDir: state.secretsDir ?? join(resolve(dataDir), 'secrets'),
  }
}

async function readRunState(file: string): Promise<z.infer<typeof runStateSchema>> {
  try {
    return runStateSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (isMissingFile(error)) return {}
    throw new CommandError(`${file} cannot be read; stop the instance and start it again: npm start`)
  }
}

export function isMissingFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
}

/** The development issuer's private key. @throws CommandError when this instance has none (production). */
export async function issuerKeyOf(instance: Instance): Promise<KeyObject> {
  const file = join(instance.secretsDir, 'local-issuer.private.pem')
  try {
    return createPrivateKey(await readFile(file))
  } catch {
    throw new CommandError(`${file} is not there: tokens come from your identity provider; pass one in AFTERLINE_TOKEN`)
  }
}

import { z } from 'zod'
import { kafkaAccessProblems, kafkaAccessVariables } from './kafka-access.ts'
import { masterKeyProblems, masterKeyVariables } from './master-keys.ts'
import { mongodbAccessProblems, mongodbAccessVariables } from './mongodb-access.ts'
import { type Environment, readConfig } from './read-config.ts'
import { commaSeparated, key32, port, privateKeyFile, publicKeyFile, shardCount, timeZone } from './variables.ts'

/** What one process of a service does; several processes may share the work. */
export const serviceRoles = ['api', 'relay', 'consumer', 'clock'] as const
export type ServiceRole = (typeof serviceRoles)[number]

export const environmentName = z
  .enum(['development', 'test', 'production'])
  .default('production')
  .describe('what is allowed: development tokens and the explorer are not in production')
export const logLevel = z
  .enum(['debug', 'info', 'warn', 'error'])
  .default('info')
  .describe('least level that is logged')
export const host = z.string().default('0.0.0.0').describe('address to listen on')
export const listenPort = port.describe('port to listen on')
export const operationsPort = port
  .default(9464)
  .describe('port of `/health/live`, `/health/ready` and `/metrics`: for those who operate it, and for nobody else')

const databaseUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
  .refine((uri) => /^[^/]+\/\/[^/]+\/[^/?]+/.test(uri), "must name the service's database after the hosts")

/** Everything that a service reads from its environment; one place, read once at the start. */
export const serviceConfigSchema = z.object({
  NODE_ENV: environmentName,
  AFTERLINE_SERVICE: z.enum(['customers', 'orders', 'after-sales', 'surveys']).describe('which service this is'),
  HOST: host,
  PORT: listenPort,
  OPERATIONS_PORT: operationsPort,
  MONGODB_URI: databaseUri.describe("replica set with the service's own database in the path (secret)"),
  ...mongodbAccessVariables,
  KAFKA_BROKERS: commaSeparated.describe('host:port, comma-separated'),
  KAFKA_TOPIC_PREFIX: z.string().default('').describe('before every topic and group name, on a shared cluster'),
  ...kafkaAccessVariables,
  ...masterKeyVariables,
  AFTERLINE_SEAL_KEY: privateKeyFile.describe('file with an Ed25519 private key (PEM, PKCS8); signs the seals'),
  AFTERLINE_PRINCIPAL_PUBLIC_KEY: publicKeyFile.describe(
    'file with an Ed25519 public key (PEM); principals of the gateway are checked with it',
  ),
  AFTERLINE_SURVEY_SECRET: key32
    .optional()
    .describe('32 bytes in base64; signs invitations; needed by surveys only (secret)'),
  AFTERLINE_ROLES: commaSeparated
    .pipe(z.array(z.enum(serviceRoles)).min(1))
    .default([...serviceRoles])
    .describe('what this process does'),
  AFTERLINE_RELAY_SHARDS: shardCount
    .default(1)
    .describe('among how many shards the relays divide the streams, 1 to 16; the same in every process of the service'),
  AFTERLINE_FOLLOW_PATIENCE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(3_000)
    .describe('how long a mutation waits for what its entry names under `after`, in milliseconds, 0 to 10000'),
  AFTERLINE_COMPANY: z.string().default('Afterline').describe('the selling unit on sales records (TRC-1)'),
  POLICY_DIR: z.string().optional().describe("folder with the company's own policy files"),
  TENANT_TIME_ZONE: timeZone.optional().describe("must be the zone of the policies' calendar, where given"),
  LOG_LEVEL: logLevel,
})

export type ServiceConfig = z.infer<typeof serviceConfigSchema>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readServiceConfig(environment: Environment): ServiceConfig {
  const isWithoutSecret = environment['AFTERLINE_SERVICE'] === 'surveys' && !environment['AFTERLINE_SURVEY_SECRET']
  return readConfig(serviceConfigSchema, environment, [
    ...(isWithoutSecret ? ['AFTERLINE_SURVEY_SECRET: is not set; surveys signs its invitations with it'] : []),
    ...masterKeyProblems(environment),
    ...mongodbAccessProblems(environment),
    ...kafkaAccessProblems(environment),
  ])
}

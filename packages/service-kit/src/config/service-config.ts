import { z } from 'zod'
import { commaSeparated, key32, port, privateKeyFile, publicKeyFile } from './variables.ts'

/** What one process of a service does; several processes may share the work. */
export const serviceRoles = ['api', 'relay', 'consumer', 'clock'] as const
export type ServiceRole = (typeof serviceRoles)[number]

export const environmentName = z.enum(['development', 'test', 'production']).default('production')
export const logLevel = z.enum(['debug', 'info', 'warn', 'error']).default('info')

/** Everything that a service reads from its environment; one place, read once at the start. */
export const serviceConfigSchema = z.object({
  NODE_ENV: environmentName,
  AFTERLINE_SERVICE: z.enum(['customers', 'orders', 'after-sales', 'surveys']),
  HOST: z.string().default('0.0.0.0'),
  PORT: port,
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  KAFKA_BROKERS: commaSeparated,
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  AFTERLINE_MASTER_KEY: key32,
  AFTERLINE_SEAL_KEY: privateKeyFile,
  AFTERLINE_PRINCIPAL_PUBLIC_KEY: publicKeyFile,
  AFTERLINE_SURVEY_SECRET: key32.optional(),
  AFTERLINE_ROLES: commaSeparated.pipe(z.array(z.enum(serviceRoles)).min(1)).default([...serviceRoles]),
  POLICY_DIR: z.string().optional(),
  LOG_LEVEL: logLevel,
})

export type ServiceConfig = z.infer<typeof serviceConfigSchema>

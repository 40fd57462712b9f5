export { needs } from './combinations.ts'
export { ConfigError } from './config-error.ts'
export { configTable } from './document.ts'
export { kafkaAccessOf, kafkaAccessProblems, kafkaAccessVariables } from './kafka-access.ts'
export { masterKeySecretsOf } from './master-keys.ts'
export { mongodbAccessOf, mongodbAccessProblems, mongodbAccessVariables } from './mongodb-access.ts'
export { readAccess } from './read-access.ts'
export { type Environment, readConfig } from './read-config.ts'
export {
  environmentName,
  host,
  listenPort,
  logLevel,
  operationsPort,
  readServiceConfig,
  type ServiceConfig,
  type ServiceRole,
  serviceConfigSchema,
  serviceRoles,
} from './service-config.ts'
export * as variables from './variables.ts'

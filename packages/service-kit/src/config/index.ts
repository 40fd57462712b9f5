export { ConfigError } from './config-error.ts'
export { configTable } from './document.ts'
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

export { ConfigError } from './config-error.ts'
export { type Environment, readConfig } from './read-config.ts'
export {
  environmentName,
  logLevel,
  type ServiceConfig,
  type ServiceRole,
  serviceConfigSchema,
  serviceRoles,
} from './service-config.ts'
export * as variables from './variables.ts'

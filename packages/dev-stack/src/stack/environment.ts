import { databaseNameOf } from '@afterline/service-kit/rights'
import { withDatabase, withoutUser } from '../backing/mongodb-uri.ts'
import { compiledFolder } from '../repository.ts'
import type { DatabaseUsers } from './database-users.ts'
import { type Layout, type ServiceName, serviceNames, urlAt } from './layout.ts'
import type { Secrets } from './secrets.ts'

/** What the children need to know, as far as it is the same for all of them. */
export interface Surroundings {
  readonly layout: Layout
  /** Of whoever may do everything there. */
  readonly mongodbUri: string
  /** `null` where services go as whoever the URI names. */
  readonly databaseUsers: DatabaseUsers | null
  readonly kafkaBrokers: string
  readonly secrets: Secrets
  /** Put before `_<service>` in database names. */
  readonly databasePrefix: string
  /** Put before topic names and group ids; empty on a Kafka of one's own. */
  readonly topicPrefix: string
}

/** Audience that tokens for the graph carry. */
export const AUDIENCE = 'afterline'

/** The local issuer is the gateway itself, in development only. */
export const issuerOf = (layout: Layout): string => urlAt(layout.gateway)

const ANONYMOUS_MUTATIONS_A_MINUTE = '6000'

export function serviceEnvironment(service: ServiceName, around: Surroundings): Record<string, string> {
  return {
    ...common(),
    AFTERLINE_SERVICE: service,
    PORT: String(around.layout.services[service]),
    OPERATIONS_PORT: String(around.layout.operations[service]),
    ...databaseAccess(service, around),
    KAFKA_BROKERS: around.kafkaBrokers,
    KAFKA_TOPIC_PREFIX: around.topicPrefix,
    AFTERLINE_MASTER_KEY: around.secrets.masterKey,
    ...(around.secrets.formerMasterKey ? { AFTERLINE_MASTER_KEY_FORMER: around.secrets.formerMasterKey } : {}),
    ...(around.secrets.lostMasterKeys ? { AFTERLINE_MASTER_KEY_LOST: around.secrets.lostMasterKeys } : {}),
    AFTERLINE_SEAL_KEY: around.secrets.seal.privateKeyFile,
    AFTERLINE_PRINCIPAL_PUBLIC_KEY: around.secrets.principal.publicKeyFile,
    ...(service === 'surveys' ? { AFTERLINE_SURVEY_SECRET: around.secrets.surveySecret } : {}),
  }
}

function databaseAccess(service: ServiceName, around: Surroundings): Record<string, string> {
  const { mongodbUri, databaseUsers, databasePrefix } = around
  const name = databaseNameOf(databasePrefix, service)
  if (databaseUsers === null) return { MONGODB_URI: withDatabase(mongodbUri, name) }
  const { username, file } = databaseUsers[service]
  const uri = withDatabase(withoutUser(mongodbUri), name)
  return { MONGODB_URI: uri, MONGODB_USERNAME: username, MONGODB_PASSWORD_FILE: file }
}

export function gatewayEnvironment(around: Surroundings): Record<string, string> {
  const subgraphs = serviceNames.map((name) => [name, urlAt(around.layout.services[name])])
  return {
    ...common(),
    AFTERLINE_SERVICE: 'gateway',
    PORT: String(around.layout.gateway),
    OPERATIONS_PORT: String(around.layout.operations.gateway),
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(subgraphs)),
    AFTERLINE_PRINCIPAL_KEY: around.secrets.principal.privateKeyFile,
    OIDC_ISSUER: issuerOf(around.layout),
    OIDC_AUDIENCE: AUDIENCE,
    LOCAL_ISSUER_KEY: around.secrets.localIssuer.privateKeyFile,
    // Here every customer comes from one address.
    AFTERLINE_ANONYMOUS_PER_ADDRESS: ANONYMOUS_MUTATIONS_A_MINUTE,
    AFTERLINE_ANONYMOUS_OVERALL: ANONYMOUS_MUTATIONS_A_MINUTE,
  }
}

/** @param settings where invitations go, as the README of packages/delivery lists it */
export function deliveryEnvironment(
  around: Surroundings,
  settings: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...common(),
    AFTERLINE_SERVICE: 'delivery',
    OPERATIONS_PORT: String(around.layout.delivery),
    KAFKA_BROKERS: around.kafkaBrokers,
    KAFKA_TOPIC_PREFIX: around.topicPrefix,
    AFTERLINE_GRAPH_URL: `${urlAt(around.layout.gateway)}/graphql`,
    LOCAL_ISSUER_KEY: around.secrets.localIssuer.privateKeyFile,
    OIDC_ISSUER: issuerOf(around.layout),
    OIDC_AUDIENCE: AUDIENCE,
    ...settings,
  }
}

/** What of an environment says where invitations go; `null` where it does not, and nothing leaves the machine. */
export function deliverySettingsIn(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> | null {
  const isWanted = env['AFTERLINE_SURVEY_URL'] && (env['AFTERLINE_SMTP_HOST'] || env['AFTERLINE_WEBHOOK_URL'])
  if (!isWanted) return null
  const named = /^AFTERLINE_(SURVEY_URL|COMPANY|DELIVERY_|SMTP_|WEBHOOK_)/
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value && named.test(name) ? [[name, value]] : [])),
  )
}

function common(): Record<string, string> {
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    TENANT_TIME_ZONE: 'Asia/Shanghai',
    NODE_COMPILE_CACHE: compiledFolder,
  }
}

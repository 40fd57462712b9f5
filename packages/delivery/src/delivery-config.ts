import {
  type Environment,
  host,
  kafkaAccessProblems,
  kafkaAccessVariables,
  logLevel,
  needs,
  operationsPort,
  readConfig,
  variables,
} from '@afterline/service-kit'
import { z } from 'zod'

const { commaSeparated, port, privateKeyFile, secretFile, url } = variables

/** Everything that the process reads from its environment; one place, read once at the start. */
export const deliveryConfigSchema = z.object({
  HOST: host,
  OPERATIONS_PORT: operationsPort,
  AFTERLINE_GRAPH_URL: url.describe('the graph, such as `https://graph.example/graphql`'),
  AFTERLINE_SURVEY_URL: z
    .string()
    .refine(
      (text) => /^https?:\/\//.test(text) && text.includes('{token}'),
      'must be an http(s) URL with {token} in it',
    )
    .describe("the survey's page, with `{token}` where the token goes: `https://rate.example/#{token}`"),
  AFTERLINE_COMPANY: z.string().default('Afterline').describe('who asks for the rating'),
  AFTERLINE_DELIVERY_EVERY_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('how often it looks, whether or not Kafka has told of anything'),
  KAFKA_BROKERS: commaSeparated
    .optional()
    .describe('host:port, comma-separated; without them it only looks every so often'),
  KAFKA_TOPIC_PREFIX: z.string().default('').describe('before every topic and group name, on a shared cluster'),
  ...kafkaAccessVariables,
  OIDC_TOKEN_URL: url.optional().describe("the identity provider's token endpoint (client credentials)"),
  OIDC_CLIENT_ID: z.string().optional().describe('the client that has the role DELIVERY_CHANNEL, and no other'),
  OIDC_CLIENT_SECRET_FILE: secretFile.optional().describe("file with the client's secret"),
  LOCAL_ISSUER_KEY: privateKeyFile.optional().describe('instead of these, in development: key of the local issuer'),
  OIDC_ISSUER: url.optional().describe('with the local issuer only: what its tokens name'),
  OIDC_AUDIENCE: z.string().default('afterline').describe('with the local issuer only: audience of its tokens'),
  AFTERLINE_SMTP_HOST: z.string().optional().describe('mail server; no e-mail is sent unless set'),
  AFTERLINE_SMTP_PORT: port.default(587).describe('its port'),
  AFTERLINE_SMTP_TLS: z
    .enum(['implicit', 'starttls', 'none'])
    .default('starttls')
    .describe('how its connection is encrypted; with `none` no password is sent'),
  AFTERLINE_SMTP_USER: z.string().optional().describe('who signs in there'),
  AFTERLINE_SMTP_PASSWORD_FILE: secretFile.optional().describe('file with the password'),
  AFTERLINE_SMTP_FROM: z.string().optional().describe('sender of the e-mails: `surveys@company.example`'),
  AFTERLINE_WEBHOOK_URL: url.optional().describe('endpoint for text messages; none are sent unless set'),
  AFTERLINE_WEBHOOK_SECRET_FILE: secretFile.optional().describe('file with the secret that signs what is sent there'),
  AFTERLINE_WEBHOOK_CHANNEL: z.enum(['SMS', 'WECHAT']).default('SMS').describe('what the endpoint sends'),
  LOG_LEVEL: logLevel,
})

export type DeliveryConfig = z.infer<typeof deliveryConfigSchema>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readDeliveryConfig(environment: Environment): DeliveryConfig {
  const isSet = (name: string) => Boolean(environment[name])
  const ways = ['AFTERLINE_SMTP_HOST', 'AFTERLINE_WEBHOOK_URL']
  const identities = ['OIDC_TOKEN_URL', 'LOCAL_ISSUER_KEY']
  return readConfig(deliveryConfigSchema, environment, [
    ...needs(environment, 'AFTERLINE_SMTP_HOST', 'AFTERLINE_SMTP_FROM'),
    ...needs(environment, 'AFTERLINE_SMTP_USER', 'AFTERLINE_SMTP_PASSWORD_FILE'),
    ...needs(environment, 'AFTERLINE_WEBHOOK_URL', 'AFTERLINE_WEBHOOK_SECRET_FILE'),
    ...needs(environment, 'OIDC_TOKEN_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE'),
    ...needs(environment, 'LOCAL_ISSUER_KEY', 'OIDC_ISSUER'),
    ...kafkaAccessProblems(environment),
    ...(ways.some(isSet) ? [] : [`${ways.join(', ')}: one of them must be set; nothing could be sent`]),
    ...(identities.some(isSet) ? [] : [`${identities.join(', ')}: one of them must be set; nobody could sign in`]),
  ])
}

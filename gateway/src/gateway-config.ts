import {
  type Environment,
  environmentName,
  host,
  listenPort,
  logLevel,
  operationsPort,
  readConfig,
  variables,
} from '@afterline/service-kit'
import { z } from 'zod'
import { manifestFiles } from './operations/operation-manifest.ts'

const { commaSeparated, privateKeyFile, url } = variables

const subgraphUrls = z.string().transform((text, context) => {
  const parsed = z.record(z.string(), url).safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  context.addIssue('must be a JSON object from subgraph names to http(s) URLs')
  return z.NEVER
})

const perMinute = z.coerce.number().int().min(1).max(1_000_000)

/** Everything that the gateway reads from its environment; one place, read once at the start. */
export const gatewayConfigSchema = z.object({
  NODE_ENV: environmentName,
  HOST: host,
  PORT: listenPort,
  OPERATIONS_PORT: operationsPort,
  SUBGRAPH_URLS: subgraphUrls.describe('where each subgraph answers: `{"customers": "http://customers:4000", …}`'),
  AFTERLINE_PRINCIPAL_KEY: privateKeyFile.describe(
    'file with an Ed25519 private key (PEM, PKCS8); signs the principals that subgraphs are handed',
  ),
  OIDC_ISSUER: url.describe('issuer that tokens must name'),
  OIDC_AUDIENCE: z.string().describe('audience that tokens must name'),
  OIDC_JWKS_URL: url.optional().describe("the issuer's key set; found by discovery when left out"),
  OIDC_ROLES_CLAIM: z
    .string()
    .default('roles')
    .describe('claim that lists the roles; dots lead into objects (`realm_access.roles`)'),
  LOCAL_ISSUER_KEY: privateKeyFile
    .optional()
    .describe('file with an Ed25519 private key; makes the gateway issue tokens itself; refused in production'),
  AFTERLINE_EXPLORER: z
    .enum(['on', 'off'])
    .optional()
    .describe('page at `/` to explore the graph with; off in production unless it says `on`'),
  AFTERLINE_OPERATIONS_FILE: manifestFiles
    .optional()
    .describe('manifests of persisted operations, comma-separated: nothing else is executed then'),
  AFTERLINE_PORTAL_ORIGINS: commaSeparated
    .refine((origins) => origins.every(isOrigin), 'must be origins, such as https://portal.example, without a path')
    .default([])
    .describe(
      'origins of portals whose pages may ask the graph from a browser (CORS), comma-separated; none unless set',
    ),
  AFTERLINE_ANONYMOUS_PER_ADDRESS: perMinute
    .default(20)
    .describe('mutations a minute that one address may send without a sign-in; an IPv6 address stands for its /64'),
  AFTERLINE_ANONYMOUS_OVERALL: perMinute
    .default(600)
    .describe('mutations a minute that all addresses together may send without a sign-in'),
  AFTERLINE_TRUSTED_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      'proxies before the gateway, each of which adds to `x-forwarded-for` whom it was asked by; none unless set',
    ),
  LOG_LEVEL: logLevel,
})

export type GatewayConfig = z.infer<typeof gatewayConfigSchema>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  // What says nothing is production: a gateway that hands out tokens must have been told that it may.
  const isProduction = (environment['NODE_ENV'] || 'production') === 'production'
  const givesTokensAway = isProduction && Boolean(environment['LOCAL_ISSUER_KEY'])
  const problem = 'LOCAL_ISSUER_KEY: must not be set in production: whoever reaches the gateway could take any role'
  return readConfig(gatewayConfigSchema, environment, givesTokensAway ? [problem] : [])
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

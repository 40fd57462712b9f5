import { type Environment, environmentName, logLevel, readConfig, variables } from '@afterline/service-kit'
import { z } from 'zod'

const { port, privateKeyFile, url } = variables

const subgraphUrls = z.string().transform((text, context) => {
  const parsed = z.record(z.string(), url).safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  context.addIssue('must be a JSON object from subgraph names to http(s) URLs')
  return z.NEVER
})

/** Everything that the gateway reads from its environment; one place, read once at the start. */
export const gatewayConfigSchema = z
  .object({
    NODE_ENV: environmentName,
    HOST: z.string().default('0.0.0.0').describe('address that the gateway listens on'),
    PORT: port.describe('port that the gateway listens on'),
    SUBGRAPH_URLS: subgraphUrls.describe('where each subgraph answers: {"customers": "http://customers:4000", …}'),
    AFTERLINE_PRINCIPAL_KEY: privateKeyFile.describe('PEM file; signs the principal that subgraphs are handed'),
    OIDC_ISSUER: url.describe('issuer that tokens must name'),
    OIDC_AUDIENCE: z.string().min(1).describe('audience that tokens must name'),
    OIDC_JWKS_URL: url.optional().describe("the issuer's key set; found by discovery when left out"),
    OIDC_ROLES_CLAIM: z
      .string()
      .default('roles')
      .describe('claim that lists the roles; dots lead into objects (realm_access.roles)'),
    LOCAL_ISSUER_KEY: privateKeyFile.optional().describe('PEM file; makes the gateway issue tokens, for development only'),
    AFTERLINE_EXPLORER: z
      .enum(['on', 'off'])
      .optional()
      .describe('page at / to explore the graph; off in production unless switched on'),
    LOG_LEVEL: logLevel,
  })
  // A refinement runs only where everything else is in order; this one must be told in any case.
  .superRefine(() => undefined)

export type GatewayConfig = z.infer<typeof gatewayConfigSchema>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  return readConfig(gatewayConfigSchema, environment)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

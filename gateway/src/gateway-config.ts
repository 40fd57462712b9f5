import { ConfigError, type Environment, environmentName, logLevel, readConfig, variables } from '@afterline/service-kit'
import { z } from 'zod'

const { port, privateKeyFile, url } = variables

const subgraphUrls = z.string().transform((text, context) => {
  const parsed = z.record(z.string(), url).safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  context.addIssue('must be a JSON object from subgraph names to http(s) URLs')
  return z.NEVER
})

/** Everything that the gateway reads from its environment; one place, read once at the start. */
export const gatewayConfigSchema = z.object({
  NODE_ENV: environmentName,
  HOST: z.string().default('0.0.0.0'),
  PORT: port,
  SUBGRAPH_URLS: subgraphUrls,
  AFTERLINE_PRINCIPAL_KEY: privateKeyFile,
  OIDC_ISSUER: url,
  OIDC_AUDIENCE: z.string(),
  OIDC_JWKS_URL: url.optional(),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  LOCAL_ISSUER_KEY: privateKeyFile.optional(),
  AFTERLINE_EXPLORER: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: logLevel,
})

export type GatewayConfig = z.infer<typeof gatewayConfigSchema>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const together = combinationProblems(environment)
  try {
    const config = readConfig(gatewayConfigSchema, environment)
    if (together.length > 0) throw new ConfigError(together)
    return config
  } catch (error) {
    if (!(error instanceof ConfigError) || error.problems === together) throw error
    throw new ConfigError([...error.problems, ...together])
  }
}

/** What is wrong only in combination. Told together with what is wrong by itself. */
function combinationProblems(environment: Environment): readonly string[] {
  // What says nothing is production: a gateway that hands out tokens must have been told that it may.
  const isProduction = (environment['NODE_ENV'] || 'production') === 'production'
  if (!isProduction || !environment['LOCAL_ISSUER_KEY']) return []
  return ['LOCAL_ISSUER_KEY: must not be set in production: whoever reaches the gateway could take any role']
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

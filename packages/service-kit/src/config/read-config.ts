import type { z } from 'zod'
import { ConfigError } from './config-error.ts'

/** Environment variables as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param more problems that show only when variables are seen together
 * @throws ConfigError that tells every problem at once, each with the variable's name and never with its value
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
  more: readonly string[] = [],
): z.infer<Schema> {
  // An empty variable is how shells and charts say "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success && more.length === 0) return parsed.data
  const problems = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${reasonOf(issue, given)}`) ?? []
  throw new ConfigError([...problems, ...more])
}

function reasonOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const [variable] = issue.path
  return typeof variable === 'string' && given[variable] === undefined ? 'is not set' : issue.message
}

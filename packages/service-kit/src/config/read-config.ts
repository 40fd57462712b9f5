import type { z } from 'zod'
import { ConfigError } from './config-error.ts'

/** Environment variables as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** @throws ConfigError that tells every problem at once, each with the variable's name */
export function readConfig<Schema extends z.ZodType>(schema: Schema, environment: Environment): z.infer<Schema> {
  // An empty variable is how shells and charts say "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${reasonOf(issue)}`))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is not set'
  return issue.message
}

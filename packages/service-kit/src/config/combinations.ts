import type { Environment } from './read-config.ts'

/** A problem for each of the others that is not set although the first one is. */
export function needs(environment: Environment, name: string, ...others: readonly string[]): readonly string[] {
  if (!environment[name]) return []
  return others.filter((other) => !environment[other]).map((other) => `${other}: is not set; ${name} needs it`)
}

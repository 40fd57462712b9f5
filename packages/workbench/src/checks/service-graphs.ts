import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from '@afterline/events'
import type { AnyGraph } from '@afterline/service-kit'

/** What each service's `graphs.ts` exports. */
export interface ServiceGraphs {
  readonly context: Context
  readonly graphs: readonly AnyGraph[]
}

/** The aggregates of the services under `root`, as they are declared. */
export async function readServiceGraphs(root: string): Promise<readonly ServiceGraphs[]> {
  const services: ServiceGraphs[] = []
  for (const file of globSync('services/*/src/graphs.ts', { cwd: root }).toSorted()) {
    services.push(await import(pathToFileURL(join(root, file)).href))
  }
  return services
}

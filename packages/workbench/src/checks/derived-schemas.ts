import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '@afterline/dev-stack'
import type { Context } from '@afterline/events'
import { type AnyGraph, derivedSdl } from '@afterline/service-kit'

/*
 * node packages/workbench/src/checks/derived-schemas.ts            writes what the aggregates' declarations mean in the graph
 * node packages/workbench/src/checks/derived-schemas.ts --check    writes nothing; exit code 1 when a file is not current
 */

/** What each service's `graphs.ts` exports. */
interface ServiceGraphs {
  readonly context: Context
  readonly graphs: readonly AnyGraph[]
}

async function deriveSchemas(isCheck: boolean): Promise<number> {
  const stale: string[] = []
  for (const file of globSync('services/*/src/graphs.ts', { cwd: repositoryRoot }).toSorted()) {
    const { context, graphs }: ServiceGraphs = await import(pathToFileURL(join(repositoryRoot, file)).href)
    const target = join(repositoryRoot, file, '../schema.derived.graphql')
    const derived = derivedSdl(context, graphs)
    if (existsSync(target) && readFileSync(target, 'utf8') === derived) continue
    stale.push(`services/${context}/src/schema.derived.graphql`)
    if (!isCheck) writeFileSync(target, derived)
  }
  if (stale.length === 0) return 0
  process.stdout.write(
    isCheck ? `Not current: ${stale.join(', ')}; run npm run fix\n` : `Written: ${stale.join(', ')}\n`,
  )
  return isCheck ? 1 : 0
}

process.exitCode = await deriveSchemas(process.argv.includes('--check'))

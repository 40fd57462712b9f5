import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { derivedSdl } from '@afterline/service-kit'
import { readServiceGraphs } from './service-graphs.ts'

/*
 * node packages/workbench/src/checks/derived-schemas.ts            writes what the aggregates' declarations mean in the graph
 * node packages/workbench/src/checks/derived-schemas.ts --check    writes nothing; exit code 1 when a file is not current
 */

async function deriveSchemas(isCheck: boolean): Promise<number> {
  const stale: string[] = []
  for (const { context, graphs } of await readServiceGraphs(repositoryRoot)) {
    const file = `services/${context}/src/schema.derived.graphql`
    const target = join(repositoryRoot, file)
    const derived = derivedSdl(context, graphs)
    if (existsSync(target) && readFileSync(target, 'utf8') === derived) continue
    stale.push(file)
    if (!isCheck) writeFileSync(target, derived)
  }
  if (stale.length === 0) return 0
  process.stdout.write(
    isCheck ? `Not current: ${stale.join(', ')}; run npm run fix\n` : `Written: ${stale.join(', ')}\n`,
  )
  return isCheck ? 1 : 0
}

process.exitCode = await deriveSchemas(process.argv.includes('--check'))

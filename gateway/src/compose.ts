import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { spreadingHoles } from './spreading-holes.ts'
import { composeSupergraph, readSubgraphs } from './supergraph.ts'

/*
 * node gateway/src/compose.ts            writes gateway/supergraph.graphql
 * node gateway/src/compose.ts --check    writes nothing; exit code 1 when the file is not what would be written, or
 *                                        a subgraph that is away would take away what others answered
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TARGET = fileURLToPath(new URL('../supergraph.graphql', import.meta.url))

function compose(isCheck: boolean): number {
  const subgraphs = readSubgraphs(ROOT)
  const { supergraph, problems } = composeSupergraph(subgraphs)
  if (problems) {
    process.stderr.write(`The subgraphs do not compose:\n${problems.map((problem) => `  ${problem}\n`).join('')}`)
    return 1
  }
  const holes = spreadingHoles(supergraph)
  for (const hole of holes) {
    process.stderr.write(`${hole} must be nullable: its loss would take other subgraphs' answers along\n`)
  }
  const known = existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : null
  if (known === supergraph) {
    process.stdout.write('gateway/supergraph.graphql is up to date\n')
    return isCheck && holes.length > 0 ? 1 : 0
  }
  if (isCheck) {
    process.stderr.write('gateway/supergraph.graphql is out of date; write it with: node gateway/src/compose.ts\n')
    return 1
  }
  writeFileSync(TARGET, supergraph)
  process.stdout.write(`gateway/supergraph.graphql composed of ${subgraphs.map(({ name }) => name).join(', ')}\n`)
  return 0
}

process.exitCode = compose(process.argv.includes('--check'))

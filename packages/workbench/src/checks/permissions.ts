import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { grantsOf } from '@afterline/service-kit'
import { permissionsPage } from './permissions-page.ts'
import { readServiceGraphs } from './service-graphs.ts'

/*
 * node packages/workbench/src/checks/permissions.ts            writes services/PERMISSIONS.md: who may see and do what
 * node packages/workbench/src/checks/permissions.ts --check    writes nothing; exit code 1 when the page is not current
 */

const PAGE = 'services/PERMISSIONS.md'
const BASE = 'packages/service-kit/src/graphql/base.graphql'

async function pageOf(root: string): Promise<string> {
  const subgraphs = await readServiceGraphs(root)
  return permissionsPage(
    subgraphs.map(({ context, graphs }) => {
      const own = globSync(`services/${context}/src/**/*.graphql`, { cwd: root }).toSorted()
      const sdl = [BASE, ...own].map((file) => readFileSync(join(root, file), 'utf8'))
      return { context, ...grantsOf(sdl, graphs) }
    }),
  )
}

async function main(isCheck: boolean): Promise<number> {
  const page = await pageOf(repositoryRoot)
  const target = join(repositoryRoot, PAGE)
  if (existsSync(target) && readFileSync(target, 'utf8') === page) return 0
  if (!isCheck) writeFileSync(target, page)
  process.stdout.write(isCheck ? `${PAGE} is out of date; write it with: npm run fix\n` : `Written: ${PAGE}\n`)
  return isCheck ? 1 : 0
}

process.exitCode = await main(process.argv.includes('--check'))

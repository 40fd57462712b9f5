import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot, SetupError } from '@afterline/dev-stack'
import { z } from 'zod'
import { billOfMaterials } from '../image/bill-of-materials.ts'
import { imagePackages } from '../image/image-packages.ts'
import { isPermissive, licencesPage } from '../image/licences-page.ts'

/*
 * npm run bill-of-materials -- --out DIR    writes what the image holds: afterline.cdx.json (CycloneDX) and LICENCES.md
 */

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (values.out === undefined) throw new SetupError('Usage: npm run bill-of-materials -- --out DIR')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')))
  const packages = await imagePackages(repositoryRoot)
  const folder = resolve(repositoryRoot, values.out)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'afterline.cdx.json'), billOfMaterials(version, packages))
  await writeFile(join(folder, 'LICENCES.md'), licencesPage(packages))
  const others = packages.filter(({ licence }) => !isPermissive(licence))
  console.log(
    `${packages.length} packages; not under a permissive licence: ${others.map(({ name }) => name).join(', ')}`,
  )
}

try {
  await main()
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
}

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PolicyBook, type PolicyFile, parsePolicies } from '@afterline/rules'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))
/** The regulations' own values, which ship with the rules package. */
const SHIPPED = 'packages/rules/policies'

/**
 * Reads the regulations' policies and, over them, those of the company's folder.
 * @throws RulesError `POLICY_INVALID` with file, line and reason of everything that is wrong
 */
export async function loadPolicies(companyFolder?: string): Promise<PolicyBook> {
  return parsePolicies(await readPolicyFiles(companyFolder))
}

/**
 * The shipped policy files and, after them, those of a company's folder. Their names are paths: the shipped ones from the
 * repository's root, the company's as the folder was named.
 */
export async function readPolicyFiles(companyFolder?: string): Promise<readonly PolicyFile[]> {
  const shipped = await filesIn(join(REPOSITORY, SHIPPED), SHIPPED)
  const own = companyFolder === undefined ? [] : await filesIn(companyFolder, companyFolder)
  return [
    ...shipped.map((file) => ({ ...file, origin: 'SHIPPED' as const })),
    ...own.map((file) => ({ ...file, origin: 'COMPANY' as const })),
  ]
}

async function filesIn(folder: string, shownAs: string): Promise<readonly PolicyFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Promise.all(
    paths.map(async (path) => ({ name: join(shownAs, relative(folder, path)), text: await readFile(path, 'utf8') })),
  )
}

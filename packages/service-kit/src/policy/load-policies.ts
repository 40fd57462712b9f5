import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PolicyBook, type PolicyFile, parsePolicies } from '@afterline/rules'

/** The regulations' own values, which ship with the rules package. */
const SHIPPED = fileURLToPath(new URL('../../../rules/policies/', import.meta.url))

/**
 * Reads the regulations' policies and, over them, those of the company's folder.
 * @throws RulesError `POLICY_INVALID` with file, line and reason of everything that is wrong
 */
export async function loadPolicies(companyFolder?: string): Promise<PolicyBook> {
  const shipped = await policyFilesIn(SHIPPED)
  const own = companyFolder === undefined ? [] : await policyFilesIn(companyFolder)
  return parsePolicies([...shipped, ...own])
}

async function policyFilesIn(folder: string): Promise<readonly PolicyFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Promise.all(paths.map(async (path) => ({ name: relative(folder, path), text: await readFile(path, 'utf8') })))
}

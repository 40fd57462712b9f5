import type { PolicyFile } from '@afterline/rules'
import { readPolicyFiles } from '@afterline/service-kit'
import { CommandError } from './instance.ts'

/**
 * The shipped policy files and, after them, those of a company's folder, as services read them.
 * @throws CommandError when there is no such folder
 */
export async function policyFilesOf(companyFolder?: string): Promise<readonly PolicyFile[]> {
  try {
    return await readPolicyFiles(companyFolder)
  } catch (error) {
    throw isNoFolder(error) ? new CommandError(`There is no folder ${companyFolder}`) : error
  }
}

function isNoFolder(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR'
}

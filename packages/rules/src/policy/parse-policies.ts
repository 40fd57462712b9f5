import { RulesError } from '../rules-error.ts'
import type { PolicyBook } from './book.ts'
import { composePolicies } from './compose.ts'
import type { PolicyFile } from './source.ts'

/**
 * Reads policy files, lays the layers over each other and compiles every calendar. Each effective date of an approved
 * document begins a version of the whole policy set, named by that date.
 * @throws RulesError `POLICY_INVALID` with one line `file:line: reason` per problem, all of them at once
 */
export function parsePolicies(files: readonly PolicyFile[]): PolicyBook {
  const { book, problems } = composePolicies(files)
  if (book === null) throw new RulesError('POLICY_INVALID', problems.lines().join('\n'))
  return book
}

import { globSync } from 'node:fs'
import { join } from 'node:path'

/*
 * All tests that judge a group of mutants, as one file: so the package is loaded once for each mutant, not once for each
 * file of tests. `stryker.config.mjs` says which they are.
 */

const { folders, except }: { readonly folders: readonly string[]; readonly except: readonly string[] } = JSON.parse(
  String(process.env['AFTERLINE_MUTATION_TESTS']),
)
const source = join(import.meta.dirname, '../src')
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: source }))
for (const file of files.toSorted()) {
  if (!except.some((name) => file.includes(name))) await import(join(source, file))
}

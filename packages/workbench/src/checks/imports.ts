import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One module that a source names. */
export interface Import {
  readonly specifier: string
  /** Gone when the types are stripped: it costs nothing at run time. */
  readonly isTypeOnly: boolean
}

export interface ImportFault {
  /** Relative to the repository, with forward slashes. */
  readonly file: string
  readonly specifier: string
  readonly why: string
}

/** Sources by file, relative to the repository, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

const PLACES = ['services/*/src/**/*.ts', 'packages/*/src/**/*.ts', 'gateway/src/**/*.ts']

/** The TypeScript files of the packages, the services and the gateway. */
export function readSources(root: string): Sources {
  const files = globSync(PLACES, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** The modules that a source text names in static and dynamic imports and re-exports. */
export function importsOf(source: string): readonly Import[] {
  const statement = /^\s*(?:import|export)\b(?<type>\s+type\b)?[^'"`;]*?\bfrom\s*['"](?<specifier>[^'"]+)['"]/gm
  const bare = /^\s*import\s*['"](?<specifier>[^'"]+)['"]/gm
  const dynamic = /\bimport\(\s*['"](?<specifier>[^'"]+)['"]/g
  return [statement, bare, dynamic].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(({ groups }) => ({
      specifier: groups?.['specifier'] ?? '',
      isTypeOnly: groups?.['type'] !== undefined,
    })),
  )
}

/** The file that a relative specifier means; `undefined` for a package. */
export function fileMeant(by: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? normalize(join(dirname(by), specifier)).replaceAll('\\', '/') : undefined
}

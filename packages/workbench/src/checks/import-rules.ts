import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

export interface ImportFault {
  /** Relative to the repository, with forward slashes. */
  readonly file: string
  readonly specifier: string
  readonly why: string
}

/** One module that a source names. */
interface Import {
  readonly specifier: string
  /** Gone when the types are stripped: it costs nothing at run time. */
  readonly isTypeOnly: boolean
}

type Rule = (file: string, imported: Import) => string | undefined

/** What a file may import, by its place. The linter knows rules per folder; these need to know the file itself. */
const RULES: readonly Rule[] = [domainIsPure, rulesAreClosed, servicesKeepApart]

/** Every import that breaks a rule, in the TypeScript files under `root`. */
export function importFaults(root: string): ImportFault[] {
  const files = globSync(['services/*/src/**/*.ts', 'packages/*/src/**/*.ts', 'gateway/src/**/*.ts'], { cwd: root })
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap((file) => faultsOf(file, readFileSync(join(root, file), 'utf8')))
}

export function faultsOf(file: string, source: string): ImportFault[] {
  return importsOf(source).flatMap((imported) =>
    RULES.flatMap((rule) => {
      const why = rule(file, imported)
      return why === undefined ? [] : [{ file, specifier: imported.specifier, why }]
    }),
  )
}

/** The modules that a source text names in static and dynamic imports and re-exports. */
export function importsOf(source: string): Import[] {
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

/** `services/<service>/src/<aggregate>/<aggregate>.ts` decides; it must be possible to replay it anywhere. */
function domainIsPure(file: string, { specifier, isTypeOnly }: Import): string | undefined {
  const match = /^services\/([^/]+)\/src\/([^/]+)\/([^/]+)\.ts$/.exec(file)
  if (match === null || match[2] !== match[3]) return undefined
  if (specifier === '@afterline/rules' || specifier === '@afterline/events') return undefined
  if (specifier === '@afterline/service-kit' && isTypeOnly) return undefined
  const own = `services/${match[1]}/src/`
  if (isRelative(specifier) && target(file, specifier).startsWith(own)) return undefined
  return 'a domain file imports only @afterline/rules, @afterline/events, files of its service, and types of the service kit'
}

/** Parsers of text and arithmetic: they read no file, no clock and no network. */
const PURE_LIBRARIES = ['yaml', 'ical.js', '@datadog/sketches-js']

function rulesAreClosed(file: string, { specifier }: Import): string | undefined {
  if (!file.startsWith('packages/rules/src/') || isForTests(file)) return undefined
  if (
    isRelative(specifier) ? target(file, specifier).startsWith('packages/rules/') : PURE_LIBRARIES.includes(specifier)
  )
    return undefined
  return `packages/rules is pure: it imports its own files and ${PURE_LIBRARIES.join(', ')}, nothing of the platform`
}

/** Tests, and what only tests import. */
function isForTests(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('-fixture.ts')
}

function servicesKeepApart(file: string, { specifier }: Import): string | undefined {
  const service = /^services\/([^/]+)\//.exec(file)?.[1]
  const reached = isRelative(specifier)
    ? /^services\/([^/]+)\//.exec(target(file, specifier))?.[1]
    : /^@afterline\/(customers|orders|after-sales|surveys|gateway)$/.exec(specifier)?.[1]
  if (reached === undefined || reached === service) return undefined
  if (service === undefined && !file.startsWith('packages/')) return undefined
  return `nothing imports the service ${reached}: what it knows is learnt from its events`
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.')
}

function target(file: string, specifier: string): string {
  return relative('.', join(dirname(file), dirname(specifier), basename(specifier))).replaceAll('\\', '/')
}

import { fileMeant, type Import, type ImportFault, importsOf, readSources, type Sources } from './imports.ts'
import { purityFaults } from './purity.ts'

type Rule = (file: string, imported: Import) => string | undefined

/** What a file may import, by its place. The linter knows rules per folder; these need to know the file itself. */
const RULES: readonly Rule[] = [rulesAreClosed, servicesKeepApart]

/** Every import that breaks a rule, in the TypeScript files under `root`. */
export function importFaults(root: string): readonly ImportFault[] {
  return faultsIn(readSources(root))
}

export function faultsIn(sources: Sources): readonly ImportFault[] {
  const ofPlace = [...sources].flatMap(([file, source]) =>
    importsOf(source).flatMap((imported) =>
      RULES.flatMap((rule) => {
        const why = rule(file, imported)
        return why === undefined ? [] : [{ file, specifier: imported.specifier, why }]
      }),
    ),
  )
  return [...ofPlace, ...purityFaults(sources)]
}

/** Parsers of text and arithmetic: they read no file, no clock and no network. */
const PURE_LIBRARIES = ['yaml', 'ical.js', '@datadog/sketches-js']

function rulesAreClosed(file: string, { specifier }: Import): string | undefined {
  if (!file.startsWith('packages/rules/src/') || isForTests(file)) return undefined
  const isAllowed = fileMeant(file, specifier)?.startsWith('packages/rules/') ?? PURE_LIBRARIES.includes(specifier)
  if (isAllowed) return undefined
  return `packages/rules is pure: it imports its own files and ${PURE_LIBRARIES.join(', ')}, nothing of the platform`
}

/** Tests, and what only tests import. */
function isForTests(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('-fixture.ts')
}

function servicesKeepApart(file: string, { specifier }: Import): string | undefined {
  const service = serviceOf(file)
  const meant = fileMeant(file, specifier)
  const reached =
    meant === undefined
      ? /^@afterline\/(customers|orders|after-sales|surveys|gateway)$/.exec(specifier)?.[1]
      : serviceOf(meant)
  if (reached === undefined || reached === service) return undefined
  if (service === undefined && !file.startsWith('packages/')) return undefined
  return `nothing imports the service ${reached}: what it knows is learnt from its events`
}

function serviceOf(file: string): string | undefined {
  return /^services\/([^/]+)\//.exec(file)?.[1]
}

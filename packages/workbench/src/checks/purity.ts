import { type AggregateFolder, aggregateFolders, isGraph, isTest, serviceFolderOf } from './aggregate-folders.ts'
import { fileMeant, type Import, type ImportFault, importsOf, type Sources } from './imports.ts'
import { surroundingsUsedIn } from './surroundings.ts'

/** What decides must be possible to replay anywhere: these packages touch no store, no clock and no network. */
const PURE_PACKAGES = ['@afterline/rules', '@afterline/events', '@afterline/service-kit/aggregate']

/**
 * The imports, and the uses of clock, randomness, process and network, that make a file impure which must not be: every file of an aggregate's folder, whatever its name, but
 * `*.graph.ts` and what is for tests; and all files that one of these reaches by relative imports, wherever they lie. In a
 * folder without a `*.graph.ts`, only the file that is named like it must be pure.
 */
export function purityFaults(sources: Sources): readonly ImportFault[] {
  const folderOf = aggregateFolders(sources.keys())
  const inAggregates = [...sources.keys()].filter((file) => folderOf(file) && !isGraph(file) && !isTest(file))
  return [
    ...[...withReached(sources, inAggregates)].flatMap(([file, because]) => [
      ...importsIn(sources, file).flatMap((imported) => faultOf(sources, file, imported, because)),
      ...surroundingsUsedIn(sources.get(file) ?? '').map((used) => ({
        file,
        specifier: used,
        why: `${reasonFor(file, because)}: what it needs to know of its surroundings, it is given`,
      })),
    ]),
    ...[...sources.keys()].filter((file) => !folderOf(file)).flatMap((file) => namedLikeFolder(sources, file)),
  ]
}

/** The files, and those that they reach; with each, the file of an aggregate because of which it must be pure. */
function withReached(sources: Sources, files: readonly string[]): ReadonlyMap<string, string> {
  const because = new Map(files.map((file) => [file, file]))
  // A map tells also what is added while it is read.
  for (const [file, origin] of because) {
    for (const { specifier } of importsIn(sources, file)) {
      const meant = fileMeant(file, specifier)
      if (meant !== undefined && canBePure(sources, meant) && !because.has(meant)) because.set(meant, origin)
    }
  }
  return because
}

function canBePure(sources: Sources, file: string): boolean {
  return sources.has(file) && !isGraph(file) && !isTest(file)
}

function faultOf(sources: Sources, file: string, imported: Import, because: string): readonly ImportFault[] {
  const { specifier, isTypeOnly } = imported
  const meant = fileMeant(file, specifier)
  if (meant !== undefined) {
    if (canBePure(sources, meant)) return []
    return [{ file, specifier, why: 'a pure file has only pure neighbours: no *.graph.ts, nothing that is for tests' }]
  }
  if (PURE_PACKAGES.includes(specifier)) return []
  if (file.endsWith('.samples.ts') && specifier === '@afterline/service-kit/testing' && isTypeOnly) return []
  const reason = reasonFor(file, because)
  return [{ file, specifier, why: `${reason}: it imports only ${PURE_PACKAGES.join(', ')} and pure neighbours` }]
}

function reasonFor(file: string, because: string): string {
  return file === because ? 'a file of an aggregate is pure unless it is *.graph.ts' : `${because} reaches it`
}

/** `services/<service>/src/<folder>/<folder>.ts` of a folder that is not declared as an aggregate. */
function namedLikeFolder(sources: Sources, file: string): readonly ImportFault[] {
  const folder = serviceFolderOf(file)
  if (folder === undefined || file !== `${folder.path}/${folder.name}.ts`) return []
  return importsIn(sources, file)
    .filter((imported) => !mayDecide(folder, file, imported))
    .map(({ specifier }) => ({
      file,
      specifier,
      why: 'a domain file imports only @afterline/rules, @afterline/events, files of its service, and types of the service kit',
    }))
}

function mayDecide(folder: AggregateFolder, file: string, { specifier, isTypeOnly }: Import): boolean {
  const service = folder.path.slice(0, -folder.name.length)
  return (
    fileMeant(file, specifier)?.startsWith(service) ??
    (PURE_PACKAGES.includes(specifier) || (specifier === '@afterline/service-kit' && isTypeOnly))
  )
}

function importsIn(sources: Sources, file: string): readonly Import[] {
  return importsOf(sources.get(file) ?? '')
}

import { isTest, serviceFolderOf } from './aggregate-folders.ts'
import { gatesImportedIn } from './gate-sources.ts'
import type { NamingAggregate } from './gates-named.ts'
import type { Sources } from './imports.ts'

/**
 * Where the commands of an aggregate name other gates than the code asks, a line each. What the files of an aggregate's
 * folder import, some command of it names, and nothing else; what a service imports beside these folders is shared by its
 * aggregates: any of them may name it, and one must.
 */
export function gateFaults(sources: Sources, aggregates: readonly NamingAggregate[]): readonly string[] {
  const uses = gateUses(sources, aggregates)
  return [...askedUnnamed(uses, aggregates), ...aggregates.flatMap((aggregate) => namedUnasked(aggregate, uses))]
}

function askedUnnamed(uses: readonly GateUse[], aggregates: readonly NamingAggregate[]): readonly string[] {
  return uses
    .filter((use) => !aggregates.some((aggregate) => concerns(use, aggregate) && names(aggregate, use.gate)))
    .map(({ file, gate }) => `${file}: asks ${gate}, which no command names under gates`)
}

function namedUnasked(aggregate: NamingAggregate, uses: readonly GateUse[]): readonly string[] {
  const asked = new Set<string>(uses.filter((use) => concerns(use, aggregate)).map(({ gate }) => gate))
  return aggregate.commands.flatMap(({ command, gates }) =>
    gates
      .filter((gate) => !asked.has(gate))
      .map((gate) => `${aggregate.folder}: ${command} names ${gate}, which no file there imports`),
  )
}

/** A gate of the rules that a file of a service imports. */
interface GateUse {
  readonly file: string
  /** The aggregate's; `null` beside these folders. */
  readonly folder: string | null
  readonly gate: string
}

function gateUses(sources: Sources, aggregates: readonly NamingAggregate[]): readonly GateUse[] {
  const folders = new Set(aggregates.map(({ folder }) => folder))
  return [...sources].flatMap(([file, source]) => {
    if (!file.startsWith('services/') || isTest(file)) return []
    const path = serviceFolderOf(file)?.path
    const folder = path !== undefined && folders.has(path) ? path : null
    return gatesImportedIn(source).map((gate) => ({ file, folder, gate }))
  })
}

function concerns({ file, folder }: GateUse, aggregate: NamingAggregate): boolean {
  return folder === null ? serviceOf(file) === serviceOf(aggregate.folder) : folder === aggregate.folder
}

function names({ commands }: NamingAggregate, gate: string): boolean {
  return commands.some(({ gates }) => gates.some((one) => one === gate))
}

function serviceOf(path: string): string | undefined {
  return path.split('/')[1]
}

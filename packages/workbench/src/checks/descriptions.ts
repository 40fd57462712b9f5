import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ASTNode, getLocation, Kind, parse, visit } from 'graphql'

const PLACES = ['packages/service-kit/src/graphql/*.graphql', 'services/*/src/**/*.graphql']

/** What a schema shows to whoever writes a client. Directives, and their arguments, it shows to nobody. */
const SHOWN: readonly Kind[] = [
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]
/** Every file writes its part of these. */
const ROOTS = ['Query', 'Mutation']

/** Mean the same wherever they stand, which the kit's base schema and the Relay specification say once. */
const EVERYWHERE = ['id', 'entry', 'input', 'filter', 'sort', 'first', 'after', 'edges', 'node', 'cursor', 'pageInfo']

/** What the schemas under `root` leave undescribed, a line each; `undefined` when nothing is. */
export function descriptionFaults(root: string): string | undefined {
  const files = globSync(PLACES, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  const sources = files.toSorted().map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)
  const faults = faultsOfDescriptions(new Map(sources))
  return faults.length === 0 ? undefined : faults.join('\n')
}

export function faultsOfDescriptions(sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources].flatMap(([file, source]) =>
    undescribedIn(source).map(({ line, name }) => `${file}:${line}: ${name} has no description`),
  )
}

interface Undescribed {
  readonly line: number
  /** As `Type.field.argument`. */
  readonly name: string
}

function undescribedIn(source: string): readonly Undescribed[] {
  const found: Undescribed[] = []
  if (source.trim() === '') return found
  const above: string[] = []
  visit(parse(source), {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION || isReference(node)) return false
      const name = nameOf(node)
      if (name === undefined) return undefined
      above.push(name)
      if (SHOWN.includes(node.kind) && !ROOTS.includes(name) && !EVERYWHERE.includes(name) && !isDescribed(node)) {
        found.push({ line: lineOf(node), name: above.join('.') })
      }
      return undefined
    },
    leave(node) {
      if (nameOf(node) !== undefined) above.pop()
    },
  })
  return found
}

/** A type that another subgraph describes: this one knows its id. */
function isReference(node: ASTNode): boolean {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.directives ?? []).some(({ name }) => name.value === 'key') &&
    (node.fields ?? []).every(({ name }) => name.value === 'id')
  )
}

/** Of a definition or an extension, and of nothing else that has a name. */
function nameOf(node: ASTNode): string | undefined {
  const isNamed = SHOWN.includes(node.kind) || node.kind.endsWith('Extension')
  return isNamed && 'name' in node ? node.name?.value : undefined
}

function isDescribed(node: ASTNode): boolean {
  return 'description' in node && node.description !== undefined && node.description.value.trim() !== ''
}

function lineOf({ loc }: ASTNode): number {
  return loc === undefined ? 0 : getLocation(loc.source, loc.start).line
}

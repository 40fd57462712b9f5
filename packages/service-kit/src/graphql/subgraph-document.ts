import { concatAST, type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode } from 'graphql'

const ROOTS = new Set(['Query', 'Mutation'])

/**
 * Joins the files of one subgraph. Each aggregate writes `type Query` and `type Mutation` as if it were alone; what comes
 * after the first is an extension of it, as the specification wants it.
 */
export function subgraphDocument(files: readonly DocumentNode[]): DocumentNode {
  const seen = new Set<string>()
  const definitions = concatAST([...files]).definitions.map((definition) => {
    if (!isRoot(definition)) return definition
    const { value: name } = definition.name
    if (seen.has(name)) return extensionOf(definition)
    seen.add(name)
    return definition
  })
  return { kind: Kind.DOCUMENT, definitions }
}

function isRoot(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && ROOTS.has(definition.name.value)
}

function extensionOf({ description: _, ...definition }: ObjectTypeDefinitionNode): DefinitionNode {
  return { ...definition, kind: Kind.OBJECT_TYPE_EXTENSION }
}

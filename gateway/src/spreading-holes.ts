import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql'

/**
 * Fields whose loss takes away more than themselves. While a subgraph is away, what it adds to the graph is null; where
 * such a field may not be null, the null spreads to what other subgraphs did answer. So three kinds of fields must be
 * nullable: those of the root, those that a subgraph adds to another's entity, and references to another's entity.
 * @returns `Type.field: Type! in subgraph`, one each
 */
export function spreadingHoles(supergraphSdl: string): readonly string[] {
  const types = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  )
  const owners = new Map(types.map((type) => [type.name.value, ownerOf(type)]))
  return types.flatMap((type) =>
    (type.fields ?? []).flatMap((field) => {
      if (field.type.kind !== Kind.NON_NULL_TYPE) return []
      const subgraph = subgraphOf(field) ?? onlySubgraphOf(type)
      const places = [owners.get(type.name.value), owners.get(namedType(field.type))]
      const isElsewhere = subgraph !== null && places.some((owner) => owner && owner !== subgraph)
      const isHole = type.name.value === 'Query' || isElsewhere
      return isHole ? [`${type.name.value}.${field.name.value}: ${print(field.type)} in ${subgraph}`] : []
    }),
  )
}

/** The subgraph that defines most of an entity; `null` for what is no entity. */
function ownerOf({ directives = [], fields = [] }: ObjectTypeDefinitionNode): string | null {
  const isEntity = joins(directives, 'join__type').some((join) => argument(join, 'key') !== null)
  if (!isEntity) return null
  const counts = Map.groupBy(
    fields.map(subgraphOf).filter((subgraph) => subgraph !== null),
    (subgraph) => subgraph,
  )
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? null
}

/** The one subgraph that resolves a field; `null` where several can. */
function subgraphOf({ directives = [] }: FieldDefinitionNode): string | null {
  const [join, ...others] = joins(directives, 'join__field')
  return join && others.length === 0 ? argument(join, 'graph') : null
}

function onlySubgraphOf({ directives = [] }: ObjectTypeDefinitionNode): string | null {
  const [join, ...others] = joins(directives, 'join__type')
  return join && others.length === 0 ? argument(join, 'graph') : null
}

function joins(directives: readonly ConstDirectiveNode[], name: string): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name)
}

function argument(directive: ConstDirectiveNode, name: string): string | null {
  const found = directive.arguments?.find((given) => given.name.value === name)
  return found ? print(found.value) : null
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}

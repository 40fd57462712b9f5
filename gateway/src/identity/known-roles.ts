import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql'

/** Roles that the graph knows: the values of its enum `Role`. @throws Error for a supergraph without one */
export function rolesOfGraph(supergraphSdl: string): ReadonlySet<string> {
  const enumeration = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Role',
  )
  if (!enumeration?.values) throw new Error('the supergraph has no enum Role')
  return new Set(enumeration.values.map(({ name }) => name.value))
}

import type { RequestContext } from '@afterline/service-kit'
import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isScalarType,
} from 'graphql'

/** One subgraph as the merged schema uses it: its executable schema, and who asks it. */
export interface Part {
  readonly name: string
  readonly schema: GraphQLSchema
}

/** Lives as long as a request. */
export interface MergedContext {
  of(part: Part): RequestContext
}

/** A value with the part that made it: the others know the same record by its id alone. */
interface Held {
  readonly origin: Part
  readonly value: unknown
  elsewhere: Map<Part, Promise<unknown>> | null
}

type Field = GraphQLField<unknown, RequestContext>

/**
 * The graph as one process would serve it: each field is resolved by the subgraph that owns it, by a call. There is no
 * query plan, no request between services, no text in between. Abstract types are not supported: the benchmark asks for
 * none.
 */
export function mergeSchema(supergraphSdl: string, parts: readonly Part[]): GraphQLSchema {
  const merged = buildSchema(supergraphSdl, { assumeValid: true, noLocation: true })
  for (const type of Object.values(merged.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isObjectType(type)) mergeFields(type, parts)
    const own = isScalarType(type) ? parts.map(({ schema }) => schema.getType(type.name)).find(isScalarType) : undefined
    if (isScalarType(type) && own) Object.assign(type, { ...own, name: type.name })
  }
  return merged
}

function mergeFields(type: GraphQLObjectType, parts: readonly Part[]): void {
  for (const field of Object.values(type.getFields())) {
    const owners = new Map(
      parts.flatMap((part) => {
        const own = fieldOf(part, type.name, field.name)
        return own ? [[part, own] as const] : []
      }),
    )
    const isLeaf = isLeafType(getNamedType(field.type))
    field.resolve = (parent: Held | undefined, args, context: MergedContext, info) =>
      resolveField({ typeName: type.name, owners, isLeaf }, parent, args, context, info)
  }
}

interface MergedField {
  readonly typeName: string
  readonly owners: ReadonlyMap<Part, Field>
  readonly isLeaf: boolean
}

function resolveField(
  { typeName, owners, isLeaf }: MergedField,
  parent: Held | undefined,
  args: object,
  context: MergedContext,
  info: GraphQLResolveInfo,
): unknown {
  const [first] = owners.keys()
  const part = parent && owners.has(parent.origin) ? parent.origin : first
  const field = part && owners.get(part)
  if (!part || !field) throw new Error(`no part has ${typeName}.${info.fieldName}`)
  const resolveOn = (value: unknown) => {
    if (parent && value === null) return null
    const result = (field.resolve ?? defaultFieldResolver)(value, args, context.of(part), info)
    return isLeaf ? result : hold(part, result)
  }
  if (!parent || parent.origin === part) return resolveOn(parent?.value)
  return valueElsewhere(part, typeName, parent, context, info).then(resolveOn)
}

/** The record as another part knows it, looked up once per record. */
function valueElsewhere(
  part: Part,
  typeName: string,
  held: Held,
  context: MergedContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  held.elsewhere ??= new Map()
  return held.elsewhere.getOrInsertComputed(part, async () => {
    const idField = fieldOf(held.origin, typeName, 'id')
    if (!idField) throw new Error(`${typeName} has no id in ${held.origin.name}`)
    const id = await (idField.resolve ?? defaultFieldResolver)(held.value, {}, context.of(held.origin), {
      ...info,
      fieldName: 'id',
    })
    const reference = { __typename: typeName, id }
    const resolveReference = referenceResolverOf(part, typeName)
    return resolveReference ? resolveReference(reference, context.of(part), info) : reference
  })
}

/** Where federation's schema builder puts what `__resolveReference` was given as. */
interface EntityExtensions {
  readonly apollo?: { readonly subgraph?: { readonly resolveReference?: (...given: readonly unknown[]) => unknown } }
}

function referenceResolverOf({ schema }: Part, typeName: string) {
  const extensions: EntityExtensions | undefined = schema.getType(typeName)?.extensions
  return extensions?.apollo?.subgraph?.resolveReference
}

function hold(origin: Part, result: unknown): unknown {
  if (result === null || result === undefined) return null
  if (Array.isArray(result)) return result.map((member) => hold(origin, member))
  if (result instanceof Promise) return result.then((value) => hold(origin, value))
  return { origin, value: result, elsewhere: null } satisfies Held
}

function fieldOf({ schema }: Part, typeName: string, fieldName: string): Field | undefined {
  const type = schema.getType(typeName)
  return isObjectType(type) ? type.getFields()[fieldName] : undefined
}

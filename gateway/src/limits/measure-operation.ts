import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql'

/** What an operation asks for, before anything is planned or fetched. */
export interface OperationMeasure {
  /** Levels of nested fields; introspection's own are not among them: every tool asks for more than we allow. */
  readonly depth: number
  readonly rootFields: number
  readonly aliases: number
  /** Upper bound of the objects in the answer: each list counts its page size. */
  readonly cost: number
}

export interface MeasuredOperation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Lists without a page size are parts of their record: the lines of an order, the contacts of a customer. So are those of
 * the schema itself, most of which are shorter.
 */
const UNPAGED_LIST = 10
/** Fragments can multiply selections without end; what is beyond this is refused whatever it costs. */
const MOST_SELECTIONS = 20_000

/** Measures what `operation` asks for. Stops at an infinite cost where fragments blow the selection up. */
export function measureOperation({ schema, document, operation, variables }: MeasuredOperation): OperationMeasure {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  )
  const walk = new Walk(schema, fragments, { ...defaultsOf(operation), ...variables })
  const root = schema.getRootType(operation.operation)
  if (root) walk.select(operation.selectionSet, root, { depth: 1, times: 1, pageSize: null, isSchema: false })
  return walk.measure
}

/** A page size may hide in the default of a variable that the request leaves out. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  )
}

/** Where in the answer a selection lies. */
interface Place {
  readonly depth: number
  /** How many objects there may be at this place. */
  readonly times: number
  /** Page size given one level up, by the field that answers a connection. */
  readonly pageSize: number | null
  /** Within introspection. */
  readonly isSchema: boolean
}

const INTROSPECTION: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
}

class Walk {
  readonly #schema: GraphQLSchema
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #variables: Readonly<Record<string, unknown>>
  #measure: OperationMeasure = { depth: 0, rootFields: 0, aliases: 0, cost: 0 }
  #selections = 0

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema
    this.#fragments = fragments
    this.#variables = variables
  }

  get measure(): OperationMeasure {
    return this.#measure
  }

  select({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, place: Place): void {
    for (const selection of selections) {
      this.#selections += 1
      if (this.#selections > MOST_SELECTIONS) {
        this.#measure = { ...this.#measure, cost: Number.POSITIVE_INFINITY }
        return
      }
      if (selection.kind === Kind.FIELD) this.#field(selection, type, place)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition
        this.select(selection.selectionSet, condition ? this.#schema.getType(condition.name.value) : type, place)
      } else {
        const fragment = this.#fragments.get(selection.name.value)
        if (fragment) this.select(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value), place)
      }
    }
  }

  #field(node: FieldNode, type: GraphQLNamedType | undefined, place: Place): void {
    const { depth, aliases, rootFields, cost } = this.#measure
    const name = node.name.value
    const isSchema = place.isSchema || name.startsWith('__')
    this.#measure = {
      depth: isSchema ? depth : Math.max(depth, place.depth),
      aliases: aliases + (node.alias ? 1 : 0),
      rootFields: rootFields + (place.depth === 1 ? 1 : 0),
      cost,
    }
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    const field = known ?? INTROSPECTION[name]
    if (!field || !node.selectionSet || isLeafType(getNamedType(field.type))) return
    const own = this.#pageSizeOf(field, node)
    const isList = isListType(getNullableType(field.type))
    const times = place.times * (isList ? (own ?? place.pageSize ?? UNPAGED_LIST) : 1)
    this.#measure = { ...this.#measure, cost: this.#measure.cost + times }
    this.select(node.selectionSet, getNamedType(field.type), {
      depth: place.depth + 1,
      times,
      pageSize: isList ? null : own,
      isSchema,
    })
  }

  /** Value of `first`, as given or by default; `null` for a field that has no such argument. */
  #pageSizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const argument = field.args.find(({ name }) => name === 'first')
    if (!argument) return null
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
    const value =
      given?.kind === Kind.VARIABLE
        ? this.#variables[given.name.value]
        : given?.kind === Kind.INT
          ? Number(given.value)
          : undefined
    const size = value ?? argument.defaultValue
    // A size that is out of bounds is refused by the subgraph with a better message.
    return typeof size === 'number' && size > 0 ? size : 1
  }
}

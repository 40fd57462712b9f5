import { readFileSync } from 'node:fs'
import { isPersonal, meaningOf, type TProperties, type TSchema } from '@afterline/events'
import { enumLabels, type TransitionTable, type ValueLabel, valueLabels } from '@afterline/rules'
import { Kind, parse } from 'graphql'

/** A value is shown as a type, and entered as an input of its own. */
export type Way = 'SHOWN' | 'ENTERED'

/** Fields of values besides those that are kept, by the name of the type that shows them. */
export type FieldsBesides = Readonly<Record<string, TProperties>>

/** The part of JSON Schema that a value of the graph is told from. */
export interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly anyOf?: readonly TSchema[]
  readonly items?: TSchema
  readonly properties?: TProperties
}

/** Types that the base schema gives to every subgraph, and each subgraph by itself defines no more. */
const SHARED: ReadonlySet<string> = new Set(
  parse(readFileSync(new URL('../graphql/base.graphql', import.meta.url), 'utf8')).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION
      ? [definition.name.value]
      : [],
  ),
)

const SCALARS: Readonly<Record<string, string>> = {
  string: 'String',
  integer: 'Int',
  number: 'Float',
  boolean: 'Boolean',
}

/** What a schema says when it is not null. */
export function insideOf(schema: TSchema): TSchema {
  return jsonOf(schema).anyOf?.find((each) => jsonOf(each).type !== 'null') ?? schema
}

export function jsonOf(schema: TSchema): JsonSchema {
  return schema
}

/** Such as `[ContractClauseInput!]!`. @throws Error for an object without a name */
function typeOf(schema: TSchema, way: Way): string {
  const inside = insideOf(schema)
  // Whoever is spoken of may have been erased.
  const mayBeNull = way === 'ENTERED' ? meaningOf(schema).otherwise !== undefined : isPersonal(schema)
  return `${bareTypeOf(inside, way)}${inside !== schema || mayBeNull ? '' : '!'}`
}

function bareTypeOf(schema: TSchema, way: Way): string {
  const { type = '', items, properties } = jsonOf(schema)
  const { name } = meaningOf(schema)
  if (items) return `[${typeOf(items, way)}]`
  if (name !== undefined) return properties && way === 'ENTERED' ? `${name}Input` : name
  const scalar = SCALARS[type]
  if (scalar === undefined) throw new Error(`what the graph shows has a name: ${JSON.stringify(schema)}`)
  return scalar
}

/** The fields of a type or input, a line for the description of each and one for itself. */
export function fieldsSdl(fields: TProperties, way: Way): string {
  return visible(fields)
    .map(([name, schema]) => {
      const description = jsonOf(schema).description ?? jsonOf(insideOf(schema)).description
      const field = way === 'ENTERED' ? enteredField(name, schema) : shownField(name, schema)
      return `${description === undefined ? '' : `  ${quoted(description)}\n`}  ${field}\n`
    })
    .join('')
}

function enteredField(name: string, schema: TSchema): string {
  const { standard } = meaningOf(schema)
  return `${name}: ${typeOf(schema, 'ENTERED')}${standard === undefined ? '' : ` = ${standard}`}`
}

function shownField(name: string, schema: TSchema): string {
  const { shownAs = name, audience } = meaningOf(schema)
  return `${shownAs}: ${typeOf(schema, 'SHOWN')}${audience === undefined ? '' : ` @auth(audience: ${audience})`}`
}

/** A definition in the schema, under the name of what it defines. */
export type Definition = readonly [name: string, sdl: string]

/** The definitions of every value with a name among the fields, and within those; one that is used twice comes twice. */
export function valuesSdl(fields: TProperties, way: Way, besides: FieldsBesides = {}): readonly Definition[] {
  return visible(fields).flatMap(([, schema]) => valueSdl(schema, way, besides))
}

function valueSdl(schema: TSchema, way: Way, besides: FieldsBesides): readonly Definition[] {
  const inside = insideOf(schema)
  const { items, properties } = jsonOf(inside)
  if (items) return valueSdl(items, way, besides)
  const { name, says = '', labels } = meaningOf(inside)
  if (name === undefined || SHARED.has(name)) return []
  if (labels) return [[name, enumSdl(name, says, valueLabels(labels))]]
  if (!properties) return []
  const [kind, type] = way === 'ENTERED' ? ['input', `${name}Input`] : ['type', name]
  const fields = { ...properties, ...besides[type] }
  const own = `${quoted(says)}\n${kind} ${type} {\n${fieldsSdl(fields, way)}}\n`
  return [...valuesSdl(fields, way, besides), [type, own]]
}

/** The types of other records to which the fields lead, and the values within them. */
export function recordsIn(fields: TProperties, besides: FieldsBesides): readonly string[] {
  return visible(fields).flatMap(([, schema]) => recordsWithin(schema, besides))
}

function recordsWithin(schema: TSchema, besides: FieldsBesides): readonly string[] {
  const inside = insideOf(schema)
  const { items, properties } = jsonOf(inside)
  if (items) return recordsWithin(items, besides)
  const { name = '', isRecord = false } = meaningOf(inside)
  if (isRecord) return [name]
  return properties ? recordsIn({ ...properties, ...besides[name] }, besides) : []
}

/** The stages of what exists, where the dictionary names them. */
export function stagesSdl(
  { name, initial, transitions }: TransitionTable<string, string>,
  type: string,
): string | null {
  const labels = enumLabels.find((each) => each.enum === type)?.values
  if (labels === undefined) return null
  const stages = Object.keys(transitions).filter((stage) => stage !== initial)
  const inOrder = stages.flatMap((stage) => labels.filter(({ value }) => value === stage))
  return enumSdl(type, `How far the ${name.en} has come.`, inOrder)
}

function enumSdl(type: string, says: string, labels: readonly ValueLabel[]): string {
  const lines = labels.map(({ value, label, meaning }) => {
    const description = [`${label.en} (${label.zh})`, ...(meaning === undefined ? [] : [meaning])].join(': ')
    return `  ${quoted(`${description}.`)}\n  ${value}\n`
  })
  return `${quoted(says)}\nenum ${type} {\n${lines.join('')}}\n`
}

/** A value that has a type of its own in the graph, which this subgraph defines; also where it is a member of a list. */
export function namedValueIn(schema: TSchema): NamedValue | null {
  const inside = insideOf(schema)
  const { items, properties } = jsonOf(inside)
  if (items) return namedValueIn(items)
  const { name } = meaningOf(inside)
  return name === undefined || !properties || SHARED.has(name) ? null : { name, properties }
}

interface NamedValue {
  readonly name: string
  readonly properties: TProperties
}

/** What the graph shows of fields, and asks for. */
export function visible(fields: TProperties): readonly (readonly [string, TSchema])[] {
  return Object.entries(fields).filter(([, schema]) => meaningOf(schema).isInternal !== true)
}

export function quoted(text: string): string {
  return JSON.stringify(text)
}

import type { Labels, Role } from '@afterline/rules'
import { type TProperties, type TSchema, Type } from 'typebox'

/*
 * What a value means to people. Descriptions and names are published with the schemas; the graph derives its types, inputs
 * and their descriptions from the same words.
 */

/** What JSON Schema has no word for: neither validators nor the published schemas see it. */
const MEANING = Symbol('meaning')

export interface Meaning {
  /** Of the value's type in the graph. */
  readonly name?: string
  /** What a value of that type is, whatever the field that holds one says of it. */
  readonly says?: string
  /** What each of its values is called. */
  readonly labels?: Labels<string>
  /** Another record, which its own aggregate shows, maybe in another subgraph. */
  readonly isRecord?: boolean
  /** Kept, and not shown in the graph. */
  readonly isInternal?: boolean
  /** Its name in the graph, where that is not the one under which it is kept. */
  readonly shownAs?: string
  /** Who is shown the field, where not everybody is who is shown the record: an audience of the graph. */
  readonly audience?: string
  /** What stands in a command where its input left the field out; a function of who gives the command, and for what. */
  readonly otherwise?: (circumstances: Circumstances) => unknown
  /** What the input holds where the field is left out, which is never null, as the graph writes it: `[BUYER]`. */
  readonly standard?: string
  /** Whose name may not be entered by others: the caller's only, for a salesperson without a further role. */
  readonly isOwnName?: boolean
  /** Of the id of a member of staff: who may be named holds one of these roles, or any where there are none (ORG-3). */
  readonly staffRoles?: readonly Role[]
  /** Whether an input that says nothing of it, such as a quantity of zero, cannot be meant. */
  readonly isPositive?: boolean
}

/** What a command's data may be made of, besides its input. */
export interface Circumstances {
  readonly callerId: string
  /** The id of a part that the command creates. It follows from caller and key, so that a repeated request is the same. */
  partId(kind: string): string
}

/** The same schema with more meaning. Whoever reads only the schema finds nothing changed. */
export function meant<S extends TSchema>(schema: S, meaning: Meaning): S {
  return { ...schema, [MEANING]: { ...meaningOf(schema), ...meaning } }
}

export function meaningOf(schema: TSchema): Meaning {
  return MEANING in schema ? (schema[MEANING] as Meaning) : {}
}

/** What a field says, to analysts and to portals alike. @param description one sentence, with the rule's id where one is behind it */
export function described<S extends TSchema>(schema: S, description: string): S {
  return { ...schema, description }
}

/** Part of what is kept and published, but not of what the graph shows. */
export function internal<S extends TSchema>(schema: S): S {
  return meant(schema, { isInternal: true })
}

/**
 * A value that has a name: an object of the graph, and where it is entered an input of that name with `Input` behind it.
 * @param says what it is, in one sentence
 */
export function named<P extends TProperties>(name: string, says: string, properties: P) {
  const schema = Type.Object(properties, { additionalProperties: false, title: name, description: says })
  return meant(schema, { name, says })
}

/**
 * One of some values: an enum of the graph.
 * @param says what is chosen, in one sentence
 * @param labels what each value is called, so that no portal invents a name, and means where that does not say it all
 */
export function choice<const Value extends string>(name: string, says: string, labels: Labels<Value>) {
  // Its keys are the values.
  const values = Object.keys(labels) as Value[]
  const schema = Type.Unsafe<Value>({ type: 'string', enum: values, title: name, description: says })
  return meant(schema, { name, says, labels })
}

/** A value that is a scalar of the graph, or one of the types that all subgraphs share. */
export function known<S extends TSchema>(name: string, schema: S): S {
  return meant(schema, { name })
}

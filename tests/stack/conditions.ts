import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { leavesOf, sampleOf } from './mutation-places.ts'

/** A text that a caller may ask with, and a request in which it is blank and nothing else is wrong. */
export interface BlankCondition {
  /** As `Type.field filter.search`. */
  readonly name: string
  /** As the answer names it. */
  readonly field: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Every text in the arguments of every field that only reads, whether of a query or of a list within a record. */
export function blankConditions(blank: string): readonly BlankCondition[] {
  const sdl = readFileSync(join(repositoryRoot, 'gateway/supergraph.graphql'), 'utf8')
  const query = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true }).getQueryType()
  if (!query) throw new Error('the supergraph has no query')
  return waysFrom(query).flatMap(({ type, before }) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        leavesOf(argument.type, [argument.name])
          .filter(({ isText }) => isText)
          .map(({ path }) => blankAt(blank, path, { type, field, before })),
      ),
    ),
  )
}

interface Way {
  readonly type: GraphQLObjectType
  /** Fields from the query to the type, outermost first. */
  readonly before: readonly string[]
}

/** The shortest way to each type; only through fields that need nothing, since records are not asked for by their ids. */
function waysFrom(query: GraphQLObjectType): readonly Way[] {
  const ways = new Map<string, Way>([[query.name, { type: query, before: [] }]])
  for (const { type, before } of ways.values()) {
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type)
      if (!isObjectType(target) || ways.has(target.name) || !isAskedWithout(field)) continue
      ways.set(target.name, { type: target, before: [...before, field.name] })
    }
  }
  return [...ways.values()]
}

function isAskedWithout({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined)
}

interface Asked extends Way {
  readonly field: GraphQLField<unknown, unknown>
}

function blankAt(blank: string, path: readonly string[], { type, field, before }: Asked): BlankCondition {
  const [first = '', ...within] = path
  const needed = field.args.filter((one) => one.name !== first && !isAskedWithout({ ...field, args: [one] }))
  const variables = {
    ...Object.fromEntries(needed.map((one) => [one.name, sampleOf(getNamedType(one.type).name)])),
    [first]: within.reduceRight<unknown>((value, step) => (step === '0' ? [value] : { [step]: value }), blank),
  }
  const given = field.args.filter(({ name }) => name in variables)
  const declared = given.map((one) => `$${one.name}: ${one.type}`).join(', ')
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  const asked = `${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(', ')})${selection}`
  return {
    name: `${type.name}.${field.name} ${path.join('.')}`,
    field: path.join('.'),
    query: `query (${declared}) { ${before.reduceRight((inner, step) => `${step} { ${inner} }`, asked)} }`,
    variables,
  }
}

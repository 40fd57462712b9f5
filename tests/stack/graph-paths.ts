import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql'

/** A field of an answer that holds an object, or a list of such, and what is asked of each. */
export interface Selection {
  /** The field as it is written, with its arguments; before it an alias where one field is asked more than once. */
  readonly written: string
  /** Under which it stands in the answer. */
  readonly key: string
  readonly type: string
  /** As `Type.field`. */
  readonly edge: string
  readonly leaves: readonly string[]
  readonly within: readonly Selection[]
  /** How many of it the gateway reckons with, for each of what it is in. */
  readonly times: number
}

/** Where a walk begins: a field of `Query` with arguments. */
export interface Root {
  readonly field: string
  readonly args?: string
  readonly alias?: string
  /** So many records of different types may lie on a path from here. */
  readonly records: number
}

/** So deep a request may be; what lies deeper nobody gets. */
const DEEPEST = 12
/** What every record has alike, and shows nothing of it that its other fields do not. */
const EVERYWHERE = ['Deadline', 'Violation', 'Bilingual', 'PageInfo', 'AvailableCommand', 'Finding', 'Money']
/** So many members of lists within records; the world of the walk holds no more. */
const PAGE = 2
/** What the gateway reckons with for a list without a page size. */
const UNPAGED = 10

export interface GraphWalk {
  /** Every path from the roots, none through one type twice. */
  readonly selections: readonly Selection[]
  /** From a root to a value. */
  readonly paths: number
  /** Documents that ask for all of them, each within the limits of one request. */
  readonly documents: readonly { readonly text: string; readonly selections: readonly Selection[] }[]
}

/** @param recordTypes types whose records have rules of their own */
export function walkOf(roots: readonly Root[], recordTypes: readonly string[]): GraphWalk {
  const sdl = readFileSync(join(repositoryRoot, 'gateway/supergraph.graphql'), 'utf8')
  const query = buildSchema(sdl, { assumeValidSDL: true }).getQueryType()?.getFields() ?? {}
  const selections = roots.map(({ field: name, args, alias, records }) => {
    const field = query[name]
    if (!field) throw new Error(`the graph has no query ${name}`)
    const first = isPaged(field) ? `(first: ${PAGE})` : ''
    const called = `${name}${args === undefined ? first : `(${args})`}`
    const written = alias === undefined ? called : `${alias}: ${called}`
    return selectionOf(field, { parent: 'Query', written, key: alias ?? name, trail: [], records, recordTypes })
  })
  return { selections, paths: sum(selections.map(pathsOf)), documents: documentsOf(selections) }
}

interface Place {
  readonly parent: string
  readonly written: string
  readonly key: string
  readonly trail: readonly string[]
  readonly records: number
  readonly recordTypes: readonly string[]
}

function selectionOf(field: GraphQLField<unknown, unknown>, place: Place): Selection {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) throw new Error(`${field.name} leads to no object`)
  const trail = [...place.trail, type.name]
  const records = place.records - (place.recordTypes.includes(type.name) ? 1 : 0)
  const fields = Object.values(type.getFields()).filter(isAskable)
  const within = fields.flatMap((inner) => {
    const target = getNamedType(inner.type)
    if (isLeafType(target) || EVERYWHERE.includes(target.name) || trail.includes(target.name)) return []
    if (recordsTo(target as GraphQLObjectType, place.recordTypes) > records) return []
    // The path ends in a value, a level below.
    if (trail.length + 2 > DEEPEST) return []
    const written = isPaged(inner) ? `${inner.name}(first: ${PAGE})` : inner.name
    return [selectionOf(inner, { ...place, parent: type.name, written, key: inner.name, trail, records })]
  })
  const leaves = fields.filter((inner) => isLeafType(getNamedType(inner.type))).map(({ name }) => name)
  const { written, key, parent } = place
  const isList = isListType(getNullableType(field.type))
  const times = isList ? (field.name === 'edges' ? PAGE : UNPAGED) : 1
  return { written, key, type: type.name, edge: `${parent}.${field.name}`, leaves, within, times }
}

/** A page is worth walking into only if its members are within reach, too. */
function recordsTo(type: GraphQLObjectType, recordTypes: readonly string[]): number {
  if (recordTypes.includes(type.name)) return 1
  const { edges, node } = type.getFields()
  const inner = edges ?? node
  const target = inner && getNamedType(inner.type)
  return target && isObjectType(target) ? recordsTo(target, recordTypes) : 0
}

function isAskable({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.every(({ type, defaultValue }) => !String(type).endsWith('!') || defaultValue !== undefined)
}

function isPaged({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === 'first')
}

function pathsOf({ leaves, within }: Selection): number {
  return leaves.length + sum(within.map(pathsOf))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** What the gateway takes in one request, with room to spare: it reads 4,000 tokens, and reckons with 20,000 objects. */
const MOST = { words: 2_500, objects: 19_000, roots: 18 }

function documentsOf(selections: readonly Selection[]): GraphWalk['documents'] {
  return packed(
    selections.flatMap((selection) => divided(selection, 1)),
    1,
    MOST.roots,
  ).map((each) => ({
    text: `{ ${each.map(textOf).join(' ')} }`,
    selections: each,
  }))
}

/** In groups that fit into one request. Two parts of one field would be one field of the answer with two shapes. */
function packed(parts: readonly Selection[], times: number, most: number): readonly Selection[][] {
  const groups: Selection[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    const isFitting =
      last && last.length < most && !last.some(({ key }) => key === part.key) && fits([...last, part], times)
    if (isFitting) last.push(part)
    else groups.push([part])
  }
  return groups
}

/** As it is, or in parts that share what leads to them. */
function divided(selection: Selection, times: number): readonly Selection[] {
  if (fits([selection], times)) return [selection]
  const inner = times * selection.times
  const groups = packed(
    selection.within.flatMap((each) => divided(each, inner)),
    inner,
    Number.POSITIVE_INFINITY,
  )
  const leading = selection.leaves.filter((leaf) => leaf === 'id')
  return groups.map((within, index) => ({ ...selection, leaves: index === 0 ? selection.leaves : leading, within }))
}

function fits(selections: readonly Selection[], times: number): boolean {
  return (
    sum(selections.map(wordsOf)) <= MOST.words && sum(selections.map((each) => objectsOf(each, times))) <= MOST.objects
  )
}

function wordsOf({ leaves, within }: Selection): number {
  return leaves.length + 8 + sum(within.map(wordsOf))
}

function objectsOf({ within, times: own }: Selection, times: number): number {
  return times * own + sum(within.map((inner) => objectsOf(inner, times * own)))
}

function textOf({ written, leaves, within }: Selection): string {
  const inner = [...leaves, ...within.map(textOf)]
  return `${written} { ${inner.length === 0 ? '__typename' : inner.join(' ')} }`
}

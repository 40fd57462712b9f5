import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql'

/** A place in the arguments of a mutation where a caller may write something. */
export interface Place {
  readonly mutation: string
  /** Names of arguments and fields, and indexes of lists, outermost first. */
  readonly path: readonly string[]
  /** String or ID: whatever is written there reaches the service. */
  readonly isText: boolean
}

/** What a caller can be in the graph, beyond being nobody. */
export interface GraphForms {
  readonly roles: readonly string[]
  readonly mutations: readonly string[]
  readonly places: readonly Place[]
  /**
   * A request in which every argument and field has a value that can be read, but for what is written at the places. Lists
   * are as long as the places ask for.
   */
  requestWith(mutation: string, written: readonly Written[]): Request
}

export interface Written {
  readonly path: readonly string[]
  readonly text: string
}

export interface Request {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** One readable value of each scalar; none of them names anything that exists. */
const samples: Readonly<Record<string, unknown>> = {
  String: 'text',
  ID: '0190a0b0-0000-7000-8000-000000000000',
  Int: 1,
  Boolean: true,
  Instant: '2026-02-13T08:00:00.000Z',
  LocalDate: '2026-02-13',
  Quantity: '1',
  MinorUnits: 100,
  Currency: 'CNY',
  LabelScan: '(01)06901234567892(10)L-1',
}

/** Lists of what an import has recorded elsewhere: a service waits for it, and nothing of the samples ever comes. */
const AWAITED: readonly string[] = ['recordedCustomers']

/** Whatever the composed supergraph lets a caller write, so that a mutation that is new to it is covered unasked. */
export function formsOfSupergraph(): GraphForms {
  const sdl = readFileSync(join(repositoryRoot, 'gateway/supergraph.graphql'), 'utf8')
  const schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true })
  const fields = schema.getMutationType()?.getFields() ?? {}
  const role = schema.getType('Role')
  return {
    roles: isEnumType(role) ? role.getValues().map(({ name }) => name) : [],
    mutations: Object.keys(fields),
    places: Object.values(fields).flatMap(({ name, args }) =>
      args.flatMap((arg) => leavesOf(arg.type, [arg.name]).map((leaf) => ({ mutation: name, ...leaf }))),
    ),
    requestWith(mutation, written) {
      const field = fields[mutation]
      if (!field) throw new Error(`the supergraph has no mutation ${mutation}`)
      const values = field.args.map(({ name, type }) => [name, readableValue(type, [name], written)])
      return { query: documentOf(field), variables: Object.fromEntries(values) }
    },
  }
}

type Leaf = Omit<Place, 'mutation'>

/** Wherever something can be written in a value of the type. */
export function leavesOf(
  type: GraphQLInputType,
  path: readonly string[],
  within: readonly string[] = [],
): readonly Leaf[] {
  const known = getNullableType(type)
  if (isListType(known)) return leavesOf(known.ofType, [...path, '0'], within)
  if (!isInputObjectType(known)) return [{ path, isText: known.name === 'String' || known.name === 'ID' }]
  if (within.includes(known.name)) return []
  return Object.values(known.getFields()).flatMap((field) =>
    leavesOf(field.type, [...path, field.name], [...within, known.name]),
  )
}

function readableValue(
  type: GraphQLInputType,
  path: readonly string[],
  written: readonly Written[],
  within: readonly string[] = [],
): unknown {
  const known = getNullableType(type)
  const here = written.filter((one) => path.every((step, index) => one.path[index] === step))
  const text = here.find((one) => one.path.length === path.length)?.text
  if (text !== undefined) return text
  if (isListType(known)) {
    if (here.length === 0 && AWAITED.includes(path.at(-1) ?? '')) return []
    const length = Math.max(1, ...here.map((one) => Number(one.path[path.length]) + 1))
    return Array.from({ length }, (_, index) => readableValue(known.ofType, [...path, `${index}`], here, within))
  }
  if (isEnumType(known)) return known.getValues()[0]?.name
  if (isScalarType(known)) return sampleOf(known.name)
  const fields = Object.values(known.getFields()).filter(
    ({ type: inner }) => !within.includes(getNamedType(inner).name),
  )
  return Object.fromEntries(
    fields.map(({ name, type: inner }) => [name, readableValue(inner, [...path, name], here, [...within, known.name])]),
  )
}

export function sampleOf(scalar: string): unknown {
  if (!(scalar in samples)) throw new Error(`tests/stack/mutation-places.ts has no sample of the scalar ${scalar}`)
  return samples[scalar]
}

/** Asks for what became of each record, where the answer tells that, else for nothing. */
function documentOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const payload = getNamedType(type)
  const hasResults = 'getFields' in payload && 'results' in payload.getFields()
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  return `mutation (${declared}) { ${name}(${given}) { ${hasResults ? 'results { status violations { path } }' : '__typename'} } }`
}

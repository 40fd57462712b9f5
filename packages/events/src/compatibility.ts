import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { canonicalJson } from './hash.ts'

/** The part of JSON Schema that the contract uses. */
export type Schema = Readonly<Record<string, unknown>>

/** What a schema says to people and not to validators. */
const ANNOTATIONS = new Set(['$id', '$schema', 'title', 'description', 'examples', 'default'])
/** Keywords that are compared by what they allow; any other must stay as it is. */
const COMPARED = new Set([
  'type',
  'enum',
  'const',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
])
const LOWER_BOUNDS = ['minLength', 'minItems', 'minimum'] as const
const UPPER_BOUNDS = ['maxLength', 'maxItems', 'maximum'] as const

/**
 * Whether everything that is valid under the old schema is valid under the new one: then a reader of the new one can
 * read all history, and a released version may change so. When in doubt, it is not.
 */
export function isBackwardCompatible(old: Schema, next: Schema): boolean {
  return incompatibilities(old, next).length === 0
}

/** Why the new schema refuses something that the old one allows, as `path: reason` lines. */
export function incompatibilities(old: Schema, next: Schema, path = ''): readonly string[] {
  if (canonicalJson(old) === canonicalJson(next)) return []
  const values = valuesOf(old)
  if (values) return refusedValues(values, next, path)
  if (isList(old['anyOf'])) return old['anyOf'].flatMap((each) => incompatibilities(merged(old, each), next, path))
  if (isList(next['anyOf'])) {
    const rest = without(next, 'anyOf')
    const isCovered = next['anyOf'].some((each) => incompatibilities(old, { ...rest, ...each }, path).length === 0)
    return isCovered ? [] : [problem(path, 'none of the new alternatives allows what was allowed')]
  }
  return [
    ...typeProblems(old, next, path),
    ...boundProblems(old, next, path),
    ...otherProblems(old, next, path),
    ...itemProblems(old, next, path),
    ...memberProblems(old, next, path),
  ]
}

function typeProblems(old: Schema, next: Schema, path: string): readonly string[] {
  if (valuesOf(next)) return [problem(path, 'only listed values are allowed now')]
  if (next['type'] === undefined || next['type'] === old['type']) return []
  if (old['type'] === 'integer' && next['type'] === 'number') return []
  return [problem(path, `was ${String(old['type'] ?? 'anything')}, is ${String(next['type'])}`)]
}

function boundProblems(old: Schema, next: Schema, path: string): readonly string[] {
  const raised = LOWER_BOUNDS.filter((name) => number(next[name], -Infinity) > number(old[name], implied(name)))
  const lowered = UPPER_BOUNDS.filter((name) => number(next[name], Infinity) < number(old[name], Infinity))
  const unique = next['uniqueItems'] === true && old['uniqueItems'] !== true ? ['uniqueItems'] : []
  return [...raised, ...lowered, ...unique].map((name) => problem(path, `${name} is stricter`))
}

/** Patterns and formats cannot be compared by what they match, so they may only go; unknown keywords must not change. */
function otherProblems(old: Schema, next: Schema, path: string): readonly string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(next)])
  return [...names]
    .filter((name) => !COMPARED.has(name) && !ANNOTATIONS.has(name))
    .filter((name) => canonicalJson(old[name] ?? null) !== canonicalJson(next[name] ?? null))
    .filter((name) => !((name === 'pattern' || name === 'format') && next[name] === undefined))
    .map((name) => problem(path, `${name} changed`))
}

function itemProblems(old: Schema, next: Schema, path: string): readonly string[] {
  if (next['items'] === undefined) return []
  return incompatibilities(schemaOf(old['items']), schemaOf(next['items']), `${path}/*`)
}

function memberProblems(old: Schema, next: Schema, path: string): readonly string[] {
  const [before, after] = [membersOf(old), membersOf(next)]
  const known = new Set(names(old['required']))
  const demanded = names(next['required']).filter((name) => !known.has(name))
  const isClosed = next['additionalProperties'] === false
  const isOpened = old['additionalProperties'] !== false && old['type'] === 'object'
  const problems = demanded.map((name) => problem(`${path}/${name}`, 'is required now'))
  for (const [name, schema] of Object.entries(before)) {
    const successor = after[name]
    if (successor) problems.push(...incompatibilities(schema, successor, `${path}/${name}`))
    else if (isClosed) problems.push(problem(`${path}/${name}`, 'is not allowed any more'))
  }
  if (isOpened && isClosed) problems.push(problem(path, 'other members are not allowed any more'))
  if (isOpened) {
    const added = Object.keys(after).filter((name) => !(name in before))
    problems.push(...added.map((name) => problem(`${path}/${name}`, 'could have been anything before')))
  }
  return problems
}

/** A list of values is compared value by value, by the validator itself. */
function refusedValues(values: readonly unknown[], next: Schema, path: string): readonly string[] {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(without(next, '$id'))
  return values
    .filter((value) => !validate(value))
    .map((value) => problem(path, `${JSON.stringify(value)} is refused now`))
}

function valuesOf(schema: Schema): readonly unknown[] | null {
  if ('const' in schema) return [schema['const']]
  return Array.isArray(schema['enum']) ? schema['enum'] : null
}

function merged(outer: Schema, alternative: Schema): Schema {
  return { ...without(outer, 'anyOf'), ...alternative }
}

function without(schema: Schema, name: string): Schema {
  const { [name]: _removed, ...rest } = schema
  return rest
}

function isList(value: unknown): value is readonly Schema[] {
  return Array.isArray(value)
}

function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function membersOf(schema: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(schemaOf(schema['properties'])).map(([name, member]) => [name, schemaOf(member)]),
  )
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

/** Lengths and counts are never negative, so a lower bound of 0 demands nothing. */
function implied(name: (typeof LOWER_BOUNDS)[number]): number {
  return name === 'minimum' ? -Infinity : 0
}

function problem(path: string, reason: string): string {
  return `${path || '/'}: ${reason}`
}

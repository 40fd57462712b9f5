import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
} from 'graphql'
import type { Seeded } from './seeded.ts'

/** One operation of the graph with values that somebody might send who means no good, or does not know better. */
export interface HostileCall {
  readonly operation: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface HostileCalls {
  /** Every operation that the graph has, by name. */
  readonly operations: readonly string[]
  readonly roles: readonly string[]
  next(): HostileCall
  /** Takes ids, cursors and the like out of an answer, to be asked for later. */
  learn(answer: unknown): void
}

/** Beyond, a value more would be refused like the one before. */
const MOST_LEARNT = 400
/** Levels of an answer, and of nested inputs. */
const DEEPEST = 4
/** How often a value is a bad one, by call: calls of many values would else never get as far as the rules. */
const HOSTILITIES = [0, 0, 0.03, 0.12]

export function hostileCalls(random: Seeded): HostileCalls {
  const sdl = readFileSync(join(repositoryRoot, 'gateway/supergraph.graphql'), 'utf8')
  const schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true })
  const fieldsOf = (kind: OperationTypeNode) =>
    Object.values(schema.getRootType(kind)?.getFields() ?? {}).map((field) => ({ kind, field }))
  const operations = [...fieldsOf(OperationTypeNode.QUERY), ...fieldsOf(OperationTypeNode.MUTATION)]
  const role = schema.getType('Role')
  const values = hostileValues(random)
  return {
    operations: operations.map(({ field }) => field.name),
    roles: isEnumType(role) ? role.getValues().map(({ name }) => name) : [],
    next() {
      const { kind, field } = random.oneOf(operations)
      values.begin(random.oneOf(HOSTILITIES))
      const call = new Call(random, values)
      const selected = call.field(field, 1)
      const declared = call.declared.length === 0 ? '' : `(${call.declared.join(', ')})`
      return { operation: field.name, query: `${kind} ${declared} { ${selected} }`, variables: call.variables }
    },
    learn: (answer) => values.learn(answer),
  }
}

/** One call while it is made: its arguments become variables. */
class Call {
  readonly declared: string[] = []
  readonly variables: Record<string, unknown> = {}
  readonly #random: Seeded
  readonly #values: HostileValues

  constructor(random: Seeded, values: HostileValues) {
    this.#random = random
    this.#values = values
  }

  field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const given = args.flatMap((arg) => this.#argument(arg, getNamedType(type).name))
    return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${this.#selection(type, depth)}`
  }

  #argument({ name, type, defaultValue }: GraphQLArgument, answered: string): readonly string[] {
    const isLeftOut = (!isNonNullType(type) || defaultValue !== undefined) && this.#random.holds(0.4)
    if (isLeftOut) return []
    const variable = `v${this.declared.length}`
    this.declared.push(`$${variable}: ${type}`)
    this.variables[variable] = this.#values.of(type, name === 'id' ? `${answered}Id` : name, 0)
    return [`${name}: $${variable}`]
  }

  #selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type)
    if (!isObjectType(named)) return ''
    const fields = Object.values(named.getFields())
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)))
    const inner = fields.filter((field) => !isLeafType(getNamedType(field.type)))
    // Edges and records first: they are what a list is asked for.
    const followed = depth >= DEEPEST + 2 ? [] : inner.filter(({ name }) => /^(edges|node)$/.test(name))
    const more = depth >= DEEPEST || inner.length === 0 ? [] : [this.#random.oneOf(inner)]
    const chosen = [...new Set([...leaves.filter(() => this.#random.holds(0.6)), ...followed, ...more])]
    // Two selections of one name must agree: each field stands once.
    return ` { __typename ${chosen.map((field) => this.field(field, depth + 1)).join(' ')} }`
  }
}

interface HostileValues {
  /** How often a value of the next call is bad. */
  begin(hostility: number): void
  of(type: GraphQLInputType, name: string, depth: number): unknown
  learn(answer: unknown): void
}

const TEXTS = [
  ...[
    '',
    ' ',
    '\u3000',
    '\ufeff',
    '\u200b',
    'a\0b',
    '\ud800',
    'a\udc00',
    '\uffff',
    '\u202etxt',
    '\u001b[31m',
    'e\u0301',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    '0x10',
    'true',
    '[]',
    '{}',
    '[object Object]',
    '%',
    '%00',
    '../../etc/passwd',
  ],
  ...[
    '__proto__',
    'constructor',
    '$where',
    '$gt',
    'a.b',
    '$',
    '.',
    '{"$ne":null}',
    "' OR 1=1 --",
    '<script>',
    '#{7*7}',
    '(a+)+$',
    '[',
    '\\',
  ],
  ...[
    '医疗器械',
    '😀',
    '𠮷',
    'ＡＢＣ',
    'company',
    'customer:',
    'channel:',
    '|',
    'a|b',
    'SYSTEM',
    'x'.repeat(101),
    'x'.repeat(5_000),
    '界'.repeat(2_000),
  ],
]
const NUMBERS = [0, -1, 1, 100, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, 1e308, 0.5, -0]
const ANYTHING: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  { $gt: '' },
  'text',
  5,
  '',
  [null],
  { __proto__: null, toString: 1 },
]
const DAYS = ['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31', '1970-01-01', '2026-12-31', '1582-10-10']
const HOURS_AROUND = [0, 1, -1, -24, 24, -24 * 400, 24 * 400, -24 * 365 * 1900, 24 * 365 * 7000]
const QUANTITIES = ['1', '0', '0.001', '999999999999.999', '0.0001', '-1', '1e3', '00', '9007199254740993']

function hostileValues(random: Seeded): HostileValues {
  const learnt: string[] = []
  /** By the type of record, in small letters. */
  const ids = new Map<string, string[]>()
  let hostility = 0
  const isBad = () => random.holds(hostility)

  function of(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isNonNullType(type)) return random.holds(hostility / 10) ? null : of(type.ofType, name, depth)
    if (isBad()) return random.oneOf<unknown>([...ANYTHING, ...TEXTS, ...NUMBERS])
    if (isListType(type))
      return Array.from({ length: random.oneOf(isBad() ? [0, 40, 400] : [1, 1, 2, 3]) }, () =>
        of(type.ofType, name, depth),
      )
    if (isEnumType(type)) return random.oneOf(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields())
      const given = fields.filter((field) => isNonNullType(field.type) || (depth < DEEPEST && random.holds(0.5)))
      return Object.fromEntries(given.map((field) => [field.name, of(field.type, field.name, depth + 1)]))
    }
    return scalarOf(getNamedType(type).name, name)
  }

  function scalarOf(scalar: string, name: string): unknown {
    if (['Int', 'MinorUnits', 'Float'].includes(scalar)) return isBad() ? random.oneOf(NUMBERS) : 1 + random.below(100)
    if (scalar === 'Boolean') return random.holds(0.5)
    if (scalar === 'LocalDate') return random.oneOf(DAYS)
    if (scalar === 'Instant') return instantAround()
    if (scalar === 'Quantity') return isBad() ? random.oneOf(QUANTITIES) : String(1 + random.below(9))
    if (scalar === 'FactMap') return { key: random.oneOf(TEXTS), more: random.oneOf(NUMBERS) }
    if (isBad()) return random.oneOf(TEXTS)
    if (name === 'idempotencyKey') return `key-${random.below(2 ** 31)}`
    if (name === 'currency') return 'CNY'
    const known = ids.get(name.replace(/Ids?$/, '').toLowerCase()) ?? []
    if (known.length > 0 && random.holds(0.9)) return random.oneOf(known)
    if (learnt.length > 0 && random.holds(scalar === 'ID' || /id$|cursor|after|by$/i.test(name) ? 0.8 : 0.1))
      return random.oneOf(learnt)
    return `text ${random.below(50)}`
  }

  /** Written with offsets, too: that is how an instant may be given. */
  function instantAround(): string {
    const hours = isBad() ? random.oneOf(HOURS_AROUND) : random.oneOf([-1, -2, -24])
    const at = Date.now() + hours * 3600_000
    return !isBad()
      ? new Date(at).toISOString()
      : random.oneOf(['2026-01-01T00:00:00+14:00', '2026-06-30T23:59:60Z', '9999-12-31T23:59:59.999Z', '2026-01-01'])
  }

  function learn(answer: unknown): void {
    if (typeof answer === 'string') {
      if (answer.length > 0 && answer.length < 200 && !learnt.includes(answer)) learnt.push(answer)
      if (learnt.length > MOST_LEARNT) learnt.splice(random.below(learnt.length), 1)
    } else if (typeof answer === 'object' && answer !== null) {
      const { __typename: type, id } = answer as { readonly __typename?: unknown; readonly id?: unknown }
      if (typeof type === 'string' && typeof id === 'string') {
        const known = ids.getOrInsertComputed(type.toLowerCase(), () => [])
        if (!known.includes(id)) known.push(id)
        if (known.length > MOST_LEARNT / 10) known.splice(random.below(known.length), 1)
      }
      for (const [name, member] of Object.entries(answer))
        if (typeof member === 'object' || /^(id|.*Id|cursor|endCursor|token|stream)$/.test(name)) learn(member)
    }
  }

  const begin = (wanted: number) => {
    hostility = wanted
  }
  return { begin, of, learn }
}

import type { Category, DomainEvent, TProperties, TSchema } from '@afterline/events'
import type { Instant, TransitionTable } from '@afterline/rules'
import { type CommandDeclaration, definitionOf } from './commands.ts'
import { happens } from './decision.ts'

type Table = Readonly<Record<string, unknown>>
type Held = Readonly<Record<string, unknown>>
type Told = DomainEvent<string, Held> & { readonly occurredAt: Instant }

/** What of a declaration decides what is derived; names lead to functions by the declaration's own types. */
interface Declared {
  readonly category: Category
  readonly life: TransitionTable<string, string>
  readonly begunAt?: string
  readonly commands: Readonly<Record<string, CommandDeclaration>>
  readonly state: TProperties
  readonly begin: object
  readonly decide: object
  readonly begun?: object
  readonly evolve: object
  readonly settle?: unknown
}

/** The tables of a declaration, filled up with what follows from commands, state and life cycle. */
export interface Parts {
  readonly decide: Table
  readonly begun: Table
  readonly evolve: Table
}

/** @throws Error naming what is missing, and cannot be derived */
export function derivedParts(declared: Declared): Parts {
  const { begin, decide, evolve, commands } = declared
  const later = Object.entries(commands).filter(([name]) => !Object.hasOwn(begin, name))
  const mere = later.filter(([name]) => !Object.hasOwn(decide, name))
  return {
    // In the order of the commands, where they are declared.
    decide: {
      ...Object.fromEntries(later.map(([name]) => [name, undefined])),
      ...Object.fromEntries(mere.map(([name, command]) => [name, mereDecision(declared, name, command)])),
      ...decide,
    },
    begun: declared.begun === undefined ? derivedBeginning(declared) : { ...declared.begun },
    evolve: { ...evolve, ...derivedStages(declared, later) },
  }
}

/** Of a command that says nothing: its event happens, and tells nothing but the record. */
function mereDecision({ category }: Declared, name: string, { makes, data }: CommandDeclaration) {
  const ownId = `${category}Id`
  const [told, ...more] = Object.keys(fieldsOf(category, makes))
  if (told !== ownId || more.length > 0 || Object.keys(data).length > 0) {
    throw new Error(`${name} needs a decision: it is more than the event ${makes}`)
  }
  return (state: Held) => happens(makes, { [ownId]: state[ownId] })
}

function derivedBeginning(declared: Declared): Table {
  const { life, begin, begunAt, commands, state } = declared
  return Object.fromEntries(
    Object.keys(begin).map((name) => {
      const makes = commands[name]?.makes
      if (makes === undefined) throw new Error(`${name} is not declared in commands: its beginning cannot be derived`)
      const told = fieldsOf(declared.category, makes)
      const own = Object.keys(state).filter((field) => Object.hasOwn(told, field))
      const rest = Object.entries(state).filter(([field]) => !Object.hasOwn(told, field) && field !== begunAt)
      const blank = Object.fromEntries(rest.map(([field, schema]) => [field, blankOf(schema, field)]))
      const status = stageAfter(life, life.initial, name)
      return [
        makes,
        ({ data, occurredAt }: Told) => ({
          ...Object.fromEntries(own.map((field) => [field, data[field]])),
          ...blank,
          ...(begunAt === undefined ? {} : { [begunAt]: occurredAt }),
          status,
        }),
      ]
    }),
  )
}

/** What stands there before anything happened. */
function blankOf(schema: TSchema, field: string): unknown {
  const { type, anyOf, properties } = schema as SchemaParts
  if (anyOf?.some((each) => each.type === 'null')) return null
  if (type === 'array') return []
  if (properties === undefined) throw new Error(`${field} is told by no first event, and cannot be empty`)
  return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, blankOf(each, `${field}.${name}`)]))
}

interface SchemaParts {
  readonly type?: string
  readonly anyOf?: readonly { readonly type?: string }[]
  readonly properties?: TProperties
}

/** The stage that follows from each event that one command makes, before what the aggregate itself says of the event. */
function derivedStages(
  { life, evolve, settle }: Declared,
  later: readonly (readonly [string, CommandDeclaration])[],
): Table {
  const once = later.filter(
    ([name, { makes }]) => !later.some(([other, each]) => each.makes === makes && other !== name),
  )
  return Object.fromEntries(
    once.map(([name, { makes }]) => {
      // The declaration's type says what each entry takes and gives.
      const own = (evolve as Readonly<Record<string, ((state: Held, event: Told) => Held) | undefined>>)[makes]
      return [
        makes,
        (state: Held & { readonly status: string }, event: Told) => ({
          // Who settles, says what the status is.
          ...(settle === undefined ? { status: stageAfter(life, state.status, name) } : {}),
          ...own?.(state, event),
        }),
      ]
    }),
  )
}

/** Imported history may skip stages: a command that always leads to the same stage does so from anywhere. */
function stageAfter({ transitions }: TransitionTable<string, string>, status: string, command: string): string {
  const targets = new Set(
    Object.values(transitions).flatMap((legal) => {
      const target = legal[command]
      return target === undefined ? [] : [target]
    }),
  )
  const [target, ...others] = targets
  if (target !== undefined && others.length === 0) return target
  return transitions[status]?.[command] ?? status
}

/** The fields of an event that the category owns. */
function fieldsOf(category: Category, type: string): TProperties {
  // Every event's data is a record.
  return (definitionOf(category, type).data as TSchema & { readonly properties: TProperties }).properties
}

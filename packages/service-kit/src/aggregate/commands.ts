import {
  type Category,
  categories,
  described,
  type EventDefinition,
  type EventType,
  Id,
  type Immutable,
  internal,
  meant,
  type record,
  type Static,
  type TProperties,
  type TSchema,
} from '@afterline/events'
import type * as rules from '@afterline/rules'
import type { Role } from '@afterline/rules'

/** A gate of the rules that a command may name. The stage gate is asked of every command, whatever it names. */
export type GateName = Exclude<Extract<keyof typeof rules, `${string}Gate`>, 'stageGate'>

/** A command, declared once: its mutation and the input of that, its type and its data follow. */
export interface CommandDeclaration<Data extends TProperties = TProperties> {
  /**
   * The event that it makes, first of all. The stage to which the life cycle leads by the command is the record's after that
   * event, and what the event says of itself describes the mutation.
   */
  readonly makes: EventType
  /** Who may give it. */
  readonly roles: readonly Role[]
  /** Its data, described. Fields that are the event's refer to those; the record's own id is in those of a beginning only. */
  readonly data: Data
  /**
   * Gates of the rules that it asks. Coverage of the regulations is told from it, and `check` compares it with what the files
   * of the folder import.
   */
  readonly gates: readonly GateName[]
}

/** A command that may still name the gates that it asks. */
interface Asking<Data extends TProperties> extends CommandDeclaration<Data> {
  /** @param gates of the rules, by the names of their functions */
  asks(...gates: readonly GateName[]): CommandDeclaration<Data>
}

/** The types of commands' data, from their declarations. */
export type CommandsOf<Table extends Readonly<Record<string, CommandDeclaration>>> = {
  readonly [Name in keyof Table]: DataOf<Table[Name]['data']>
}

/** The type of values with these fields. */
export type DataOf<Fields extends TProperties> = Immutable<Static<ReturnType<typeof record<Fields>>>>

/**
 * @example
 * export const contractCommands = {
 *   ReturnContract: command('ContractReturned', ['LEGAL'], { reason }).asks('legalReviewGate'),
 * }
 */
export function command<Data extends TProperties = Readonly<Record<never, never>>>(
  makes: EventType,
  roles: readonly Role[],
  data?: Data,
): Asking<Data> {
  // Without fields there is nothing that the type could promise.
  const declared = { makes, roles, data: data ?? ({} as Data), gates: [] }
  return { ...declared, asks: (...gates) => ({ ...declared, gates }) }
}

/** A field that may be left out of the input; the command then holds this value, and the input's description says so. */
export function orElse<S extends TSchema>(schema: S, value: Immutable<Static<S>>): S {
  const told = Array.isArray(value) && value.length === 0 ? 'none' : String(value)
  return meant(leftOut(schema, told), { otherwise: () => value })
}

/**
 * The fields of an event but for the record's own id: data of a command that is recorded as it was given.
 * @example fieldsBesides('lotId', LotQualityDecided)
 */
export function fieldsBesides<Own extends string, Fields extends TProperties>(
  ownId: Own,
  { data: { properties } }: { readonly data: { readonly properties: Fields } },
): Omit<Fields, Own> {
  const { [ownId]: _, ...besides } = properties
  return besides
}

/** A choice, or a list of such, or yes or no, that may be left out and is never null: the input itself holds this then. */
export function standard<S extends TSchema>(schema: S, value: Immutable<Static<S>>): S {
  const written = Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
  return meant(schema, { standard: written })
}

/** A quantity of something: zero of it is refused where it is entered, as what cannot be meant. */
export function positive<S extends TSchema>(schema: S): S {
  const { description = '' } = schema as { readonly description?: string }
  return meant(described(schema, `${description.replace(/\.$/, '')}; more than zero.`), { isPositive: true })
}

/** The staff id of somebody, who is the caller when left out. As a salesperson nobody names another one. */
export function ownName<S extends TSchema>(schema: S): S {
  return meant(leftOut(schema, 'the caller'), { otherwise: ({ callerId }) => callerId, isOwnName: true })
}

/** The staff id of who gives the command: nobody enters it, so nobody does this in another's name. */
export function callersName<S extends TSchema>(schema: S): S {
  return meant(internal(schema), { otherwise: ({ callerId }) => callerId })
}

function leftOut<S extends TSchema>(schema: S, told: string): S {
  const { description = '' } = schema as { readonly description?: string }
  return described(schema, `${description.replace(/\.$/, '')}; ${told} when left out.`)
}

/** The id of a part that the command creates: nobody enters it. @param kind tells parts of one command apart */
export function newId(kind: string): typeof Id {
  return meant(internal(Id), { otherwise: ({ partId }) => partId(kind) })
}

/** @throws Error for an event that the category does not own */
export function definitionOf(category: Category, type: string): EventDefinition {
  const definition = categories[category].events.find((event) => event.type === type)
  if (definition === undefined) throw new Error(`${type} is no event of the category ${category}`)
  return definition
}

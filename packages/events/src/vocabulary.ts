import type { Instant, LocalDate, Quantity, Role } from '@afterline/rules'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { known, meant } from './meaning.ts'

/** An instant in the canonical form of `@afterline/rules`. */
export const InstantText = known(
  'Instant',
  Type.Unsafe<Instant>(
    Type.String({ format: 'date-time', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
  ),
)
export const LocalDateText = known('LocalDate', Type.Unsafe<LocalDate>(Type.String({ format: 'date' })))
export const QuantityText = known(
  'Quantity',
  Type.Unsafe<Quantity>(Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,3})?$' })),
)
/** What a scanner reads off a label: a GS1 element string, with U+241D for each separator. */
export const LabelScan = known('LabelScan', Type.String({ minLength: 1, maxLength: 7100 }))
export const Id = known('ID', Type.String({ format: 'uuid' }))
/** Text that says something: blank is as good as nothing. */
const SAYS_SOMETHING = { minLength: 1, pattern: '\\S' }
export const Text = Type.String({ ...SAYS_SOMETHING, maxLength: 4000 })
export const ShortText = Type.String({ ...SAYS_SOMETHING, maxLength: 300 })

/**
 * The staff id of somebody. Whom a command names so has to be known staff at the time of the act, with one of the roles
 * where there are any (ORG-3): the store's kit asks, for every command alike.
 * @example pickedBy: described(staffId('WAREHOUSE'), 'Staff id of who picked the goods.')
 */
export function staffId(...staffRoles: readonly Role[]) {
  return meant(ShortText, { staffRoles })
}

export const MoneyValue = known(
  'Money',
  record({
    minor: Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  }),
)

/** How long a text about a person may be before it is encrypted, in UTF-16 code units. */
export const LONGEST_PERSONAL_TEXT = 8000
/**
 * Text about an identifiable person. The store encrypts it under the key of the customer named by `customerId` in the
 * same event before hashing; on the topics it is ciphertext that only the owning service can read. A code unit takes up to
 * three bytes, three bytes are four characters of ciphertext, and key and nonce stand before it.
 */
export const PersonalText = Type.String({
  ...SAYS_SOMETHING,
  maxLength: 4 * LONGEST_PERSONAL_TEXT + 1000,
  'x-personal': true,
})

/** Whether text of this kind is about a person, also where there may be none. */
export function isPersonal(schema: TSchema): boolean {
  const { anyOf = [] } = schema as { readonly anyOf?: readonly TSchema[] }
  return 'x-personal' in schema || anyOf.some(isPersonal)
}

/** An object that refuses members it does not know: an event's shape is a contract in both directions. */
export function record<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

export function oneOf<const V extends readonly string[]>(...values: V) {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })
}

export function nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

/** One event type and version: what it means, and the JSON Schema of its data. */
export interface EventDefinition<Name extends string = string, Data extends TSchema = TSchema> {
  readonly type: Name
  readonly version: number
  readonly summary: string
  readonly data: Data
  /** The version before this one; `null` for version 1. So no version between 1 and the newest can be missing. */
  readonly previous: PreviousVersion | null
}

export interface PreviousVersion {
  readonly definition: EventDefinition
  /** How data of that version is read as data of the version after it. */
  upcast(data: unknown, event: EventCircumstances): unknown
}

/** What an up-caster may look at besides the data. */
export interface EventCircumstances {
  readonly stream: string
  readonly version: number
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: { readonly id: string; readonly role: string }
  readonly policyVersion: string
}

type FirstVersion<Name extends string, Data extends TSchema> = Omit<EventDefinition<Name, Data>, 'previous'> & {
  readonly version: 1
}

/** Defines an event type. What its data need beyond a compatible change becomes the next version. */
export function defineEvent<const Name extends string, Data extends TSchema>(
  definition: FirstVersion<Name, Data>,
): EventDefinition<Name, Data> {
  return { ...definition, previous: null }
}

/** What happened, and what is told of it besides whom it happened to. */
export interface Told<Data extends TProperties = TProperties> {
  readonly summary: string
  readonly data: Data
}

/** @param summary one sentence in the past, with the ids of the rules that are behind it */
export function told(summary: string): Told<Readonly<Record<never, never>>>
export function told<Data extends TProperties>(summary: string, data: Data): Told<Data>
export function told(summary: string, data: TProperties = {}): Told {
  return { summary, data }
}

/** The record's id, and what is told besides. */
type WithOwnId<Category extends string, Data extends TProperties> = {
  readonly [Key in `${Category}Id` | keyof Data]: Key extends keyof Data ? Data[Key] : typeof Id
}
type DefinitionsOf<Category extends string, Table extends Readonly<Record<string, Told>>> = {
  [Name in keyof Table & string]: EventDefinition<Name, TObject<WithOwnId<Category, Table[Name]['data']>>>
}[keyof Table & string]

/**
 * The events of one kind of stream, each in its first version: every one holds the id of the record.
 * @example eventsOf('lot', { LotReceived: told('A lot entered the warehouse.', { quantity: QuantityText }) })
 */
export function eventsOf<const Category extends string, Table extends Readonly<Record<string, Told>>>(
  category: Category,
  table: Table,
): readonly DefinitionsOf<Category, Table>[] {
  const definitions = Object.entries(table).map(([type, { summary, data }]) =>
    defineEvent({ type, version: 1, summary, data: record({ [`${category}Id`]: Id, ...data }) }),
  )
  // Names and data stay together, entry by entry, which the compiler does not follow through the table.
  return definitions as unknown as readonly DefinitionsOf<Category, Table>[]
}

export interface NextVersion<Before extends TSchema, Data extends TSchema> {
  readonly summary: string
  readonly data: Data
  /**
   * How data of the version before is read as data of this one. Pure, and total: history holds whatever the older schema
   * allows. Personal fields are ciphertext here: they may be moved or left out, but neither read nor put together.
   */
  upcast(data: Immutable<Static<Before>>, event: EventCircumstances): Immutable<Static<Data>>
}

/**
 * Defines the next version of an event type, in the place of the one before: new events are written in it, and stored
 * ones of older versions are read as it.
 * @example
 * const NeedRecorded = nextVersionOf(NeedRecordedV1, {
 *   summary: 'A need of the customer was recorded (CUS-8), with where we know it from.',
 *   data: record({ customerId: Id, description: Text, source: nullable(ShortText) }),
 *   upcast: (data) => ({ ...data, source: null }),
 * })
 */
export function nextVersionOf<const Name extends string, Before extends TSchema, Data extends TSchema>(
  before: EventDefinition<Name, Before>,
  { summary, data, upcast }: NextVersion<Before, Data>,
): EventDefinition<Name, Data> {
  const { type, version } = before
  return { type, version: version + 1, summary, data, previous: { definition: before, upcast } }
}

/** A domain event before it is stored: what `decide` returns. */
export interface DomainEvent<Name extends string = string, Data = unknown> {
  readonly type: Name
  readonly data: Data
  /** Overrides the command's instant where one command records several moments (import of history). */
  readonly occurredAt?: Instant
}

/** Data that nobody may change any more, all the way down. */
export type Immutable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Member)[]
    ? readonly Immutable<Member>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> }

/** The domain event that a definition describes. */
export type EventOf<D> =
  D extends EventDefinition<infer Name, infer Data> ? DomainEvent<Name, Immutable<Static<Data>>> : never

export { type Static, type TProperties, type TSchema, Type } from 'typebox'
export { choice, described, internal, named } from './meaning.ts'

import type { Category } from '@afterline/events'
import { type Bilingual, identifierOf, type RuleId } from '@afterline/rules'

/** What no two records of a kind have in common, as an aggregate declares it. */
export interface UniqueDeclaration<State> {
  /** What it is, such as "product code". */
  readonly is: Bilingual
  /** The rule that asks for it. */
  readonly rule: RuleId
  /** The field of the input that names it. */
  readonly path: string
  /** What to do where it is taken, if that is more than to use the record that is there. */
  readonly remedy?: Bilingual
  /**
   * The values that a record has, each of parts that are compared by `identifierOf`, the one that the field holds first;
   * one with a blank part does not count.
   */
  readonly of: (state: State) => readonly (readonly string[])[]
}

/** The same with its name in the aggregate; of a stream that was not begun there are no values. */
export interface UniqueValue<State> extends Omit<UniqueDeclaration<State>, 'of'> {
  readonly name: string
  of(state: State): readonly (readonly string[])[]
}

/** One value that a record has. */
export interface OwnValue {
  /** Category, name and compared parts: what is taken by one record. */
  readonly key: string
  readonly parts: readonly string[]
  readonly unique: UniqueValue<never>
}

interface WithUnique<State> {
  readonly category: Category
  readonly unique?: readonly UniqueValue<State>[]
}

export function ownValuesOf<State>({ category, unique = [] }: WithUnique<State>, state: State): readonly OwnValue[] {
  const own = unique.flatMap((one) =>
    one.of(state).flatMap((parts) => {
      const key = uniqueKeyOf(category, one.name, parts)
      return key === null ? [] : [{ key, parts, unique: one }]
    }),
  )
  // Two licences of one file may be the same paper; the record has the value once.
  return [...new Map(own.map((value) => [value.key, value])).values()]
}

/** See `OwnValue.key`; `null` where a part is blank. @param name of the value, as the aggregate declares it */
export function uniqueKeyOf(category: Category, name: string, parts: readonly string[]): string | null {
  const compared = parts.map(identifierOf)
  return compared.includes('') ? null : `${category}/${name}/${JSON.stringify(compared)}`
}

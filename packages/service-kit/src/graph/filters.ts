import type { Instant } from '@afterline/rules'
import { inputInvalid, tooLong } from '../graphql/input-problems.ts'
import type { Condition } from '../paging/index.ts'
import { foldedPattern } from './folded-pattern.ts'

/** A condition of a list: how clients write it, and what it means in the database. */
export interface FilterField {
  /** Of the input field, such as `[OrderStatus!]`. */
  readonly inputType: string
  readonly description: string
  /** Where it looks, within the document; `state.<name of the field>` when left out. */
  readonly path?: string
  /** Asks for single values, so that an index which begins with it serves the list's order too. */
  readonly isSingled?: boolean
  /** @param value never null: an absent condition holds for every record */
  condition(path: string, value: unknown): Condition
}

interface Place {
  /** Where the condition looks, within the document; `state.<name of the filter's field>` when left out. */
  readonly path?: string
  /** For portal developers; a sentence about the values when left out. */
  readonly description?: string
}

interface Written extends Place {
  /** How a value is kept that clients may write in several ways. */
  readonly keptAs?: (value: string) => string
}

/** Any of some values: ids, statuses, names. @param type the values' type in the graph */
export function oneOf(type: string, { path, description, keptAs }: Written = {}): FilterField {
  return {
    ...placed(path),
    isSingled: true,
    inputType: `[${type}!]`,
    description: description ?? 'Any of these.',
    // The schema has made it a list of texts.
    condition: (at, values) => ({ [at]: { $in: keptAs === undefined ? values : (values as string[]).map(keptAs) } }),
  }
}

/** Yes or no. */
export function being({ path, description }: Place): FilterField {
  return {
    ...placed(path),
    isSingled: true,
    inputType: 'Boolean',
    description: description ?? 'Whether it is so.',
    condition: (at, value) => ({ [at]: value }),
  }
}

interface Range {
  readonly from?: Instant | null
  readonly before?: Instant | null
}

/** Instants of a stretch of time. */
export function between({ path, description }: Place = {}): FilterField {
  return {
    ...placed(path),
    inputType: 'InstantRange',
    description: description ?? 'Within this stretch of time.',
    // The schema has made it a range.
    condition: (at, value) => ({ [at]: bounds(value as Range) }),
  }
}

function bounds({ from, before }: Range): object {
  // An instant that was never reached is null, which no bound lets through.
  return { $type: 'string', ...(from ? { $gte: from } : {}), ...(before ? { $lt: before } : {}) }
}

/** Whole numbers up to a value. */
export function atMost({ path, description }: Place): FilterField {
  return {
    ...placed(path),
    inputType: 'Int',
    description: description ?? 'At most so much.',
    condition: (at, value) => ({ [at]: { $lte: value } }),
  }
}

/** Instants before one, such as files that nobody has changed since. */
export function olderThan({ path, description }: Place): FilterField {
  return {
    ...placed(path),
    inputType: 'Instant',
    description: description ?? 'Before this instant.',
    condition: (at, value) => ({ [at]: { $type: 'string', $lt: value } }),
  }
}

/** Beginning of a text, whatever its case and width; read as `containing` is. */
export function startingWith({ path, description }: Place): FilterField {
  return {
    ...placed(path),
    inputType: 'String',
    description: description ?? 'How it begins; case and width of letters do not matter.',
    condition: (at, value) => ({ [at]: { $regex: `^${foldedPart(at, value)}` } }),
  }
}

/**
 * Part of a text, whatever its case and width (ＡＢＣ finds abc). Where the field begins an index only that is read, else
 * the documents in the list's order.
 */
export function containing({ path, description }: Place = {}): FilterField {
  return {
    ...placed(path),
    inputType: 'String',
    description: description ?? 'A part of it; case and width of letters do not matter.',
    condition: (at, value) => ({ [at]: { $regex: foldedPart(at, value) } }),
  }
}

/** Nobody looks for more; a pattern of it would be larger than the database takes. */
const LONGEST_PART = 100

function foldedPart(at: string, value: unknown): string {
  const text = String(value)
  if (text.length > LONGEST_PART) throw inputInvalid([tooLong(`filter.${at.replace(/^state\./, '')}`, LONGEST_PART)])
  return foldedPattern(text)
}

function placed(path: string | undefined): { readonly path?: string } {
  return path === undefined ? {} : { path }
}

import type { Bilingual } from '../primitives/bilingual.ts'
import type { ElementKind } from './application-identifiers.ts'

export type ElementProblemCode =
  /** Nothing is left after the symbology identifier. */
  | 'EMPTY'
  /** More characters than a symbol can hold; nothing is read. */
  | 'TEXT_TOO_LONG'
  /** A symbology identifier that does not announce GS1 elements; what follows is not read. */
  | 'SYMBOLOGY_UNKNOWN'
  /** Not an application identifier of GS1; what follows is not read until the next FNC1 or parenthesis. */
  | 'IDENTIFIER_UNKNOWN'
  /** An application identifier a second time, with another value. */
  | 'VALUES_CONFLICT'
  | 'LENGTH_WRONG'
  /** Not a digit, or outside GS1 character set 82. */
  | 'CHARACTER_INVALID'
  | 'CHECK_DIGIT_WRONG'
  /** No such month or no such day. */
  | 'DATE_INVALID'
  /** An FNC1 that ends no element. */
  | 'SEPARATOR_UNEXPECTED'
  /** A value without an FNC1 that could as well end earlier, with another element behind it. */
  | 'AMBIGUOUS'
  /** Only when writing: the text would be read as something else than what was to be written. */
  | 'NOT_REPRESENTABLE'

/** One thing that is wrong with an element string. */
export interface ElementProblem {
  readonly code: ElementProblemCode
  readonly message: Bilingual
  /** Index into the whole text, from 0, of the first character that the problem is about. */
  readonly position: number
  /** As it stands in the text; `null` where the problem belongs to no element. */
  readonly identifier: string | null
}

/** A problem of an element whose application identifier is known. */
export function elementProblem(
  code: ElementProblemCode,
  kind: ElementKind,
  position: number,
  said: Bilingual,
): ElementProblem {
  const label = `(${kind.identifier})`
  const message = { zh: `${kind.name.zh}${label}${said.zh}`, en: `${kind.name.en} ${label} ${said.en}` }
  return { code, message, position, identifier: kind.identifier }
}

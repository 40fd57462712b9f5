/**
 * The form of a value by the table of identifiers: parts in a row, each of digits or of GS1 character set 82, some of them
 * a date or ended by a check digit. Only the last part may have several lengths.
 */
export interface ElementForm {
  readonly parts: readonly FormPart[]
  readonly shortest: number
  readonly longest: number
}

export interface FormPart {
  readonly content: 'DIGITS' | 'CHECKED_DIGITS' | 'DATE' | 'TEXT'
  readonly shortest: number
  readonly longest: number
}

const CONTENTS = { N: 'DIGITS', G: 'CHECKED_DIGITS', D: 'DATE', X: 'TEXT' } as const
const PART = /^(?<content>[NGDX])(?<upTo>\.\.)?(?<length>\d+)(?<optional>\?)?$/

/** @throws Error for what the table's notation does not know */
export function elementForm(written: readonly string[]): ElementForm {
  const parts = written.map(partOf)
  const sum = (lengthOf: (part: FormPart) => number) => parts.reduce((total, part) => total + lengthOf(part), 0)
  return { parts, shortest: sum(({ shortest }) => shortest), longest: sum(({ longest }) => longest) }
}

function partOf(written: string): FormPart {
  const { content, upTo, length, optional } = PART.exec(written)?.groups ?? {}
  const known = content === 'N' || content === 'G' || content === 'D' || content === 'X'
  if (!known) throw new Error(`'${written}' is no part of a value`)
  const longest = Number(length)
  const shortest = upTo === undefined ? longest : 1
  return { content: CONTENTS[content], shortest: optional === undefined ? shortest : 0, longest }
}

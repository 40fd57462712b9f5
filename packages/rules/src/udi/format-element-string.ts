import type { LocalDate } from '../primitives/local-date.ts'
import { elementKinds, FNC1 } from './application-identifiers.ts'
import type { DeviceIdentification } from './device-identification.ts'
import { writeElementDate } from './element-date.ts'
import { type ElementProblem, elementProblem } from './element-problem.ts'
import { type ElementStringResult, parseElementString } from './parse-element-string.ts'

/**
 * `FNC1`: as a scanner sends it. `WITHOUT_FNC1`: for a carrier that cannot hold the separator; refused where it would be
 * ambiguous. `PARENTHESES`: as a label prints it.
 */
export type ElementStringForm = 'FNC1' | 'WITHOUT_FNC1' | 'PARENTHESES'

export interface ElementStringWriting {
  readonly form: ElementStringForm
  /** Of the readers to come: a date that they would take for one of another century is refused. */
  readonly referenceYear: number
}

export type WrittenElementString =
  | { readonly type: 'WRITTEN'; readonly text: string }
  | { readonly type: 'REFUSED'; readonly problems: readonly ElementProblem[] }

/**
 * Writes an element string that `parseElementString` reads as the same identification, or says why there is none; the
 * positions of the problems are those in the text that would have been written. Order: 01, 11, 17, 10, 21. An FNC1
 * stands between lot and serial number, and behind the last value only where the text would be ambiguous without it.
 * @throws RulesError `DATE_INVALID` for a reference year that is not an integer from 1900 to 9899
 */
export function formatElementString(
  identification: DeviceIdentification,
  { form, referenceYear }: ElementStringWriting,
): WrittenElementString {
  const pieces = piecesOf(identification, form)
  const text = pieces.map((piece) => piece.text).join('')
  const read = parseElementString(text, { referenceYear })
  if (form === 'FNC1' && isAmbiguous(read)) {
    const ended = `${text}${FNC1}`
    return confirmed(identification, ended, pieces, parseElementString(ended, { referenceYear }))
  }
  return confirmed(identification, text, pieces, read)
}

interface Piece {
  readonly kind: (typeof elementKinds)[number]
  readonly text: string
  readonly at: number
}

function piecesOf(identification: DeviceIdentification, form: ElementStringForm): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const kind of elementKinds) {
    const written = writtenValue(identification, kind)
    if (written === null) continue
    const text = form === 'PARENTHESES' ? `(${kind.identifier})${written}` : `${kind.identifier}${written}`
    const isLotBeforeSerial = kind.field === 'lot' && identification.serial !== null
    const piece = { kind, text: form === 'FNC1' && isLotBeforeSerial ? `${text}${FNC1}` : text, at }
    pieces.push(piece)
    at += piece.text.length
  }
  return pieces
}

function writtenValue(identification: DeviceIdentification, kind: (typeof elementKinds)[number]): string | null {
  const known = identification[kind.field]
  // Fields of dates hold nothing but local dates.
  return known === null || !kind.isDate ? known : writeElementDate(known as LocalDate)
}

function isAmbiguous(read: ElementStringResult): boolean {
  return read.type === 'REFUSED' && read.problems.some(({ code }) => code === 'AMBIGUOUS')
}

function confirmed(
  identification: DeviceIdentification,
  text: string,
  pieces: readonly Piece[],
  read: ElementStringResult,
): WrittenElementString {
  if (read.type === 'REFUSED') return { type: 'REFUSED', problems: read.problems }
  const problems = pieces.flatMap(({ kind, at }) => {
    const found = read.identification[kind.field]
    if (found === identification[kind.field]) return []
    const said = { zh: `写出后会被读作“${found}”。`, en: `would be read as '${found}' once written.` }
    return [elementProblem('NOT_REPRESENTABLE', kind, at, said)]
  })
  return problems.length > 0 ? { type: 'REFUSED', problems } : { type: 'WRITTEN', text }
}

import type { LocalDate } from '../primitives/local-date.ts'
import { RulesError } from '../rules-error.ts'
import { deviceKindOf, elementKindAt, FNC1, VISIBLE_FNC1 } from './application-identifiers.ts'
import type { DeviceIdentification } from './device-identification.ts'
import { readElementDate } from './element-date.ts'
import { type ElementProblem, elementProblem } from './element-problem.ts'
import { valueProblems, type WrittenElement } from './element-value.ts'
import type { Gtin } from './gtin.ts'
import { otherEnd } from './other-reading.ts'
import { type SplitElements, splitPrinted, splitScanned } from './split-elements.ts'

export interface ElementStringOptions {
  /** The year that the two-digit years of the text are near to; from 1900 to 9899. */
  readonly referenceYear: number
  /**
   * What is known of the way from the symbol to the text. `UNCERTAIN`: an FNC1 may have been lost, so a value that could
   * end earlier is refused as ambiguous. `TRANSMITTED`: each FNC1 of the symbol arrives, so that a value without one
   * does run to the end. Default: `UNCERTAIN`.
   */
  readonly separators?: 'UNCERTAIN' | 'TRANSMITTED'
}

/** An element that a label carries besides, as it stands there. */
export interface UnreadElement {
  /** One of GS1's, such as 240 for an additional product identification. */
  readonly identifier: string
  readonly value: string
}

/** Either every element is without a fault, or every problem is listed, ordered by position. */
export type ElementStringResult =
  | {
      readonly type: 'READ'
      readonly identification: DeviceIdentification
      /** What else the text holds, each element once, in its order. */
      readonly unread: readonly UnreadElement[]
    }
  | {
      readonly type: 'REFUSED'
      readonly problems: readonly ElementProblem[]
      /** What stands there without a fault, to be told and not to be relied on. */
      readonly legible: DeviceIdentification
    }

/** Symbologies whose data are GS1 elements: GS1-128, DataBar, DataMatrix, QR Code and DotCode. */
const SYMBOLOGIES = [']C1', ']e0', ']d2', ']Q3', ']J1']

/** The largest QR Code holds this many digits; no other symbology for GS1 data holds more. */
const LONGEST = 7089

/**
 * Reads a GS1 element string (TRC-1, TRC-2, TRC-7): application identifiers 01, 10, 11, 17 and 21, in any order; the
 * others of GS1 are checked for their form and handed back unread. Either as scanned (an optional symbology identifier, an optional leading FNC1, FNC1 as ASCII 29 behind values of variable
 * length) or as printed, with the identifiers in parentheses. U+241D, the symbol for ASCII 29, stands for FNC1 where control
 * characters cannot be kept. Blanks are characters like others, and refused.
 *
 * A value of variable length ends at the next FNC1, or else at the end of the text. Where that value could end earlier
 * with nothing but faultless elements of GS1 behind it, the text is refused as `AMBIGUOUS`: a lost FNC1 cannot be told from
 * a lot that looks like one, and `2024` in a lot can begin (240). Readers that hand on each FNC1 say so: `TRANSMITTED`. The same application identifier twice counts once when the values are equal.
 *
 * @example '(01)09501101530003(17)270200' expires on 2027-02-28
 * @throws RulesError `DATE_INVALID` for a reference year that is not an integer from 1900 to 9899
 */
export function parseElementString(given: string, options: ElementStringOptions): ElementStringResult {
  const text = given.replaceAll(VISIBLE_FNC1, FNC1)
  const { referenceYear, separators = 'UNCERTAIN' } = options
  if (!Number.isInteger(referenceYear) || referenceYear < 1900 || referenceYear > 9899) {
    throw new RulesError('DATE_INVALID', `${referenceYear} is not a reference year from 1900 to 9899`)
  }
  if (text.length > LONGEST) return refused([textTooLong(text)])
  if (text.startsWith(']') && !SYMBOLOGIES.includes(text.slice(0, 3))) return refused([symbologyUnknown(text)])
  const start = startOfElements(text)
  if (start === text.length) return refused([empty(start)])
  const split = text[start] === '(' ? splitPrinted(text, start) : splitScanned(text, start)
  const problems = [
    ...split.problems,
    ...split.elements.flatMap((element) => valueProblems(element, referenceYear)),
    ...conflicts(split.elements),
    ...(separators === 'UNCERTAIN' ? ambiguities(split, referenceYear) : []),
  ]
  if (problems.length > 0) return refused(problems, identificationOf(withoutFault(split, problems), referenceYear))
  return {
    type: 'READ',
    identification: identificationOf(split.elements, referenceYear),
    unread: unreadOf(split.elements),
  }
}

function startOfElements(text: string): number {
  const symbology = text.startsWith(']') ? 3 : 0
  return text[symbology] === FNC1 ? symbology + 1 : symbology
}

const NOTHING: DeviceIdentification = { gtin: null, lot: null, producedOn: null, expiresOn: null, serial: null }

function refused(problems: readonly ElementProblem[], legible = NOTHING): ElementStringResult {
  return { type: 'REFUSED', problems: problems.toSorted((a, b) => a.position - b.position), legible }
}

function withoutFault({ elements }: SplitElements, problems: readonly ElementProblem[]): readonly WrittenElement[] {
  const faulty = new Set(problems.map(({ identifier }) => identifier))
  return elements.filter(({ kind }) => !faulty.has(kind.identifier))
}

function textTooLong({ length }: string): ElementProblem {
  const message = {
    zh: `共 ${length} 个字符，超过任何码所能容纳的 ${LONGEST} 个。`,
    en: `The text has ${length} characters; no symbol holds more than ${LONGEST}.`,
  }
  return { code: 'TEXT_TOO_LONG', message, position: LONGEST, identifier: null }
}

function symbologyUnknown(text: string): ElementProblem {
  const found = text.slice(0, 3)
  const message = {
    zh: `码制标识符“${found}”不表示 GS1 数据。`,
    en: `The symbology identifier '${found}' does not announce GS1 data.`,
  }
  return { code: 'SYMBOLOGY_UNKNOWN', message, position: 0, identifier: null }
}

function empty(position: number): ElementProblem {
  const message = { zh: '没有任何数据单元。', en: 'There is no element.' }
  return { code: 'EMPTY', message, position, identifier: null }
}

function conflicts(elements: readonly WrittenElement[]): readonly ElementProblem[] {
  return elements.flatMap((element) => {
    const first = elements.find(({ kind }) => kind === element.kind)
    if (!first || first.value === element.value) return []
    const said = {
      zh: `出现两次而值不同：“${first.value}”与“${element.value}”。`,
      en: `occurs twice with different values: '${first.value}' and '${element.value}'.`,
    }
    return [elementProblem('VALUES_CONFLICT', element.kind, element.at, said)]
  })
}

function ambiguities({ elements, openEnded }: SplitElements, referenceYear: number): readonly ElementProblem[] {
  if (openEnded === null) return []
  const { kind, value, valueAt } = openEnded
  const before = elements.filter((element) => element !== openEnded)
  const known = new Map(before.map((element) => [element.kind.identifier, element.value]))
  const end = otherEnd(kind, value, known, referenceYear)
  if (end === null) return []
  const [shorter, next] = [value.slice(0, end), elementKindAt(value.slice(end))?.identifier]
  const said = {
    zh: `没有分隔符 FNC1：可读作“${value}”，也可读作“${shorter}”后接 (${next})。`,
    en: `is not ended by an FNC1: it could be '${value}', or '${shorter}' followed by (${next}).`,
  }
  return [elementProblem('AMBIGUOUS', kind, valueAt + end, said)]
}

/** What is told twice alike is one element; what is told twice otherwise has been refused. */
function unreadOf(elements: readonly WrittenElement[]): readonly UnreadElement[] {
  const others = elements.filter(({ kind }) => deviceKindOf(kind) === undefined)
  return [...new Map(others.map(({ kind: { identifier }, value }) => [identifier, { identifier, value }])).values()]
}

function identificationOf(elements: readonly WrittenElement[], referenceYear: number): DeviceIdentification {
  const textOf = (identifier: string) => elements.find(({ kind }) => kind.identifier === identifier)?.value ?? null
  const dateOf = (identifier: string) => {
    const digits = textOf(identifier)
    // Every value was checked: a date exists, and a GTIN has its check digit.
    return digits === null ? null : (readElementDate(digits, referenceYear) as LocalDate)
  }
  return {
    gtin: textOf('01') as Gtin | null,
    lot: textOf('10'),
    producedOn: dateOf('11'),
    expiresOn: dateOf('17'),
    serial: textOf('21'),
  }
}

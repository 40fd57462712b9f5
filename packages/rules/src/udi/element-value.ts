import type { ElementKind } from './application-identifiers.ts'
import { readElementDate } from './element-date.ts'
import { type ElementProblem, elementProblem } from './element-problem.ts'
import { gtinCheckDigit } from './gtin.ts'

/** An element as it stands in the text. */
export interface WrittenElement {
  readonly kind: ElementKind
  /** Index of the application identifier (or of its parenthesis) in the whole text. */
  readonly at: number
  readonly value: string
  /** Index of the value in the whole text. */
  readonly valueAt: number
}

const NO_DIGIT = /\D/
/** Everything outside GS1 character set 82: 82 printable characters of ASCII, without blank, #, $, @, [, \, ], ^, ` and others. */
const OUTSIDE_SET_82 = /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/

/** What is wrong with one value, whatever stands beside it; empty when it can be read. */
export function valueProblems(element: WrittenElement, referenceYear: number): readonly ElementProblem[] {
  const form = [...lengthProblems(element), ...characterProblems(element)]
  if (form.length > 0 || element.kind.content === 'TEXT') return form
  return element.kind.content === 'GTIN' ? checkDigitProblems(element) : dateProblems(element, referenceYear)
}

function lengthProblems({ kind, value, valueAt }: WrittenElement): readonly ElementProblem[] {
  const { length } = kind
  const counted = value.length
  const isRight = kind.isFixed ? counted === length : counted >= 1 && counted <= length
  if (isRight) return []
  const said = kind.isFixed
    ? { zh: `应为 ${length} 位，实为 ${counted} 位。`, en: `has ${counted} characters instead of ${length}.` }
    : { zh: `应为 1 至 ${length} 位，实为 ${counted} 位。`, en: `has ${counted} characters instead of 1 to ${length}.` }
  return [elementProblem('LENGTH_WRONG', kind, valueAt, said)]
}

function characterProblems({ kind, value, valueAt }: WrittenElement): readonly ElementProblem[] {
  const isText = kind.content === 'TEXT'
  const at = value.search(isText ? OUTSIDE_SET_82 : NO_DIGIT)
  if (at < 0) return []
  const code = (value.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const said = isText
    ? { zh: `含字符集 82 以外的字符 U+${code}。`, en: `has the character U+${code}, which is not in set 82.` }
    : { zh: `含非数字字符 U+${code}。`, en: `has the character U+${code} instead of a digit.` }
  return [elementProblem('CHARACTER_INVALID', kind, valueAt + at, said)]
}

function checkDigitProblems({ kind, value, valueAt }: WrittenElement): readonly ElementProblem[] {
  const right = String(gtinCheckDigit(value.slice(0, 13)))
  const found = value.slice(13)
  if (found === right) return []
  const said = { zh: `校验位应为 ${right}，实为 ${found}。`, en: `ends in ${found}; its check digit is ${right}.` }
  return [elementProblem('CHECK_DIGIT_WRONG', kind, valueAt + 13, said)]
}

function dateProblems({ kind, value, valueAt }: WrittenElement, referenceYear: number): readonly ElementProblem[] {
  const read = readElementDate(value, referenceYear)
  if (read === 'MONTH') {
    const month = value.slice(2, 4)
    const said = { zh: `没有 ${month} 月。`, en: `names month ${month}, which does not exist.` }
    return [elementProblem('DATE_INVALID', kind, valueAt + 2, said)]
  }
  if (read !== 'DAY') return []
  const said = { zh: `${value} 中没有这一天。`, en: `names a day that its month does not have: ${value}.` }
  return [elementProblem('DATE_INVALID', kind, valueAt + 4, said)]
}

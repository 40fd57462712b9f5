import type { ElementKind } from './application-identifiers.ts'
import { readElementDate } from './element-date.ts'
import type { FormPart } from './element-form.ts'
import { type ElementProblem, elementProblem } from './element-problem.ts'
import { checkDigitOf } from './gtin.ts'

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
  const parts = writtenParts(element)
  const form = [...lengthProblems(element), ...parts.flatMap((part) => characterProblems(element, part))]
  if (form.length > 0) return form
  return parts.flatMap((part) => [
    ...(part.content === 'CHECKED_DIGITS' ? checkDigitProblems(element, part) : []),
    ...(part.content === 'DATE' ? dateProblems(element, part, referenceYear) : []),
  ])
}

/** What of a value is a part of its form; `at` is the index within the value. */
interface WrittenPart {
  readonly content: FormPart['content']
  readonly text: string
  readonly at: number
}

/** Each part takes as much as it may; what is too much belongs to the last one. */
function writtenParts({ kind, value }: WrittenElement): readonly WrittenPart[] {
  let at = 0
  return kind.form.parts.map(({ content, longest }, index, { length }) => {
    const part = { content, at, text: value.slice(at, index === length - 1 ? undefined : at + longest) }
    at += part.text.length
    return part
  })
}

function lengthProblems({ kind, value, valueAt }: WrittenElement): readonly ElementProblem[] {
  const { shortest, longest } = kind.form
  const counted = value.length
  if (shortest <= counted && counted <= longest) return []
  const said =
    shortest === longest
      ? { zh: `应为 ${longest} 位，实为 ${counted} 位。`, en: `has ${counted} characters instead of ${longest}.` }
      : {
          zh: `应为 ${shortest} 至 ${longest} 位，实为 ${counted} 位。`,
          en: `has ${counted} characters instead of ${shortest} to ${longest}.`,
        }
  return [elementProblem('LENGTH_WRONG', kind, valueAt, said)]
}

function characterProblems({ kind, valueAt }: WrittenElement, part: WrittenPart): readonly ElementProblem[] {
  const isText = part.content === 'TEXT'
  const at = part.text.search(isText ? OUTSIDE_SET_82 : NO_DIGIT)
  if (at < 0) return []
  const code = (part.text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const said = isText
    ? { zh: `含字符集 82 以外的字符 U+${code}。`, en: `has the character U+${code}, which is not in set 82.` }
    : { zh: `含非数字字符 U+${code}。`, en: `has the character U+${code} instead of a digit.` }
  return [elementProblem('CHARACTER_INVALID', kind, valueAt + part.at + at, said)]
}

function checkDigitProblems({ kind, valueAt }: WrittenElement, { text, at }: WrittenPart): readonly ElementProblem[] {
  const right = String(checkDigitOf(text.slice(0, -1)))
  const found = text.slice(-1)
  if (found === right) return []
  const said = { zh: `校验位应为 ${right}，实为 ${found}。`, en: `ends in ${found}; its check digit is ${right}.` }
  return [elementProblem('CHECK_DIGIT_WRONG', kind, valueAt + at + text.length - 1, said)]
}

function dateProblems(
  { kind, valueAt }: WrittenElement,
  { text, at }: WrittenPart,
  referenceYear: number,
): readonly ElementProblem[] {
  const read = readElementDate(text, referenceYear)
  if (read === 'MONTH') {
    const month = text.slice(2, 4)
    const said = { zh: `没有 ${month} 月。`, en: `names month ${month}, which does not exist.` }
    return [elementProblem('DATE_INVALID', kind, valueAt + at + 2, said)]
  }
  if (read !== 'DAY') return []
  const said = { zh: `${text} 中没有这一天。`, en: `names a day that its month does not have: ${text}.` }
  return [elementProblem('DATE_INVALID', kind, valueAt + at + 4, said)]
}

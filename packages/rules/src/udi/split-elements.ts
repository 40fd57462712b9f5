import { elementKindAt, elementKindOf, FNC1 } from './application-identifiers.ts'
import type { ElementProblem } from './element-problem.ts'
import type { WrittenElement } from './element-value.ts'

/** The elements of a text, and what kept others from being told apart. */
export interface SplitElements {
  readonly elements: readonly WrittenElement[]
  readonly problems: readonly ElementProblem[]
  /** The last element when its value has no fixed length and nothing but the end of the text ends it. */
  readonly openEnded: WrittenElement | null
}

/** Splits what a scanner sends, from an index on. A value without FNC1 runs to the end. */
export function splitScanned(text: string, start: number): SplitElements {
  const elements: WrittenElement[] = []
  const problems: ElementProblem[] = []
  let openEnded: WrittenElement | null = null
  for (let at = start; at < text.length; ) {
    if (text[at] === FNC1) {
      problems.push(separatorUnexpected(at))
      at += 1
      continue
    }
    const nextSeparator = text.indexOf(FNC1, at)
    const limit = nextSeparator < 0 ? text.length : nextSeparator
    const kind = elementKindAt(text.slice(at, limit))
    if (!kind) {
      problems.push(identifierUnknown(text.slice(at, Math.min(at + 2, limit)), at))
      at = limit + 1
      continue
    }
    const valueAt = at + kind.identifier.length
    const end = kind.isFixed ? Math.min(valueAt + kind.form.longest, limit) : limit
    const element = { kind, at, value: text.slice(valueAt, end), valueAt }
    elements.push(element)
    openEnded = !kind.isFixed && end === text.length ? element : null
    // One FNC1 behind an element belongs to it, also where a fixed length or the end makes it superfluous.
    at = text[end] === FNC1 ? end + 1 : end
  }
  return { elements, problems, openEnded }
}

const IN_PARENTHESES = /\((\d{2,4})\)/g

/** Splits what a label prints, from an index on: each 2 to 4 digits in parentheses begin an element. */
export function splitPrinted(text: string, start: number): SplitElements {
  const marks = [...text.slice(start).matchAll(IN_PARENTHESES)].map(({ 0: whole, 1: identifier = '', index }) => ({
    identifier,
    at: start + index,
    valueAt: start + index + whole.length,
  }))
  const problems: ElementProblem[] = []
  if (marks[0]?.at !== start) problems.push(identifierUnknown(text.slice(start, marks[0]?.at), start))
  const elements = marks.flatMap(({ identifier, at, valueAt }, index) => {
    const kind = elementKindOf(identifier)
    if (kind) return [{ kind, at, value: text.slice(valueAt, marks[index + 1]?.at), valueAt }]
    problems.push(identifierUnknown(identifier, at))
    return []
  })
  return { elements, problems, openEnded: null }
}

function separatorUnexpected(position: number): ElementProblem {
  const message = { zh: '此处的分隔符 FNC1 前没有数据单元。', en: 'Here is a separator FNC1 that ends no element.' }
  return { code: 'SEPARATOR_UNEXPECTED', message, position, identifier: null }
}

function identifierUnknown(identifier: string, position: number): ElementProblem {
  const message = {
    zh: `“${identifier}”不是 GS1 的应用标识符。`,
    en: `'${identifier}' is no application identifier of GS1.`,
  }
  return { code: 'IDENTIFIER_UNKNOWN', message, position, identifier }
}

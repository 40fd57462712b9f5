import { plainOf, quoted } from './cell-text.ts'

/** How a file writes numbers. */
export interface NumberMarks {
  /** Between units and fractions. */
  readonly decimalMark: '.' | ','
  /** Between groups of three digits; without one, `1,250` is not guessed at. */
  readonly groupingMark?: '.' | ',' | ' ' | "'" | undefined
}

/**
 * The number of a cell with a point and without groups: `1.250,5` is `1250.5` where the mapping says so.
 * @throws RangeError for everything else
 */
export function decimalText(cell: string, marks: NumberMarks): string {
  const text = plainOf(cell)
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  const [whole = '', fraction, ...others] = text.slice(sign.length).split(marks.decimalMark)
  const digits = withoutGroups(whole, marks.groupingMark)
  const isNumber = /^\d+$/.test(digits) && others.length === 0 && (fraction === undefined || /^\d+$/.test(fraction))
  if (!isNumber) throw new RangeError(`${quoted(text)} is not a number with the decimal mark ${marks.decimalMark}`)
  return `${sign === '-' ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Groups are of three digits, but the first; anything else is no grouping, and left for the caller to refuse. */
function withoutGroups(whole: string, mark: NumberMarks['groupingMark']): string {
  if (mark === undefined) return whole
  const groups = whole.split(mark)
  const areGroups = groups.every((group, index) => (index === 0 ? group.length <= 3 : group.length === 3))
  return groups.length > 1 && areGroups ? groups.join('') : whole
}

/** @throws RangeError */
export function integerOf(cell: string): number {
  const text = plainOf(cell)
  if (!/^[+-]?\d{1,15}$/.test(text)) throw new RangeError(`${quoted(text)} is not an integer`)
  return Number(text)
}

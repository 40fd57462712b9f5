import type { MarkedText } from './marks.ts'

/** What the feeds of Apple say of a day beside its summary: the property, and the kinds of day that it names. */
export const SPECIAL_DAY = 'X-APPLE-SPECIAL-DAY'

/** The kind of day that a value of `X-APPLE-SPECIAL-DAY` names; a value that is not known here says nothing clear. */
function specialKind(value: string): MarkedText['kind'] {
  if (value === 'ALTERNATE-WORKDAY') return 'WORKING'
  return value === 'WORK-HOLIDAY' ? 'HOLIDAY' : 'UNCLEAR'
}

/**
 * Text and property together. The property decides where the text leaves it open; where the text says otherwise, or two
 * properties do, nobody can tell.
 */
export function withSpecialDays(marked: MarkedText, values: readonly string[]): MarkedText {
  if (values.length === 0) return marked
  const kinds = new Set(values.map(specialKind))
  const [kind = 'UNCLEAR'] = kinds
  const isOpen = marked.kind === 'UNCLEAR' || marked.mark === null
  const isAgreed = kinds.size === 1 && (isOpen || marked.kind === kind)
  const told = values.map((value) => `${SPECIAL_DAY}:${value}`)
  const mark = [...(marked.mark === null ? [] : [marked.mark]), ...told].join(', ')
  return { kind: isAgreed ? kind : 'UNCLEAR', mark }
}

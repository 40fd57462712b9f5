import { RulesError } from '../../rules-error.ts'

/** UNCLEAR: the text speaks of the day, but does not say which of the two it is. */
export type MarkedKind = 'HOLIDAY' | 'WORKING' | 'UNCLEAR'

/** A text in summary or categories that says what kind of day an event is. */
export interface FeedMark {
  /** Compared without regard to case and to full or half width. */
  readonly text: string
  readonly kind: MarkedKind
  /** True when letters or digits beside it make it another word: 班 in '春节 班', but not in '班会'. */
  readonly isWord: boolean
}

function anywhere(kind: MarkedKind, ...texts: readonly string[]): readonly FeedMark[] {
  return texts.map((text) => ({ text, kind, isWord: false }))
}

/**
 * What published feeds of Chinese holidays write. A longer mark hides the shorter ones inside it: '非工作日' is free
 * although it contains '工作日'. '调休' alone tells of a swap, not on which side of it the day is.
 */
export const defaultFeedMarks: readonly FeedMark[] = [
  { text: '班', kind: 'WORKING', isWord: true },
  { text: '休', kind: 'HOLIDAY', isWord: true },
  ...anywhere('WORKING', '补班', '上班', '工作日', '调休上班', '调休补班', '调休工作日'),
  ...anywhere('WORKING', '(work)', 'make-up work', 'working day', 'workday'),
  ...anywhere('HOLIDAY', '放假', '休假', '调休放假', '非工作日', '(off)', 'day off', 'non-working day', 'non-workday'),
  ...anywhere('UNCLEAR', '调休'),
]

/** The kind and the mark that decided it; `null` for a text without any mark. */
export interface MarkedText {
  readonly kind: MarkedKind
  readonly mark: string | null
}

/**
 * An event without any mark is a holiday; one with marks of different kinds is unclear.
 * @throws RulesError `CALENDAR_INVALID` for a mark without text
 */
export function markedText(text: string, marks: readonly FeedMark[]): MarkedText {
  const found: FeedMark[] = []
  let rest = comparable(text)
  for (const mark of marks.toSorted((a, b) => b.text.length - a.text.length)) {
    const without = rest.replace(patternOf(mark), ' ')
    if (without !== rest) found.push(mark)
    rest = without
  }
  const [first] = found
  if (!first) return { kind: 'HOLIDAY', mark: null }
  const isClear = found.every(({ kind }) => kind === first.kind)
  return { kind: isClear ? first.kind : 'UNCLEAR', mark: found.map((mark) => mark.text).join(', ') }
}

function patternOf({ text, isWord }: FeedMark): RegExp {
  if (text.trim() === '') throw new RulesError('CALENDAR_INVALID', `'${text}' is not a text that marks a day`)
  const escaped = RegExp.escape(comparable(text))
  return new RegExp(isWord ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped, 'gu')
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

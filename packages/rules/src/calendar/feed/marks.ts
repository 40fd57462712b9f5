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
  /** True when it counts only in a text without any other mark: a hint at work, not a statement. */
  readonly isHint?: boolean
}

const makeUp = ['make-up', 'makeup', 'make up', 'compensatory', 'compensation', 'adjusted'] as const

function anywhere(kind: MarkedKind, ...texts: readonly string[]): readonly FeedMark[] {
  return texts.map((text) => ({ text, kind, isWord: false }))
}

/**
 * What published feeds of Chinese holidays write, on the mainland, in Taiwan and abroad. A longer mark hides the shorter
 * ones inside it: '非工作日' is free although it contains '工作日'. '调休' alone tells of a swap, not on which side of it the
 * day is. Where a text only hints at work, as '值班' or 'working from home' do, somebody decides: a make-up day that is
 * taken for a holiday moves every limit of that week.
 */
export const defaultFeedMarks: readonly FeedMark[] = [
  { text: '班', kind: 'WORKING', isWord: true },
  { text: '休', kind: 'HOLIDAY', isWord: true },
  ...anywhere('WORKING', '补班', '補班', '上班', '工作日', '调休上班', '調休上班', '调休补班', '調休補班'),
  ...anywhere('WORKING', '调休工作日', '調休工作日', '(work)', 'working day', 'workday', 'work day'),
  ...makeUp.flatMap((word) =>
    anywhere('WORKING', `${word} work`, `${word} working day`, `${word} workday`, `${word} work day`),
  ),
  ...anywhere(
    'HOLIDAY',
    '放假',
    '休假',
    '调休放假',
    '調休放假',
    '补休',
    '補休',
    '补假',
    '補假',
    '(off)',
    'day off',
    'no work',
  ),
  ...anywhere('HOLIDAY', '非工作日', '不上班', '不用上班', '无需上班', '無需上班', '停止上班', '停班'),
  ...['non-', 'non ', 'non'].flatMap((not) =>
    anywhere('HOLIDAY', `${not}working day`, `${not}workday`, `${not}work day`),
  ),
  ...anywhere('UNCLEAR', '调休', '調休', '调班', '調班', '换休', '換休'),
  ...hints(false, '班', '补', '補', '课', '課', ...makeUp),
  ...hints(true, 'work', 'works', 'working', 'duty', 'shift', 'school'),
]

function hints(isWord: boolean, ...texts: readonly string[]): readonly FeedMark[] {
  return texts.map((text) => ({ text, kind: 'UNCLEAR', isWord, isHint: true }))
}

/** The kind and the mark that decided it; `null` for a text without any mark. */
export interface MarkedText {
  readonly kind: MarkedKind
  readonly mark: string | null
}

/**
 * An event without any mark is a holiday; one with marks of different kinds, or with hints alone, is unclear.
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
  const stated = found.filter(({ isHint }) => isHint !== true)
  const decisive = stated.length > 0 ? stated : found
  const [first] = decisive
  if (!first) return { kind: 'HOLIDAY', mark: null }
  const isClear = decisive.every(({ kind }) => kind === first.kind)
  return { kind: isClear ? first.kind : 'UNCLEAR', mark: decisive.map((mark) => mark.text).join(', ') }
}

function patternOf({ text, isWord }: FeedMark): RegExp {
  if (text.trim() === '') throw new RulesError('CALENDAR_INVALID', `'${text}' is not a text that marks a day`)
  const escaped = RegExp.escape(comparable(text))
  return new RegExp(isWord ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped, 'gu')
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

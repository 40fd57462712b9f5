/** Joiners and selectors of form, which a text may hold (see `hiddenIn`) and nobody types into a search. */
const BETWEEN = '[\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]*'
const INVISIBLE = /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu

/** From ASCII to the full-width form of the same character, as input methods for Chinese write it. */
const FULL_WIDTH_OFFSET = 0xfee0
const FIRST_WITH_FULL_WIDTH = 0x21
const LAST_WITH_FULL_WIDTH = 0x7e
const IDEOGRAPHIC_SPACE = '\u3000'

/**
 * A pattern that finds a text whatever the case and width of its letters, and whatever stands between them that nobody
 * sees, such as the selector of a character's form; nothing in the text is an expression.
 * @example foldedPattern('Ａb') finds 'ab', 'AB' and 'ＡＢ'
 */
export function foldedPattern(text: string): string {
  return [...withoutInvisible(text)].map(anyFormOf).join(BETWEEN)
}

function withoutInvisible(text: string): string {
  const seen = text.replace(INVISIBLE, '')
  return seen === '' ? text : seen
}

/** The character itself, and what it is folded to: one character, or several as for ㎡. */
function anyFormOf(character: string): string {
  const folded = [...character.normalize('NFKC')]
  if (folded.length === 1) return classOf([character, ...folded])
  return `(?:${classOf([character])}|${folded.map((part) => classOf([part])).join('')})`
}

function classOf(characters: readonly string[]): string {
  const cased = characters
    .flatMap((character) => [character, character.toLowerCase(), character.toUpperCase()])
    .filter((form) => [...form].length === 1)
  const forms = new Set(cased.flatMap((form) => [form, fullWidthOf(form)]))
  return `[${[...forms].map(escaped).join('')}]`
}

function fullWidthOf(character: string): string {
  if (character === ' ') return IDEOGRAPHIC_SPACE
  const code = character.codePointAt(0) ?? 0
  const hasOne = code >= FIRST_WITH_FULL_WIDTH && code <= LAST_WITH_FULL_WIDTH
  return hasOne ? String.fromCodePoint(code + FULL_WIDTH_OFFSET) : character
}

function escaped(character: string): string {
  return /[\\\]^[-]/.test(character) ? `\\${character}` : character
}

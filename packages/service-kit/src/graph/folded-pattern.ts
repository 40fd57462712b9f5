/** From ASCII to the full-width form of the same character, as input methods for Chinese write it. */
const FULL_WIDTH_OFFSET = 0xfee0
const FIRST_WITH_FULL_WIDTH = 0x21
const LAST_WITH_FULL_WIDTH = 0x7e
const IDEOGRAPHIC_SPACE = '\u3000'

/**
 * A pattern that finds a text whatever the case and width of its letters; nothing in the text is an expression.
 * @example foldedPattern('Ａb') finds 'ab', 'AB' and 'ＡＢ'
 */
export function foldedPattern(text: string): string {
  return [...text].map(anyFormOf).join('')
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

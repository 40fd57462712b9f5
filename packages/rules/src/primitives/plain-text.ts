/*
 * What texts that somebody enters are made into, once, where they come in: composed (NFC), without blanks around them, and
 * without characters that nobody sees. Two texts that look alike are then one text, and one that looks empty is.
 *
 * Some writing needs characters without a form of their own. They stay where they do something, in texts that people read:
 * joiners between letters of scripts that join or stack (a Persian word, a conjunct of Devanagari), joiners and variation
 * selectors of emoji, and the selectors that choose the form of a Chinese, Japanese or Mongolian character, as names ask
 * for them. Anywhere else, and in every identifier, they are hidden text.
 */

/** Scripts in which a joiner changes what is read. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mandaic', 'Mongolian', 'Nko', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya'],
  ...['Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Balinese', 'Javanese'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('')

/** A selector belongs to a script as its letters do: after one that is hidden, another would be, too. */
const letterOf = (scripts: string) => `[[${scripts}]--\\p{Default_Ignorable_Code_Point}]`

const MEANINGFUL = new RegExp(
  [
    `(?<=${letterOf(JOINING)})[\\u200c\\u200d](?=${letterOf(JOINING)})`,
    '(?<=\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?)\\u200d(?=\\p{Extended_Pictographic})',
    '(?<=(?![0-9#*])\\p{Emoji})[\\ufe0e\\ufe0f]',
    '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
    '(?<=\\p{Script=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    `(?<=${letterOf('\\p{Script=Mongolian}')})[\\u180b-\\u180d\\u180f]`,
  ].join('|'),
  'gv',
)

/** Besides what shows as nothing by itself: separators of lines that no keyboard has, and anchors of annotations. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u
/** A pattern of Braille without a dot looks like a blank, too. */
const BLANK = /^[\s\u2800]*$/u
/** Full-width forms of ASCII and half-width ones of kana, and the blank that is as wide as a character. */
const OTHER_WIDTH = /[\uff01-\uff9f\u3000]/gu

/** Composed, without blanks around it; empty where it only looks written. */
export function plainText(text: string): string {
  const composed = text.normalize('NFC').trim()
  return BLANK.test(composed) ? '' : composed
}

/** The plain text of what names a thing: in the width of ASCII, which is what people mean whatever keyboard they use. */
export function plainIdentifier(text: string): string {
  return plainText(text.replace(OTHER_WIDTH, (character) => character.normalize('NFKC')))
}

/** The first character of a text that nobody sees and that does nothing in it, as `U+200B`; `null` for none. */
export function hiddenIn(text: string): string | null {
  return hiddenInIdentifier(text.replace(MEANINGFUL, ''))
}

/** As `hiddenIn`, of what names a thing: no such character does anything there. */
export function hiddenInIdentifier(text: string): string | null {
  const found = INVISIBLE.exec(text)?.[0].codePointAt(0)
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu')

/**
 * A text as another system wrote it, without what is hidden in it: nobody is there to correct it, and no record is lost
 * over a character that nobody sees.
 */
export function withoutHidden(text: string): string {
  const kept = new Set([...text.matchAll(MEANINGFUL)].map(({ index }) => index))
  return text.replace(EVERY_INVISIBLE, (character, at: number) => (kept.has(at) ? character : ''))
}

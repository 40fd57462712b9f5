/** Characters that are there and that nobody sees: control characters, joiners, marks of direction, byte order marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const BLANKS = /\s+/gu
/** What keyboards, word processors and label printers write for a hyphen. */
const HYPHENS = /[\u2010-\u2015\u2212]/gu

/**
 * The one form of a text that tells things apart, such as a lot number, a product code or a name of an organisation:
 * whatever the width and the case of its letters, its blanks, its hyphens, and characters that nobody sees. Compared
 * only; what is stored and shown is what was entered.
 * @example identifierOf(' ｌ－１ ') is 'L-1'
 */
export function identifierOf(text: string): string {
  const form = folded(text)
  // What comes together when something between is left out may be one character.
  return form === text ? form : identifierOf(form)
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(BLANKS, '').replace(HYPHENS, '-').toUpperCase()
}

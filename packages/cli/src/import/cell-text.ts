/*
 * What spreadsheets and web forms leave in cells that nobody sees. Text keeps its letters; identifiers and numbers are
 * read in half width, so that `Ａ１` and `A1` are one key and `２` is a 2.
 */

/** Soft hyphens, zero-width spaces, marks of order and of writing direction. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
/** They join letters of some scripts, and emoji: text keeps them. */
const JOINERS = /[\u200C\u200D]/g
const WIDE_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const HALF_WIDTH_DISTANCE = 0xfee0

/** A cell as text: without what nobody sees, and without space around it. */
export function textOf(cell: string): string {
  return cell.replaceAll(INVISIBLE, '').replaceAll(WIDE_SPACES, ' ').trim()
}

/** A cell as something that is compared: a key, a number, a date. */
export function plainOf(cell: string): string {
  return textOf(cell)
    .replaceAll(JOINERS, '')
    .replaceAll(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - HALF_WIDTH_DISTANCE))
    .replaceAll('\u2212', '-')
    .normalize('NFC')
    .trim()
}

/** Whether a spreadsheet has made a rounded number of a long one: its last digits are gone, and nothing brings them back. */
export function isRounded(cell: string): boolean {
  return /^[+-]?\d(?:[.,]\d+)?E\+\d+$/i.test(plainOf(cell))
}

/** Whether a cell holds what a spreadsheet writes where it could not compute: `#N/A`, `#REF!`. */
export function isSpreadsheetError(cell: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/.test(plainOf(cell))
}

/** As much of a cell as a message may quote. */
export function quoted(cell: string): string {
  return `'${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}'`
}

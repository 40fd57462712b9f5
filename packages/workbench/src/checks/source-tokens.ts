/** A piece of TypeScript source. Comments and regular expressions leave none. */
export interface Token {
  /** TEXT is the content of a string or template literal, WORD a name, keyword or number, MARK one other character. */
  readonly kind: 'TEXT' | 'WORD' | 'MARK'
  readonly value: string
}

interface Piece {
  /** `null` for what says nothing: blanks, comments, regular expressions. */
  readonly token: Token | null
  readonly end: number
}

/**
 * Enough of the language to tell what is code, what is text and what is neither. Whether a slash divides or begins a
 * regular expression is judged by what stands before it.
 */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < source.length; ) {
    const { token, end } = pieceAt(source, at, tokens.at(-1))
    if (token !== null) tokens.push(token)
    at = end
  }
  return tokens
}

const BLANK = /\s+/y
const LINE_COMMENT = /\/\/[^\n]*/y
const BLOCK_COMMENT = /\/\*[\s\S]*?\*\//y
const STRING = /'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)"/y
const WORD = /[\p{ID_Start}$_\d][\p{ID_Continue}$]*/uy
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y

function pieceAt(source: string, at: number, before: Token | undefined): Piece {
  for (const silent of [BLANK, LINE_COMMENT, BLOCK_COMMENT]) {
    const end = endOf(silent, source, at)
    if (end !== null) return { token: null, end }
  }
  const string = matchAt(STRING, source, at)
  if (string !== null) return { token: text(string[1] ?? string[2] ?? ''), end: at + string[0].length }
  if (source[at] === '`') return templateAt(source, at)
  const word = matchAt(WORD, source, at)
  if (word !== null) return { token: { kind: 'WORD', value: word[0] }, end: at + word[0].length }
  const expression = mayBeginExpression(before) ? endOf(REGULAR_EXPRESSION, source, at) : null
  if (expression !== null) return { token: null, end: expression }
  return { token: { kind: 'MARK', value: source[at] ?? '' }, end: at + 1 }
}

/** The fixed parts of a template; what is put in between says nothing before it runs. */
function templateAt(source: string, start: number): Piece {
  let value = ''
  let at = start + 1
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) {
      value += ' '
      at = endOfInsertion(source, at + 2)
    } else {
      const length = source[at] === '\\' ? 2 : 1
      value += source.slice(at, at + length)
      at += length
    }
  }
  return { token: text(value), end: at + 1 }
}

function endOfInsertion(source: string, start: number): number {
  let depth = 1
  let before: Token | undefined
  let at = start
  while (at < source.length) {
    const { token, end } = pieceAt(source, at, before)
    at = end
    before = token ?? before
    if (isMark(token, '{')) depth += 1
    if (isMark(token, '}')) depth -= 1
    if (depth === 0) return at
  }
  return at
}

/** After a value a slash divides; after anything else it begins a regular expression. */
function mayBeginExpression(before: Token | undefined): boolean {
  if (before === undefined || before.value === 'return') return true
  return before.kind === 'MARK' && !')]}'.includes(before.value)
}

export function isMark(token: Token | null | undefined, value: string): boolean {
  return token?.kind === 'MARK' && token.value === value
}

function text(raw: string): Token {
  return { kind: 'TEXT', value: raw.replaceAll(/\\(['"`\\])/g, '$1') }
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function endOf(pattern: RegExp, source: string, at: number): number | null {
  const match = matchAt(pattern, source, at)
  return match === null ? null : at + match[0].length
}

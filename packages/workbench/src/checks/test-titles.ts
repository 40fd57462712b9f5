import { isMark, type Token, tokensOf } from './source-tokens.ts'

/** A title of a test or of a group of tests. */
export interface TestTitle {
  /** As it is written, with its placeholders. */
  readonly title: string
  /** What the runner puts in place of the placeholders, as far as the source says it. */
  readonly printed: readonly string[]
}

const CALLS = ['it', 'test', 'describe']
/** Nothing is proved by what does not run, or is expected to fail. */
const NOT_RUN = ['skip', 'todo', 'failing']

/**
 * The titles of the tests that a source runs. An id in a row of `it.each` counts where the runner prints it, that is, where
 * a placeholder of the title stands for it; an expected value, a comment and a name that rows are kept under do not.
 */
export function titlesIn(source: string): readonly TestTitle[] {
  const tokens = tokensOf(source)
  const titles: TestTitle[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const call = callAt(tokens, at)
    if (call === null) continue
    if (call.isRun && call.title?.kind === 'TEXT') {
      titles.push({ title: call.title.value, printed: printedIn(call.title.value, call.rows) })
    }
    // What stands inside a test that does not run does not run either.
    if (!call.isRun) at = endOfGroup(tokens, call.opensAt)
  }
  return titles
}

interface Call {
  readonly isRun: boolean
  readonly rows: readonly Token[]
  readonly title: Token | undefined
  readonly opensAt: number
}

function callAt(tokens: readonly Token[], start: number): Call | null {
  const word = tokens[start]
  if (word?.kind !== 'WORD' || !CALLS.includes(word.value) || isMark(tokens[start - 1], '.')) return null
  const modifiers: string[] = []
  let at = start + 1
  for (; isMark(tokens[at], '.'); at += 2) modifiers.push(tokens[at + 1]?.value ?? '')
  const isRun = !modifiers.some((modifier) => NOT_RUN.includes(modifier))
  if (isMark(tokens[at], '<')) at = endOfTypeArguments(tokens, at) + 1
  let rows: readonly Token[] = []
  if (modifiers.includes('each') && isMark(tokens[at], '(')) {
    const end = endOfGroup(tokens, at)
    rows = tokens.slice(at + 1, end)
    at = end + 1
  }
  return isMark(tokens[at], '(') ? { isRun, rows, title: tokens[at + 1], opensAt: at } : null
}

function printedIn(title: string, rows: readonly Token[]): readonly string[] {
  const placeholders = title.match(/%[sdifjopc]/g)?.length ?? 0
  const properties = [...title.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? '')
  return elementsOf(rows).flatMap((row) => {
    if (isMark(row[0], '{')) return properties.flatMap((name) => propertyOf(row, name))
    const columns = isMark(row[0], '[') ? elementsOf(row) : [row]
    return columns.slice(0, placeholders).flatMap(textsOf)
  })
}

/** The elements of an array literal; none where the tokens begin with something else, such as the name of a table. */
function elementsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (!isMark(tokens[0], '[')) return []
  const elements: Token[][] = [[]]
  let depth = 0
  for (const token of tokens.slice(1, endOfGroup(tokens, 0))) {
    if (isOpening(token)) depth += 1
    if (isClosing(token)) depth -= 1
    if (depth === 0 && isMark(token, ',')) elements.push([])
    else elements.at(-1)?.push(token)
  }
  return elements.filter((element) => element.length > 0)
}

/** Texts of a value that is written out; what is computed is not known here. */
function textsOf(column: readonly Token[]): readonly string[] {
  if (column.some((token) => isMark(token, '('))) return []
  return column.filter(({ kind }) => kind === 'TEXT').map(({ value }) => value)
}

function propertyOf(row: readonly Token[], name: string): readonly string[] {
  const at = row.findIndex((token, index) => token.value === name && isMark(row[index + 1], ':'))
  const value = at === -1 ? undefined : row[at + 2]
  return value?.kind === 'TEXT' ? [value.value] : []
}

/** Index of what closes the bracket at an index; the end of the source where nothing does. */
function endOfGroup(tokens: readonly Token[], opensAt: number): number {
  let depth = 0
  for (let at = opensAt; at < tokens.length; at += 1) {
    if (isOpening(tokens[at])) depth += 1
    if (isClosing(tokens[at])) depth -= 1
    if (depth === 0) return at
  }
  return tokens.length
}

/** Index of the `>` that closes the `<` at an index; an arrow of a function type closes nothing. */
function endOfTypeArguments(tokens: readonly Token[], opensAt: number): number {
  let depth = 0
  for (let at = opensAt; at < tokens.length; at += 1) {
    if (isMark(tokens[at], '<')) depth += 1
    if (isMark(tokens[at], '>') && !isMark(tokens[at - 1], '=')) depth -= 1
    if (depth === 0) return at
  }
  return tokens.length
}

function isOpening(token: Token | undefined): boolean {
  return token?.kind === 'MARK' && '([{'.includes(token.value)
}

function isClosing(token: Token | undefined): boolean {
  return token?.kind === 'MARK' && ')]}'.includes(token.value)
}

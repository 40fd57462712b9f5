import { isMark, type Token, tokensOf } from './source-tokens.ts'

/** What is there without being imported, and answers differently from one moment, machine or run to the next. */
const AMBIENT: readonly string[] = [
  'process',
  'globalThis',
  'console',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  // Whoever waits does not decide on what it was given.
  'async',
  'await',
]
const AMBIENT_MEMBERS: readonly string[] = ['Date.now', 'Math.random', 'Temporal.Now']

/**
 * Clock, randomness, process, network and waiting that a source uses, each once. What is inserted into a template is not
 * seen.
 */
export function surroundingsUsedIn(source: string): readonly string[] {
  const tokens = tokensOf(source)
  return [...new Set(tokens.flatMap((token, at) => (token.kind === 'WORD' ? usedAt(tokens, at, token) : [])))]
}

function usedAt(tokens: readonly Token[], at: number, { value }: Token): readonly string[] {
  if (isMark(tokens[at - 1], '.') || namesProperty(tokens, at)) return []
  if (AMBIENT.includes(value)) return [value]
  const member = isMark(tokens[at + 1], '.') ? `${value}.${tokens[at + 2]?.value}` : value
  if (AMBIENT_MEMBERS.includes(member)) return [member]
  const isNow = value === 'Date' && isMark(tokens[at + 1], '(') && isMark(tokens[at + 2], ')')
  return isNow ? ['Date()'] : []
}

function namesProperty(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[isMark(tokens[at + 1], '?') ? at + 2 : at + 1], ':')
}

import type { EventProblem } from './event-problem.ts'

/**
 * What no text may hold. Half a surrogate pair is replaced when it is stored, so that the event would no longer match its
 * hash. Control characters (but for line ends and tabs) and code points that are no characters say nothing to anybody, and
 * break the tables and files that readers make of events.
 */
const UNFIT = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u

/** Why a text cannot be kept, or `null`; the text itself is not told. */
export function problemOfText(text: string): string | null {
  const found = UNFIT.exec(text)?.[0].codePointAt(0)
  if (found === undefined) return null
  const code = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
  return found >= 0xd800 && found <= 0xdfff
    ? `holds half a character (${code})`
    : `holds a character that is no text (${code})`
}

/** Everything in a value that is no text, names of members included. */
export function problemsOfTexts(value: unknown, path = ''): readonly EventProblem[] {
  if (typeof value === 'string') return problemAt(path, value)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const inName = problemAt(path, name)
    return inName.length > 0 ? inName : problemsOfTexts(member, `${path}/${name}`)
  })
}

function problemAt(path: string, text: string): readonly EventProblem[] {
  const reason = problemOfText(text)
  return reason === null ? [] : [{ path, reason, isValue: true }]
}

import type { HistoryChange } from '../interfaces.ts'

/*
 * Whether a record of another system is told as it was before. Only what the record itself tells is compared: an event
 * also holds what was looked up when it was decided, and that may well have changed since.
 */

/**
 * @param told what the command says
 * @param decided what the decision makes of it now
 * @param stored what it made of it then
 */
export function toldDifferences(
  told: unknown,
  decided: unknown,
  stored: unknown,
  field = '',
): readonly HistoryChange[] {
  if (Array.isArray(told)) {
    const [now, then] = [listOf(decided), listOf(stored)]
    if (now.length !== then.length) return [{ field, before: textOf(stored), after: textOf(told) }]
    return told.flatMap((one, index) => toldDifferences(one, now[index], then[index], nameIn(field, String(index))))
  }
  if (isRecord(told) && isRecord(decided) && isRecord(stored)) {
    return Object.entries(told)
      .filter(([name]) => name in decided && name in stored)
      .flatMap(([name, value]) => toldDifferences(value, decided[name], stored[name], nameIn(field, name)))
  }
  const [after, before] = [textOf(decided), textOf(stored)]
  return after === before ? [] : [{ field, before, after }]
}

const nameIn = (field: string, name: string) => (field === '' ? name : `${field}.${name}`)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const MOST_LETTERS = 1000

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same letters in another composition, or with space around them, say nothing else. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : JSON.stringify(value)
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}

import type { ErrorObject } from 'ajv/dist/2020.js'

/** One thing that keeps an event from being one. Values never appear. */
export interface EventProblem {
  /** JSON pointer, such as `/reason` within data. */
  readonly path: string
  readonly reason: string
  /**
   * True where the shape is right and a value goes too far, as what somebody types may (too long, blank, no day of the
   * calendar); false where the shape is another one than promised, which only a program can do.
   */
  readonly isValue: boolean
}

/** Keywords that a value of the right shape can break. */
const OF_VALUES = new Set([
  'format',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'pattern',
  'uniqueItems',
])

/** `path: reason`, for people. */
export function lineOf({ path, reason }: EventProblem): string {
  return `${path || '/'}: ${reason}`
}

/** What a validator found, without what only follows from it: that the other alternatives of a union do not fit either. */
export function problemsOf(errors: readonly ErrorObject[] | null | undefined): readonly EventProblem[] {
  const all = errors ?? []
  const causes = all.filter(({ keyword, params }) => keyword !== 'anyOf' && params['type'] !== 'null')
  return (causes.length > 0 ? causes : all).map(({ instancePath, message, keyword }) => ({
    path: instancePath,
    reason: message ?? keyword,
    isValue: OF_VALUES.has(keyword),
  }))
}

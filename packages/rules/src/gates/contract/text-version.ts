/** One state of a text. The digest tells it from another text that bears the same revision number. */
export interface TextVersion {
  /** Counts from 1; each written revision takes the next number. */
  readonly revision: number
  readonly digest: string
}

/** True only for the very same text: number and digest both. */
export function isSameText(a: TextVersion, b: TextVersion): boolean {
  return a.revision === b.revision && a.digest === b.digest
}

import { identifierOf } from './identifier.ts'

/**
 * Whether two names of persons, as tokens and forms have them, mean one person: whatever the width and case of their
 * letters, their blanks, and characters that nobody sees. Whoever is asked for a second pair of eyes is not told apart by
 * spelling. Nobody is no person: what is empty is the same as nothing.
 * @example isSamePerson('wh1', ' ＷＨ1') is true
 */
export function isSamePerson(a: string | null | undefined, b: string | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return false
  const person = identifierOf(a)
  return person !== '' && person === identifierOf(b)
}

/** Ids under which the platform itself acts, or whoever brings no token. */
export const platformActors = { clock: 'system', nobody: 'public' } as const

/** Whether a name would pass for the platform itself, however it is written. */
export function isPlatformActor(id: string): boolean {
  return Object.values(platformActors).some((actor) => isSamePerson(actor, id))
}

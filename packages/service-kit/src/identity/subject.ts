import { isPlatformActor, platformActors } from '@afterline/rules'

/** Whoever brings no token. */
export const NOBODY = platformActors.nobody

/** What OpenID Connect allows, and less than an event's envelope does. */
const LONGEST_SUBJECT = 255

/** Visible characters with single spaces between them: two subjects that look alike must not be two people. */
const PLAIN = /^[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+( [^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+)*$/u

/**
 * Whether a claim can name who acts: a plain text of 1 to 255 characters, without control, invisible or half characters and
 * without space around it. Nothing else is made into one: a number or a list that an issuer sends is no subject.
 */
export function isSubject(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length <= LONGEST_SUBJECT && PLAIN.test(claim)
}

/** Whether a token may claim it: the ids under which the platform acts are nobody's, however they are written. */
export function isClaimable(claim: unknown): claim is string {
  return isSubject(claim) && !isPlatformActor(claim)
}

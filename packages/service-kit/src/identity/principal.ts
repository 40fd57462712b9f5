import type { KeyObject } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { isSubject } from './subject.ts'

/** Who asks. A caller without a token holds the role PUBLIC alone. */
export interface Caller {
  readonly id: string
  readonly roles: readonly string[]
}

/** Who asks, within one request. */
export interface Principal extends Caller {
  /** Ties together everything that one request causes. */
  readonly correlationId: string
}

/** The header in which the gateway hands the caller to subgraphs. */
export const PRINCIPAL_HEADER = 'x-afterline-principal'
const AUDIENCE = 'afterline-subgraph'
const ISSUER = 'afterline-gateway'
/** Long enough for the slowest request to begin, short enough to be useless afterwards. */
const LIFETIME_SECONDS = 60
/** Requests of one caller in a row carry the same signature: what is signed once is verified once. */
const SIGNED_ANEW_AFTER_MS = 20_000
const MOST_REMEMBERED = 1_000

/** Signs a caller for subgraphs. Only the gateway holds the key. */
export async function signPrincipal({ id, roles }: Caller, key: KeyObject): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ roles })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(key)
}

/** Signs like `signPrincipal`, once for all requests that one `Caller` object makes within some seconds. */
export function createPrincipalSigner(key: KeyObject): (caller: Caller) => Promise<string> {
  const signed = new WeakMap<Caller, { readonly token: Promise<string>; readonly until: number }>()
  return (caller) => {
    const now = Date.now()
    const known = signed.get(caller)
    if (known && known.until > now) return known.token
    const token = signPrincipal(caller, key)
    signed.set(caller, { token, until: now + SIGNED_ANEW_AFTER_MS })
    return token
  }
}

/**
 * Verifies what the gateway signed; a signature that was verified counts until it runs out.
 * @returns a function that answers `null` for anything but a fresh principal of the gateway
 */
export function createPrincipalVerifier(key: KeyObject): (token: string | undefined) => Promise<Caller | null> {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>()
  return async (token) => {
    if (token === undefined) return null
    const remembered = known.get(token)
    if (remembered && remembered.until > Date.now()) return remembered.caller
    const verified = await verifiedClaims(token, key)
    if (!verified) return null
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(token, verified)
    return verified.caller
  }
}

async function verifiedClaims(token: string, key: KeyObject) {
  try {
    const { payload } = await jwtVerify(token, key, { issuer: ISSUER, audience: AUDIENCE, algorithms: ['EdDSA'] })
    const { sub, roles, exp } = payload
    if (!isSubject(sub) || !isTextList(roles) || exp === undefined) return null
    return { caller: { id: sub, roles }, until: exp * 1000 }
  } catch {
    return null
  }
}

export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

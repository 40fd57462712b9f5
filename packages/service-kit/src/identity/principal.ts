import type { KeyObject } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'

/** Who asks. A caller without a token holds the role PUBLIC alone. */
export interface Principal {
  readonly id: string
  readonly roles: readonly string[]
  /** Ties together everything that one request causes. */
  readonly correlationId: string
}

/** The header in which the gateway hands the principal to subgraphs. */
export const PRINCIPAL_HEADER = 'x-afterline-principal'
const AUDIENCE = 'afterline-subgraph'
const ISSUER = 'afterline-gateway'
/** Long enough for the slowest request to begin, short enough to be useless afterwards. */
const LIFETIME = '60s'

/** Signs a principal for subgraphs. Only the gateway holds the key. */
export async function signPrincipal({ id, roles, correlationId }: Principal, key: KeyObject): Promise<string> {
  return new SignJWT({ roles, cid: correlationId })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(key)
}

/** @returns null for anything but a fresh principal that the gateway signed */
export async function verifyPrincipal(token: string | undefined, key: KeyObject): Promise<Principal | null> {
  if (token === undefined) return null
  try {
    const { payload } = await jwtVerify(token, key, { issuer: ISSUER, audience: AUDIENCE, algorithms: ['EdDSA'] })
    const { sub, roles, cid } = payload
    if (typeof sub !== 'string' || !isTextList(roles) || typeof cid !== 'string') return null
    return { id: sub, roles, correlationId: cid }
  } catch {
    return null
  }
}

export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

import type { KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'

export interface TokenRequest {
  /** Private key of the development issuer (Ed25519). */
  readonly key: KeyObject
  readonly issuer: string
  readonly audience: string
  /** Staff id. */
  readonly subject: string
  readonly roles: readonly string[]
  /** Seconds from now; negative for a token that has run out, as tests need it. */
  readonly lifetimeSeconds?: number
}

/** A working day of trying things out. */
const DEFAULT_LIFETIME_SECONDS = 12 * 3600

/** The key's name in the development issuer's key set. */
export const LOCAL_KEY_ID = 'local'

/** A token as an identity provider would issue it; for development only, where the gateway knows this key. */
export async function issueToken(request: TokenRequest): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ roles: [...request.roles] })
    .setProtectedHeader({ alg: 'EdDSA', kid: LOCAL_KEY_ID })
    .setSubject(request.subject)
    .setIssuer(request.issuer)
    .setAudience(request.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + (request.lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS))
    .sign(request.key)
}

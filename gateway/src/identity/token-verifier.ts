import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { type Caller, isClaimable, isTextList, NOBODY, requestRefusal } from '@afterline/service-kit'
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'

export interface TokenVerifier {
  /**
   * The caller that an Authorization header stands for; without one, the public.
   * @throws GraphQLError `UNAUTHENTICATED` with `reason` TOKEN_EXPIRED or TOKEN_INVALID; `SERVICE_UNAVAILABLE` when the
   * issuer's keys cannot be had
   */
  callerOf(authorization: string | undefined): Promise<Caller>
}

export interface TokenRules {
  readonly issuer: string
  readonly audience: string
  /** Claim that lists the roles; dots lead into objects. */
  readonly rolesClaim: string
  readonly keys: JWTVerifyGetKey
  /** Roles of the graph; what else a token lists means nothing here. */
  readonly knownRoles: ReadonlySet<string>
}

/** Means the lack of a token, so that no token can give it. */
const PUBLIC_ROLE = 'PUBLIC'
export const PUBLIC_CALLER: Caller = { id: NOBODY, roles: [PUBLIC_ROLE] }

/** Signed by a key pair: a shared secret would let everybody who verifies tokens make them too. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
const CLOCK_TOLERANCE_SECONDS = 5
/** Clients send one token with many requests; verifying a signature costs more than the rest of a small query. */
const REMEMBERED_MS = 30_000
const MOST_REMEMBERED = 5_000

export function createTokenVerifier(rules: TokenRules): TokenVerifier {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>()
  return {
    async callerOf(authorization) {
      if (authorization === undefined || authorization === '') return PUBLIC_CALLER
      const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1]
      if (token === undefined) throw refused('TOKEN_INVALID')
      const key = createHash('sha256').update(token).digest('base64')
      const remembered = known.get(key)
      if (remembered && remembered.until > Date.now()) return remembered.caller
      known.delete(key)
      const payload = await verified(token, rules)
      const caller = callerOfClaims(payload, rules)
      const expiresAt = (payload.exp ?? 0) * 1000
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(key, { caller, until: Math.min(expiresAt, Date.now() + REMEMBERED_MS) })
      return caller
    },
  }
}

async function verified(token: string, { issuer, audience, keys }: TokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp'],
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refused('TOKEN_EXPIRED')
    if (isAboutTheToken(error)) throw refused('TOKEN_INVALID')
    throw requestRefusal('SERVICE_UNAVAILABLE', "The token issuer's keys cannot be had.")
  }
}

/** Everything else is about the way to the issuer: no network, a time-out, an answer that is no key set. */
function isAboutTheToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC'
}

function refused(reason: 'TOKEN_EXPIRED' | 'TOKEN_INVALID') {
  const detail = reason === 'TOKEN_EXPIRED' ? 'It has run out.' : 'It is not valid here.'
  return requestRefusal('UNAUTHENTICATED', detail, { reason })
}

function callerOfClaims(payload: JWTPayload, { rolesClaim, knownRoles }: TokenRules): Caller {
  // A blank id would be nobody's own, and everybody's; and what acts are recorded with has to come back as it was.
  // Nobody is the platform itself, or the lack of a token.
  if (!isClaimable(payload.sub)) throw refused('TOKEN_INVALID')
  const found = rolesClaim.split('.').reduce<unknown>(memberOf, payload)
  const roles = isTextList(found) ? found.filter((role) => knownRoles.has(role) && role !== PUBLIC_ROLE) : []
  return { id: payload.sub, roles: [...new Set(roles)] }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** The one key of the development issuer, which is this gateway itself. */
export function localKeys(privateKey: KeyObject): JWTVerifyGetKey {
  const publicKey = createPublicKey(privateKey)
  return async () => publicKey
}

/** The issuer's key set, fetched when it is first needed and again when a token names a key that is not in it. */
export function remoteKeys(issuer: string, jwksUrl: string | undefined): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | null = null
  const found = async () => createRemoteJWKSet(new URL(jwksUrl ?? (await discoveredKeys(issuer))))
  return async (header, token) => {
    keys ??= found()
    try {
      return await (await keys)(header, token)
    } catch (error) {
      // A failed discovery is tried again with the next request.
      if (!(error instanceof errors.JOSEError)) keys = null
      throw error
    }
  }
}

const discovery = z.object({ jwks_uri: z.url() })

async function discoveredKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(address, { signal: AbortSignal.timeout(5_000) })
  return discovery.parse(await response.json()).jwks_uri
}

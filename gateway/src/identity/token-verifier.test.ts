import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { issueToken, type TokenRequest } from '@afterline/service-kit'
import { describe, expect, it } from '@jest/globals'
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { rolesOfGraph } from './known-roles.ts'
import { createTokenVerifier, localKeys, PUBLIC_CALLER } from './token-verifier.ts'

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
const issuer = 'https://issuer.example'
const audience = 'afterline'
const knownRoles = rolesOfGraph('enum Role { SALESPERSON FINANCE PUBLIC }')

const verifierWith = (rules: Partial<Parameters<typeof createTokenVerifier>[0]> = {}) =>
  createTokenVerifier({ issuer, audience, rolesClaim: 'roles', keys: localKeys(key), knownRoles, ...rules })

const tokenWith = (request: Partial<TokenRequest> = {}) =>
  issueToken({ key, issuer, audience, subject: 'staff-1', roles: ['SALESPERSON'], ...request })

/** A token with any header and claims, signed with any key. */
function tokenOf(claims: JWTPayload, signingKey: KeyObject = key, alg = 'EdDSA'): Promise<string> {
  const token = new SignJWT({ iss: issuer, aud: audience, sub: 'staff-1', roles: ['SALESPERSON'], ...claims })
  return token.setProtectedHeader({ alg }).setIssuedAt().sign(signingKey)
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const callerOf = async (token: string) => verifierWith().callerOf(`Bearer ${token}`)
const refusal = (reason: string) => ({
  extensions: expect.objectContaining({ code: 'UNAUTHENTICATED', reason, http: { status: 401 } }),
})

describe('a request without Authorization', () => {
  it('stands for the public', async () => {
    expect(await verifierWith().callerOf(undefined)).toEqual(PUBLIC_CALLER)
  })
})

describe('a good token', () => {
  it('stands for its subject with its roles', async () => {
    const token = await tokenWith({ roles: ['SALESPERSON', 'FINANCE'] })
    expect(await callerOf(token)).toEqual({ id: 'staff-1', roles: ['SALESPERSON', 'FINANCE'] })
  })

  it('gives none of the roles that the graph does not know, each other once, and never PUBLIC', async () => {
    const token = await tokenWith({ roles: ['FINANCE', 'EMPEROR', 'FINANCE', 'PUBLIC', 'finance'] })
    expect(await callerOf(token)).toEqual({ id: 'staff-1', roles: ['FINANCE'] })
  })

  it.each([['FINANCE'], [{ FINANCE: true }], [['FINANCE', 1]], [null]])(
    'gives no role where the claim is %j instead of a list of text',
    async (roles) => {
      expect((await callerOf(await tokenOf({ roles, exp: inAnHour() }))).roles).toEqual([])
    },
  )

  it('may have its roles inside another claim', async () => {
    const token = await tokenOf({ realm_access: { roles: ['FINANCE'] }, exp: inAnHour() })
    const caller = await verifierWith({ rolesClaim: 'realm_access.roles' }).callerOf(`Bearer ${token}`)
    expect(caller.roles).toEqual(['FINANCE'])
  })

  it.each(['RS256', 'ES256'])('may be signed with %s', async (alg) => {
    const pair =
      alg === 'RS256'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const token = await tokenOf({ exp: inAnHour() }, pair.privateKey, alg)
    const caller = await verifierWith({ keys: async () => pair.publicKey }).callerOf(`Bearer ${token}`)
    expect(caller.id).toBe('staff-1')
  })
})

describe('a token that has run out', () => {
  it('is refused as expired', async () => {
    await expect(callerOf(await tokenWith({ lifetimeSeconds: -60 }))).rejects.toMatchObject(refusal('TOKEN_EXPIRED'))
  })
})

describe('a token that does not count', () => {
  const foreign = generateKeyPairSync('ed25519').privateKey
  const [header, payload, signature] = ['eyJhbGciOiJub25lIn0', 'e30', '']

  it.each<[string, () => Promise<string> | string]>([
    ['by another issuer', () => tokenWith({ issuer: 'https://elsewhere.example' })],
    ['for another audience', () => tokenWith({ audience: 'another' })],
    ['signed with a foreign key', () => tokenWith({ key: foreign })],
    ['without an end', () => tokenOf({})],
    [
      'without a subject',
      () => new SignJWT({ iss: issuer, aud: audience, exp: inAnHour() }).setProtectedHeader({ alg: 'EdDSA' }).sign(key),
    ],
    ['of a blank subject', () => tokenOf({ sub: ' ', exp: inAnHour() })],
    ['of a number as its subject', () => tokenOf({ sub: 5 as never, exp: inAnHour() })],
    ['of a list as its subject', () => tokenOf({ sub: ['staff-1'] as never, exp: inAnHour() })],
    ['of a subject with half a character', () => tokenOf({ sub: 'staff\udc00', exp: inAnHour() })],
    ['of a subject with NUL', () => tokenOf({ sub: 'staff\0', exp: inAnHour() })],
    ['of a subject that shows as another', () => tokenOf({ sub: 'staff-1\u200b', exp: inAnHour() })],
    ['of a subject of 301 characters', () => tokenOf({ sub: 's'.repeat(301), exp: inAnHour() })],
    ['not valid yet', () => tokenOf({ nbf: inAnHour(), exp: inAnHour() })],
    [
      'without a signature (alg none)',
      () =>
        new UnsecuredJWT({ roles: ['FINANCE'] })
          .setIssuer(issuer)
          .setAudience(audience)
          .setSubject('staff-1')
          .setExpirationTime('1h')
          .encode(),
    ],
    // The public key is public: whoever could use it as a shared secret could sign.
    [
      'signed with the public key as a shared secret',
      () => tokenOf({ exp: inAnHour() }, createSecretKey(publicKey.export({ type: 'spki', format: 'der' })), 'HS256'),
    ],
    ['that says nothing', () => `${header}.${payload}.${signature}`],
    ['that is no token', () => 'hello'],
  ])('%s is refused', async (_, token) => {
    await expect(callerOf(await token())).rejects.toMatchObject(refusal('TOKEN_INVALID'))
  })

  it('is refused when a single character of it was changed', async () => {
    const [head = '', claims = '', mark = ''] = (await tokenWith()).split('.')
    const changed = Buffer.from(claims, 'base64url').toString().replace('SALESPERSON', 'FINANCE')
    const forged = [head, Buffer.from(changed).toString('base64url'), mark].join('.')
    await expect(callerOf(forged)).rejects.toMatchObject(refusal('TOKEN_INVALID'))
  })

  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer a b', 'token'])(
    'is refused as %j: a bad header is not the public',
    async (header) => {
      await expect(verifierWith().callerOf(header)).rejects.toMatchObject(refusal('TOKEN_INVALID'))
    },
  )
})

describe('a token that was seen before', () => {
  it('is not verified again while it is remembered', async () => {
    let asked = 0
    const verifier = verifierWith({
      keys: async () => {
        asked += 1
        return publicKey
      },
    })
    const header = `Bearer ${await tokenWith()}`
    await verifier.callerOf(header)
    await verifier.callerOf(header)
    expect(asked).toBe(1)
  })
})

describe('an issuer whose keys cannot be had', () => {
  it('is no fault of the token', async () => {
    const keys = async () => {
      throw new TypeError('fetch failed')
    }
    await expect(verifierWith({ keys }).callerOf(`Bearer ${await tokenWith()}`)).rejects.toMatchObject({
      extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }),
    })
  })
})

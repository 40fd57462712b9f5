import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { decodeJwt, SignJWT } from 'jose'
import { createPrincipalSigner, createPrincipalVerifier, signPrincipal } from './principal.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const caller = { id: 'staff-1', roles: ['FINANCE', 'LEGAL'] }

describe('a signed principal', () => {
  it('says to the verifier what was signed, each time', async () => {
    const verify = createPrincipalVerifier(publicKey)
    const token = await signPrincipal(caller, privateKey)
    expect(await verify(token)).toEqual(caller)
    expect(await verify(token)).toEqual(caller)
  })

  it('is worth nothing after a minute', async () => {
    const { iat = 0, exp = 0 } = decodeJwt(await signPrincipal(caller, privateKey))
    expect(exp - iat).toBe(60)
  })

  it('is signed once for requests in a row, and for each caller separately', async () => {
    const sign = createPrincipalSigner(privateKey)
    const other = { id: 'staff-2', roles: ['FINANCE'] }
    expect(sign(caller)).toBe(sign(caller))
    expect(await createPrincipalVerifier(publicKey)(await sign(other))).toEqual(other)
  })
})

describe('anything else', () => {
  const claims = { iss: 'afterline-gateway', aud: 'afterline-subgraph', sub: 'staff-1', roles: ['FINANCE'] }
  const soon = Math.floor(Date.now() / 1000) + 30
  const signed = (changes: object, key = privateKey) =>
    new SignJWT({ ...claims, exp: soon, ...changes }).setProtectedHeader({ alg: 'EdDSA' }).sign(key)

  it('is compared with one that counts', async () => {
    expect(await createPrincipalVerifier(publicKey)(await signed({}))).toEqual({ id: 'staff-1', roles: ['FINANCE'] })
  })

  it.each<[string, () => Promise<string>]>([
    ['signed by another key', () => signed({}, generateKeyPairSync('ed25519').privateKey)],
    ['for another audience', () => signed({ aud: 'afterline' })],
    ['by another issuer', () => signed({ iss: 'https://issuer.example' })],
    ['that has run out', () => signed({ exp: soon - 60 })],
    ['whose roles are no list', () => signed({ roles: 'FINANCE' })],
    ['of half a character', () => signed({ sub: 'staff\ud800' })],
    ['of 256 characters', () => signed({ sub: 's'.repeat(256) })],
    ['of a number', () => signed({ sub: 5 })],
    ['that is no token', async () => 'staff-1'],
  ])('%s is nobody', async (_, token) => {
    expect(await createPrincipalVerifier(publicKey)(await token())).toBeNull()
  })

  it('that is not there is nobody', async () => {
    expect(await createPrincipalVerifier(publicKey)(undefined)).toBeNull()
  })
})

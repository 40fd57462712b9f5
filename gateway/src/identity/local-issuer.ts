import { createPublicKey, type KeyObject } from 'node:crypto'
import { inputInvalid, isClaimable, issueToken, LOCAL_KEY_ID, unfitValue } from '@afterline/service-kit'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

export interface LocalIssuer {
  readonly key: KeyObject
  readonly issuer: string
  readonly audience: string
}

const LIFETIME_SECONDS = 12 * 3600

const role = z.string().regex(/^[A-Z_]{2,40}$/, 'a role is in capitals')
const subject = z
  .string()
  .refine(isClaimable, 'a subject is a plain text of 1 to 255 characters, and none of the platform itself')
const tokenRequest = z.object({ subject, roles: z.array(role).min(1).max(30) })

/**
 * Tokens for trying things out: anybody who reaches the gateway may take any role. The configuration refuses it in
 * production.
 */
export function serveLocalIssuer(server: FastifyInstance, { key, issuer, audience }: LocalIssuer): void {
  const jwk = { ...createPublicKey(key).export({ format: 'jwk' }), kid: LOCAL_KEY_ID, alg: 'EdDSA', use: 'sig' }
  server.get('/.well-known/jwks.json', async () => ({ keys: [jwk] }))
  server.post('/dev/token', async (request, reply) => {
    const wanted = tokenRequest.safeParse(request.body)
    if (!wanted.success) {
      const problems = wanted.error.issues.map(({ path, message }) => unfitValue(path.join('.') || 'body', message))
      return reply.code(400).send({ errors: [inputInvalid(problems).toJSON()] })
    }
    const token = await issueToken({ key, issuer, audience, ...wanted.data, lifetimeSeconds: LIFETIME_SECONDS })
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS }
  })
}

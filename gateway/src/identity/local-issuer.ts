import { createPublicKey, type KeyObject } from 'node:crypto'
import { issueToken, LOCAL_KEY_ID } from '@afterline/service-kit'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

export interface LocalIssuer {
  readonly key: KeyObject
  readonly issuer: string
  readonly audience: string
}

const LIFETIME_SECONDS = 12 * 3600

const role = z.string().regex(/^[A-Z_]{2,40}$/, 'a role is in capitals')
const tokenRequest = z
  .object({ sub: z.string().min(1).max(100), role: role.optional(), roles: z.array(role).max(30).optional() })
  .refine((wanted) => wanted.role !== undefined || wanted.roles !== undefined, 'role or roles is needed')

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
      const problems = wanted.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      return reply.code(400).send({ error: 'invalid_request', problems })
    }
    const { sub, role: one, roles = [] } = wanted.data
    const subject = { subject: sub, roles: one === undefined ? roles : [one, ...roles] }
    const token = await issueToken({ key, issuer, audience, ...subject, lifetimeSeconds: LIFETIME_SECONDS })
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS }
  })
}

import { createPrivateKey, createPublicKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { AUDIENCE, type Secrets } from '@afterline/dev-stack'
import { issueToken, LOCAL_KEY_ID } from '@afterline/service-kit'

/** A client of the issuer: the tokens that it gets have its id as subject. */
export interface IssuedClient {
  readonly id: string
  readonly secret: string
  readonly roles: readonly string[]
}

export interface Issuer {
  readonly url: string
  stop(): void
}

/**
 * An identity provider as far as the platform needs one: discovery, key set, and tokens by client credentials. It listens
 * where pods reach this machine.
 */
export async function startIssuer(
  address: string,
  keys: Secrets['localIssuer'],
  clients: readonly IssuedClient[],
): Promise<Issuer> {
  const key = createPrivateKey(readFileSync(keys.privateKeyFile))
  const publicKey = createPublicKey(readFileSync(keys.publicKeyFile))
  let url = ''
  const answers: Readonly<Record<string, (request: IncomingMessage) => Promise<unknown>>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer: url,
      jwks_uri: `${url}/jwks`,
      token_endpoint: `${url}/token`,
    }),
    '/jwks': async () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: LOCAL_KEY_ID, alg: 'EdDSA', use: 'sig' }],
    }),
    '/token': (request) => tokenFor(request, clients, { key, issuer: url }),
  }
  const server = createServer(async (request, response) => {
    const answer = await answers[request.url ?? '']?.(request)
    response.writeHead(answer ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { error: 'invalid_client' }))
  })
  server.listen(0, address)
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the issuer has no port')
  url = `http://${address}:${bound.port}`
  return {
    url,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function tokenFor(
  request: IncomingMessage,
  clients: readonly IssuedClient[],
  signing: { readonly key: KeyObject; readonly issuer: string },
): Promise<unknown> {
  const form = new URLSearchParams(await text(request))
  const [id = '', secret = ''] = credentialsOf(request).map(decodeURIComponent)
  const client = clients.find((one) => one.id === id && isSame(one.secret, secret))
  if (client === undefined || form.get('grant_type') !== 'client_credentials') return null
  const lifetimeSeconds = 600
  const { roles } = client
  return {
    access_token: await issueToken({ ...signing, audience: AUDIENCE, subject: id, roles, lifetimeSeconds }),
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
  }
}

function credentialsOf(request: IncomingMessage): string[] {
  const [, encoded = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? []
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

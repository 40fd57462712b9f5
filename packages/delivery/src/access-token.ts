import { issueToken } from '@afterline/service-kit'
import type { DeliveryConfig } from './delivery-config.ts'

const SUBJECT = 'delivery'
/** A token is asked for anew when it has so long to go. */
const MARGIN_MS = 30_000
const LONGEST_SILENCE_MS = 10_000

/** Tokens for the graph: of the identity provider by client credentials, or of the local issuer in development. */
export function accessTokens(config: DeliveryConfig): () => Promise<string> {
  const { LOCAL_ISSUER_KEY: key, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config
  if (key && issuer)
    return () =>
      issueToken({ key, issuer, audience, subject: SUBJECT, roles: ['DELIVERY_CHANNEL'], lifetimeSeconds: 300 })
  const { OIDC_TOKEN_URL: url = '', OIDC_CLIENT_ID: id = '', OIDC_CLIENT_SECRET_FILE: secret = '' } = config
  let kept = { token: '', until: 0 }
  return async () => {
    if (performance.now() < kept.until) return kept.token
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(LONGEST_SILENCE_MS),
    })
    const told: unknown = response.ok ? await response.json() : null
    if (typeof told !== 'object' || told === null || !('access_token' in told))
      throw Object.assign(new Error('the identity provider issues no token'), { code: response.status })
    const seconds = 'expires_in' in told ? Number(told.expires_in) : 0
    kept = { token: String(told.access_token), until: performance.now() + (seconds || 0) * 1000 - MARGIN_MS }
    return kept.token
  }
}

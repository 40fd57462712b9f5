import { clientTokens } from '@afterline/cli'
import { issueToken } from '@afterline/service-kit'
import type { DeliveryConfig } from './delivery-config.ts'

const SUBJECT = 'delivery'

/** Tokens for the graph: of the identity provider by client credentials, or of the local issuer in development. */
export function accessTokens(config: DeliveryConfig): () => Promise<string> {
  const { LOCAL_ISSUER_KEY: key, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config
  if (key && issuer)
    return () =>
      issueToken({ key, issuer, audience, subject: SUBJECT, roles: ['DELIVERY_CHANNEL'], lifetimeSeconds: 300 })
  const { OIDC_TOKEN_URL: url = '', OIDC_CLIENT_ID: id = '', OIDC_CLIENT_SECRET_FILE: secret = '' } = config
  return clientTokens(url, { id, secret })
}

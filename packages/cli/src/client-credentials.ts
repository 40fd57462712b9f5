import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { CommandError } from './instance.ts'

/** How a program signs in at the identity provider. */
export interface Client {
  readonly id: string
  readonly secret: string
}

/** Asked for anew when it has so long to go. */
const MARGIN_MS = 30_000
const LONGEST_SILENCE_MS = 10_000

/**
 * Tokens by client credentials (RFC 6749, 4.4), each used until it has nearly run out.
 * @throws CommandError where none is issued, with the HTTP status as its code; never with what the provider says
 */
export function clientTokens(tokenUrl: string, { id, secret }: Client): () => Promise<string> {
  const credentials = [id, secret].map(encodeURIComponent).join(':')
  let kept = { token: '', until: 0 }
  return async () => {
    if (performance.now() < kept.until) return kept.token
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(LONGEST_SILENCE_MS),
    })
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null)
    if (!answer.success) {
      const refused = new CommandError(`${tokenUrl} issues no token to ${id} (HTTP ${response.status}).`)
      throw Object.assign(refused, { code: response.status })
    }
    const { access_token: token, expires_in: seconds } = answer.data
    kept = { token, until: performance.now() + seconds * 1000 - MARGIN_MS }
    return token
  }
}

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number().default(0) })

/**
 * Tokens of the client that the environment names, for jobs that nobody starts; `null` where it names none.
 * @throws CommandError that says which variable is missing, and never what stands in the file
 */
export async function environmentTokens(environment: NodeJS.ProcessEnv): Promise<(() => Promise<string>) | null> {
  const { OIDC_TOKEN_URL: tokenUrl, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET_FILE: file } = environment
  if (!tokenUrl) return null
  if (!id || !file) throw new CommandError('OIDC_TOKEN_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE')
  const secret = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read.`)
  })
  return clientTokens(tokenUrl, { id, secret: secret.trim() })
}

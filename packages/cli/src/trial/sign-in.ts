import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { CommandError } from '../instance.ts'
import { actors } from './staff.ts'

/** How each post of a trial signs in at the identity provider: a client of its own, with the post's role. */
const signInSchema = z.object({
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clients: z.record(z.enum([...actors, 'leadership']), z.object({ id: z.string().min(1), secret: z.string().min(1) })),
})

export type SignIn = z.infer<typeof signInSchema>
type Client = SignIn['clients'][keyof SignIn['clients']]

/** Asked for anew when it has so long to go. */
const MARGIN_MS = 30_000
const LONGEST_SILENCE_MS = 10_000

/** @throws CommandError that names what is wrong with the file, and never what stands in it */
export async function readSignIn(file: string): Promise<SignIn> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read.`)
  })
  const read = signInSchema.safeParse(parse(text))
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new CommandError(`${file} does not say how to sign in:\n${problems.join('\n')}`)
}

/** Tokens by client credentials (RFC 6749, 4.4), each used until it has nearly run out. */
export function tokensOf(tokenUrl: string, { id, secret }: Client): () => Promise<string> {
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
    if (!answer.success) throw new CommandError(`${tokenUrl} issues no token to ${id} (HTTP ${response.status}).`)
    const { access_token: token, expires_in: seconds } = answer.data
    kept = { token, until: performance.now() + seconds * 1000 - MARGIN_MS }
    return token
  }
}

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number().default(0) })
